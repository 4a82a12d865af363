import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchCode } from "../brand.ts";
import { planDraw } from "../draw/draw-plan.ts";
import type { MatchResult } from "../results/result.ts";
import { medals } from "../medals/medals.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import { entry, played, resultsOf } from "../results/playing.testing.ts";
import {
  BEST_OF_THREE_2_0,
  BEST_OF_THREE_2_1,
  inGames,
  inPlaceOf,
  type Name,
  PLAYED,
  record,
  told,
  toldOf,
} from "./four-players.testing.ts";
import type { Honour } from "./honours.ts";
import { PARIS_RESULTS, parisRecord, resultOf } from "./paris-2024.testing.ts";
import type { EntryRecord } from "./record.ts";

/** Games of seven, by the letters of who won each, with points that differ from game to game. */
function bestOfSeven(code: string, winners: string): MatchResult {
  return resultOf(
    code,
    [...winners].map((winner, index) => (winner === "h" ? ([11, index] as const) : ([index, 11] as const))),
  );
}

const STRAIGHT = ["sf-1", "sf-2", "bronze", "final"].map((code) => bestOfSeven(code, "hhhh"));

function sevens(...others: readonly MatchResult[]): MatchResult[] {
  return [...STRAIGHT.filter(({ match }) => others.every((other) => other.match !== match)), ...others];
}

function byWalkover(code: string): MatchResult {
  return { match: code as MatchCode, games: [], outcome: { winner: "home", by: "walkover" } };
}

test("a comeback is told from where it began: one game won between is no part of it", () => {
  assert.deepEqual(told({ bestOf: 7, results: sevens(bestOfSeven("final", "haaahhh")) }, "comeback"), [
    "ann | cal | 1-3",
  ]);
});

test("of several comebacks the widest are told, all of them", () => {
  const fromThree = bestOfSeven("final", "aaahhhh");
  const fromTwo = bestOfSeven("sf-1", "haaahhh");
  const comebacks = (...results: MatchResult[]) => told({ bestOf: 7, results: sevens(...results) }, "comeback");
  assert.deepEqual(comebacks(fromThree, fromTwo), ["ann | cal | 0-3"]);
  assert.deepEqual(comebacks(bestOfSeven("sf-2", "aahhhh"), fromTwo), ["ann | bea | 1-3", "cal | dov | 0-2"]);
});

test("no comeback is the widest while the points of another match are not known", () => {
  const results = sevens(bestOfSeven("final", "aaahhhh"), inGames("sf-2", 4, 2));
  assert.deepEqual(told({ bestOf: 7, results }, "comeback"), []);
});

test("a single game decides nothing that was open: best of one has no deciding game", () => {
  const results = ["sf-1", "sf-2", "bronze", "final"].map((code, index) => resultOf(code, [[11, index]]));
  assert.deepEqual(told({ bestOf: 1, results }, "deciding-game"), []);
  assert.deepEqual(told({ bestOf: 1, results }, "longest-game"), ["ann | cal | 11-3"]);
});

test("how many games were decided in the last is not known while one score is not", () => {
  const unknown: MatchResult = {
    match: "sf-2" as MatchCode,
    games: [],
    outcome: { winner: "home", by: "play", gamesWon: null },
  };
  assert.deepEqual(told({ results: inPlaceOf(unknown) }, "only-deciding-game"), []);
  const more = inPlaceOf(unknown).map((result) =>
    result.match === "sf-1" ? resultOf("sf-1", BEST_OF_THREE_2_1) : result,
  );
  assert.deepEqual(told({ results: more }, "most-games"), []);
});

test("the longest game is that of the most points of both, whoever won it", () => {
  assert.deepEqual(told({ results: PLAYED }, "longest-game"), ["ann | cal | 11-8"]);
});

test("a walkover has no games, and those of the others are counted", () => {
  assert.deepEqual(told({ results: inPlaceOf(byWalkover("sf-2")) }, "most-games"), ["ann | 5 | 2"]);
});

test("who was seeded alike is not a better seed", () => {
  const seeds: Readonly<Record<Name, number | null>> = { ann: 3, bea: 3, cal: 2, dov: null };
  const upsets = told({ results: PLAYED, entry: (name) => ({ seed: seeds[name] }) }, "beat-seeds");
  assert.deepEqual(upsets, ["ann | 2 | 1"]);
});

test("of the first four seeds nothing is said before all semi-finalists are known", () => {
  const paris = parisRecord();
  const upTo = PARIS_RESULTS.filter(({ match }) => /^r16|^qf-[123]$/.test(match));
  const state = eventState(paris.plan, new Map(upTo.map((result) => [result.match, result])));
  const early = { ...paris, state, medals: medals(state, paris.plan) };
  assert.deepEqual(toldOf(early, "seeds-missing"), []);
  assert.equal(toldOf(paris, "seeds-missing").length, 1);
});

