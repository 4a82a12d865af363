import { FORMATS, MEDALS_FOR } from "@podium/engine";
import { z } from "zod";
import { drawRecord, drawRules } from "./draw.ts";
import { logEntry } from "./matches.ts";
import { tiePart } from "./tie-format.ts";
import { date, id, instant, medal, words, zone } from "./format-fields.ts";
import { broadcastPart, equipmentPart, incidentPart } from "./format-incidents.ts";
import { momentPart, threadAboutPart } from "./format-moments.ts";
import { languageTag, text } from "./text.ts";

/** The one file format of Podium, documented in docs/format.md. Import, export and the examples use it. */
export const FORMAT = "podium-competition/1";

const playerLine = z.strictObject({
  id,
  family: words,
  given: words.optional(),
  /** The name in other scripts, by language. */
  names: z.record(languageTag, words).optional(),
  association: words.max(12).optional(),
});

/** Who plays for an entry: the id of a player, or in a team the name as well. */
const member = z.string().trim().min(1).max(200);

const entryLine = z.strictObject({
  code: id.refine(
    (code) => code !== "bye" && code !== "open",
    "In a draw bye and open are no entries; choose another code.",
  ),
  /** One in singles, two in doubles; those of a team as far as they are known. */
  players: z.array(member).max(60).default([]),
  /** What a team is called; its association's name when left out. */
  name: text.optional(),
  association: words.max(12).optional(),
  seed: z.int().min(1).max(1024).optional(),
  rank: z.int().min(1).max(100_000).optional(),
  /** Known to stand in no ranking; a rank that is left out is only unknown. */
  unranked: z.boolean().optional(),
  /** Points it is given at the start of every game; of two who are given some, one has the difference. */
  handicap: z.int().min(1).max(30).optional(),
});

/**
 * A line of the draw: an entry's code, "bye", "open", a place in a group of an earlier phase, or who won or lost a match of
 * one.
 */
const drawLine = z.union(
  [
    z.string().min(1).max(60),
    z.strictObject({ group: words, place: z.int().min(1).max(64) }),
    z.strictObject({ winner: id }),
    z.strictObject({ loser: id }),
  ],
  {
    error:
      'A line is the code of an entry, "bye", "open", { "group", "place" }, { "winner": match } or { "loser": match }.',
  },
);

const bestOf = z.int().min(1).max(11);
/** The order in which lots were drawn. */
const lots = z.array(id).max(1024);
const groupLines = z
  .array(
    z.strictObject({ name: words.max(12), entries: z.array(drawLine).min(2).max(64), lots: lots.max(64).optional() }),
  )
  .max(64);
/** The knock-out from the top line to the bottom: a power of two. */
const lines = z.array(drawLine).max(1024);
/** The id of a ranking law, or criteria by name, in order. */
const ranking = z.union([words, z.array(words).min(1).max(12)]);

const phasePart = z.strictObject({
  /** Stands before the codes of its matches; those of `main` are plain. */
  code: id.optional(),
  title: text.optional(),
  format: z.enum(FORMATS),
  /** The best place that can be reached in it, where that does not follow from where its entries come from. */
  firstPlace: z.int().min(1).max(1024).optional(),
  groups: groupLines.optional(),
  /** How often everybody in a group meets everybody. */
  meetings: z.int().min(1).max(8).optional(),
  advance: z.int().min(1).max(8).optional(),
  lines: lines.optional(),
  /** Instead of lines: the losers of this round of an earlier phase. */
  losersOf: id.optional(),
  bronzeMatch: z.boolean().optional(),
  /** Every place down to this one is played for. */
  places: z.int().min(2).max(1024).optional(),
  /** It ends when so many are left, as a qualification does. */
  winners: z.int().min(1).max(512).optional(),
  /** Whether who comes from below must win the final of a double elimination twice. */
  secondFinal: z.boolean().optional(),
  /** Round by round of the upper bracket, the matches whose losers come down, from the top of the lower one. */
  lowerOrder: z
    .array(z.array(z.int().min(1).max(512)).max(512))
    .max(10)
    .optional(),
  /** Those who play a Swiss system. */
  entries: z.array(drawLine).max(1024).optional(),
  rounds: z.int().min(1).max(64).optional(),
  /** The rounds that are paired, each with its pairs; "bye" stands second. */
  pairings: z
    .array(
      z
        .array(z.tuple([id, id], { error: 'A pair is two codes: ["ada", "cleo"], or ["eva", "bye"] for a bye.' }))
        .max(512),
    )
    .max(64)
    .optional(),
  ranking: ranking.optional(),
  /** Of a Swiss system. */
  lots: lots.optional(),
});

