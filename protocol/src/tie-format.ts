import { z } from "zod";

const words = z.string().trim().min(1).max(200);

/** `doubles`, or who plays by their letters: `A-X` is a singles, `BC-YZ` a doubles, `BC-YZ:3` one of best of three. */
const rubberInBrief = z
  .string()
  .regex(
    /^(singles|doubles|[A-Z]-[A-Z]|[A-Z]{2}-[A-Z]{2})(:[13579]|:11)?$/,
    '"singles", "doubles", or letters: "A-X", "BC-YZ"; best of three "BC-YZ:3".',
  )
  .transform((written): RubberPart => {
    const [told = "", games] = written.split(":");
    const more = games === undefined ? {} : { bestOf: Number(games) };
    if (told === "singles" || told === "doubles") return { kind: told, ...more };
    const [home = "", away = ""] = told.split("-");
    return { kind: home.length === 2 ? "doubles" : "singles", home: [...home], away: [...away], ...more };
  });

interface RubberPart {
  kind: "singles" | "doubles";
  name?: string | undefined;
  home?: string | string[] | undefined;
  away?: string | string[] | undefined;
  bestOf?: number | undefined;
}

const letters = z.union([z.string().regex(/^[A-Z]$/), z.array(z.string().regex(/^[A-Z]$/)).max(2)]);

/** How the ties of a team event are played: a format by its name, or the event's own. */
export const tiePart = z.union(
  [
    words,
    z.strictObject({
      /** The rubbers in the order in which they are played, those of a named order, or only how many there are. */
      rubbers: z.union([
        z.int().min(1).max(30),
        words,
        z
          .array(
            z.union([
              rubberInBrief,
              z.strictObject({
                kind: z.enum(["singles", "doubles"]),
                name: words.optional(),
                home: letters.optional(),
                away: letters.optional(),
                /** Best of so many games, where it is not what the event plays. */
                bestOf: z.int().min(1).max(11).optional(),
              }),
            ]),
          )
          .min(1)
          .max(30),
      ]),
      wonBy: z.int().min(1).max(30).optional(),
      wonByGames: z.int().min(1).max(300).optional(),
      all: z.literal(true).optional(),
      /** In how many rubbers of a tie one player may play. */
      matchesEach: z.int().min(1).max(30).optional(),
      /** Match points of a tie that is won, drawn and lost. */
      points: z.tuple([z.int().min(0).max(9), z.int().min(0).max(9), z.int().min(0).max(9)]).optional(),
    }),
  ],
  { error: 'The name of an order of play, such as "olympic", or { "rubbers", "wonBy" } of the event\'s own.' },
);

export type TiePart = z.infer<typeof tiePart>;
