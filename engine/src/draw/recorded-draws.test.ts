import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { EntryCode, MatchCode } from "../brand.ts";
import { isRefused } from "../refusal.ts";
import { planDoubleElimination } from "./double-elimination.ts";
import { planKnockOut } from "./knock-out.ts";
import type { Source } from "./plan.ts";
import { type DrawEntry, type DrawRequest, performDraw } from "./provable.ts";
import { planGroups } from "./round-robin.ts";
import { pairSwiss } from "./swiss.ts";
import { planSwiss } from "./swiss-plan.ts";

/** What the entries of a draw have beside a name. */
interface Kind {
  /** Entries go to so many associations, the first of which has as many as all others together. */
  readonly associations?: number;
  /** So many share each rank; 0: nobody has one. */
  readonly sharing?: number;
  readonly seeds?: number;
  readonly qualifiers?: number;
  /** The first two of groups before. */
  readonly fromGroups?: boolean;
}

function entriesOf(
  count: number,
  { associations = 0, sharing = 1, seeds = 0, qualifiers = 0, fromGroups }: Kind,
): DrawEntry[] {
  return Array.from({ length: count }, (_, at): DrawEntry => {
    const own = at % 2 === 0 ? 0 : 1 + (at % Math.max(1, associations - 1));
    return {
      id: `e${at + 1}`,
      ...(associations === 0 || at % 7 === 6 ? {} : { association: `A${associations === 1 ? at >> 1 : own}` }),
      ...(sharing === 0 || fromGroups === true ? {} : { rank: 1 + Math.floor(at / sharing) }),
      ...(at < seeds ? { seed: at + 1 } : {}),
      ...(at >= count - qualifiers ? { qualifier: true } : {}),
      ...(fromGroups === true ? { group: `G${(at >> 1) + 1}`, place: 1 + (at % 2) } : {}),
    };
  });
}

const KINDS: Readonly<Record<string, Kind>> = {
  "by rank": {},
  "without ranks": { sharing: 0 },
  "shared ranks": { sharing: 3 },
  "pairs of one association": { associations: 1 },
  "three associations": { associations: 3 },
  "three associations without ranks": { associations: 3, sharing: 0 },
  "five associations and seeds": { associations: 5, seeds: 4 },
  qualifiers: { associations: 4, qualifiers: 3 },
  "the first two of groups": { associations: 3, fromGroups: true },
};
const FORMS: Readonly<Record<string, Partial<DrawRequest>>> = {
  "knock-out of the ITTF": { sport: "table-tennis", format: "knock-out" },
  "knock-out of the BWF": { sport: "badminton", format: "knock-out" },
  "knock-out of tennis": { sport: "tennis", format: "knock-out", seedLines: "tennis" },
  "knock-out, separation required": { format: "knock-out", separation: "required" },
  "knock-out, two seeds of twice the lines": { format: "knock-out", seeds: 2 },
  "groups, modified snake": { format: "groups", method: "modified" },
  "groups, snake": { format: "groups", method: "snake" },
  "groups, separation required": { format: "groups", separation: "required" },
};
const COUNTS = [2, 3, 5, 8, 11, 16, 23, 32];

function drawnAs(kind: Kind, form: Partial<DrawRequest>): string {
  const told = COUNTS.map((count) => {
    const request: DrawRequest = {
      sport: "table-tennis",
      format: "knock-out",
      entries: entriesOf(count, kind),
      ...(form.format === "groups" ? { groups: Math.max(1, Math.floor(count / 4)) } : {}),
      ...(form.seeds === undefined ? {} : { size: count <= 8 ? 16 : 64 }),
      ...form,
    };
    const answer = performDraw(request, `beacon ${count}`);
    return isRefused(answer) ? { code: answer.code, detail: answer.detail } : answer;
  });
  return digestOf(told);
}

function digestOf(told: unknown): string {
  return createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 8);
}

const entry = (at: number): Source => ({ from: "entry", entry: `e${at}` as EntryCode });
const linesOf = (count: number): Source[] =>
  Array.from({ length: count }, (_, at): Source =>
    at % 5 === 3 ? { from: "bye" } : at % 7 === 6 ? { from: "winner", match: `q-${at}` as MatchCode } : entry(at),
  );
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Round after round until nobody can be paired; of two the one with the lower number wins, but for every third match. */
function swissRounds(size: number): unknown[] {
  const standings = upTo(1, size).map((at) => ({
    entry: `e${at}` as EntryCode,
    won: 0,
    met: [] as EntryCode[],
    hadBye: false,
  }));
  const told: unknown[] = [];
  for (let number = 1; number <= size; number += 1) {
    standings.sort((a, b) => b.won - a.won);
    const round = pairSwiss(standings, { number, group: "Swiss" });
    told.push(round);
    if (isRefused(round)) return told;
    for (const { home, away, order } of round) {
      const [one, other] = [home, away].map((side) =>
        standings.find((each) => side.from === "entry" && each.entry === side.entry),
      );
      if (one === undefined) continue;
      if (other === undefined) one.hadBye = true;
      else {
        one.met.push(other.entry);
        other.met.push(one.entry);
      }
      const winner = other === undefined || (number + order) % 3 > 0 === one.entry < other.entry ? one : other;
      winner.won += 1;
    }
  }
  return told;
}

