import { commitmentOf, isRefused, performDraw, type Refusal } from "@podium/engine";
import type { DrawRules, ProvenDraw } from "@podium/protocol";
import { phasesToDraw, type EventToDraw } from "./draw-rules.ts";

/** What somebody asks for who draws an event. */
export interface DrawWish {
  readonly event: EventToDraw;
  readonly rules: DrawRules;
  readonly randomness: string;
}

/** Draws an event phase by phase by the provable draw (docs/cli.md), all by the same randomness. */
export function drawPhases({ event, rules, randomness }: DrawWish): ProvenDraw[] | Refusal {
  const phases = phasesToDraw(event, rules);
  if (isRefused(phases)) return phases;
  const proven: ProvenDraw[] = [];
  for (const { id, request } of phases) {
    const drawn = performDraw(request, randomness);
    if (isRefused(drawn)) return drawn;
    const { commitment, transcript, lines, groups } = drawn;
    const outcome = request.format === "groups" ? { drawn: groups } : { lines };
    // Written as JSON and read again: what is stored is what a file can carry.
    proven.push(JSON.parse(JSON.stringify({ id, ...request, randomness, commitment, transcript, ...outcome })));
  }
  return proven;
}

/** What is published before the draw, phase by phase; refused where the rules and the entries make no draw. */
export function commitmentsOf(event: EventToDraw, rules: DrawRules): Commitment[] | Refusal {
  const phases = phasesToDraw(event, rules);
  return isRefused(phases) ? phases : phases.map(({ id, request }) => ({ id, commitment: commitmentOf(request) }));
}

/** The commitment to the draw of a phase. */
export interface Commitment {
  readonly id: string;
  readonly commitment: string;
}
