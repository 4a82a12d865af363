import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode, GroupStanding } from "@podium/engine";
import { type EntryView, type Language, LANGUAGES } from "@podium/protocol";
import { stepSentence } from "./order-steps.ts";

type Step = GroupStanding["steps"][number];

const [A, B, C] = ["a", "b", "c"] as unknown as [EntryCode, EntryCode, EntryCode];

const NAMES: Readonly<Record<string, { readonly family: string; readonly zh: string }>> = {
  a: { family: "MA", zh: "马龙" },
  b: { family: "FAN", zh: "樊振东" },
  c: { family: "XU", zh: "许昕" },
};

const ENTRIES = [A, B, C].map(
  (code) =>
    ({
      code,
      name: null,
      players: [{ family: NAMES[code]?.family, given: "", names: { zh: NAMES[code]?.zh } }],
    }) as unknown as EntryView, // the sentence needs the names alone
);

const MEASURED: Step = {
  kind: "measured",
  tied: [A, B],
  criterion: { measure: "game-difference", over: "tied" },
  order: [
    { entries: [B], value: [2, 1] },
    { entries: [A], value: [-2, 1] },
  ],
  equalOn: ["match-points", "match-ratio"],
  whole: false,
};

const STEPS: readonly (readonly [step: Step, sentences: Readonly<Record<Language, string>>])[] = [
  [
    MEASURED,
    {
      en:
        "MA and FAN are equal on match points and matches won to lost. " +
        "Compared in the matches between them, games won minus lost: FAN +2, MA -2. Order: FAN, then MA.",
      ko: "MA 및 FAN: 승점 및 경기 승패 비율 같음. 동률자 간 경기 게임 득실 차 비교: FAN +2, MA -2. 순서: FAN, 다음 MA.",
      zh: "马龙和樊振东的场次积分和场次胜负比相同。 按彼此间比赛的净胜局比较：樊振东 +2, 马龙 -2。名次：樊振东，其次马龙。",
    },
  ],
  [
    {
      kind: "measured",
      tied: [A, B, C],
      criterion: { measure: "point-share", over: "group" },
      order: [
        { entries: [A, C], value: [30, 50] },
        { entries: [B], value: [20, 50] },
      ],
      equalOn: [],
      called: "sets",
      whole: true,
    },
    {
      en: "Compared in the group, share of games won: MA 30 of 50, XU 30 of 50, FAN 20 of 50. Order: MA = XU, then FAN.",
      ko: "조 전체 게임 획득 비율 비교: MA 50 중 30, XU 50 중 30, FAN 50 중 20. 순서: MA = XU, 다음 FAN.",
      zh: "按全组比赛的胜局率比较：马龙 30/50, 许昕 30/50, 樊振东 20/50。名次：马龙 = 许昕，其次樊振东。",
    },
  ],
  [
    { kind: "lots", tied: [A, B], order: null },
    {
      en: "MA and FAN are equal in everything the law compares: lots decide.",
      ko: "MA 및 FAN: 규정이 비교하는 모든 항목이 같음. 추첨으로 정함.",
      zh: "马龙和樊振东在规则比较的各项上均相同，由抽签决定。",
    },
  ],
  [
    { kind: "lots", tied: [A, B], order: [B, A] },
    {
      en: "MA and FAN are equal in everything the law compares. Lots were drawn. Order: FAN, then MA.",
      ko: "MA 및 FAN: 규정이 비교하는 모든 항목이 같음. 추첨함. 순서: FAN, 다음 MA.",
      zh: "马龙和樊振东在规则比较的各项上均相同，已抽签。名次：樊振东，其次马龙。",
    },
  ],
  [
    { kind: "left", tied: [C] },
    {
      en: "XU left the group: all their results are deleted, and they stand last.",
      ko: "XU: 조에서 빠짐. 결과를 모두 삭제하고 최하위로 둠.",
      zh: "许昕退出小组：其成绩全部取消，列于最后。",
    },
  ],
];

test("how an order came about is said in every language, with the names of that language", () => {
  for (const language of LANGUAGES) {
    for (const [step, sentences] of STEPS) assert.equal(stepSentence(step, ENTRIES, language), sentences[language]);
  }
});

const MEASURES = [
  "match-points",
  "wins",
  "played",
  "match-ratio",
  "game-ratio",
  "point-ratio",
  "game-difference",
  "point-difference",
  "game-share",
  "point-share",
  "opponents-wins",
] as const;

test("every measure that a ranking law knows has words, in games and in sets", () => {
  for (const language of LANGUAGES) {
    for (const measure of MEASURES) {
      for (const over of ["group", "tied", "next-above"] as const) {
        const step: Step = { ...MEASURED, criterion: { measure, over } };
        for (const each of [step, { ...step, called: "sets" } as const])
          assert.doesNotMatch(stepSentence(each, ENTRIES, language), /live\.|undefined|\{/);
      }
    }
  }
});
