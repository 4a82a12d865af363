import { type EventId, heldStories, RecordVerifier, type Storyline } from "@podium/engine";
import { storylinesOf } from "../history/storylines.ts";
import { competitionOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { competitionFacts } from "./record.ts";

/** The storylines of an event that its competition's record bears out, the rarest first. */
export async function toldOf(db: Db, event: EventId): Promise<Storyline[]> {
  const facts = await competitionFacts(db, competitionOf(event));
  if (facts === null) return [];
  const verifier = new RecordVerifier([facts]);
  return verifier.told([...(await storylinesOf(db, event)), ...heldStories(verifier.facts, event)]);
}
