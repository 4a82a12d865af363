import { scoreNotes, type Rating } from "@podium/engine";
import { count, type Row } from "./row.ts";

const RATERS = 2_000;
const NOTES = 300;
const EACH = 50;

/** A hundred thousand ratings of two camps: every fourth note is helpful to both. */
export function measureNotes(): Row[] {
  const ratings = ratingsOfTwoCamps();
  const begun = performance.now();
  const scores = scoreNotes(ratings);
  const ms = performance.now() - begun;
  const shown = scores.filter(({ status }) => status === "shown").length;
  return [
    {
      what: "notes scored",
      figure: `${count(ms)} ms`,
      note: `${count(ratings.length)} ratings, ${count(RATERS)} readers of two camps, ${NOTES} notes, ${shown} shown`,
    },
  ];
}

function ratingsOfTwoCamps(): Rating[] {
  let chance = 7;
  return Array.from({ length: RATERS * EACH }, (_, index): Rating => {
    chance = (chance * 48_271) % 2_147_483_647;
    const rater = Math.floor(index / EACH);
    const note = (rater * 13 + (index % EACH) * 7) % NOTES;
    const likes = note % 4 === 0 || note % 4 === 1 + (rater % 2);
    return { note: `n${note}`, rater: `r${rater}`, rating: likes !== chance % 12 < 1 ? 1 : 0 };
  });
}