test("the lower of two is the lowest of all", () => {
  const two = (name: Name) => ({ rank: name === "ann" ? 2 : 1 });
  const results = [resultOf("final", BEST_OF_THREE_2_0)];
  assert.deepEqual(told({ names: ["ann", "bea"], results, entry: two }, "medal-lowest-ranked"), ["ann | 2"]);
});

test("two matches without a lost game are told of their champion, one is not, nor two beside a walkover", () => {
  const straight = inPlaceOf(resultOf("final", BEST_OF_THREE_2_0));
  assert.deepEqual(told({ results: straight }, "no-game-lost"), ["ann | 2"]);
  const final = [resultOf("final", BEST_OF_THREE_2_0)];
  assert.deepEqual(told({ names: ["ann", "bea"], results: final }, "no-game-lost"), []);
  const paris = ["r16-1", "sf-1", "final"].map((code) =>
    resultOf(
      code,
      Array.from({ length: 4 }, () => [11, 5] as const),
    ),
  );
  assert.deepEqual(toldOf(parisRecord({ results: [...paris, byWalkover("qf-1")] }), "no-game-lost"), []);
});

/** Ann, Bea and Cal in one group, of which the first two meet again in a final. */
function groupAndFinal(results: readonly MatchResult[]) {
  const entries = (["ann", "bea", "cal"] as const).map((name) => ({ from: "entry", entry: entry(name) }) as const);
  const place = (number: number) => ({ from: "place", group: "A", place: number }) as const;
  const plan = planDraw({
    phases: [
      { code: "groups", format: "groups", groups: [{ name: "A", entries }], advance: 2 },
      { code: "main", format: "knock-out", lines: [place(1), place(2)] },
    ],
  });
  assert.ok(!isRefused(plan));
  const state = eventState(plan, resultsOf(results));
  return { ...record({ results: [] }), plan, state, medals: medals(state, plan) };
}

test("a champion who lost games and no match is told so where a group would have forgiven one, else not", () => {
  const group = ["a-1", "a-2", "a-3"].map((code) => played(code, "11-5 11-7"));
  assert.deepEqual(toldOf(groupAndFinal([...group, played("final", "11-5 5-11 11-7")]), "no-match-lost"), ["ann | 3"]);
  assert.deepEqual(told({ results: PLAYED }, "no-match-lost"), []);
});

test("who lost in a group was not put out there: the champions are beaten in the final", () => {
  const group = ["a-1", "a-2", "a-3"].map((code) => played(code, "11-5 11-7"));
  const beaten = (...more: MatchResult[]) =>
    toldOf({ ...groupAndFinal([...group, ...more]), honours: [GOLD] }, "beat-champions-association");
  assert.deepEqual(beaten(), []);
  assert.deepEqual(beaten(played("final", "5-11 5-11")), [], "they won it again");
  assert.deepEqual(beaten(played("final", "11-5 11-7")), ["ann | bea | BBB | 2025"]);
});

const GOLD: Honour = {
  sport: "table-tennis",
  year: 2025,
  competition: "Cup 2025",
  event: "Open singles",
  medal: "gold",
  association: "BBB",
  players: [],
};

const of =
  (codes: Partial<Record<Name, string>>) =>
  (name: Name): Partial<EntryRecord> => {
    const code = codes[name];
    return code === undefined ? {} : { association: { code, name: { en: code } } };
  };

test("the champions' association is beaten with the last that plays for it, while the event goes on as well", () => {
  const first = [resultOf("sf-1", BEST_OF_THREE_2_0)];
  assert.deepEqual(told({ results: first, honours: [GOLD] }, "beat-champions-association"), ["ann | bea | BBB | 2025"]);
  const second = { ...GOLD, association: "EEE" };
  const both = of({ bea: "EEE", dov: "EEE" });
  const withdrew = inPlaceOf(byWalkover("sf-2"));
  assert.deepEqual(told({ results: withdrew, honours: [second], entry: both }, "beat-champions-association"), [
    "ann | bea | EEE | 2025",
  ]);
});

test("an association that wins its title again was beaten by nobody, and none by its own", () => {
  const kept = { ...GOLD, association: "AAA" };
  assert.deepEqual(
    told({ results: PLAYED, honours: [kept], entry: of({ dov: "AAA" }) }, "beat-champions-association"),
    [],
  );
  const own = { ...GOLD, association: "CCC" };
  const results = inPlaceOf(byWalkover("final"));
  assert.deepEqual(told({ results, honours: [own], entry: of({ dov: "CCC" }) }, "beat-champions-association"), []);
});

test("two associations that shared a title are each told of where they were beaten", () => {
  const shared = [GOLD, { ...GOLD, association: "DDD" }];
  assert.deepEqual(told({ results: PLAYED, honours: shared }, "beat-champions-association"), [
    "ann | bea | BBB | 2025",
    "cal | dov | DDD | 2025",
  ]);
});

