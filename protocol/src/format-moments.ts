import { z } from "zod";
import { id, instant, medal, webAddress, words, date } from "./format-fields.ts";
import { PARAGRAPH_LENGTH_MAX, PARAGRAPHS_MAX, REACTION_SOURCES, REACTION_STATES } from "./reports.ts";
import { languageTag, text } from "./text.ts";

/** A photo beside the file: letters, digits and hyphens, and no way out of its folder. */
export const PHOTO_FILE = /^[a-z0-9][a-z0-9-]{0,99}\.(jpeg|jpg|png|webp)$/;
const photoFile = z
  .string()
  .regex(PHOTO_FILE, "The name of a file, such as final-1.jpeg: small letters, digits and hyphens.");

const reportPart = z.strictObject({
  id,
  headline: words,
  language: languageTag,
  place: words.optional(),
  date: date.optional(),
  credit: words,
  source: words,
  url: webAddress.optional(),
  paragraphs: z.array(z.string().trim().min(1).max(PARAGRAPH_LENGTH_MAX)).max(PARAGRAPHS_MAX),
  byline: words.optional(),
  agency: words.optional(),
  syndicatedFrom: words.optional(),
  /** Not ours: a part of it, with its address and licence. */
  excerpt: z.boolean().optional(),
  licence: words.optional(),
  /** The id of a report of the same moment, which stands before it. */
  translationOf: id.optional(),
  published: instant.optional(),
  corrections: z
    .array(z.strictObject({ at: instant, words: z.string().trim().min(1).max(500) }))
    .max(100)
    .optional(),
  /** Not published yet: seen by its staff only. */
  state: z.enum(["draft", "review", "embargoed"]).optional(),
  embargo: instant.optional(),
  /** A photo of the same moment, by its name. */
  photo: photoFile.optional(),
});

const reactionPart = z.strictObject({
  id,
  platform: words,
  author: words.optional(),
  url: webAddress.optional(),
  language: languageTag,
  words: z.string().trim().min(1).max(2000),
  translation: z
    .strictObject({ language: languageTag, words: z.string().trim().min(1).max(2000), by: words })
    .optional(),
  at: instant.optional(),
  invented: z.boolean().optional(),
  knownBy: z.enum(REACTION_SOURCES).optional(),
  /** The id of a report of the same moment. */
  report: id.optional(),
  captured: instant.optional(),
  state: z.enum(REACTION_STATES).optional(),
});

const scoreOfGame = z.strictObject({ home: z.int().min(0), away: z.int().min(0) });

const commentPart = z
  .strictObject({
    id,
    parent: id.optional(),
    author: id,
    at: instant,
    edited: instant.optional(),
    language: languageTag.optional(),
    /** Nothing is left of what its author deleted. */
    body: z.string().trim().max(10_000).default(""),
    removed: z.strictObject({ at: instant, by: words, reason: z.string().trim().min(1).max(500) }).optional(),
    deleted: instant.optional(),
    held: instant.optional(),
    up: z.int().min(0).max(1_000_000).optional(),
    down: z.int().min(0).max(1_000_000).optional(),
    /** How the match stood that the conversation is about: the game being played, from 1, and its points. */
    score: z.strictObject({ game: z.int().min(1).max(99), points: scoreOfGame }).optional(),
  })
  .refine(
    (comment) => comment.body !== "" || comment.deleted !== undefined || comment.held !== undefined,
    "A comment has words until its author deletes it.",
  );

/** A conversation, whole. */
export const threadPart = z.strictObject({
  id,
  title: text,
  /** The people who speak in it. Invented ones are marked on the page. */
  authors: z
    .array(z.strictObject({ id, name: words, place: words.optional(), invented: z.boolean().optional() }))
    .max(20_000),
  comments: z.array(commentPart).max(100_000),
  locked: z.boolean().optional(),
});

/** A conversation about something of the competition, as the addresses have it: `match:paris-2024/xd/final`. */
export const threadAboutPart = threadPart.extend({
  about: z.string().regex(/^(match|event|competition|report):[a-z0-9/-]{1,200}$/, "KIND:ID, such as match:ID."),
});

const saidOfPhoto = z.string().trim().min(1).max(500).optional();
const percent = z.number().min(0).max(100);

const photoPart = z.strictObject({
  file: photoFile,
  at: instant.optional(),
  alt: saidOfPhoto,
  caption: saidOfPhoto,
  credit: saidOfPhoto,
  licence: saidOfPhoto,
  /** Who agreed to be named in it, from the left. */
  people: z
    .array(
      z.strictObject({
        player: id,
        /** Their part of the photo, in percent of its width and height. */
        region: z.strictObject({ left: percent, top: percent, width: percent, height: percent }).optional(),
        /** It is shown no longer when they take their consent back. */
        consentNeeded: z.literal(true).optional(),
      }),
    )
    .max(200)
    .optional(),
});

const timed = { at: instant.optional() };
const ceremonyPart = z.strictObject({
  /** The medals it was held for; gold, silver, bronze in any order. */
  medals: z
    .array(z.strictObject({ medal, entry: id }))
    .min(1)
    .max(64),
  steps: z
    .array(
      z.discriminatedUnion("step", [
        z.strictObject({ step: z.enum(["called", "on-podium", "photo", "over"]), ...timed }),
        z.strictObject({ step: z.enum(["absent", "medal"]), entry: id, ...timed }),
        z.strictObject({ step: z.literal("presenters"), names: z.array(words).min(1).max(20), ...timed }),
        z.strictObject({ step: z.literal("music"), piece: words, ...timed }),
      ]),
    )
    .max(200),
});

/** What a file tells of a moment. */
export const momentPart = z.strictObject({
  id,
  /** Code of the event whose medals it honours. */
  event: id,
  title: text,
  summary: text.optional(),
  at: instant.optional(),
  /** The earliest first: a correction may have called for another. */
  ceremonies: z.array(ceremonyPart).max(100).optional(),
  reports: z.array(reportPart).max(200).optional(),
  reactions: z.array(reactionPart).max(2000).optional(),
  /** Beside the file, the last of them in front. */
  photos: z.array(photoPart).max(200).optional(),
  thread: threadPart.optional(),
});
export type MomentPart = z.infer<typeof momentPart>;
export type CeremonyPart = z.infer<typeof ceremonyPart>;
export type PhotoPart = z.infer<typeof photoPart>;
export type ReportPart = z.infer<typeof reportPart>;
export type ReactionPart = z.infer<typeof reactionPart>;
export type ThreadPart = z.infer<typeof threadPart>;
export type ThreadAboutPart = z.infer<typeof threadAboutPart>;
export type CommentPart = z.infer<typeof commentPart>;
