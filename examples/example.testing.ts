import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type {
  EntryCode,
  EventPlan,
  EventState,
  LogEntry,
  MatchCode,
  MatchResult,
  MatchRules,
  MatchState,
  Source,
} from "@podium/engine";
import { eventState, isRefused, planGroups, planKnockOut, replay } from "@podium/engine";
import { competitionFile, type DrawPart, type EventPart, type MatchLine } from "@podium/protocol";

/** An example as the server reads it: through the schema of the file format. */
export function exampleText(name: string) {
  return competitionFile.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")));
}

export interface PlayedEvent {
  readonly plan: EventPlan;
  readonly state: EventState;
  readonly matches: ReadonlyMap<string, MatchState>;
}

/** Plays an event from its file: every line through the engine, nothing beside it. */
export function played(event: EventPart): PlayedEvent {
  const plan = planOf(event);
  const matches = new Map((event.matches ?? []).map((line) => [line.code ?? "", stateOf(event, line)]));
  return { plan, state: eventState(plan, resultsOf(event, matches)), matches };
}

function planOf({ draw = {}, bestOf }: EventPart): EventPlan {
  const groups = (draw.groups ?? []).map(({ name, entries }) => ({
    name,
    entries: entries as string[] as EntryCode[],
  }));
  const bronzeMatch = draw.bronzeMatch ?? false;
  const knockOut = planKnockOut((draw.lines ?? []).map(sourceOf), { bronzeMatch });
  assert.ok(!isRefused(knockOut), "the draw is planned");
  return {
    groups,
    matches: [...planGroups(groups, { qualifying: draw.advance ?? 1 }), ...knockOut],
    bronzeMatch,
    bestOf,
  };
}

function sourceOf(line: NonNullable<DrawPart["lines"]>[number]): Source {
  if (typeof line !== "string") {
    assert.ok("group" in line, "an example of one or two phases");
    return { from: "place", ...line };
  }
  return line === "bye" || line === "open" ? { from: line } : { from: "entry", entry: line as EntryCode };
}

function stateOf(event: EventPart, line: MatchLine): MatchState {
  const rules: MatchRules = { sport: event.sport ?? "table-tennis", kind: event.kind, bestOf: event.bestOf };
  const state = replay(rules, logOf(line));
  assert.ok(!isRefused(state), `${event.code}/${line.code}: ${isRefused(state) ? state.message : ""}`);
  return state;
}

function logOf(line: MatchLine): LogEntry[] {
  if (line.log) return line.log as LogEntry[]; // the schema says the same as the type, but for fields that may be undefined
  if (line.outcome === "walkover") return [{ kind: "walkover", absent: line.against === line.home ? "home" : "away" }];
  return (line.games ?? []).map(([home, away]) => ({ kind: "game", score: { home, away } }));
}

function resultsOf(event: EventPart, matches: ReadonlyMap<string, MatchState>): Map<MatchCode, MatchResult> {
  const results = new Map<MatchCode, MatchResult>();
  for (const line of event.matches ?? []) {
    const state = matches.get(line.code ?? "");
    if (!state?.outcome) continue;
    const entries = { home: line.home as EntryCode, away: line.away as EntryCode };
    const games = state.games.map((game) => game.score);
    results.set(line.code as MatchCode, { match: line.code as MatchCode, outcome: state.outcome, games, entries });
  }
  return results;
}
