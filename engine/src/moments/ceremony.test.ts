import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { MEDALS, type Medal, type MedalWon } from "../medals/medals.ts";
import { isRefused } from "../refusal.ts";
import { entry } from "../results/playing.testing.ts";
import {
  awardsOf,
  ceremonyAfter,
  nextSteps,
  nextToReceive,
  outstandingAwards,
  phaseOf,
  prepareCeremony,
  type Ceremony,
  type CeremonyStep,
} from "./ceremony.ts";

/** `gold A`, one a line. */
const medalsOf = (text: string): MedalWon[] =>
  text.split(", ").map((line) => {
    const [word = "", name = ""] = line.split(" ");
    return { medal: MEDALS.find((medal) => medal === word) ?? assert.fail(line), entry: entry(name) };
  });

const FOUR = medalsOf("gold A, silver B, bronze C, bronze D");
const THREE = medalsOf("gold A, silver B, bronze C");

/** `called`, `medal A`, `absent C`, `music The anthem`. */
function stepOf(text: string): CeremonyStep {
  const [step = "", ...rest] = text.split(" ");
  const said = rest.join(" ");
  if (step === "absent" || step === "medal") return { step, entry: entry(said) };
  if (step === "presenters") return { step, names: said.split("+") };
  if (step === "music") return { step, piece: said };
  assert.ok(step === "called" || step === "on-podium" || step === "photo" || step === "over");
  return { step };
}

function prepared(medals: readonly MedalWon[]): Ceremony {
  const ceremony = prepareCeremony(medals);
  assert.ok(!isRefused(ceremony));
  return ceremony;
}

/** What comes of steps: the phase and the medals, or the code of the refusal and the step it is about. */
function told(medals: readonly MedalWon[], steps: string, won = medals): string {
  let ceremony = prepared(medals);
  for (const text of steps === "" ? [] : steps.split(", ")) {
    const next = ceremonyAfter(ceremony, stepOf(text), won);
    if (isRefused(next)) return `${next.code}: ${text}`;
    ceremony = next;
  }
  const awards = awardsOf(ceremony, won).map((award) => `${award.medal} ${award.entry} ${award.state}`);
  return `${phaseOf(ceremony)} | ${awards.join(", ")}`;
}

const ON = "called, on-podium";
const ALL = `${ON}, medal C, medal B, medal A`;
const GIVEN = "bronze C given, silver B given, gold A given";

