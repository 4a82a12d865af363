import { isRefused, MEDALS_FOR, USUAL_SPORT, verifyDraw, type Refusal } from "@podium/engine";
import { z } from "zod";
import { ballsShown, type ShowingView } from "./showing.ts";

// Pages forbid code that is made of text (script-src): there zod must not even try whether it may make any.
if ("document" in globalThis) z.config({ jitless: true });

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

/** How an event is drawn and played, chosen before anybody knows who meets whom. */
export const EVENT_FORMATS = [
  "knock-out",
  "groups",
  "groups-then-knock-out",
  "qualification",
  "swiss",
  "double-elimination",
] as const;

const count = (max: number) => z.int().min(1).max(max).optional();

/** The rules by which an event is drawn; what a format does not use is left out. */
export const drawRules = z.strictObject({
  format: z.enum(EVENT_FORMATS),
  /** How many groups; one is a round robin. */
  groups: count(64),
  /** How often everybody in a group meets everybody. */
  meetings: count(8),
  /** How many of each group go on to the knock-out. */
  advance: count(8),
  /** Of a Swiss system. */
  rounds: count(64),
  /** How many come out of a qualification; where they are not 1, 2, 4, ..., each out of a section that is drawn as a group. */
  qualifiers: count(64),
  /** How many stand in the main draw without playing the qualification: the first by seed and rank. */
  direct: count(1023),
  /** Whether those whom the first round or the groups put out go on in a plate. */
  plate: z.boolean().optional(),
  bronzeMatch: z.boolean().optional(),
  /** Every place down to this one is played for. */
  places: z.int().min(2).max(1024).optional(),
  bestOf: z.record(name, z.int().min(1).max(11)).optional(),
  medals: z.enum(MEDALS_FOR).optional(),
});

const provenEntry = z.strictObject({
  id: name,
  name: name.optional(),
  association: name.optional(),
  rank: z.int().min(1).optional(),
  seed: z.int().min(1).optional(),
  qualifier: z.boolean().optional(),
  group: name.optional(),
  place: z.int().min(1).optional(),
});

/** A draw as `podium draw` answers it, under the code of the phase that it was made for. */
const provenDraw = z.strictObject({
  id: name,
  sport: name,
  edition: name.optional(),
  format: z.enum(["knock-out", "groups"]),
  entries: z.array(provenEntry).min(2).max(1024),
  size: z.int().optional(),
  groups: z.int().optional(),
  randomness: z.string().min(1).max(400),
  commitment: z.string().max(64),
  transcript: z.array(ball).max(8192),
  lines: z.array(z.string().nullable()).max(1024).optional(),
  drawn: z
    .array(z.strictObject({ name, entries: z.array(z.string()) }))
    .max(256)
    .optional(),
});

const at = z.iso.datetime({ offset: true });

/** Where the randomness of a draw came from. */
const RANDOMNESS_FROM = ["typed", "rolled", "program"] as const;

/** The draw of an event as it stays on record. */
export const drawRecord = z.strictObject({
  /** Of each phase that was drawn, in their order. */
  draws: z.array(provenDraw).min(1).max(8),
  /** Typed in, rolled on a page, or made by the program. */
  randomness: z.enum(RANDOMNESS_FROM),
  /** Who gave the randomness. */
  given: name.optional(),
  /** Who made the draw, by the name of the account. */
  by: name.optional(),
  /** When the commitment was published; left out where it was not before the draw. */
  committed: at.optional(),
  at,
  /** It was taken back, and made again. */
  withdrawn: z.strictObject({ at, reason: z.string().trim().min(1).max(300).optional() }).optional(),
});

export type DrawRules = z.infer<typeof drawRules>;
export type ProvenDraw = z.infer<typeof provenDraw>;
export type DrawRecord = z.infer<typeof drawRecord>;

/**
 * Draws a line of `podium draw verify` again and compares: what the command does, and every browser by itself. Refuses what
 * verifyDraw refuses.
 */
