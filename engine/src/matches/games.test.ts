import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import { credited } from "./ending.ts";
import type { LogEntry } from "./log.ts";
import { illegalFinal } from "./games.ts";
import {
  DOUBLES,
  HOME_SERVES,
  SINGLES,
  accepted,
  after,
  games,
  rallies,
  refusedCode,
  scoreOf,
  serviceOf,
  won,
} from "./log.testing.ts";
import { newMatch, record, replay } from "./match.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

const RULES = accepted(newMatch(SINGLES)).rules;

test("a game to eleven ends 11-0 to 11-9 or two ahead from ten all", () => {
  for (let loser = 0; loser <= 40; loser += 1) {
    for (let winner = loser; winner <= 42; winner += 1) {
      const legal = (winner === 11 && loser <= 9) || (loser >= 10 && winner === loser + 2);
      assert.equal(illegalFinal(RULES, { home: winner, away: loser }, 1) === null, legal, `${winner}-${loser}`);
      assert.equal(illegalFinal(RULES, { home: loser, away: winner }, 1) === null, legal, `${loser}-${winner}`);
    }
  }
});

test("numbers that count no points end no game", () => {
  for (const score of [
    { home: 11, away: -1 },
    { home: 11, away: 2.5 },
    { home: Number.NaN, away: 11 },
    { home: Infinity, away: 3 },
  ]) {
    assert.notEqual(illegalFinal(RULES, score, 1), null);
  }
});

test("the refusal of a score says which score and which law", () => {
  const refused = replay(SINGLES, games("10-11"));
  assert.ok(isRefused(refused));
  assert.equal(refused.message, "A game to 11 cannot end 11-10.");
  assert.deepEqual(refused.detail, { points: 11, home: 10, away: 11, law: "2.11.1", index: 0 });
});

test("a match is the best of any odd number of games", () => {
  for (const bestOf of [1, 3, 5, 7, 9]) {
    const state = after(
      { ...SINGLES, bestOf },
      games(Array.from({ length: (bestOf + 1) / 2 }, () => "11-5").join(" ")),
    );
    assert.deepEqual(state.outcome, { winner: "home", by: "play" });
    assert.equal(refusedCode(record(state, { kind: "game", score: { home: 11, away: 5 } })), "match-over");
  }
  for (const bestOf of [0, 2, -1, 2.5, Number.NaN])
    assert.equal(refusedCode(newMatch({ ...SINGLES, bestOf })), "best-of-not-odd");
});

test("where all games count, the match goes on after it is decided", () => {
  const rules: MatchRules = { ...SINGLES, bestOf: 3, allGames: true };
  const two = after(rules, games("11-5 11-5"));
  assert.equal(two.outcome, null);
  assert.deepEqual(after(rules, games("11-5 11-5 3-11")).outcome, { winner: "home", by: "play" });
});

test("rallies and game scores of one match may alternate, and the service is known as far as it was told", () => {
  const log: LogEntry[] = [HOME_SERVES, ...won("home"), ...games("9-11")];
  const state = after(SINGLES, log);
  assert.equal(serviceOf(state), "home1>away1");
  assert.equal(scoreOf(after(SINGLES, [...log, ...rallies("h")])), "1-0");
  assert.equal(serviceOf(after(SINGLES, games("11-9"))), "nobody");
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, ...rallies("h"), ...games("11-9")])), "game-in-progress");
});

test("in doubles a game known by its score leaves the next first receiver free, not the side", () => {
  const first: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  const log = [first, ...won("home"), ...games("11-3")];
  assert.equal(
    serviceOf(after(DOUBLES, [...log, { kind: "service", server: "home2", receiver: "away1" }])),
    "home2>away1",
  );
  assert.equal(
    refusedCode(replay(DOUBLES, [...log, { kind: "service", server: "away1", receiver: "home1" }])),
    "wrong-server",
  );
  assert.equal(refusedCode(replay(DOUBLES, [...log, { kind: "service", server: "home1" }])), "receiver-not-chosen");
});

