import { z } from "zod";

const name = z.string().trim().min(1).max(200);
const points = z.int().min(0).max(999);

/** How a match ended without being played out, and whom that befell: the one who was absent, retired or was disqualified. */
const outcome = z.union([
  z.strictObject({ walkover: z.union([name, z.tuple([name, name])]) }),
  z.strictObject({ retired: name }),
  z.strictObject({ disqualified: name }),
]);

const groupMatch = z
  .strictObject({
    a: name,
    b: name,
    games: z
      .array(z.tuple([points, points]))
      .max(15)
      .default([]),
    /**
     * Games won: where a result list repeats them, of a match that was played out they must agree with the games; without
     * games they are all that is known.
     */
    score: z.tuple([points, points]).optional(),
    /** Who won: where nothing else is known, or as a check of what is. */
    winner: name.optional(),
    outcome: outcome.optional(),
    /** Short for `outcome`: walkover, retired, disqualified. */
    wo: name.optional(),
    ret: name.optional(),
    dsq: name.optional(),
  })
  .refine((match) => endings(match).length <= 1, "A match ends in one way only.")
  .refine(
    (match) =>
      match.score === undefined ||
      match.games.length === 0 ||
      endings(match).length > 0 ||
      agrees(match.score, match.games),
    "The score is not that of the games.",
  );

function endings({
  outcome,
  wo,
  ret,
  dsq,
}: {
  readonly outcome?: unknown;
  readonly wo?: unknown;
  readonly ret?: unknown;
  readonly dsq?: unknown;
}): unknown[] {
  return [outcome, wo, ret, dsq].filter((told) => told !== undefined);
}

function agrees([a, b]: readonly [number, number], games: readonly (readonly [number, number])[]): boolean {
  return (
    games.filter(([of, against]) => of > against).length === a &&
    games.filter(([of, against]) => of < against).length === b
  );
}

/** One group to be ranked: a line of `podium standings`. */
export const standingsRequest = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    entrants: z.array(name).min(1).max(256),
    matches: z.array(groupMatch).max(40_000),
    sport: name.optional(),
    edition: name.optional(),
    /** Id of a ranking law, where it is not the sport's own. */
    law: name.optional(),
    bestOf: z.int().min(1).max(15).optional(),
    allGames: z.boolean().optional(),
    lots: z.array(name).max(256).optional(),
  })
  .refine(
    ({ bestOf, allGames }) => bestOf === undefined || allGames === true || bestOf % 2 === 1,
    "Best of an odd number of games.",
  )
  .refine(({ bestOf, allGames }) => allGames !== true || bestOf !== undefined, "allGames needs bestOf.");

export type StandingsRequestLine = z.infer<typeof standingsRequest>;
export type GroupMatchLine = z.infer<typeof groupMatch>;
