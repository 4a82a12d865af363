import { areSamePeople, type Honour, latest } from "./honours.ts";
import {
  entryEvidence,
  type EntryRecord,
  honourEvidence,
  isKnockOut,
  matchEvidence,
  type Story,
  type Win,
} from "./record.ts";
import type { Storyline } from "./storyline.ts";

/** Who knocked out the champions of the Games before, or an entry of their association. */
export function beatChampions(story: Story): Storyline[] {
  const titles = lastTitles(story);
  return story.wins.filter(isKnockOut).flatMap((win) => {
    const own = titles.find((title) => isHeldBy(title, win.loser));
    if (own) return [beat(story, win, { title: own, code: "beat-defending-champions" })];
    const theirs = titles.find((title) => title.association === win.loser.association?.code);
    return theirs ? [beat(story, win, { title: theirs, code: "beat-champions-association" })] : [];
  });
}

interface Beaten {
  readonly title: Honour;
  readonly code: "beat-defending-champions" | "beat-champions-association";
}

function beat(story: Story, win: Win, { title, code }: Beaten): Storyline {
  const association = win.loser.association?.name ?? win.loser.name;
  const facts = { entry: win.winner.name, other: win.loser.name, association, year: String(title.year) };
  return { code, facts, evidence: [matchEvidence(story, win), honourEvidence(title)] };
}

/** The title won again: by the same people, as far as the honours name them, or by their association. */
export function titleKept(story: Story): Storyline[] {
  const titles = lastTitles(story);
  return story.medallists
    .filter(({ medal }) => medal === "gold")
    .flatMap((champion) => {
      const title = titles.find(({ association }) => association === champion.association?.code);
      if (!title || !champion.association) return [];
      const facts = { entry: champion.name, association: champion.association.name, year: String(title.year) };
      const code = isHeldBy(title, champion) ? "title-defended" : "title-kept-by-association";
      return [{ code, facts, evidence: [honourEvidence(title), entryEvidence(story, champion)] }];
    });
}

/** The golds of this event the last time it was held, if that was at the last Games of the honours. */
function lastTitles({ past, pastOfEvent }: Story): Honour[] {
  const newest = past.years.at(-1);
  return latest(pastOfEvent.all).filter(({ medal, year }) => medal === "gold" && year === newest);
}

function isHeldBy(title: Honour, entry: EntryRecord): boolean {
  return areSamePeople(title.players, entry.players);
}
