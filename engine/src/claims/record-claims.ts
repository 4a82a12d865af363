import type { RecordClaim } from "../history/record-claim.ts";
import type { Storyline } from "../history/storyline.ts";
import type { Verdict } from "./claim.ts";
import { EVENT_VERIFIERS } from "./event-verifiers.ts";
import { type Facts, gatherFacts } from "./facts.ts";
import { HELD_VERIFIERS } from "./held-verifiers.ts";
import { HONOUR_VERIFIERS } from "./honour-verifiers.ts";
import type { CompetitionFacts } from "./record.ts";
import type { HeldAnswer, Verifiers } from "./verifier.ts";

/** One verifier for each thing that can be said by codes, with the facts that it reads. */
const VERIFIERS: Verifiers<RecordClaim["says"]> = { ...EVENT_VERIFIERS, ...HONOUR_VERIFIERS, ...HELD_VERIFIERS };

/** What Podium says itself, held against the record as what others say is. */
export class RecordVerifier {
  readonly facts: Facts;

  constructor(competitions: readonly CompetitionFacts[]) {
    this.facts = gatherFacts(competitions, [], () => null);
  }

  verdict(claim: RecordClaim): Verdict {
    const answer = this.#answer(claim);
    if (answer === null) return "not in the record";
    return answer.holds ? "supported" : "contradicted";
  }

  /** The storylines that the record bears out, the rarest first; those alike stay in the order in which they came. */
  told(storylines: readonly Storyline[]): Storyline[] {
    const held = storylines.flatMap((storyline) => {
      const answer = this.#answer(storyline.claim);
      return answer?.holds === true ? [{ storyline, share: shareOf(answer) }] : [];
    });
    return held.toSorted((one, other) => one.share - other.share).map(({ storyline }) => storyline);
  }

  #answer(claim: RecordClaim): HeldAnswer | null {
    const event = this.facts.events.find(({ facts }) => facts.id === claim.event);
    if (event === undefined) return null;
    const verifier = VERIFIERS[claim.says] as (said: RecordClaim, at: object) => HeldAnswer | null; // by its own key
    return verifier(claim, { event, facts: this.facts });
  }
}

/** How often such a thing happens, from 0 to 1: one of two is no rarity, one of a thousand is. */
function shareOf({ like, of }: HeldAnswer): number {
  return (like + 1) / (of + 2);
}
