import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf, SPORTS } from "./catalogue.ts";
import type { Laws } from "./sport.ts";

/** The particulars of an edition in one line each, as an umpire would read them out. */
function readOut({ kinds, numbers, play, deciding, rankingLaw, seedLines }: Laws): string[] {
  const { game, timeOuts, towelsEvery, beforePlay, warmUp, interval, restAt, suspension, cards, expedite, credit } =
    numbers;
  return [
    `${kinds.join(" and ")}; ranked by ${rankingLaw}, seeded by ${seedLines}`,
    `to ${game.points}, ${game.lead} ahead, cap ${game.cap}${play.needsService ? ", the server alone scores" : ""}`,
    ...(deciding === undefined ? [] : [`the deciding one to ${deciding.game.points}, ${deciding.game.lead} ahead`]),
    `time-outs ${timeOuts && `${timeOuts.each} a ${timeOuts.per}, ${timeOuts.seconds} s`}`,
    `before play ${beforePlay.map(({ check, article }) => `${check} ${article}`).join(", ") || null}`,
    `warm-up ${warmUp?.seconds ?? null} s, interval ${interval.seconds} s, rest ${restAt && `at ${restAt.points}, ${restAt.seconds} s`}`,
    `towels ${towelsEvery?.points ?? null}, injury ${suspension?.seconds ?? null} s`,
    `cards ${cards && cards.ladder.map(({ card, points }) => `${card} ${points}`).join(", ")}` +
      `${cards?.lastStepRepeats === true ? " again and again" : ""}${cards?.takesPoint === true ? ", taken away" : ""}`,
    `expedite ${expedite && `${expedite.afterMs / 60_000} min, closed at ${JSON.stringify(expedite.closedAt)}, ${expedite.returns} returns`}`,
    `credit ${credit.unplayed}, ${credit.unfinished}`,
  ];
}

