import { refuse, type Refusal } from "@podium/engine";
import { claimIn, endIn, expanded, numberedLine, posterIn, type NumberedLine } from "./page-lines.ts";
import { PLAIN_COMMENT, type MoreComments, type SourceComment, type SourceThread } from "./source-thread.ts";

/**
 * A page as plain text: its title, who posted it, how many comments it claims, and numbered comments. Comments that
 * stand further in, or whose number is 3.1, answer the one above. Codes: `not-page`.
 */
export function readPage(text: string): SourceThread[] | Refusal {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map(expanded);
  const first = firstComment(lines);
  if (first < 0) return refuse("not-page", "There are no numbered comments on this page.");
  const head = headOf(lines.slice(0, first));
  const body = new PageBody(lines.slice(first), head.claimed);
  const ends = body.ignored.map(endIn);
  return [
    {
      key: `page ${head.title ?? ""} ${head.postedBy ?? ""}`,
      site: `page ${head.title ?? ""}`,
      ...head,
      atMs: null,
      comments: body.comments(),
      more: body.more(),
      ignored: body.ignored,
      open: ends.includes("closed") ? false : ends.includes("open") ? true : null,
    },
  ];
}

/** The 1; on a page that leaves it out, the first number that stands by itself. */
function firstComment(lines: readonly string[]): number {
  const isFirst = (line: string): boolean => numberedLine(line)?.path.join() === "1";
  const one = lines.findIndex(isFirst);
  const any = lines.findIndex((line, index) => (lines[index - 1] ?? "").trim() === "" && numberedLine(line) !== null);
  const [outer, inner] = [lines[any] ?? "", lines[one] ?? ""];
  if (one < 0 || any < 0) return one < 0 ? any : one;
  return any < one && inner.search(/\S/) > outer.search(/\S/) ? any : one;
}

type Head = Pick<SourceThread, "title" | "postedBy" | "claimed" | "text">;
/** A title this long may go on in the next line. */
const WRAPPED_FROM = 50;

function headOf(lines: readonly string[]): Head {
  const isTold = (line: string): boolean => posterIn(line) !== null || claimIn(line) !== null;
  const begin = lines.findIndex((line) => line.trim() !== "" && !isTold(line));
  let end = begin < 0 ? begin : begin + 1;
  while (end > 0 && (lines[end] ?? "").trim() !== "" && !isTold(lines[end] ?? "") && isLong(lines[end - 1])) end += 1;
  const title = begin < 0 ? "" : words(lines.slice(begin, end)).join(" ");
  const about = words(lines.filter((line, index) => (index < begin || index >= end) && !isTold(line)));
  const claims = lines.map(claimIn).filter((claim) => claim !== null);
  return {
    title: title || null,
    postedBy: lines.map(posterIn).find((name) => name !== null) ?? null,
    claimed: claims.find(({ isMore }) => !isMore)?.count ?? null,
    text: about.length === 0 ? null : about.join("\n"),
  };
}

const isLong = (line = ""): boolean => line.trim().length >= WRAPPED_FROM;
const words = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== "");

/** A list of comments that is being read: where its numbers stand, and what it answers. */
interface Level {
  readonly at: NumberedLine;
  readonly parent: string | null;
  last: number;
  lastId: string;
}

interface Body {
  readonly id: string;
  readonly parent: string | null;
  readonly lines: string[];
}

/** Numbers that a page may leave out in a row when it does not say how many there are. */
const WIDEST_GAP = 30;

class PageBody {
  readonly ignored: string[] = [];
  readonly #bodies: Body[] = [];
  readonly #levels: Level[] = [];
  /** The last answer with a number of its own below each comment. */
  readonly #lastBelow = new Map<string, number>();
  readonly #more: MoreComments[] = [];
  readonly #claimed = new Map<string | null, number>();
  readonly #most: number;
  /** Lines nearer to the margin than any number, or an end: behind the comments, unless another comment follows. */
  #behind: string[] = [];
  #isBlankBefore = true;
  readonly #isSpaced: boolean;

