import { createHash, createHmac } from "node:crypto";
import type { CommentPart, ThreadPart } from "@podium/protocol";
import type { SourceComment, SourceState, SourceThread } from "./source-thread.ts";

/** A comment on its way into a thread, under the name that it will have there. */
export interface IncomingComment {
  readonly code: string;
  readonly parent: string | null;
  readonly author: {
    readonly code: string;
    readonly name: string;
    readonly place: string | null;
    readonly invented: boolean;
  };
  readonly atMs: number | null;
  readonly editedAtMs: number | null;
  readonly language: string | null;
  readonly body: string;
  readonly removed: { readonly atMs: number | null; readonly by: string; readonly reason: string } | null;
  readonly deletedAtMs: number | "unknown" | null;
  readonly up: number;
  readonly down: number;
}

const CODE_DIGITS = 8;
const AUTHOR_DIGITS = 16;
const NAME_DIGITS = 6;
const PLAIN_CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_CODE = 40;
/** What stands for the words of a comment that has none and was not deleted. */
const EMPTY = "[empty]";
const SOURCE = "The source";

const REASONS: Readonly<Partial<Record<SourceState, string>>> = {
  removed: "It was removed where it came from.",
  "not-approved": "It was not approved where it came from.",
  "not-public": "It was not meant for readers where it came from.",
  spam: "It was taken for spam where it came from.",
};

/**
 * The comments of another site. Their authors have not agreed to be named here: each gets a name by the installation's
 * secret, the same for all that one author wrote on one site, from which nobody finds back to the author.
 */
export function incomingFrom(thread: SourceThread, secret: string): IncomingComment[] {
  const prefix = createHash("sha256").update(thread.key).digest("hex").slice(0, CODE_DIGITS);
  const codeOf = (id: string): string =>
    `${prefix}-${PLAIN_CODE.test(id) && id.length <= LONGEST_CODE ? id : createHash("sha256").update(id).digest("hex").slice(0, AUTHOR_DIGITS)}`;
  return namedApart(thread.comments).map((comment) => ({
    code: codeOf(comment.id),
    parent: comment.parent === null ? null : codeOf(comment.parent),
    author: pseudonym(comment, thread, secret),
    atMs: comment.atMs,
    editedAtMs: comment.editedAtMs,
    language: null,
    body: comment.body === "" ? EMPTY : comment.body,
    removed: removalOf(comment),
    deletedAtMs: comment.state === "deleted" ? (comment.atMs ?? "unknown") : null,
    up: comment.up,
    down: comment.down,
  }));
}

/** Two comments under one id are both kept, the second under an id that its words make; the same one again is itself. */
function namedApart(comments: readonly SourceComment[]): readonly SourceComment[] {
  const known = new Map<string, string>();
  return comments.map((comment) => {
    const content = JSON.stringify([comment.author, comment.atMs, comment.parent, comment.body]);
    const first = known.get(comment.id) ?? content;
    known.set(comment.id, first);
    if (first === content) return comment;
    return { ...comment, id: `${comment.id} ${createHash("sha256").update(content).digest("hex")}` };
  });
}

function removalOf({ state, atMs }: SourceComment): IncomingComment["removed"] {
  const reason = REASONS[state];
  return reason === undefined ? null : { atMs, by: SOURCE, reason };
}

function pseudonym(
  { author, id }: SourceComment,
  { site, key }: SourceThread,
  secret: string,
): IncomingComment["author"] {
  const digest = createHmac("sha256", secret)
    .update(JSON.stringify(author === null ? ["nobody", key, id] : ["author", site, author.toLowerCase()]))
    .digest("hex");
  const name = author === null ? "Reader" : `Reader ${digest.slice(0, NAME_DIGITS)}`;
  return { code: digest.slice(0, AUTHOR_DIGITS), name, place: null, invented: false };
}

/** The comments of a thread of Podium's own format, under their own names. Whoever is in it is public already. */
export function incomingOf({ authors, comments }: ThreadPart): IncomingComment[] {
  const known = new Map(authors.map((author) => [author.id, author]));
  return comments.map((comment) => ({
    code: comment.id,
    parent: comment.parent ?? null,
    author: {
      code: comment.author,
      name: known.get(comment.author)?.name ?? "",
      place: known.get(comment.author)?.place ?? null,
      invented: known.get(comment.author)?.invented === true,
    },
    atMs: Date.parse(comment.at),
    editedAtMs: timeOf(comment.edited),
    language: comment.language ?? null,
    body: comment.body,
    removed: removalIn(comment),
    deletedAtMs: timeOf(comment.deleted),
    up: comment.up ?? 0,
    down: comment.down ?? 0,
  }));
}

function removalIn({ removed }: CommentPart): IncomingComment["removed"] {
  return removed === undefined ? null : { atMs: Date.parse(removed.at), by: removed.by, reason: removed.reason };
}

function timeOf(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}
