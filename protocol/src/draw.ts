import { USUAL_SPORT } from "@podium/engine";
import { z } from "zod";

const name = z.string().trim().min(1).max(200);

const drawEntry = z.object({
  id: z.union([name, z.number().transform(String)]),
  name: name.optional(),
  association: name.nullish().transform((value) => value ?? undefined),
  rank: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullish()
    .transform((value) => value ?? undefined),
  seed: z
    .int()
    .min(1)
    .max(512)
    .nullish()
    .transform((value) => value ?? undefined),
  qualifier: z.boolean().optional(),
  group: name.optional(),
  place: z.int().min(1).max(64).optional(),
});

/** What people call the two formats. A draw is committed to under the first name of each. */
const format = z
  .enum(["knock-out", "knockout", "single-elimination", "elimination", "groups", "group", "round-robin"], {
    error: '"knock-out" (also knockout, single-elimination) or "groups" (also group, round-robin).',
  })
  .transform((told) => (told === "groups" || told === "group" || told === "round-robin" ? "groups" : "knock-out"));

/** Knock Out, knock_out and KNOCK-OUT are one spelling. */
function plainSpelling(told: string): string {
  return told
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** What is to be drawn: a line of `podium draw`. Without randomness only the commitment is answered. */
export const drawRequest = z.object({
  sport: name.default(USUAL_SPORT),
  edition: name.optional(),
  format: z.string().transform(plainSpelling).pipe(format).default("knock-out"),
  entries: z.array(drawEntry).min(2).max(1024),
  size: z.int().min(2).max(1024).optional(),
  seeds: z.int().min(0).max(512).optional(),
  seedLines: name.optional(),
  groups: z.int().min(1).max(256).optional(),
  method: z.enum(["snake", "modified"]).optional(),
  separation: z.enum(["as-far-as-possible", "required"]).optional(),
  randomness: z.union([z.string(), z.number()]).transform(String).optional(),
});

const choices = z.array(z.union([z.string(), z.number()]));

const ball = z.strictObject({
  ball: z.int(),
  step: z.enum(["order", "seed", "bye", "qualifier-line", "line", "group", "put-back"]),
  entry: z.string().nullable(),
  among: choices,
  drawn: z.int(),
  result: z.union([z.string(), z.number()]),
  aside: choices.optional(),
  emptied: z.array(z.strictObject({ among: choices, aside: choices })).optional(),
});

/** A draw as `podium draw` answered it: a line of `podium draw verify`. */
export const drawnLine = drawRequest.extend({
  randomness: z.union([z.string(), z.number()]).transform(String),
  commitment: z.string(),
  transcript: z.array(ball),
  lines: z.array(z.string().nullable()).optional(),
  drawn: z.array(z.strictObject({ name, entries: z.array(z.string()) })).optional(),
});