/** Every plan of a form, or the reason why there is none, from the smallest to a large one. */
const PLANS: Readonly<Record<string, () => unknown>> = {
  "knock-out": () =>
    upTo(0, 34).map((lines) => [
      planKnockOut(linesOf(lines), { bronzeMatch: false }),
      planKnockOut(linesOf(lines), { bronzeMatch: true, prefix: "plate-" }),
    ]),
  "places of a knock-out": () =>
    [2, 4, 8, 16, 32].map((lines) =>
      upTo(1, lines + 1).map((places) => planKnockOut(linesOf(lines), { bronzeMatch: false, places })),
    ),
  qualification: () =>
    upTo(2, 24).map((lines) =>
      upTo(2, 12).map((winners) => planKnockOut(linesOf(lines), { bronzeMatch: false, winners })),
    ),
  "sizes at the edge": () =>
    [1_023, 1_024, 1_025, 2_048].map((lines) => {
      const plan = planKnockOut(upTo(1, lines).map(entry), { bronzeMatch: true });
      const small = planKnockOut(upTo(1, lines).map(entry), { bronzeMatch: false, winners: lines / 2 });
      return [isRefused(plan) ? plan : plan.length, isRefused(small) ? small : small.length];
    }),
  "double elimination": () =>
    [0, 2, 3, 4, 5, 8, 16, 32, 64].map((lines) => [
      planDoubleElimination(linesOf(lines)),
      planDoubleElimination(linesOf(lines), { secondFinal: false, prefix: "x-" }),
    ]),
  "double elimination, in an order": () =>
    [
      [[2, 1, 4, 3], [2, 1], [1]],
      [
        [2, 1, 4, 3],
        [2, 1],
      ],
      [[2, 1, 4, 3], [2, 2], [1]],
      [[2, 1, 4, 5], [2, 1], [1]],
      [[0, 1, 2, 3], [2, 1], [1]],
      [[2, 1, 4, 3], [2, 1], [1], []],
    ].map((lowerOrder) => planDoubleElimination(linesOf(8), { lowerOrder })),
  groups: () =>
    upTo(0, 9).map((size) =>
      upTo(1, 4).map((qualifying) =>
        [1, 2, 3].map((meetings) =>
          planGroups([{ name: "Group  A", entries: upTo(1, size).map((at) => `e${at}` as EntryCode) }], {
            qualifying,
            meetings,
          }),
        ),
      ),
    ),
  "rounds of a Swiss system": () => upTo(0, 12).map(swissRounds),
  Swiss: () =>
    ["main", "plate"].map((code) =>
      upTo(0, 7).map((size) =>
        upTo(0, 4).map((rounds) => [
          planSwiss({ code, entries: upTo(1, size).map(entry), rounds, ranking: "swiss" }),
          planSwiss({
            code,
            entries: upTo(1, size).map(entry),
            rounds,
            ranking: "swiss",
            lots: ["e2" as EntryCode],
            pairings: [
              [["e1" as EntryCode, "e2" as EntryCode]],
              [
                ["e3" as EntryCode, null],
                ["e1" as EntryCode, "e4" as EntryCode],
              ],
            ],
          }),
        ]),
      ),
    ),
};

/**
 * A draw that was published can be carried out again for ever: the same entries and the same randomness give the same
 * balls. Each digest stands for draws of 2 to 32 entries, one for every kind of entries above, in order. Where one differs,
 * no draw of before is verified any longer: that wants a new version of the algorithm.
 */
const DRAWN: Readonly<Record<keyof typeof FORMS, string>> = {
  "knock-out of the ITTF": "6f95bf51 0a4b1929 b65c5261 607d0e68 b41721ae 4b9e3a73 2a1ed35e 2bdc5f2a 24704eea",
  "knock-out of the BWF": "83f9ea6f 772c6613 bb1489b8 83d8a06d 18123a96 c3bb94c2 b941d5a1 6a553dc1 610e6e65",
  "knock-out of tennis": "756a9dd1 3d9e2c92 8f1abfc5 0766c9b9 8d0d55d8 7132ef8e 65d6a760 72760f52 10788b4e",
  "knock-out, separation required": "d6afa081 f17ce315 da48fa3a 6afa97a2 d98a1d1c f229def3 dd707d0e 15f58453 a53e9891",
  "knock-out, two seeds of twice the lines":
    "d031ffe2 0bdce78d d48c573d d7dc3bbb 78cfeb58 0bdce78d b4cb9495 b2bb9de4 3e4bd1f8",
  "groups, modified snake": "965516f8 10d549dc adcafed2 c595b0ba ab3e5376 e9f2f647 ce724a2e 9b8c9c52 b22d30e4",
  "groups, snake": "a7da1b87 b34ebdc2 c49f1c9f 9211718d 2aca6062 d6af3d6a 0eede1b4 7385487e 45089221",
  "groups, separation required": "4ed9f07c 8e2a6570 e0ad6220 d03bd657 1ed0e6de 764e046d ba02b645 cd8e3a5f f0e559bf",
};
/** The codes and the order of matches are in logs and in links: a plan stays as it was. */
const PLANNED: Readonly<Record<string, string>> = {
  "knock-out": "209cfc05",
  "places of a knock-out": "252d2718",
  qualification: "7b81a094",
  "sizes at the edge": "eb68aac8",
  "double elimination": "ad9096af",
  "double elimination, in an order": "19f9bd58",
  groups: "256740b2",
  "rounds of a Swiss system": "de0d84ca",
  Swiss: "56180827",
};

for (const [name, form] of Object.entries(FORMS)) {
  test(`the same randomness draws the same balls: ${name}`, () => {
    assert.equal(
      Object.values(KINDS)
        .map((kind) => drawnAs(kind, form))
        .join(" "),
      DRAWN[name],
    );
  });
}

for (const [name, plan] of Object.entries(PLANS)) {
  test(`the same entries are planned the same: ${name}`, () => {
    assert.equal(digestOf(plan()), PLANNED[name]);
  });
}
