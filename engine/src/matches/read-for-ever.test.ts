import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import { SPORTS } from "../sports/catalogue.ts";
import { credited } from "./ending.ts";
import { accepted } from "./log.testing.ts";
import { triedOut } from "./logs-by-seed.testing.ts";
import { newMatch } from "./match.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/**
 * A log that was recorded once is read the same for ever (decision 8): the match is its log, and an edition of the laws
 * never changes under it. Each digest stands for every state, and every refusal, along logs of chance. Where one differs,
 * matches that were played are read otherwise than on their day: that wants a new edition, or a reason in the commit.
 */
const DIGESTS: Readonly<Record<string, string>> = {
  "table-tennis, 21-points, singles": "6371014682a0",
  "table-tennis, 21-points, singles, nobody serves": "b3f98041ea30",
  "table-tennis, 21-points, doubles": "1dd4c27ba098",
  "table-tennis, 21-points, doubles, nobody serves": "8a6c4993b8ae",
  "table-tennis, 2001, singles": "761d0cbd51bd",
  "table-tennis, 2001, singles, nobody serves": "4ad6a6a40f6c",
  "table-tennis, 2001, doubles": "f065550134ff",
  "table-tennis, 2001, doubles, nobody serves": "30a4b7928737",
  "table-tennis, 2017, singles": "f2f46aa703a9",
  "table-tennis, 2017, singles, nobody serves": "f310834af793",
  "table-tennis, 2017, doubles": "f69bf1e96a1d",
  "table-tennis, 2017, doubles, nobody serves": "75095b3f0a3d",
  "badminton, 3x21, singles": "2cc9598ae47c",
  "badminton, 3x21, singles, nobody serves": "e052c4580218",
  "badminton, 3x21, doubles": "234b2a27f4a4",
  "badminton, 3x21, doubles, nobody serves": "4bf50c2182f4",
  "badminton, 3x15, singles": "51f6c434d5e6",
  "badminton, 3x15, singles, nobody serves": "e09572aee3fb",
  "badminton, 3x15, doubles": "3865564a76da",
  "badminton, 3x15, doubles, nobody serves": "9b468270aae7",
  "squash, point-a-rally, singles": "020c730bbf4a",
  "squash, point-a-rally, singles, nobody serves": "b954f5a93248",
  "pickleball, rally, singles": "ef0a26f2a0f8",
  "pickleball, rally, singles, nobody serves": "5699f8365b59",
  "pickleball, rally, doubles": "80063232c59d",
  "pickleball, rally, doubles, nobody serves": "641f90c4da86",
  "pickleball, side-out, singles": "34d8e14aacb5",
  "pickleball, side-out, doubles": "a3c187a80d3c",
  "tennis, advantage, singles": "b192866d7a2c",
  "tennis, advantage, singles, nobody serves": "f6a09385dc23",
  "tennis, advantage, doubles": "5bae4a3d9023",
  "tennis, advantage, doubles, nobody serves": "370a7ef875e7",
  "tennis, no-advantage, singles": "2c24f02bd352",
  "tennis, no-advantage, singles, nobody serves": "f8ca850a288e",
  "tennis, match-tie-break, singles": "02ed7abd0445",
  "tennis, match-tie-break, singles, nobody serves": "f6a09385dc23",
  "tennis, match-tie-break, doubles": "f37fb55bd63c",
  "tennis, match-tie-break, doubles, nobody serves": "370a7ef875e7",
  "tennis, no-advantage-match-tie-break, singles": "e70d146416b3",
  "tennis, no-advantage-match-tie-break, singles, nobody serves": "f8ca850a288e",
  "table-tennis, 2017, doubles, tie": "8e883fd4bcfd",
};

/** What a match says; a field that is new changes nothing of what was said before. */
const SAID: readonly (keyof MatchState)[] = [
  "progress",
  "games",
  "gamesWon",
  "service",
  "lastService",
  "courts",
  "serviceCourt",
  "serverNumber",
  "servingOrder",
  "homeEnd",
  "gamePoint",
  "matchPoint",
  "timeOutsLeft",
  "timeOut",
  "medical",
  "cards",
  "carriedPoints",
  "expedite",
  "calls",
  "mayRecord",
  "outcome",
  "startedAtMs",
  "endedAtMs",
  "clock",
  "rallies",
];

const LOGS = 40;
const LINES = 160;

const plays: readonly MatchRules[] = SPORTS.flatMap(({ name, editions }) =>
  editions.flatMap(({ edition, kinds, play }) =>
    kinds.flatMap((kind) => {
      const rules: MatchRules = { sport: name, edition, kind, bestOf: 3 };
      return play.needsService ? [rules] : [rules, { ...rules, serviceKnown: false, bestOf: 5 }];
    }),
  ),
);

/** Rules of few matches: every game counts, and something is carried into it. */
const OF_A_TIE: MatchRules = {
  sport: "table-tennis",
  edition: "2017",
  kind: "doubles",
  bestOf: 3,
  allGames: true,
  carriedCards: { home: "yellow", away: "yellow-red-1" },
  carriedPoints: { home: 1, away: 0 },
};

for (const rules of [...plays, OF_A_TIE]) {
  const { sport, edition, kind, serviceKnown, allGames } = rules;
  const name = [sport, edition, kind, serviceKnown === false && "nobody serves", allGames && "tie"]
    .filter(Boolean)
    .join(", ");
  test(`${name}: recorded once, read the same for ever`, () => assert.equal(digestOf(rules), DIGESTS[name]));
}

function digestOf(rules: MatchRules): string {
  const digest = createHash("sha256");
  for (let seed = 1; seed <= LOGS; seed += 1) {
    for (const { line, next } of triedOut(accepted(newMatch(rules)), seed, LINES)) {
      const told = isRefused(next)
        ? { code: next.code, ...next.detail }
        : {
            said: SAID.map((field) => (field === "mayRecord" ? allowedBefore(next) : next[field])),
            credited: credited(next),
          };
      digest.update(`${line.kind} ${JSON.stringify(told, inOrder)}\n`);
    }
  }
  return digest.digest("hex").slice(0, 12);
}

/** A kind of line that is new changes nothing of what was allowed before. */
function allowedBefore({ mayRecord }: MatchState): MatchState["mayRecord"] {
  return mayRecord.filter((kind) => kind !== "abandoned");
}

/** Keys in the order of their names, so that only what a state says counts. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