const drawPart = z.strictObject({
  groups: groupLines.optional(),
  meetings: z.int().min(1).max(8).optional(),
  /** How many of each group go on. */
  advance: z.int().min(1).max(8).optional(),
  ranking: ranking.optional(),
  lines: lines.optional(),
  bronzeMatch: z.boolean().optional(),
  places: z.int().min(2).max(1024).optional(),
  /** Instead of all the above: the phases in the order in which they are played. */
  phases: z.array(phasePart).min(1).max(32).optional(),
  /** Best of so many games by round, phase or match, where it is not what the event plays. */
  bestOf: z.record(words, bestOf).optional(),
  medals: z.enum(MEDALS_FOR).optional(),
  bronzes: z.union([z.literal(1), z.literal(2)]).optional(),
});

/** Home's number first: `[3, 1]` or `"3-1"`. */
function pairOf(most: number, more = "") {
  const number = z.int().min(0).max(most);
  const written = z
    .string()
    .regex(/^\d{1,3} ?[-:–] ?\d{1,3}$/, 'Two numbers, home first: [3, 1] or "3-1".')
    .transform((pair) => pair.split(/[-:–]/u).map(Number));
  return z.union([z.tuple([number, number]), written.pipe(z.tuple([number, number]))], {
    error: `Two numbers up to ${most}, home first: [3, 1] or "3-1".${more}`,
  });
}

/** The points of a game; of a set of tennis its games. */
const gamePoints = pairOf(999, ' A set with a tie-break is "7-6", without its points.');

const outcomes = z.enum(["play", "walkover", "retired", "disqualified", "abandoned"]);

/** A rubber of a tie: who played it, and what is known of its play as of any match. */
const rubberLine = z.strictObject({
  kind: z.enum(["singles", "doubles"]).optional(),
  /** Ids or names; one or two. */
  home: z.union([member, z.array(member).max(2)]).optional(),
  away: z.union([member, z.array(member).max(2)]).optional(),
  start: z.union([instant, date]).optional(),
  table: words.max(20).optional(),
  games: z.array(gamePoints).max(11).optional(),
  score: pairOf(11).optional(),
  /** Codes of the teams. */
  winner: id.optional(),
  log: z.array(logEntry).max(5000).optional(),
  outcome: outcomes.optional(),
  against: id.optional(),
});

export const matchLine = z.strictObject({
  /** As the draw names it (`r16-3`, `final`, `a-2`); may be left out when both entries are named. */
  code: id.optional(),
  /** Entry codes, in either order; the games follow the order given here. */
  home: id.optional(),
  away: id.optional(),
  /** The round, the group or the phase, where two meet more than once. */
  round: words.optional(),
  /** The time, or the day alone where nobody knows the hour. */
  start: z.union([instant, date]).optional(),
  table: words.max(20).optional(),
  /** The points of each game, home's first. */
  games: z.array(gamePoints).max(11).optional(),
  /** Games won, home's first, where nobody noted the points; of a tie its score. */
  score: pairOf(300).optional(),
  /** Of a tie: its rubbers in the order in which they are played. */
  rubbers: z.array(rubberLine).max(30).optional(),
  /** Entry code of who won, where nothing else is known. */
  winner: id.optional(),
  /** The log, line by line, where it is known; instead of games. */
  log: z.array(logEntry).max(5000).optional(),
  outcome: outcomes.optional(),
  /** Entry code of the side that was absent, gave up or was disqualified, or who does not go on; `both` for neither. */
  against: id.optional(),
  /** Left on the table for an invented umpire of the demo to score on. */
  demoUmpire: z.boolean().optional(),
  /** The desk has signed the result off. */
  published: z.boolean().optional(),
});

