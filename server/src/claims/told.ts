import {
  type EventId,
  heldStories,
  type MatchId,
  matchStories,
  personStories,
  type PlayerId,
  RecordVerifier,
  type Storyline,
} from "@podium/engine";
import { storylinesOf } from "../history/storylines.ts";
import { competitionOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { type CareerRows, factsOfCareer, factsOfPlayers } from "./player-record.ts";
import { competitionFacts } from "./record.ts";

/** The storylines of an event that its competition's record bears out, the rarest first. */
export async function toldOf(db: Db, event: EventId): Promise<Storyline[]> {
  const facts = await competitionFacts(db, competitionOf(event));
  if (facts === null) return [];
  const verifier = new RecordVerifier([facts]);
  return verifier.told([...(await storylinesOf(db, event)), ...heldStories(verifier.facts, event)]);
}

/** A match that is over, with everybody who played it. */
interface PlayedMatch {
  readonly id: MatchId;
  readonly players: readonly PlayerId[];
}

/** What can be told of a match: how often the two have met here, or that they had not, and the wins in a row behind it. */
export async function toldOfMatch(db: Db, { id, players }: PlayedMatch): Promise<Storyline[]> {
  const verifier = new RecordVerifier(await factsOfPlayers(db, players));
  return verifier.told(matchStories(verifier.facts, id));
}

/** What can be told of somebody by their career as it was read: several medals of one competition, and wins in a row. */
export function toldOfPlayer(career: CareerRows, player: PlayerId): Storyline[] {
  const verifier = new RecordVerifier(factsOfCareer(career));
  return verifier.told(personStories(verifier.facts, player));
}
