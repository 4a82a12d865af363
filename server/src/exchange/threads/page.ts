import { refuse, type Refusal } from "@podium/engine";
import { PLAIN_COMMENT, type SourceComment, type SourceThread } from "./source-thread.ts";

const POSTED_BY = /^\s*(?:posted|submitted) by\s+(.+?)\s*$/i;
const CLAIMED = /^\s*(\d+(?:[,. ]\d+)*)\s+(?:comments?|replies|responses)\s*$/i;
const NUMBERED = /^(\s*)(\d{1,6})[.)]\s+(\S.*)$/;

/** A list of comments that is being read: how far it stands from the margin, and what it answers. */
interface Level {
  readonly indent: number;
  readonly parent: string | null;
  last: number;
  lastId: string;
}

/**
 * A page as plain text: its title, who posted it, how many comments it claims, and comments numbered from 1. Comments
 * that stand further in answer the one above. Codes: `not-page`.
 */
export function readPage(text: string): SourceThread[] | Refusal {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const firstComment = lines.findIndex((line) => NUMBERED.exec(line)?.[2] === "1");
  if (firstComment < 0) return refuse("not-page", "There are no numbered comments on this page.");
  const head = lines.slice(0, firstComment);
  const title = head.find((line) => line.trim() !== "")?.trim() ?? null;
  const postedBy = firstMatch(head, POSTED_BY);
  const claimed = firstMatch(head, CLAIMED);
  const { comments, ignored } = commentsIn(lines.slice(firstComment));
  const about = head.filter(
    (line) => line.trim() !== "" && line.trim() !== title && !POSTED_BY.test(line) && !CLAIMED.test(line),
  );
  return [
    {
      key: `page ${title ?? ""} ${postedBy ?? ""}`,
      site: `page ${title ?? ""}`,
      title,
      postedBy,
      text: about.length === 0 ? null : about.map((line) => line.trim()).join("\n"),
      atMs: null,
      claimed: claimed === null ? null : Number(claimed.replaceAll(/\D/g, "")),
      comments,
      more: [],
      ignored,
    },
  ];
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

function commentsIn(lines: readonly string[]): { readonly comments: SourceComment[]; readonly ignored: string[] } {
  const bodies: { readonly id: string; readonly parent: string | null; readonly lines: string[] }[] = [];
  const levels: Level[] = [];
  for (const [index, line] of lines.entries()) {
    const begun = beginning(line, levels);
    if (begun !== null) {
      bodies.push({ id: begun.id, parent: begun.parent, lines: [begun.words] });
    } else if (isBehind(line, levels)) {
      return { comments: bodies.map(commentOf), ignored: lines.slice(index).filter((rest) => rest.trim() !== "") };
    } else {
      bodies.at(-1)?.lines.push(line.trim());
    }
  }
  return { comments: bodies.map(commentOf), ignored: [] };
}

/** A line begins a comment when its number follows on its level, or is the 1 of a level further in. */
function beginning(
  line: string,
  levels: Level[],
): { readonly id: string; readonly parent: string | null; readonly words: string } | null {
  const [, space = "", digits = "", words = ""] = NUMBERED.exec(line) ?? [];
  if (digits === "") return null;
  const [indent, number] = [space.length, Number(digits)];
  const known = levels.findLastIndex((level) => level.indent === indent && number === level.last + 1);
  const innermost = levels.at(-1);
  if (known >= 0) levels.length = known + 1;
  else if (number !== 1 || (innermost !== undefined && indent <= innermost.indent)) return null;
  else levels.push({ indent, parent: innermost?.lastId ?? null, last: 0, lastId: "" });
  const level = levels.at(-1);
  if (level === undefined) return null;
  level.last = number;
  level.lastId = level.parent === null ? String(number) : `${level.parent}-${number}`;
  return { id: level.lastId, parent: level.parent, words };
}

/** Nearer to the margin than any number: the comments are over. */
function isBehind(line: string, [outermost]: readonly Level[]): boolean {
  return line.trim() !== "" && outermost !== undefined && line.search(/\S/) < outermost.indent;
}

function commentOf({
  id,
  parent,
  lines,
}: {
  readonly id: string;
  readonly parent: string | null;
  readonly lines: readonly string[];
}): SourceComment {
  return { ...PLAIN_COMMENT, id, parent, body: lines.join("\n").trim() };
}
