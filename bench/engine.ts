import { isRefused, newMatch, record, type LogEntry, type MatchState, type Refusal, type Side } from "@podium/engine";
import { count, type Row } from "./row.ts";

const WARM_UP_MS = 500;
const MEASURED_MS = 2_000;

/** Rallies through the laws, the state after each one included: doubles, best of seven, with deuce and deciding games. */
export function measureEngine(): Row[] {
  play(WARM_UP_MS);
  const { rallies, ms } = play(MEASURED_MS);
  return [
    {
      what: "rallies through the laws",
      figure: `${count((rallies / ms) * 1000)} a second`,
      note: "one core; doubles, best of 7, full state after each",
    },
  ];
}

function play(forMs: number): { rallies: number; ms: number } {
  const begun = performance.now();
  let rallies = 0;
  let seed = 1;
  while (performance.now() - begun < forMs) {
    seed = (seed * 48_271) % 2_147_483_647;
    rallies += playMatch(seed);
  }
  return { rallies, ms: performance.now() - begun };
}

/** Plays one match to its end and answers how many rallies it took. */
function playMatch(seed: number): number {
  let state = must(newMatch({ sport: "table-tennis", kind: "doubles", bestOf: 7 }));
  let chance = seed;
  while (state.outcome === null) {
    chance = (chance * 48_271) % 2_147_483_647;
    state = must(record(state, serviceDue(state) ?? { kind: "rally", winner: sideBy(chance) }));
  }
  return state.rallies;
}

function sideBy(chance: number): Side {
  return chance % 2 === 0 ? "home" : "away";
}

function serviceDue(state: MatchState): LogEntry | null {
  if (state.service !== null) return null;
  const { length } = state.games;
  if (length === 0) return { kind: "service", server: "home1", receiver: "away1" };
  return { kind: "service", server: length % 2 === 0 ? "home1" : "away1" };
}

function must(answer: MatchState | Refusal): MatchState {
  if (isRefused(answer)) throw new Error(answer.message);
  return answer;
}