export function verifyDrawnLine(told: z.infer<typeof drawnLine>): { commitment: string; balls: number } | Refusal {
  const { randomness, commitment, transcript, lines = [], drawn: groups = [], ...asked } = told;
  const balls = transcript.map(({ aside, emptied, ...rest }) => ({
    ...rest,
    ...(aside && { aside }),
    ...(emptied && { emptied }),
  }));
  const answer = verifyDraw(asked, randomness, { commitment, transcript: balls, lines, groups });
  return isRefused(answer) ? answer : { commitment, balls: balls.length };
}

const number = (most: number) => z.coerce.number().int().min(1).max(most).optional();
/** Best of so many games; 0 is what the event plays. */
const gamesOf = z.coerce.number().int().min(0).max(11).optional();

/** The rules as a page sends them: of what the format does not use nothing is taken. */
export const drawRulesForm = z.object({
  format: z.enum(EVENT_FORMATS),
  groups: number(64),
  advance: number(8),
  meetings: number(8),
  rounds: number(64),
  qualifiers: number(64),
  direct: z.coerce.number().int().min(0).max(1023).optional(),
  plate: z.literal("yes").optional(),
  bronzeMatch: z.literal("yes").optional(),
  /** Every place down to this one is played for; 0 or 2 is only the final. */
  places: z.coerce.number().int().min(0).max(1024).optional(),
  "bestOf-groups": gamesOf,
  "bestOf-qf": gamesOf,
  "bestOf-sf": gamesOf,
  "bestOf-final": gamesOf,
  medals: z.enum(MEDALS_FOR).optional(),
});

/** What the dice or the drum gave; made by the program when it is left out. */
export const randomnessForm = z.object({
  randomness: z.string().trim().min(1).max(200).optional(),
  /** `yes` where a page has rolled it. */
  rolled: z.literal("yes").optional(),
  /** Who gave it. */
  given: z.string().trim().min(1).max(100).optional(),
});

const HOW_TO_DRAW = ["in-public", "at-once"] as const;

/** Starts the draw of an event. `seen` is the commitment that stood on the page, phase by phase. */
export const drawStartForm = randomnessForm.extend({
  seen: z.string().max(1000).optional(),
  how: z.enum(HOW_TO_DRAW),
});

export const PACES = ["next", "pause", "go-on", "faster", "all"] as const;
export const drawPaceForm = z.object({ pace: z.enum(PACES) });

/** A draw is repeated only with a reason. */
export const drawRemovalForm = z.object({ reason: z.string().trim().min(1).max(300) });

/** The number of the round that is paired, so that nobody pairs one twice. */
export const roundForm = z.object({ round: z.coerce.number().int().min(2).max(64) });

/** How many balls a draw has, all its phases together. */
export function ballsIn(draws: readonly Pick<ProvenDraw, "transcript">[]): number {
  return draws.reduce((sum, { transcript }) => sum + transcript.length, 0);
}

/** A draw on record, by its number from 1. `showing` while its balls come out. */
export interface DrawRecordView {
  readonly number: number;
  readonly record: DrawRecord;
  readonly showing: ShowingView | null;
  /** How many balls come out, where those to come are not told; then nor is the randomness, nor where anybody stands. */
  readonly balls?: number;
}

/**
 * A draw as everybody may know it by now: while its balls come out, those that are out. From the randomness anybody could
 * draw the others.
 */
export function shownRecord(view: DrawRecordView, nowMs: number): DrawRecordView {
  if (view.showing === null || view.balls !== undefined) return view;
  const balls = ballsIn(view.record.draws);
  let left = ballsShown(view.showing, balls, nowMs);
  const draws = view.record.draws.map(({ lines, drawn, transcript, ...draw }) => {
    const out = transcript.slice(0, left);
    left -= out.length;
    return {
      ...draw,
      randomness: "",
      transcript: out,
      ...(lines && { size: lines.length }),
      ...(drawn && { drawn: drawn.map(({ name: group }) => ({ name: group, entries: [] })) }),
    };
  });
  return { ...view, record: { ...view.record, draws }, balls };
}