const CASES: readonly (readonly [string, readonly MedalWon[], string, string])[] = [
  ["nothing has happened yet", THREE, "", "prepared | bronze C due, silver B due, gold A due"],
  ["bronze, silver, gold", THREE, ALL, `medal | ${GIVEN}`],
  [
    "with everything",
    THREE,
    `${ON}, presenters P+Q, medal C, medal B, medal A, music The anthem, photo, over`,
    `over | ${GIVEN}`,
  ],
  ["without presenters, music and photo", THREE, `${ALL}, over`, `over | ${GIVEN}`],
  [
    "presenters may change between the medals",
    THREE,
    `${ON}, presenters P, medal C, presenters Q, medal B, medal A`,
    `medal | ${GIVEN}`,
  ],
  ["gold is not given before silver", THREE, `${ON}, medal C, medal A`, "ceremony-out-of-order: medal A"],
  ["silver is not given before bronze", THREE, `${ON}, medal B`, "ceremony-out-of-order: medal B"],
  ["no medal is given before anybody stands on the podium", THREE, "called, medal C", "ceremony-out-of-order: medal C"],
  ["no medal is given twice", THREE, `${ON}, medal C, medal C`, "ceremony-out-of-order: medal C"],
  ["nor to somebody who won none", THREE, `${ON}, medal Z`, "ceremony-out-of-order: medal Z"],
  ["nobody stands on the podium before being called", THREE, "on-podium", "ceremony-out-of-order: on-podium"],
  ["nobody is called twice", THREE, "called, called", "ceremony-out-of-order: called"],
  [
    "no music before all medals are given",
    THREE,
    `${ON}, medal C, medal B, music The anthem`,
    "ceremony-out-of-order: music The anthem",
  ],
  ["no photo before all medals are given", THREE, `${ON}, photo`, "ceremony-out-of-order: photo"],
  ["no end before all medals are given", THREE, `${ON}, medal C, over`, "ceremony-out-of-order: over"],
  ["no music after the photo", THREE, `${ALL}, photo, music The anthem`, "ceremony-out-of-order: music The anthem"],
  ["nothing after the end", THREE, `${ALL}, over, photo`, "ceremony-out-of-order: photo"],
  ["no presenters once all medals are given", THREE, `${ALL}, presenters P`, "ceremony-out-of-order: presenters P"],
  [
    "two bronzes, in any order",
    FOUR,
    `${ON}, medal D, medal C, medal B, medal A`,
    "medal | bronze C given, bronze D given, silver B given, gold A given",
  ],
  ["silver waits for both bronzes", FOUR, `${ON}, medal D, medal B`, "ceremony-out-of-order: medal B"],
  [
    "nobody waits for who is absent",
    THREE,
    `called, absent C, on-podium, medal B, medal A, photo, over`,
    "over | bronze C absent, silver B given, gold A given",
  ],
  ["who is absent comes after all", THREE, `${ON}, absent C, medal B, medal C, medal A`, `medal | ${GIVEN}`],
  [
    "a medal is given later, and the ceremony stays over",
    THREE,
    `${ON}, absent B, medal C, medal A, over, medal B`,
    `over | ${GIVEN}`,
  ],
  [
    "a medal that comes in the photo leaves it the photo",
    THREE,
    `${ON}, absent B, medal C, medal A, photo, medal B`,
    `photo | ${GIVEN}`,
  ],
  ["who was given a medal is not absent", THREE, `${ON}, medal C, absent C`, "ceremony-out-of-order: absent C"],
  [
    "all are absent",
    THREE,
    `${ON}, absent A, absent B, absent C, over`,
    "over | bronze C absent, silver B absent, gold A absent",
  ],
];

for (const [name, medals, steps, expected] of CASES) test(name, () => assert.equal(told(medals, steps), expected));

test("without a medal there is no ceremony", () => {
  const refused = prepareCeremony([]);
  assert.ok(isRefused(refused) && refused.code === "ceremony-no-medals");
});

test("what may come next is said", () => {
  const after = (steps: string) =>
    (steps === "" ? [] : steps.split(", ")).reduce((ceremony, text) => {
      const next = ceremonyAfter(ceremony, stepOf(text), FOUR);
      assert.ok(!isRefused(next));
      return next;
    }, prepared(FOUR));
  const both = (steps: string) => [nextSteps(after(steps), FOUR), nextToReceive(after(steps), FOUR)];
  assert.deepEqual(both(""), [["called", "absent"], []]);
  assert.deepEqual(both("called"), [["on-podium", "absent"], []]);
  assert.deepEqual(both(ON), [
    ["presenters", "absent", "medal"],
    ["C", "D"],
  ]);
  assert.deepEqual(both(`${ON}, absent A, medal C, medal D`), [
    ["presenters", "absent", "medal"],
    ["B", "A"],
  ]);
  assert.deepEqual(both(`${ON}, absent A, medal C, medal D, medal B`), [["medal", "music", "photo", "over"], ["A"]]);
  assert.deepEqual(both(`${ON}, medal C, medal D, medal B, medal A, photo, over`), [[], []]);
});

const MOVED = medalsOf("gold B, silver A, bronze C");

test("a medal that a correction has moved is not given, and holds nothing up", () => {
  assert.equal(told(THREE, `${ON}, medal C, medal B`, MOVED), "ceremony-medal-moved: medal B");
  assert.equal(told(THREE, `${ON}, medal C, over`, MOVED), "over | bronze C given, silver B moved, gold A moved");
});

const AFTER: readonly (readonly [string, string, readonly MedalWon[], string, string])[] = [
  ["nothing was given yet", "", THREE, "gold A, silver B, bronze C", ""],
  ["all was given", ALL, THREE, "", ""],
  ["one was absent", `${ON}, absent B, medal C, medal A, over`, THREE, "silver B", ""],
  ["gold and silver change places", `${ALL}, over`, MOVED, "gold B, silver A", "silver B, gold A"],
  [
    "the winner loses every medal",
    `${ALL}, over`,
    medalsOf("gold B, silver C, bronze D"),
    "gold B, silver C, bronze D",
    "bronze C, silver B, gold A",
  ],
];

