/** Where a text says that it comes from, before its first and after its last sentence. */
export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  readonly byline: string | null;
  /** Whose text it is, in the line under which others print it. */
  readonly syndicatedFrom: string | null;
  /** The text without them. */
  readonly paragraphs: readonly string[];
}

/** `PARIS, July 31 (SCMP) - `, `PARIS (SCMP): `, `PARIS — `. */
const LATIN = /^(\p{Lu}[\p{Lu} .'’-]{1,40}?)(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\(([^()]{2,40})\))? ?[:–—-] /u;
/** `(파리=연합뉴스) 아무개 기자 = `. */
const KOREAN = /^[([]([^=()[\]]{1,20})=([^=()[\]]{1,30})[)\]] ?(?:([^=]{2,30}?) ?(?:특파원|기자) ?= ?)?/u;
/** `新华社巴黎7月30日电（记者某某）`. */
const CHINESE =
  /^(\p{Script=Han}{2,4}社)(\p{Script=Han}{2,10}?)\d{1,2}月\d{1,2}日专?电 ?(?:[（(]记者([^（）()]{1,30})[）)])?/u;
/** `… the moment. – South China Morning Post`. */
const CREDIT = /^(.*[.!?。”"’')]) [–—-] ?([^.!?。]{2,60})$/u;

/** Takes the dateline off the first paragraph and the credit off the last, where they are written as agencies do. */
export function datelineOf(paragraphs: readonly string[]): Dateline {
  const [first = "", ...others] = paragraphs;
  const opening = openingOf(first);
  const opened = [first.slice(opening.length), ...others].filter((paragraph) => paragraph !== "");
  const last = opened.at(-1) ?? "";
  const credit = CREDIT.exec(last);
  const { place, agency, byline } = opening;
  if (credit === null) return { place, agency, byline, syndicatedFrom: null, paragraphs: opened };
  const [, words = "", syndicatedFrom = ""] = credit;
  return { place, agency, byline, syndicatedFrom, paragraphs: [...opened.slice(0, -1), words] };
}

interface Opening extends Pick<Dateline, "place" | "agency" | "byline"> {
  readonly length: number;
}

function openingOf(first: string): Opening {
  const latin = LATIN.exec(first);
  if (latin !== null) return opening(latin[0], latin[1], latin[2], undefined);
  const korean = KOREAN.exec(first);
  if (korean !== null) return opening(korean[0], korean[1], korean[2], korean[3]);
  const chinese = CHINESE.exec(first);
  if (chinese !== null) return opening(chinese[0], chinese[2], chinese[1], chinese[3]);
  return { place: null, agency: null, byline: null, length: 0 };
}

function opening(whole: string, ...parts: readonly (string | undefined)[]): Opening {
  const [place = null, agency = null, byline = null] = parts.map((part) => part?.trim() || null);
  return { place, agency, byline, length: whole.length };
}