  constructor(lines: readonly string[], claimed: number | null) {
    this.#most = claimed ?? 0;
    this.#isSpaced = isSpaced(lines);
    for (const line of lines) {
      this.#read(line);
      this.#isBlankBefore = line.trim() === "";
    }
    this.ignored.push(...this.#behind.filter((line) => line.trim() !== ""));
  }

  comments(): SourceComment[] {
    return this.#bodies.map(({ id, parent, lines }) => ({
      ...PLAIN_COMMENT,
      id,
      parent,
      body: lines.join("\n").trim(),
    }));
  }

  /** Answers that the page claims and does not show. */
  more(): MoreComments[] {
    const shown = new Map<string | null, number>();
    for (const { parent } of this.#bodies) shown.set(parent, (shown.get(parent) ?? 0) + 1);
    const missing = [...this.#claimed].map(([parent, count]) => ({
      parent,
      count: count - (shown.get(parent) ?? 0),
      ids: [],
    }));
    return [...this.#more, ...missing.filter(({ count }) => count > 0)];
  }

  #read(line: string): void {
    const numbered = numberedLine(line);
    const begun = numbered === null ? null : this.#beginning(numbered);
    if (begun !== null) {
      this.#keepBehind();
      this.#bodies.push(begun);
    } else if (this.#behind.length > 0 || this.#isBehind(line)) {
      this.#behind.push(line.trim());
    } else if (!this.#isClaim(line)) {
      this.#bodies.at(-1)?.lines.push(line.trim());
    }
  }

  /** Another comment follows: what stood before it belongs to the comment above. */
  #keepBehind(): void {
    this.#bodies.at(-1)?.lines.push(...this.#behind);
    this.#behind = [];
  }

  #isBehind(line: string): boolean {
    const [outermost] = this.#levels;
    if (line.trim() === "" || outermost === undefined) return false;
    const indent = line.search(/\S/);
    return indent < outermost.at.indent || (this.#isBlankBefore && endIn(line) !== null);
  }

  /** How many answered a comment, or how many more the page has: no words of the comment it stands under. */
  #isClaim(line: string): boolean {
    const claim = claimIn(line);
    const last = this.#bodies.at(-1);
    if (claim === null || last === undefined || (!this.#isBlankBefore && !claim.isMore)) return false;
    if (claim.isMore) this.#more.push({ parent: null, count: claim.count, ids: [] });
    else this.#claimed.set(last.id, claim.count);
    return true;
  }

  /** A line begins a comment when its number follows on its level, or is the 1 of a level further in. */
  #beginning(at: NumberedLine): Body | null {
    if (at.path.length > 1) return this.#dottedBeginning(at);
    const [number = 0] = at.path;
    const known = this.#levels.findLastIndex((level) => isOn(level, at) && this.#follows(level, number));
    const innermost = this.#levels.at(-1);
    if (known >= 0) this.#levels.length = known + 1;
    else if (innermost === undefined) this.#levels.push({ at, parent: null, last: number - 1, lastId: "" });
    else if (number !== 1 || at.indent <= innermost.at.indent || (this.#isSpaced && !this.#isBlankBefore)) return null;
    else this.#levels.push({ at, parent: innermost.lastId, last: 0, lastId: "" });
    const level = this.#levels.at(-1);
    if (level === undefined) return null;
    level.last = number;
    level.lastId = level.parent === null ? String(number) : `${level.parent}-${number}`;
    this.#lastBelow.set(level.lastId, 0);
    return { id: level.lastId, parent: level.parent, lines: [at.words] };
  }

  /** A page may leave numbers out, but then the number stands by itself and is none that the page cannot have. */
  #follows({ last }: Level, number: number): boolean {
    return (
      number === last + 1 || (this.#isBlankBefore && number > last && number <= Math.max(this.#most, last + WIDEST_GAP))
    );
  }

  #dottedBeginning({ path, style, words: own }: NumberedLine): Body | null {
    const [parent, id, number = 0] = [path.slice(0, -1).join("-"), path.join("-"), path.at(-1)];
    const last = this.#lastBelow.get(parent);
    const isNext = last !== undefined && number === last + 1;
    const isBare = style.trim() === "";
    if (last === undefined || number <= last || number > last + WIDEST_GAP) return null;
    if (isBare && !(isNext && this.#isBlankBefore)) return null;
    this.#lastBelow.set(parent, number);
    this.#lastBelow.set(id, 0);
    return { id, parent, lines: [own] };
  }
}

/** Numbers of one level stand under one another at their left or, flush right, at their words. */
function isOn({ at }: Level, line: NumberedLine): boolean {
  return at.style === line.style && (at.indent === line.indent || at.wordsAt === line.wordsAt);
}

/** Whether an empty line stands before the second comment of the outermost level. */
function isSpaced(lines: readonly string[]): boolean {
  const first = numberedLine(lines[0] ?? "");
  const second = lines.findIndex((line, index) => index > 0 && numberedLine(line)?.indent === first?.indent);
  return second > 0 && (lines[second - 1] ?? "").trim() === "";
}
