import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Seat } from "../sides.ts";
import type { LogEntry } from "./log.ts";
import { accepted, after, games, rallies, scoreOf } from "./log.testing.ts";
import { record } from "./match.ts";
import { BADMINTON_MATCHES } from "./records/badminton.testing.ts";
import { type OfficialMatch, MENS_SINGLES, MIXED_DOUBLES } from "./records/paris-2024.testing.ts";
import type { FeedMatch } from "./records/rally-feed.testing.ts";
import { replayFeed } from "./records/replay.testing.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

const EVENTS: readonly (readonly [name: string, kind: MatchRules["kind"], matches: readonly OfficialMatch[]])[] = [
  ["mixed doubles", "doubles", MIXED_DOUBLES],
  ["men's singles", "singles", MENS_SINGLES],
];

for (const [name, kind, matches] of EVENTS) {
  test(`Paris 2024, ${name}: every match is decided by its games, and by nothing before the last of them`, () => {
    for (const match of matches) {
      const [, , home, away, scores, winner] = match;
      const rules: MatchRules = { sport: "table-tennis", kind, bestOf: 7, on: "2024-07-27" };
      const state = after(rules, games(scores));
      assert.deepEqual(state.outcome, { winner: winner === home ? "home" : "away", by: "play" }, match.join(" "));
      assert.ok(winner === home || winner === away);
      assert.equal(after(rules, games(scores).slice(0, -1)).outcome, null);
    }
  });

  test(`Paris 2024, ${name}: every winner goes on, and nobody else`, () => {
    const rounds = ["r64", "r32", "r16", "qf", "sf", "final"].filter((round) => matches.some(([of]) => of === round));
    for (const [at, round] of rounds.entries()) {
      for (const [, number, home, away] of matches.filter(([of]) => of === round)) {
        if (at === 0) continue;
        assert.deepEqual(
          [home, away],
          [2 * number - 1, 2 * number].map((before) => winnerOf(matches, rounds[at - 1], before)),
        );
      }
    }
    const losers = matches
      .filter(([round]) => round === "sf")
      .map(([, , home, away, , winner]) => (winner === home ? away : home));
    assert.deepEqual(
      matches.filter(([round]) => round === "bronze").map(([, , home, away]) => [home, away].sort()),
      [losers.sort()],
    );
    const entered = matches.filter(([round]) => round === rounds[0]).flatMap(([, , home, away]) => [home, away]);
    for (const [, , , , , winner] of matches.filter(([round]) => round === "preliminary"))
      assert.ok(entered.includes(winner));
  });
}

function winnerOf(matches: readonly OfficialMatch[], round: string | undefined, number: number): string | undefined {
  return matches.find(([of, at]) => of === round && at === number)?.[5];
}

for (const { players, firstServer, rallies: played, scores } of BADMINTON_MATCHES) {
  test(`${players.join(" v ")}: the rallies lead to the official score, and the winner of each serves the next`, () => {
    let state = after({ sport: "badminton", kind: "singles", bestOf: 3, on: "2022-06-18" }, [
      { kind: "service", server: firstServer },
    ]);
    for (const entry of rallies(played.join(""))) state = follow(state, entry);
    assert.deepEqual(
      state.games.map(({ score }) => `${score.home}-${score.away}`),
      scores,
    );
    assert.equal(state.outcome?.winner, "home");
  });
}

/** One rally more; whoever won the one before serves it. */
function follow(state: MatchState, entry: LogEntry): MatchState {
  const last = state.games.at(-1)?.rallies?.at(-1);
  if (last !== undefined) assert.equal(state.service?.server, `${last}1`, scoreOf(state));
  return accepted(record(state, entry));
}

const outside = process.env["PODIUM_RECORDS"];
if (outside !== undefined) {
  test("every rally log of the league is replayed to its official score, or the reason it cannot be is in it", (t) => {
    const matches = lines(`${outside}/ttbl-rallies.jsonl`).map((line) => JSON.parse(line) as FeedMatch); // a record's own shape
    let sound = 0;
    for (const match of matches) {
      const replayed = replayFeed(match);
      const unsound = "unsound" in replayed ? replayed.unsound : wrongEnd(replayed.state, match);
      if (unsound === null) sound += 1;
      else t.diagnostic(`${match.match} game ${match.game}: ${unsound}`);
    }
    t.diagnostic(`${sound} of ${matches.length} rally logs are sound`);
    assert.ok(sound >= matches.length * 0.95);
  });

  test("every badminton record is replayed to its last score, or the reason it cannot be is in it", (t) => {
    const matches = badmintonRecords(`${outside}/badminton-rallies.csv`);
    let sound = 0;
    for (const [name, record] of matches) {
      const unsound = badmintonUnsound(record);
      if (unsound === null) sound += 1;
      else t.diagnostic(`${name}: ${unsound}`);
    }
    t.diagnostic(`${sound} of ${matches.size} badminton records are sound`);
    assert.ok(sound >= 20);
  });
}

function lines(file: string): string[] {
  return readFileSync(file, "utf8").trim().split(/\r?\n/);
}

function wrongEnd(state: MatchState, { sets, winner }: FeedMatch): string | null {
  const ours = state.games.map(({ score }) => `${score.home}:${score.away}`).join(" ");
  const theirs = sets.map(([home, away]) => `${home}:${away}`).join(" ");
  if (ours !== theirs) return `the games are told as ${theirs}, the points make ${ours}`;
  if (state.outcome === null) return "the match is not played to its end";
  return winner === null || winner.toLowerCase() === state.outcome.winner ? null : `the winner is told as ${winner}`;
}

interface BadmintonRally {
  readonly game: string;
  readonly server: Seat;
  readonly score: readonly [number, number];
}

function badmintonRecords(file: string): Map<string, BadmintonRally[]> {
  const [, ...rows] = lines(file);
  const matches = new Map<string, BadmintonRally[]>();
  for (const row of rows) {
    const [name = "", game = "", , server, , home, away] = row.split(",");
    const rally: BadmintonRally = {
      game,
      server: server === "A" ? "home1" : "away1",
      score: [Number(home), Number(away)],
    };
    matches.set(name, [...(matches.get(name) ?? []), rally]);
  }
  return matches;
}

/** Why a record is not sound; null when every rally follows from the one before and the match is played to its end. */
function badmintonUnsound(rallies: readonly BadmintonRally[]): string | null {
  const first = rallies[0]?.server ?? "home1";
  let state = after({ sport: "badminton", kind: "singles", bestOf: 3 }, [{ kind: "service", server: first }]);
  let before: readonly [number, number] = [0, 0];
  let game = "1";
  for (const rally of rallies) {
    if (rally.game !== game && state.progress !== "interval") return `game ${game} stops at ${scoreOf(state)}`;
    if (rally.game !== game) before = [0, 0];
    game = rally.game;
    const [home, away] = [rally.score[0] - before[0], rally.score[1] - before[1]];
    const shown = `game ${game}, ${before.join("-")} to ${rally.score.join("-")}`;
    if (home + away !== 1 || home < 0 || away < 0) return `${shown}: rallies are missing or out of order`;
    if (state.service?.server !== rally.server)
      return `${shown}: ${rally.server} is said to serve, the laws say ${state.service?.server ?? "nobody"}`;
    const next = record(state, { kind: "rally", winner: home === 1 ? "home" : "away" });
    if ("refused" in next) return `${shown}: ${next.message}`;
    state = next;
    before = rally.score;
  }
  return state.outcome === null ? `the record stops at ${scoreOf(state)}` : null;
}
