import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventPlan } from "../draw/plan.ts";
import { planDraw } from "../draw/draw-plan.ts";
import { lotFrom } from "../draw/lot.ts";
import { planGroups } from "../draw/round-robin.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import { PARIS_2024_LINES, PARIS_2024_RESULTS } from "../results/paris-2024.testing.ts";
import { entry, knockOutOf, playOut, played, resultsOf, walkover } from "../results/playing.testing.ts";
import { countMedals, medalTable, medals, medalsAwaitLots } from "./medals.ts";

const SEED = process.env["PODIUM_SEED"] ?? "medals";

const wonIn = (state: Parameters<typeof medals>[0], plan: Parameters<typeof medals>[1]) =>
  medals(state, plan).map(({ medal, entry: name }) => `${medal} ${name}`);

test("Paris 2024 mixed doubles: China, DPR Korea, Republic of Korea", () => {
  const plan = knockOutOf(PARIS_2024_LINES);
  assert.deepEqual(wonIn(eventState(plan, resultsOf(PARIS_2024_RESULTS)), plan), [
    "gold CHN",
    "silver PRK",
    "bronze KOR",
  ]);
});

test("who loses a match that nobody won gets no medal", () => {
  const withBronze = knockOutOf("A B C D");
  const semiFinal = eventState(withBronze, resultsOf([walkover("sf-1", null), played("sf-2", "11-1")]));
  assert.deepEqual(wonIn(semiFinal, withBronze), ["gold C", "bronze D"]);
  const shared = knockOutOf("A B C D", false);
  const oneCame = eventState(shared, resultsOf([walkover("sf-1", null), played("sf-2", "11-1")]));
  assert.deepEqual(wonIn(oneCame, shared), ["gold C", "bronze D"], "who lost the other semi-final has its medal");
  const nobodyCame = eventState(shared, resultsOf([walkover("sf-1", null), walkover("sf-2", null)]));
  assert.deepEqual(wonIn(nobodyCame, shared), []);
  const final = eventState(
    shared,
    resultsOf([played("sf-1", "11-1"), played("sf-2", "11-1"), walkover("final", null)]),
  );
  assert.deepEqual(wonIn(final, shared), ["bronze B", "bronze D"]);
});

test("who is disqualified in its last match gets no medal, and nobody moves up for it", () => {
  const disqualified = (match: string) => ({
    ...walkover(match, "home"),
    outcome: { winner: "home", by: "disqualification" } as const,
  });
  const shared = knockOutOf("A B C D", false);
  const semiFinals = [disqualified("sf-1"), played("sf-2", "11-1")];
  assert.deepEqual(wonIn(eventState(shared, resultsOf([...semiFinals, disqualified("final")])), shared), [
    "gold A",
    "bronze D",
  ]);
  const withBronze = knockOutOf("A B C D");
  const results = [disqualified("sf-1"), played("sf-2", "11-1"), played("bronze", "11-1"), disqualified("final")];
  // B was disqualified in the semi-final, and won the match for bronze all the same.
  assert.deepEqual(wonIn(eventState(withBronze, resultsOf(results)), withBronze), ["gold A", "bronze B"]);
});

test("a match of a group that nobody came to costs nobody a medal", () => {
  const plan: EventPlan = {
    groups: [{ name: "A", entries: [entry("A"), entry("B"), entry("C")] }],
    matches: planGroups([{ name: "A", entries: [entry("A"), entry("B"), entry("C")] }]),
    bronzeMatch: false,
  };
  const codes = plan.matches.map(({ code }) => code);
  const results = resultsOf(
    plan.matches.map((match) => {
      const sides = [match.home, match.away].map((side) => (side.from === "entry" ? side.entry : ""));
      return sides.includes(entry("C"))
        ? played(match.code, sides[0] === "C" ? "1-11" : "11-1")
        : walkover(match.code, null);
    }),
  );
  assert.equal(codes.length, 3);
  assert.deepEqual(wonIn(eventState(plan, results), plan).length, 1, "A and B share the first place, C is third");
  assert.deepEqual(wonIn(eventState(plan, results), plan), ["bronze C"]);
});