/** What was decided beside the results: about a place or a medal, or that an entry goes on from a match as it was played. */
const rulingLine = z.discriminatedUnion("ruling", [
  z.strictObject({
    entry: id,
    ruling: z.enum(["withheld", "annulled"]),
    reason: z.string().trim().min(1).max(300),
  }),
  z.strictObject({
    match: id,
    entry: id,
    ruling: z.literal("goes-on"),
    reason: z.string().trim().min(1).max(300),
  }),
  z.strictObject({
    entry: id,
    ruling: z.literal("withdrawn"),
    replacedBy: id.optional(),
    reason: z.string().trim().min(1).max(300),
  }),
]);

/** Where the seeds come from: by hand, from a ranking list at a date, or from the ratings of the matches seen here. */
const seedingPart = z.strictObject({
  by: z.enum(["hand", "list", "rating"]),
  /** The list, who published it and when; of ratings, by which method. */
  title: words.optional(),
  source: words.optional(),
  published: date.optional(),
});

const eventPart = z.strictObject({
  code: id,
  title: text,
  sport: id.optional(),
  edition: words.optional(),
  kind: z.enum(["singles", "doubles", "team"]),
  bestOf,
  /** Of teams: how their ties are played. */
  tie: tiePart.optional(),
  entries: z.array(entryLine).max(1024),
  seeding: seedingPart.optional(),
  draw: drawPart.optional(),
  /** The rules by which it is or was drawn. */
  drawRules: drawRules.optional(),
  /** Its draws as they were made, the last one last: those before it were taken back. */
  draws: z.array(drawRecord).max(64).optional(),
  matches: z.array(matchLine).max(4096).optional(),
  rulings: z.array(rulingLine).max(256).optional(),
});

/** A time of day: `09:30`. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "A time of day, such as 09:30.");

/** A medal of an earlier competition: what storylines are checked against. */
const honourLine = z.strictObject({
  year: z.int().min(1800).max(2200),
  competition: words,
  event: words,
  medal,
  association: words.max(12),
  players: z.array(words).max(10).optional(),
  source: words.optional(),
  sport: z.string().min(1).max(40).optional(),
});

export const competitionFile = z.strictObject({
  format: z.literal(FORMAT),
  competition: z.strictObject({
    id,
    title: text,
    place: text.optional(),
    zone,
    from: date,
    to: date,
    invented: z.boolean().optional(),
    /** Its tables, in the order in which they are given matches. */
    tables: z.array(words.max(20)).min(1).max(200).optional(),
    /** When it is played in its days. */
    sessions: z
      .array(z.strictObject({ date, from: clock, to: clock, title: words.optional() }))
      .max(100)
      .optional(),
  }),
  associations: z
    .array(z.strictObject({ code: words.max(12), name: text }))
    .max(500)
    .optional(),
  players: z.array(playerLine).max(10_000).default([]),
  events: z.array(eventPart).min(1).max(64),
  honours: z.array(honourLine).max(10_000).optional(),
  moments: z.array(momentPart).max(64).optional(),
  threads: z.array(threadAboutPart).max(10_000).optional(),
  equipment: z.array(equipmentPart).max(20_000).optional(),
  incidents: z.array(incidentPart).max(5_000).optional(),
  broadcasts: z.array(broadcastPart).max(2_000).optional(),
});

export type CompetitionFile = z.infer<typeof competitionFile>;
export type EventPart = z.infer<typeof eventPart>;
export type SeedingPart = z.infer<typeof seedingPart>;
export type EntryLine = z.infer<typeof entryLine>;
export type PlayerLine = z.infer<typeof playerLine>;
export type DrawPart = z.infer<typeof drawPart>;
export type PhasePart = z.infer<typeof phasePart>;
export type DrawLine = z.infer<typeof drawLine>;
export type MatchLine = z.infer<typeof matchLine>;
export type RubberLine = z.infer<typeof rubberLine>;
export type HonourLine = z.infer<typeof honourLine>;