test("a title that other players win for their association is told as the team's where teams play", () => {
  const title: Honour = { ...GOLD, year: 2020, competition: "Tokyo 2020", event: "Mixed doubles", association: "CHN" };
  const codes = (isOfTeams: boolean) =>
    (["title-kept-by-team", "title-kept-by-association"] as const).map(
      (code) => toldOf(parisRecord({ honours: [title], isOfTeams }), code).length,
    );
  assert.deepEqual(codes(true), [1, 0]);
  assert.deepEqual(codes(false), [0, 1]);
});

test("a first medal is told of an association once, however many it won", () => {
  const results = PLAYED;
  const two = of({ cal: "AAA" });
  const honours = [{ ...GOLD, association: "EEE" }];
  assert.deepEqual(told({ results, honours, entry: two }, "first-medal-gold"), ["AAA | 2025"]);
  assert.deepEqual(told({ results, honours, entry: two }, "first-medal"), ["BBB | 2025"]);
});

test("no medal is told as the best for long when one as good may have come between", () => {
  const honours: Honour[] = [
    { ...GOLD, year: 2010, association: "AAA" },
    { ...GOLD, year: 2020, association: "AAA", medal: "bronze" },
    { ...GOLD, year: 2020, association: "EEE" },
  ];
  const maybe = (medal: Honour["medal"]): Honour => ({
    ...GOLD,
    year: 2026,
    competition: "Open 2026",
    association: "AAA",
    medal,
  });
  const best = (...more: Honour[]) => told({ results: PLAYED, honours: [...honours, ...more] }, "best-medal-since");
  assert.deepEqual(best(), ["AAA | 2010 | 16"]);
  assert.deepEqual(best(maybe("bronze")), ["AAA | 2010 | 16"]);
  assert.deepEqual(best(maybe("gold")), []);
});

test("what was won in another event of the competition does not hide a first medal in this one", () => {
  const elsewhere = [{ event: "cup/doubles", medal: "gold", association: "AAA", before: true } as const];
  const event = record({ results: PLAYED, honours: [GOLD] });
  assert.deepEqual(toldOf({ ...event, elsewhere }, "first-medal-in-event"), toldOf(event, "first-medal-in-event"));
  assert.deepEqual(toldOf({ ...event, elsewhere }, "first-medal-gold"), []);
});

test("together again after one year without is told, after none it is not", () => {
  const shared: Honour[] = [
    { ...GOLD, year: 2016, association: "AAA" },
    { ...GOLD, year: 2016, association: "CCC", medal: "silver" },
  ];
  const since: Honour[] = [
    { ...GOLD, year: 2020, association: "AAA", event: "Doubles" },
    { ...GOLD, year: 2020, association: "CCC", event: "Team" },
  ];
  const together = (...honours: Honour[]) => told({ results: PLAYED, honours }, "podium-together-since");
  assert.deepEqual(together(...shared, ...since), ["AAA | CCC | 2016 | 10"]);
  assert.deepEqual(together(...shared), []);
});

test("two are not told as together for the first time if any podium of this year may have had both", () => {
  const honours: Honour[] = [
    { ...GOLD, year: 2016, association: "AAA" },
    { ...GOLD, year: 2020, association: "CCC", event: "Doubles" },
  ];
  const won = (event: string, association: string) =>
    ({ event: `cup/${event}`, medal: "bronze", association, before: null }) as const;
  const first = (...elsewhere: ReturnType<typeof won>[]) =>
    toldOf({ ...record({ results: PLAYED, honours }), elsewhere }, "podium-together-first").length;
  assert.equal(first(), 1);
  assert.equal(first(won("doubles", "AAA"), won("team", "CCC")), 1, "on two podiums");
  assert.equal(first(won("doubles", "AAA"), won("team", "AAA"), won("team", "CCC")), 0);
  assert.equal(first(won("doubles", "BBB"), won("doubles", "AAA")), 1, "with another");
});

test("how many associations share a podium is told where each medallist has one, and there are two or more", () => {
  const shares = (entry: (name: Name) => Partial<EntryRecord>, results = PLAYED) =>
    (["podium-of-one", "podium-of-all"] as const).flatMap((code) => told({ results, entry }, code));
  assert.deepEqual(shares(of({})), ["3"]);
  assert.deepEqual(shares(of({ cal: "AAA" })), [], "two of three");
  assert.deepEqual(shares(of({ cal: "AAA", bea: "AAA" })), ["AAA | 3"]);
  assert.deepEqual(
    shares((name) => (name === "cal" ? { association: null } : {})),
    [],
    "one plays for no association",
  );
  const unfinished = PLAYED.filter(({ match }) => match !== "final");
  assert.deepEqual(shares(of({}), unfinished), [], "bronze alone is given");
});
