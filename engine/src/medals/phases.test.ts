import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode } from "../brand.ts";
import type { EventDraw } from "../draw/draw-plan.ts";
import { type Lot, lotFrom } from "../draw/lot.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import { LiveEvent, eventState } from "../results/event.ts";
import { entry, played, walkover } from "../results/playing.testing.ts";
import type { EventState, MatchInEvent, MatchResult } from "../results/result.ts";
import { drawsByChance, everybodyIn, plannedOf } from "./draws-by-chance.testing.ts";
import { medals } from "./medals.ts";

const SEED = process.env["PODIUM_SEED"] ?? "phases";
const EVENTS = 20;

const KINDS = Object.keys(drawsByChance(lotFrom(SEED, "kinds")));

function resultByChance({ code }: MatchInEvent, lot: Lot, nobody: boolean): MatchResult {
  if (nobody && lot.below(12) === 0) return walkover(code, null);
  if (lot.below(10) === 0) return walkover(code, lot.below(2) === 0 ? "home" : "away");
  return played(code, ["11-5 11-5 11-5", "5-11 11-5 5-11 5-11", "11-5 5-11 11-5 11-5"][lot.below(3)] ?? "");
}

/** Plays to the end in any order, corrects now and then, and answers the event. */
function playedOut(plan: EventPlan, lot: Lot, nobody = true): LiveEvent {
  const event = new LiveEvent(plan);
  for (let step = 0; !event.complete; step += 1) {
    const { matches } = event.state;
    const over = matches.filter(({ status }) => status === "over");
    const ready = matches.filter(({ status }) => status === "ready");
    const again = step < 200 && over.length > 0 && lot.below(6) === 0 ? over[lot.below(over.length)] : undefined;
    const next = again ?? ready[lot.below(Math.max(1, ready.length))];
    assert.ok(next, "an event that is not complete has a match that can be played");
    event.record(resultByChance(next, lot, nobody));
  }
  return event;
}

const placesOf = (state: EventState) => state.placings.map(({ place, entry: name }) => `${place} ${name}`).join(", ");
const medalsOf = (state: EventState, plan: EventPlan) =>
  medals(state, plan)
    .map(({ medal, entry: name }) => `${medal} ${name}`)
    .join(", ");