for (const [name, steps, won, due, back] of AFTER) {
  test(`a correction calls for what it changes: ${name}`, () => {
    const ceremony = { ...prepared(THREE), steps: steps === "" ? [] : steps.split(", ").map(stepOf) };
    const told = (medals: readonly MedalWon[]) => medals.map(({ medal, entry: who }) => `${medal} ${who}`).join(", ");
    const outstanding = outstandingAwards(won, [ceremony]);
    assert.deepEqual([told(outstanding.due), told(outstanding.back)], [due, back]);
  });
}

test("after the second ceremony nothing is outstanding", () => {
  const first = { ...prepared(THREE), steps: `${ALL}, over`.split(", ").map(stepOf) };
  const second = {
    ...prepared(outstandingAwards(MOVED, [first]).due),
    steps: `${ON}, medal A, medal B`.split(", ").map(stepOf),
  };
  assert.deepEqual(outstandingAwards(MOVED, [first, second]), { due: [], back: [] });
});

const RANK: Readonly<Record<Medal, number>> = { bronze: 1, silver: 2, gold: 3 };
const medalSet = fc
  .uniqueArray(fc.constantFrom(..."ABCDEF"), { minLength: 1 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.constantFrom(...MEDALS).map((medal) => ({ medal, entry: entry(name) })))),
  );
const anyStep = fc.oneof(
  fc.constantFrom(...["called", "on-podium", "photo", "over", "presenters P", "music M"].map(stepOf)),
  fc.constantFrom(..."ABCDEFZ").map((name) => stepOf(`medal ${name}`)),
  fc.constantFrom(..."ABCDEFZ").map((name) => stepOf(`absent ${name}`)),
);

test("whatever is asked: medals rise in worth, none is given twice, and every ceremony can be brought to its end", () => {
  fc.assert(
    fc.property(medalSet, fc.array(anyStep, { maxLength: 60 }), (won, asked) => {
      let ceremony = prepared(won);
      for (const step of asked) {
        const isOffered = nextSteps(ceremony, won).includes(step.step);
        const next = ceremonyAfter(ceremony, step, won);
        if (isRefused(next)) continue;
        assert.ok(isOffered);
        ceremony = next;
      }
      assertRising(ceremony, won);
      assert.equal(phaseOf(broughtToItsEnd(ceremony, won)), "over");
    }),
  );
});

function assertRising({ steps, awards }: Ceremony, won: readonly MedalWon[]): void {
  const absent = new Set(steps.flatMap((step) => (step.step === "absent" ? [step.entry] : [])));
  const given = steps.flatMap((step) => (step.step === "medal" ? [step.entry] : []));
  assert.equal(new Set(given).size, given.length);
  const rankOf = (who: string) => RANK[won.find((one) => one.entry === who)?.medal ?? assert.fail(who)];
  const onTime = given.filter((who) => !absent.has(who)).map(rankOf);
  assert.deepEqual(
    onTime,
    onTime.toSorted((a, b) => a - b),
  );
  assert.deepEqual(new Set(awards), new Set(won));
}

function broughtToItsEnd(begun: Ceremony, won: readonly MedalWon[]): Ceremony {
  let ceremony = begun;
  for (let count = 0; count < 20 && phaseOf(ceremony) !== "over"; count += 1) {
    const [receiver] = nextToReceive(ceremony, won).filter((who) =>
      awardsOf(ceremony, won).some(({ entry: award, state }) => award === who && state === "due"),
    );
    const open = nextSteps(ceremony, won);
    const kind = (["called", "on-podium", "over"] as const).find((step) => open.includes(step));
    const next = ceremonyAfter(
      ceremony,
      receiver === undefined ? { step: kind ?? assert.fail() } : { step: "medal", entry: receiver },
      won,
    );
    assert.ok(!isRefused(next));
    ceremony = next;
  }
  return ceremony;
}
