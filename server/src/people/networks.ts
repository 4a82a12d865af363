import type { PersonId } from "@podium/engine";
import { LRUCache } from "lru-cache";
import { stateIn, type App } from "../app.ts";

const PEOPLE_MAX = 20_000;

/** From which network each person wrote last. In memory only: no address of a person is ever stored. */
const networks = { make: () => new LRUCache<PersonId, string>({ max: PEOPLE_MAX }) };

/** Remembers from where somebody writes, as a hint for moderators. */
export function rememberNetwork(app: App, person: PersonId, network: string): void {
  stateIn(app, networks).set(person, network);
}

/** Who else wrote from the network of a person lately: a hall, a school or a second account. */
export function sharingNetwork(app: App, person: PersonId): readonly PersonId[] {
  const seen = stateIn(app, networks);
  const own = seen.peek(person);
  if (own === undefined) return [];
  return [...seen.entries()].filter(([other, network]) => other !== person && network === own).map(([other]) => other);
}