const PARTICULARS: Readonly<Record<string, readonly string[]>> = {
  "table-tennis 21-points": [
    "singles and doubles; ranked by ittf, seeded by ittf",
    "to 21, 2 ahead, cap null",
    "time-outs 1 a match, 60 s",
    "before play rackets 2.4.6, shirts 3.2.2, toss 2.13.1",
    "warm-up 120 s, interval 60 s, rest null",
    "towels 6, injury 600 s",
    "cards yellow 0, yellow-red-1 1, yellow-red-2 2",
    'expedite 15 min, closed at {"each":19}, 13 returns',
    "credit to-nothing, completed",
  ],
  "table-tennis 2001": [
    "singles and doubles; ranked by ittf, seeded by ittf",
    "to 11, 2 ahead, cap null",
    "time-outs 1 a match, 60 s",
    "before play rackets 2.4.6, shirts 3.2.2, toss 2.13.1",
    "warm-up 120 s, interval 60 s, rest null",
    "towels 6, injury 600 s",
    "cards yellow 0, yellow-red-1 1, yellow-red-2 2",
    'expedite 10 min, closed at {"each":9}, 13 returns',
    "credit to-nothing, completed",
  ],
  "table-tennis 2017": [
    "singles and doubles; ranked by ittf, seeded by ittf",
    "to 11, 2 ahead, cap null",
    "time-outs 1 a match, 60 s",
    "before play rackets 2.4.6, shirts 3.2.2, toss 2.13.1",
    "warm-up 120 s, interval 60 s, rest null",
    "towels 6, injury 600 s",
    "cards yellow 0, yellow-red-1 1, yellow-red-2 2",
    'expedite 10 min, closed at {"total":18}, 13 returns',
    "credit to-nothing, completed",
  ],
  "badminton 3x21": [
    "singles and doubles; ranked by bwf, seeded by bwf",
    "to 21, 2 ahead, cap 30",
    "time-outs null",
    "before play null",
    "warm-up null s, interval 120 s, rest at 11, 60 s",
    "towels null, injury null s",
    "cards yellow 0, yellow-red-1 1 again and again",
    "expedite null",
    "credit deleted, deleted",
  ],
  "badminton 3x15": [
    "singles and doubles; ranked by bwf, seeded by bwf",
    "to 15, 2 ahead, cap 21",
    "time-outs null",
    "before play null",
    "warm-up null s, interval 120 s, rest at 8, 60 s",
    "towels null, injury null s",
    "cards yellow 0, yellow-red-1 1 again and again",
    "expedite null",
    "credit deleted, deleted",
  ],
  "squash point-a-rally": [
    "singles; ranked by wsf, seeded by tennis",
    "to 11, 2 ahead, cap null",
    "time-outs null",
    "before play null",
    "warm-up 240 s, interval 120 s, rest null",
    "towels null, injury null s",
    "cards yellow 0, yellow-red-1 1 again and again",
    "expedite null",
    "credit to-nothing, completed",
  ],
  "pickleball rally": [
    "singles and doubles; ranked by usap, seeded by tennis",
    "to 11, 2 ahead, cap null",
    "time-outs 2 a game, 60 s",
    "before play null",
    "warm-up null s, interval 120 s, rest null",
    "towels null, injury 900 s",
    "cards yellow 0, yellow-red-1 1 again and again, taken away",
    "expedite null",
    "credit to-nothing, completed",
  ],
  "pickleball side-out": [
    "singles and doubles; ranked by usap, seeded by tennis",
    "to 11, 2 ahead, cap null, the server alone scores",
    "time-outs 2 a game, 60 s",
    "before play null",
    "warm-up null s, interval 120 s, rest null",
    "towels null, injury 900 s",
    "cards yellow 0, yellow-red-1 1 again and again, taken away",
    "expedite null",
    "credit to-nothing, completed",
  ],
  "tennis advantage": [
    "singles and doubles; ranked by atp, seeded by tennis",
    "to 6, 2 ahead, cap 7",
    "time-outs null",
    "before play null",
    "warm-up null s, interval 120 s, rest null",
    "towels null, injury null s",
    "cards null",
    "expedite null",
    "credit to-nothing, to-nothing",
  ],
  "tennis no-advantage": [
    "singles; ranked by atp, seeded by tennis",
    "to 6, 2 ahead, cap 7",
    "time-outs null",
    "before play null",
    "warm-up null s, interval 120 s, rest null",
    "towels null, injury null s",
    "cards null",
    "expedite null",
    "credit to-nothing, to-nothing",
  ],
  "tennis match-tie-break": [
    "singles and doubles; ranked by atp, seeded by tennis",
    "to 6, 2 ahead, cap 7",
    "the deciding one to 10, 2 ahead",
    "time-outs null",
    "before play null",
    "warm-up null s, interval 120 s, rest null",
    "towels null, injury null s",
    "cards null",
    "expedite null",
    "credit to-nothing, to-nothing",
  ],
  "tennis no-advantage-match-tie-break": [
    "singles; ranked by atp, seeded by tennis",
    "to 6, 2 ahead, cap 7",
    "the deciding one to 10, 2 ahead",
    "time-outs null",
    "before play null",
    "warm-up null s, interval 120 s, rest null",
    "towels null, injury null s",
    "cards null",
    "expedite null",
    "credit to-nothing, to-nothing",
  ],
};

test("the particulars of every sport are those of its laws", () => {
  const all = SPORTS.flatMap(({ name, editions }) =>
    editions.map((laws) => [`${name} ${laws.edition}`, readOut(laws)] as const),
  );
  assert.deepEqual(Object.fromEntries(all), PARTICULARS);
});

test("every sport names the edition that is usual, and tennis alone is made of sets", () => {
  for (const { name, usual, editions } of SPORTS) {
    assert.ok(
      editions.some(({ edition }) => edition === usual),
      name,
    );
    assert.equal(partsOf(name), name === "tennis" ? "sets" : "games");
  }
  assert.equal(partsOf("chess"), "games");
});