test("medals come when they are decided: bronze before gold and silver", () => {
  const plan = knockOutOf("A B C D");
  const semiFinals = [played("sf-1", "11-1"), played("sf-2", "11-1")];
  assert.deepEqual(wonIn(eventState(plan, resultsOf(semiFinals)), plan), []);
  assert.deepEqual(wonIn(eventState(plan, resultsOf([...semiFinals, played("bronze", "1-11")])), plan), ["bronze D"]);
});

test("without a bronze match both losing semi-finalists get bronze", () => {
  const plan = knockOutOf("A B C D", false);
  const results = resultsOf([played("sf-1", "11-1"), played("sf-2", "1-11"), played("final", "1-11")]);
  assert.deepEqual(wonIn(eventState(plan, results), plan), ["gold D", "silver A", "bronze B", "bronze C"]);
});

test(`a knock-out ends with one gold, one silver and one bronze, or two without a bronze match (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "knock-out");
  for (let round = 0; round < 200; round += 1) {
    const size = [4, 8, 16, 32][lot.below(4)] ?? 4;
    const bronzeMatch = lot.below(2) === 0;
    const names = Array.from({ length: size }, (_, i) => (i % 4 === 1 && lot.below(2) === 0 ? "-" : `e${i}`));
    const plan = knockOutOf(names.join(" "), bronzeMatch);
    const state = eventState(
      plan,
      playOut(plan, (match) => played(match, lot.below(2) === 0 ? "11-5" : "5-11")),
    );
    const count = (medal: string) => medals(state, plan).filter((one) => one.medal === medal).length;
    assert.equal(state.complete, true);
    assert.equal(count("gold") + count("silver"), 2);
    const semiFinalists = state.matches.filter((match) => match.round === "sf" && match.loser !== null).length;
    assert.equal(count("bronze"), bronzeMatch ? Math.min(1, semiFinalists) : semiFinalists, names.join(" "));
    assert.deepEqual(
      state.placings.map((placing) => placing.entry).sort(),
      names.filter((name) => name !== "-").sort(),
    );
  }
});

test("a single group gives medals by its table, none for a place that only lots can decide", () => {
  const groups = [{ name: "A", entries: ["a", "b", "c"].map(entry) }];
  const plan = { groups, matches: planGroups(groups), bronzeMatch: false };
  const straight = resultsOf([played("a-1", "11-5"), played("a-2", "11-5"), played("a-3", "11-5")]);
  assert.equal(wonIn(eventState(plan, straight), plan).length, 3);
  const circle = resultsOf([played("a-1", "11-5"), played("a-2", "5-11"), played("a-3", "11-5")]);
  assert.deepEqual(wonIn(eventState(plan, circle), plan), []);
});

test("while lots decide about a medal the others are given, and the medals of the event are not all given yet", () => {
  const groups = [{ name: "A", entries: ["a", "b", "c", "d", "e"].map(entry) }];
  const order = "abcde";
  /** Who comes first in the order beats who comes later; nobody came where it names both. */
  const after = (lots: string, unplayed = "", more: Partial<EventPlan> = {}) => {
    const group = { name: "A", entries: groups[0]?.entries ?? [], ...(lots ? { lots: [...lots].map(entry) } : {}) };
    const plan: EventPlan = { groups: [group], matches: planGroups(groups), bronzeMatch: false, ...more };
    const results = plan.matches.map(({ code, home, away }) => {
      const [one, other] = [home, away].map((side) => (side.from === "entry" ? side.entry : ""));
      if (unplayed.includes(one ?? "-") && unplayed.includes(other ?? "-")) return walkover(code, null);
      return played(code, order.indexOf(one ?? "") < order.indexOf(other ?? "") ? "11-5" : "5-11");
    });
    const state = eventState(plan, resultsOf(results));
    assert.equal(state.complete, true);
    return [wonIn(state, plan).join(", "), medalsAwaitLots(state, plan)];
  };
  assert.deepEqual(after(""), ["gold a, silver b, bronze c", false]);
  assert.deepEqual(after("", "ab"), ["bronze c", true]);
  assert.deepEqual(after("ba", "ab"), ["gold b, silver a, bronze c", false]);
  assert.deepEqual(
    after("", "cd", { bronzes: 2 }),
    ["gold a, silver b, bronze c, bronze d", false],
    "both have a bronze",
  );
  assert.deepEqual(after("", "ab", { medalsFor: "nobody" }), ["", false], "lots decide about no medal");
  assert.deepEqual(after("", "cd"), ["gold a, silver b", true], "one bronze, and two who share its place");
  assert.deepEqual(after("", "de"), ["gold a, silver b, bronze c", false], "the fourth place has no medal");
  const { groups: none, ...cup } = knockOutOf("A B C D", false);
  const played2 = resultsOf([played("sf-1", "11-1"), played("sf-2", "1-11"), played("final", "1-11")]);
  const plan = { ...cup, groups: none };
  assert.equal(medalsAwaitLots(eventState(plan, played2), plan), false, "two bronzes share a place, each with a medal");
});

test("the medal table goes by gold, then silver, then bronze, and equals share a place", () => {
  const rows = medalTable([
    { name: "KOR", gold: 0, silver: 0, bronze: 3 },
    { name: "CHN", gold: 5, silver: 1, bronze: 0 },
    { name: "PRK", gold: 0, silver: 1, bronze: 0 },
    { name: "FRA", gold: 0, silver: 0, bronze: 3 },
    { name: "JPN", gold: 0, silver: 1, bronze: 1 },
    { name: "GER", gold: 0, silver: 0, bronze: 3 },
    { name: "SWE", gold: 0, silver: 0, bronze: 1 },
  ]);
  assert.deepEqual(
    rows.map(({ place, name, total }) => `${place} ${name} ${total}`),
    ["1 CHN 6", "2 JPN 2", "3 PRK 1", "4 FRA 3", "4 GER 3", "4 KOR 3", "7 SWE 1"],
  );
});

test("medals are counted under the name they are won for", () => {
  const won = [
    { medal: "gold", name: "CHN" },
    { medal: "bronze", name: "CHN" },
    { medal: "silver", name: "PRK" },
  ] as const;
  assert.deepEqual(countMedals(won), [
    { name: "CHN", gold: 1, silver: 0, bronze: 1 },
    { name: "PRK", gold: 0, silver: 1, bronze: 0 },
  ]);
});

test("several groups without a knock-out after them give no medals, however early one of them is complete", () => {
  const groups = ["A", "B"].map((name) => ({ name, entries: ["1", "2"].map((number) => entry(`${name}${number}`)) }));
  const plan: EventPlan = { groups, matches: planGroups(groups), bronzeMatch: false };
  const [first] = plan.matches;
  assert.ok(first);
  const won = { match: first.code, outcome: { winner: "home", by: "play" }, games: [{ home: 11, away: 1 }] } as const;
  assert.deepEqual(medals(eventState(plan, new Map([[first.code, won]])), plan), []);
});

test("where each group gives medals it does so once it is complete, and none for a place that is shared", () => {
  const groups = ["A", "B"].map((name) => ({ name, entries: ["1", "2", "3"].map((at) => entry(`${name}${at}`)) }));
  const plan: EventPlan = { groups, matches: planGroups(groups), bronzeMatch: false, medalsFor: "each-group" };
  const after = (...results: readonly ReturnType<typeof played>[]) => {
    const state = eventState(plan, resultsOf(results));
    return [wonIn(state, plan).join(", "), medalsAwaitLots(state, plan)];
  };
  const first = [played("a-1", "11-5"), played("a-2", "11-5"), played("a-3", "11-5")];
  const second = (last: string) => [played("b-1", "11-5"), played("b-2", last), played("b-3", "11-5")];
  assert.deepEqual(after(...first, ...second("11-5").slice(0, 1)), ["gold A1, silver A2, bronze A3", false]);
  assert.deepEqual(after(...first, ...second("11-5")), [
    "gold A1, gold B1, silver A2, silver B2, bronze A3, bronze B3",
    false,
  ]);
  assert.deepEqual(after(...first, ...second("5-11")), ["gold A1, silver A2, bronze A3", true]);
  assert.deepEqual(
    after(...first, walkover("b-1", null), ...second("11-5").slice(1)),
    ["gold A1, gold B1, silver A2, bronze A3", true],
    "lots decide between the second and the third of the other group",
  );
});

test("where each group gives medals, lots for its third place keep them waiting, lots for its fourth do not", () => {
  const groups = [{ name: "A", entries: ["1", "2", "3", "4", "5"].map(entry) }];
  const plan: EventPlan = { groups, matches: planGroups(groups), bronzeMatch: false, medalsFor: "each-group" };
  /** The lower number wins, but that nobody came where these two would have met. */
  const awaits = (unplayed: string) => {
    const results = plan.matches.map(({ code, home, away }) => {
      const [one = "", other = ""] = [home, away].map((side) => (side.from === "entry" ? side.entry : ""));
      if (`${one}${other}` === unplayed) return walkover(code, null);
      return played(code, one < other ? "11-5" : "5-11");
    });
    return medalsAwaitLots(eventState(plan, resultsOf(results)), plan);
  };
  assert.deepEqual([awaits("34"), awaits("45")], [true, false]);
});

test("lots that only decide who is second in a group keep no medal waiting where the first alone goes on", () => {
  const groups = ["A", "B"].map((name) => ({
    name,
    entries: ["1", "2", "3"].map((at) => ({ from: "entry", entry: entry(`${name}${at}`) }) as const),
  }));
  const first = (group: string) => ({ from: "place", group, place: 1 }) as const;
  const plan = planDraw({
    phases: [
      { code: "groups", format: "groups", groups, advance: 1 },
      { code: "main", format: "knock-out", lines: [first("A"), first("B")] },
    ],
  });
  assert.ok(!isRefused(plan));
  const inGroups = ["a", "b"].flatMap((group) => [
    walkover(`${group}-1`, null),
    ...[2, 3].map((at) => played(`${group}-${at}`, "11-5")),
  ]);
  const state = eventState(plan, resultsOf([...inGroups, played("final", "11-5")]));
  assert.deepEqual([wonIn(state, plan).join(", "), medalsAwaitLots(state, plan)], ["gold A1, silver B1", false]);
});

test("two bronzes beside a match for it go to the third and the fourth", () => {
  const plan: EventPlan = { ...knockOutOf("A B C D"), bronzes: 2 };
  const semiFinals = [played("sf-1", "11-1"), played("sf-2", "11-1")];
  const results = resultsOf([...semiFinals, played("bronze", "11-1"), played("final", "11-1")]);
  assert.deepEqual(wonIn(eventState(plan, results), plan), ["gold A", "silver C", "bronze B", "bronze D"]);
});

test("one bronze is given to neither of two who share the third place, nor to the first of them to be out", () => {
  const plan: EventPlan = { ...knockOutOf("A B C D", false), bronzes: 1 };
  const won = (...results: readonly ReturnType<typeof played>[]) => wonIn(eventState(plan, resultsOf(results)), plan);
  assert.deepEqual(won(played("sf-1", "11-1")), []);
  assert.deepEqual(won(played("sf-1", "11-1"), played("sf-2", "11-1"), played("final", "11-1")), [
    "gold A",
    "silver C",
  ]);
});
