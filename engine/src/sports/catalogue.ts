import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { BADMINTON } from "./badminton.ts";
import { PICKLEBALL } from "./pickleball.ts";
import type { Laws, Sport } from "./sport.ts";
import { SQUASH } from "./squash.ts";
import { TABLE_TENNIS } from "./table-tennis.ts";
import { TENNIS } from "./tennis.ts";

/** Every sport Podium knows. A new one is a file beside this one and a line here. */
export const SPORTS: readonly Sport[] = [TABLE_TENNIS, BADMINTON, SQUASH, PICKLEBALL, TENNIS];

/** What they are called in files and requests. */
export const SPORT_NAMES: readonly string[] = SPORTS.map(({ name }) => name);

/** What is played where nobody tells the sport. */
export const USUAL_SPORT = TABLE_TENNIS.name;

const EDITIONS: ReadonlyMap<string, ReadonlyMap<string, Laws>> = new Map(
  SPORTS.map((sport) => [sport.name, new Map(sport.editions.map((laws) => [laws.edition, laws]))]),
);

/** What is asked for: a sport, and the edition or an ISO date on which it was in force; the usual edition when neither is told. */
interface LawsAsked {
  readonly sport: string;
  readonly edition?: string;
  readonly on?: string;
}

/** The laws asked for. Refuses: `unknown-sport`, `unknown-edition`. */
export function lawsOf(asked: LawsAsked): Laws | Refusal {
  const editions = EDITIONS.get(asked.sport);
  const sport = SPORTS.find(({ name }) => name === asked.sport);
  if (editions === undefined || sport === undefined) {
    return refuse(
      "unknown-sport",
      `No sport is called ${asked.sport}; there are ${SPORTS.map(({ name }) => name).join(", ")}.`,
      { sport: asked.sport },
    );
  }
  const edition = asked.edition ?? (asked.on === undefined ? sport.usual : inForceOn(sport, asked.on));
  return (
    editions.get(edition) ??
    refuse("unknown-edition", `${sport.name} has no edition ${edition}; it has ${[...editions.keys()].join(", ")}.`, {
      sport: sport.name,
      edition,
    })
  );
}

/** Of several that were in force, as tennis has, the usual one. */
function inForceOn({ editions, usual }: Sport, date: string): string {
  const inForce = editions.filter(({ from, to }) => (from === null || from <= date) && (to === null || date <= to));
  const laws = inForce.find(({ edition }) => edition === usual) ?? inForce.at(-1);
  return laws?.edition ?? `of ${date}`;
}

/** What a match of a sport is made of. */
export function partsOf(sport: string): "games" | "sets" {
  return SPORTS.find(({ name }) => name === sport)?.parts ?? "games";
}

/** The laws of rules that newMatch has accepted; throws when they come from anywhere else. */
export function acceptedLaws(sport: string, edition: string | undefined): Laws {
  const laws = edition === undefined ? undefined : EDITIONS.get(sport)?.get(edition);
  if (laws === undefined) throw new Error(`Rules were not made by newMatch: ${sport} ${edition ?? "without edition"}`);
  return laws;
}