for (const kind of KINDS) {
  test(`${kind}: after any corrections the event is that of its last results (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, kind);
    for (let round = 0; round < EVENTS; round += 1) {
      const plan = plannedOf(drawsByChance(lot)[kind] ?? { phases: [] });
      const event = playedOut(plan, lot);
      const results = [...event.results].sort(() => lot.below(3) - 1);
      assert.deepEqual(event.state, eventState(plan, new Map(results)));
    }
  });

  test(`${kind}: everybody has one final place, and nobody plays nobody (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, `${kind} places`);
    for (let round = 0; round < EVENTS; round += 1) {
      const plan = plannedOf(drawsByChance(lot)[kind] ?? { phases: [] });
      const { state } = playedOut(plan, lot);
      const everybody = everybodyIn(plan);
      assert.deepEqual(state.placings.map((placing) => placing.entry).sort(), everybody, placesOf(state));
      for (const { place } of state.placings) assert.ok(place >= 1 && place <= everybody.length, placesOf(state));
      for (const match of state.matches.filter(({ status }) => status === "over"))
        assert.ok(match.entries.home !== null && match.entries.away !== null, match.code);
    }
  });

  test(`${kind}: where everybody comes, each place counts those before it (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, `${kind} counted`);
    for (let round = 0; round < EVENTS; round += 1) {
      const plan = plannedOf(drawsByChance(lot)[kind] ?? { phases: [] });
      const { state } = playedOut(plan, lot, false);
      for (const { place } of state.placings)
        assert.equal(state.placings.filter((before) => before.place < place).length, place - 1, placesOf(state));
      const won = medals(state, plan);
      assert.deepEqual(won.filter(({ medal }) => medal !== "bronze").length, 2);
    }
  });

  test(`${kind}: who is named in a phase by its code stands as if the plan had led there (seed ${SEED})`, () => {
    const lot = lotFrom(SEED, `${kind} named`);
    for (let round = 0; round < EVENTS; round += 1) {
      const draw = drawsByChance(lot)[kind] ?? { phases: [] };
      const plan = plannedOf(draw);
      const event = playedOut(plan, lot, false);
      const told = plannedOf(namedIn(draw, event));
      const state = eventState(told, event.results);
      assert.equal(placesOf(state), placesOf(event.state));
      assert.equal(medalsOf(state, told), medalsOf(event.state, plan));
    }
  });
}

/** The same draw as somebody writes it down afterwards, with the names of those who came. */
function namedIn(draw: EventDraw, event: LiveEvent): EventDraw {
  const { groups, matches } = event.state;
  const nameOf = (source: Source): Source => {
    const name =
      source.from === "place"
        ? groups.find(({ group }) => group === source.group)?.rows[source.place - 1]?.entry
        : "match" in source
          ? matches.find(({ code }) => code === source.match)?.[source.from]
          : undefined;
    return name === undefined ? source : name === null ? { from: "bye" } : { from: "entry", entry: name };
  };
  const losers = (round: string): Source[] =>
    matches.filter((match) => match.round === round).map(({ code }) => nameOf({ from: "loser", match: code }));
  return {
    ...draw,
    phases: draw.phases.map(({ losersOf, lines, groups: given, ...phase }) => ({
      ...phase,
      ...(losersOf === undefined ? {} : { lines: losers(losersOf) }),
      ...(lines === undefined ? {} : { lines: lines.map(nameOf) }),
      ...(given === undefined
        ? {}
        : { groups: given.map(({ name, entries }) => ({ name, entries: entries.map(nameOf) })) }),
    })),
  };
}

const of = (names: string): Source[] => names.split(" ").map((name) => ({ from: "entry", entry: entry(name) }));

function settled(draw: EventDraw, homeWins = () => true): { state: EventState; plan: EventPlan } {
  const plan = plannedOf(draw);
  const event = new LiveEvent(plan);
  for (;;) {
    const ready = event.state.matches.filter(({ status }) => status === "ready");
    if (ready.length === 0) return { state: event.state, plan };
    for (const { code } of ready) event.record(played(code, homeWins() ? "11-5" : "5-11"));
  }
}

test("a plate for the losers of the first round gives the places they would have shared", () => {
  const { state, plan } = settled({
    phases: [
      { code: "main", format: "knock-out", lines: of("A B C D E F G H") },
      { code: "plate", format: "knock-out", losersOf: "qf" },
    ],
  });
  assert.equal(placesOf(state), "1 A, 2 E, 3 C, 3 G, 5 B, 6 F, 7 D, 7 H");
  assert.equal(medalsOf(state, plan), "gold A, silver E, bronze C, bronze G");
});

test("who is out in the qualification stands behind everybody of the main draw", () => {
  const { state } = settled({
    phases: [
      { code: "q", format: "knock-out", lines: of("Q R S T"), winners: 2 },
      {
        code: "main",
        format: "knock-out",
        lines: [...of("A B"), { from: "winner", match: "q-1-1" as never }, { from: "winner", match: "q-1-2" as never }],
      },
    ],
  });
  assert.equal(placesOf(state), "1 A, 2 Q, 3 B, 3 S, 5 R, 5 T");
});

test("a phase may say which places it gives", () => {
  const draw = (firstPlace?: number): EventDraw => ({
    phases: [
      { code: "groups", format: "groups", groups: [{ name: "X", entries: of("A B C D") }] },
      { code: "lower", format: "knock-out", lines: of("C D"), ...(firstPlace === undefined ? {} : { firstPlace }) },
      { code: "main", format: "knock-out", lines: of("A B") },
    ],
  });
  assert.equal(placesOf(settled(draw()).state), "1 C, 2 D, 3 A, 4 B");
  assert.equal(placesOf(settled(draw(3)).state), "1 A, 2 B, 3 C, 4 D");
});

test("the rule of an event may give two bronzes, medals to each group, or none", () => {
  const four = { name: "A", entries: of("A B C D") };
  const two = [
    { name: "A", entries: of("A B C") },
    { name: "B", entries: of("D E F") },
  ];
  const league = (groups: NonNullable<EventDraw["phases"][number]["groups"]>, more: Partial<EventDraw>) => {
    const { state, plan } = settled({ phases: [{ code: "groups", format: "groups", groups }], ...more });
    return medalsOf(state, plan);
  };
  assert.equal(league([four], {}), "gold A, silver B, bronze C");
  assert.equal(league([four], { bronzes: 2 }), "gold A, silver B, bronze C, bronze D");
  assert.equal(league(two, {}), "");
  assert.equal(league(two, { medalsFor: "each-group" }), "gold A, gold D, silver B, silver E, bronze C, bronze F");
  const withheld = [{ entry: entry("D"), ruling: "withheld", reason: "a test" }] as const;
  const { state: groups, plan: ruled } = settled({
    phases: [{ code: "groups", format: "groups", groups: two }],
    medalsFor: "each-group",
  });
  assert.equal(
    medalsOf(groups, { ...ruled, rulings: withheld }),
    "gold A, silver B, silver E, bronze C, bronze F",
    "what is withheld in a group goes to nobody",
  );
  assert.equal(league([four], { medalsFor: "nobody" }), "");
  const knockOut: EventDraw = {
    phases: [{ code: "main", format: "knock-out", lines: of("A B C D"), bronzeMatch: true }],
    bronzes: 2,
  };
  const { state, plan } = settled(knockOut);
  assert.equal(medalsOf(state, plan), "gold A, silver C, bronze B, bronze D");
});

test("what is drawn late holds back the places it may still take", () => {
  const groups = { code: "groups", format: "groups", groups: [{ name: "X", entries: of("A B C D") }] } as const;
  const open: EventDraw = {
    phases: [groups, { code: "main", format: "knock-out", lines: [{ from: "open" }, { from: "open" }] }],
  };
  const { state } = settled(open);
  assert.equal(placesOf(state), "3 C, 4 D");
});

test("the entries of a later group are those that reach it", () => {
  const { state } = settled({
    phases: [
      { code: "groups", format: "groups", groups: [{ name: "X", entries: of("A B C") }] },
      {
        code: "second",
        format: "groups",
        groups: [{ name: "Y", entries: [...of("D"), { from: "place", group: "X", place: 1 }] }],
      },
    ],
  });
  const rows = state.groups[1]?.rows.map((row): EntryCode => row.entry);
  assert.deepEqual(rows, ["D", "A"]);
  assert.equal(placesOf(state), "1 D, 2 A, 3 B, 4 C");
});