test("ends change after every game, and in the last possible one when a side first has five", () => {
  const decider = [HOME_SERVES, ...won("home"), ...won("away"), ...won("home"), ...won("away")];
  assert.equal(after(SINGLES, [HOME_SERVES, ...won("home")]).homeEnd, "right");
  assert.equal(after(SINGLES, [HOME_SERVES, ...rallies("hhhhhaaaaa")]).homeEnd, "left");
  assert.equal(after(SINGLES, [...decider, ...rallies("hhhh")]).homeEnd, "left");
  assert.equal(after(SINGLES, [...decider, ...rallies("hhhhh")]).homeEnd, "right");
  assert.equal(after(SINGLES, [...decider, ...rallies("hhhhhaaaaa")]).homeEnd, "right");
  assert.ok(after(SINGLES, [...decider, ...rallies("aaaaa")]).calls.includes("change-ends"));
  assert.equal(
    after({ ...SINGLES, bestOf: 1 }, [{ kind: "service", server: "home1", homeEnd: "right" }, ...rallies("hhhhh")])
      .homeEnd,
    "left",
  );
});

test("ends are chosen once", () => {
  const next: LogEntry = { kind: "service", server: "away1", homeEnd: "left" };
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, ...won("home"), next])), "wrong-end");
  assert.equal(after(SINGLES, [HOME_SERVES, ...won("home"), { ...next, homeEnd: "right" }]).progress, "playing");
});

test("between two games it is asked for what the laws leave open, and for nothing else", () => {
  const first: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
  const asked = (rules: MatchRules, log: readonly LogEntry[]): string =>
    after(rules, log)
      .calls.filter((call) => call.startsWith("choose"))
      .join(" ");
  assert.equal(asked(SINGLES, [HOME_SERVES, ...won("home")]), "");
  assert.equal(asked(DOUBLES, [first, ...won("home")]), "choose-service");
  assert.equal(asked(DOUBLES, [first, ...won("home"), ...games("11-2")]), "choose-service choose-receiver");
  assert.equal(
    asked({ ...DOUBLES, sport: "badminton" }, [first, ...rallies("h".repeat(21))]),
    "choose-service choose-receiver",
  );
  assert.equal(asked({ ...DOUBLES, serviceKnown: false }, won("home")), "");
});

test("game point and match point stand with the side that wins with the next point", () => {
  const at = (letters: string, rules: MatchRules = SINGLES): MatchState =>
    after(rules, [HOME_SERVES, ...rallies(letters)]);
  assert.equal(at("h".repeat(9)).gamePoint, null);
  assert.equal(at("h".repeat(10)).gamePoint, "home");
  assert.equal(at("h".repeat(10)).matchPoint, null);
  assert.equal(at("h".repeat(10), { ...SINGLES, bestOf: 1 }).matchPoint, "home");
  assert.equal(at("ha".repeat(10)).gamePoint, null);
  assert.equal(at(`${"ha".repeat(10)}a`).gamePoint, "away");
});

test("towels are taken after every six points, and when ends change in the last game", () => {
  const called = (letters: string, bestOf = 5): boolean =>
    after({ ...SINGLES, bestOf }, [HOME_SERVES, ...rallies(letters)]).calls.includes("towels");
  assert.deepEqual(
    ["hhhhh", "hhahha", "hhhahhh", "hahahahahaha"].map((letters) => called(letters)),
    [false, true, false, true],
  );
  assert.equal(called("hhhhh", 1), true);
});

test("a walkover is recorded before play and credits every game to nothing", () => {
  const state = after(SINGLES, [{ kind: "walkover", absent: "away" }]);
  assert.deepEqual(state.outcome, { winner: "home", by: "walkover" });
  assert.deepEqual(
    credited(state),
    Array.from({ length: 3 }, () => ({ home: 11, away: 0 })),
  );
  assert.equal(refusedCode(replay(SINGLES, [HOME_SERVES, { kind: "walkover", absent: "away" }])), "match-begun");
  const both = after(SINGLES, [{ kind: "walkover", absent: "both" }]);
  assert.deepEqual([both.outcome, credited(both)], [{ winner: null, by: "walkover" }, []]);
});

