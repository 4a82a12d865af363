import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConsequenceView, DeskMatchPage, EntryView, MatchRow } from "@podium/protocol";
import { matchName } from "../ui/match-names.ts";
import { consequenceSentence } from "./consequence-words.ts";

function entry(code: string, family: string): EntryView {
  return {
    id: `paris-2024/xd/${code}`,
    code,
    name: null,
    players: [{ id: code, family, given: "A", names: {}, association: null }],
    association: null,
    seed: null,
    rank: null,
    handicap: null,
  };
}

const row: MatchRow = {
  id: "paris-2024/xd/sf-1",
  kind: "doubles",
  tie: null,
  rubber: null,
  competition: "paris-2024",
  event: "paris-2024/xd",
  eventTitle: { en: "Mixed doubles" },
  phase: "knock-out",
  phaseCode: null,
  round: "sf",
  order: 1,
  group: null,
  startMs: null,
  day: null,
  zone: "UTC",
  table: null,
  home: { entry: entry("chn", "WANG"), source: { from: "bye" } },
  away: { entry: entry("kor", "LIM"), source: { from: "bye" } },
  bestOf: 7,
  handicap: null,
  calledMs: null,
  expectedMs: null,
  games: [],
  gamesWon: { home: 0, away: 0 },
  status: "over",
  outcome: null,
  winner: null,
  version: 1,
  invented: false,
};
const page: DeskMatchPage = {
  captain: null,
  competition: {
    id: "paris-2024",
    title: { en: "Paris 2024" },
    place: null,
    zone: "UTC",
    from: "2024-07-27",
    to: "2024-07-30",
    invented: false,
  },
  desk: { row, chair: null, call: null, published: true, forks: [], confirmed: [], leftToOthers: false },
  tie: null,
  lineUpEntered: {},
  entered: null,
  goesOn: null,
  winner: null,
  earlier: [],
  consequences: [],
  entries: [entry("chn", "WANG"), entry("kor", "LIM"), entry("hkg", "WONG"), entry("prk", "RI")],
  refusal: null,
};

describe("a consequence in words", () => {
  const cases: readonly (readonly [ConsequenceView, string])[] = [
    [{ code: "result-recorded", match: row.id }, `${matchName(row, "en")}: the result is recorded as above.`],
    [
      { code: "rallies-set-aside", match: "final", rallies: 93 },
      "Final: its 93 rallies leave the public page. They stay readable here.",
    ],
    [{ code: "match-voided", match: "final" }, "Final: its result no longer counts, because others belong in it."],
    [
      { code: "match-stopped", match: "paris-2024/xd/sf-2" },
      "Semi-final 2 is being played: it is set back to its start, and its chair is taken back.",
    ],
    [{ code: "chair-taken-back", match: "paris-2024/xd/final" }, "Final: the chair that is out for it is taken back."],
    [
      { code: "entry-replaced", match: "final", before: ["chn"], after: ["kor"] },
      "Final: LIM A plays instead of WANG A.",
    ],
    [{ code: "entry-replaced", match: "final", before: [], after: ["kor"] }, "Final: LIM A plays in it."],
    [
      { code: "entry-replaced", match: "bronze", before: ["hkg"], after: [] },
      "Bronze medal match: WONG A no longer plays in it.",
    ],
    [{ code: "medal-moves", medal: "gold", before: ["chn"], after: ["prk"] }, "Gold goes from WANG A to RI A."],
    [{ code: "medal-moves", medal: "bronze", before: [], after: ["kor", "hkg"] }, "Bronze goes to LIM A, WONG A."],
    [
      { code: "medal-moves", medal: "gold", before: ["chn"], after: [] },
      "Gold is taken from WANG A; nobody has it yet.",
    ],
  ];
  for (const [consequence, sentence] of cases) {
    test(sentence, () => assert.equal(consequenceSentence(consequence, page, "en"), sentence));
  }
});
