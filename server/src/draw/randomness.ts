import type { DrawRecord, randomnessForm } from "@podium/protocol";
import type { z } from "zod";
import type { App } from "../app.ts";

const RANDOM_BYTES = 16;

/** The randomness of a draw, and where it came from. */
export interface Randomness {
  readonly randomness: string;
  readonly from: DrawRecord["randomness"];
  readonly given: string | undefined;
}

/** What a form brings; the dice of the program, for who has none at hand. */
export function randomnessIn(app: App, { randomness, rolled, given }: z.infer<typeof randomnessForm>): Randomness {
  if (randomness === undefined) return { randomness: app.randomId(RANDOM_BYTES), from: "program", given: undefined };
  return { randomness, from: rolled === "yes" ? "rolled" : "typed", given };
}