test("after a retirement the points stand and the opponent is given what decides", () => {
  const log = [
    HOME_SERVES,
    ...games("11-7 8-11 11-6 10-12"),
    ...rallies("hhhhhaaa"),
    { kind: "retired", side: "away" } as const,
  ];
  const state = after(SINGLES, log);
  assert.deepEqual(state.outcome, { winner: "home", by: "retirement" });
  assert.deepEqual(
    credited(state).map(({ home, away }) => `${home}-${away}`),
    ["11-7", "8-11", "11-6", "10-12", "11-3"],
  );
  const byScores = after(SINGLES, [
    ...games("11-7 8-11 11-6 10-12"),
    { kind: "retired", side: "away", unfinished: { home: 5, away: 3 } },
  ]);
  assert.deepEqual(
    credited(byScores),
    credited(after(SINGLES, log)),
    "a game known by its score alone is credited alike",
  );
  for (const impossible of [
    { home: 11, away: 3 },
    { home: 14, away: 12 },
    { home: 12, away: 5 },
  ]) {
    assert.equal(
      refusedCode(replay(SINGLES, [...games("11-7"), { kind: "retired", side: "away", unfinished: impossible }])),
      "illegal-unfinished-score",
    );
  }
  const late = after(SINGLES, [HOME_SERVES, ...rallies("ha".repeat(10)), { kind: "retired", side: "home" }]);
  assert.deepEqual(
    credited(late).map(({ home, away }) => `${home}-${away}`),
    ["10-12", "0-11", "0-11"],
  );
  assert.equal(refusedCode(replay(SINGLES, [{ kind: "retired", side: "home" }])), "match-not-begun");
});

test("a disqualification after the match makes it a loss in an unplayed match", () => {
  const state = after(SINGLES, [...games("11-5 11-5 11-5"), { kind: "disqualified", side: "home" }]);
  assert.deepEqual(state.outcome, { winner: "away", by: "disqualification" });
  assert.deepEqual(
    credited(state),
    Array.from({ length: 3 }, () => ({ home: 0, away: 11 })),
  );
});

test("where all games count, every game that was not played is credited", () => {
  const rules: MatchRules = { ...SINGLES, bestOf: 3, allGames: true };
  const retired = after(rules, [...games("5-11"), { kind: "retired", side: "away" }]);
  assert.deepEqual(
    credited(retired).map(({ home, away }) => `${home}-${away}`),
    ["5-11", "11-0", "11-0"],
  );
  const given = (end: LogEntry) =>
    credited(after(rules, [...games("11-3 11-3"), end])).map(({ home, away }) => `${home}-${away}`);
  for (const kind of ["retired", "disqualified"] as const)
    assert.deepEqual(given({ kind, side: "home", unfinished: { home: 3, away: 2 } }), ["11-3", "11-3", "3-11"], kind);
  assert.equal(credited(after(rules, [{ kind: "walkover", absent: "home" }])).length, 3);
});

test("a match that was played is credited as played", () => {
  const state = after(SINGLES, games("11-5 5-11 11-5 14-12"));
  assert.deepEqual(
    credited(state).map(({ home, away }) => `${home}-${away}`),
    ["11-5", "5-11", "11-5", "14-12"],
  );
});

test("what may be recorded is told in every state", () => {
  const kinds = (log: readonly LogEntry[]): string => after(SINGLES, log).mayRecord.join(" ");
  assert.equal(kinds([]), "service game medical card walkover disqualified abandoned");
  assert.equal(
    kinds([HOME_SERVES]),
    "rally let game time-out medical card expedite order-corrected retired disqualified abandoned undo void",
  );
  assert.equal(
    kinds([HOME_SERVES, ...won("home")]),
    "service rally let game medical card expedite retired disqualified abandoned undo void",
  );
  assert.equal(kinds(games("11-5 11-5 11-5")), "disqualified undo void");
  assert.equal(kinds([{ kind: "walkover", absent: "home" }]), "undo void");
});

test("an unknown sport, edition or kind is refused", () => {
  assert.equal(refusedCode(newMatch({ ...SINGLES, sport: "chess-boxing" })), "unknown-sport");
  assert.equal(refusedCode(newMatch({ ...SINGLES, edition: "1066" })), "unknown-edition");
  assert.equal(refusedCode(newMatch({ ...DOUBLES, sport: "squash" })), "kind-not-played");
  assert.equal(refusedCode(newMatch({ ...SINGLES, sport: "pickleball", serviceKnown: false })), "service-needed");
});

test("the laws of a date are those in force on it", () => {
  const edition = (on: string): string | undefined => accepted(newMatch({ ...SINGLES, on })).rules.edition;
  assert.deepEqual(["2000-09-25", "2001-08-31", "2001-09-01", "2024-07-30"].map(edition), [
    "21-points",
    "21-points",
    "2001",
    "2017",
  ]);
  const old = after({ ...SINGLES, on: "1988-10-01" }, games("21-18 19-21 23-21"));
  assert.deepEqual(old.gamesWon, { home: 2, away: 1 });
});
