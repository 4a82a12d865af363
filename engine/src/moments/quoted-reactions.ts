/** What a quote in a report does not tell of the reaction that it is. */
export type ReactionGap = "platform" | "author" | "address" | "time" | "original";

/** A quote in a report that may be kept as a reaction; null stands for what the report does not tell. */
export interface QuotedReaction {
  readonly words: string;
  readonly platform: string | null;
  /** As the report shows it, such as `@name`. */
  readonly author: string | null;
  readonly url: string | null;
  /** `original`: the platform is written in another language than the report, so the words are a translation. */
  readonly missing: readonly ReactionGap[];
}

/** Each mark that opens a quote, with those that close it: English, Korean, Chinese, Japanese, German, French, Spanish. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  '"': '"',
  "＂": "＂",
};

/** Platforms by how reports write them, with the language of the platforms that have one. */
const PLATFORMS: readonly { readonly name: string; readonly written: RegExp; readonly language?: string }[] = [
  { name: "Weibo", written: /weibo|微博|웨이보|ウェイボ/i, language: "zh" },
  { name: "Xiaohongshu", written: /xiaohongshu|rednote|小红书|小紅書|샤오홍슈/i, language: "zh" },
  { name: "Douyin", written: /douyin|抖音|더우인/i, language: "zh" },
  { name: "Zhihu", written: /zhihu|知乎/i, language: "zh" },
  { name: "Naver", written: /naver|네이버|ネイバー/i, language: "ko" },
  { name: "Reddit", written: /reddit|레딧|レディット/i },
  { name: "Instagram", written: /instagram|인스타그램|インスタ/i },
  { name: "Facebook", written: /facebook|페이스북|フェイスブック|脸书|臉書/i },
  { name: "TikTok", written: /tiktok|틱톡|ティックトック/i },
  { name: "YouTube", written: /youtube|유튜브|ユーチューブ/i },
  { name: "Threads", written: /\bThreads\b|스레드(?:에|의| )/ },
  { name: "Bluesky", written: /bluesky|블루스카이|ブルースカイ/i },
  { name: "Mastodon", written: /mastodon/i },
  { name: "Telegram", written: /telegram|텔레그램/i },
  { name: "X", written: /twitter|트위터|ツイッター|推特|(?<![\p{Script=Latin}\p{N}.])X(?![\p{Script=Latin}\p{N}])/u },
];

/** Somebody of the public, by no name. */
const SOMEBODY =
  /\b(?:users?|netizens?|commenters?|internautes?|utilisat\w+|nutzer\w*|usuari\w+|internauta\w*|fans?)\b|网友|網友|网民|用户|누리꾼|네티즌|이용자|사용자|팬|ユーザー|ネット民|ネット上/iu;

/** Somebody else where the one before spoke. */
const ANOTHER =
  /\b(?:another|a second|others?|un autre|une autre|d'autres|ein anderer|eine andere|andere|otro|otra|otros)\b|另一|还有人|別の|ほかの|또 다른|다른/iu;

const WORDS_MIN = 5;
const SIGNS_MIN = 8;

/**
 * Quotes of the public in the paragraphs of a report, in their order: those with a platform, of "a user", of another one
 * after such, and those that stand alone. What somebody calls a thing in two words is none, nor what a named person said.
 * `language` is that of the report.
 */
export function quotedReactions(paragraphs: readonly string[], language: string): QuotedReaction[] {
  const found: QuotedReaction[] = [];
  let before: string | null = null;
  for (const paragraph of paragraphs)
    for (const { words, said } of quotesIn(paragraph)) {
      const named = platformIn(said);
      const isAnother = ANOTHER.test(said);
      if (named === null && !SOMEBODY.test(said) && !isAnother && said !== "") continue;
      if (named === null && isAnother && found.length === 0 && !SOMEBODY.test(said)) continue;
      const platform: string | null = named ?? (isAnother ? before : null);
      before = platform;
      found.push(reactionOf({ words, said, platform, language }));
    }
  return found;
}

interface Said {
  readonly words: string;
  /** The sentence that says whose words they are; empty where they stand alone. */
  readonly said: string;
}

function reactionOf({ words, said, platform, language }: Said & { platform: string | null; language: string }) {
  const author = /(?<![\p{L}\p{N}])(?:@[\w.]{2,30}|u\/[\w-]{3,20})/u.exec(said)?.[0] ?? null;
  const url = /https?:\/\/[^\s)”"»」]{4,300}/u.exec(said)?.[0] ?? null;
  const own = PLATFORMS.find(({ name }) => name === platform)?.language;
  const gaps: readonly (readonly [ReactionGap, boolean])[] = [
    ["platform", platform === null],
    ["author", author === null],
    ["address", url === null],
    ["time", true],
    ["original", own !== undefined && language.split("-")[0] !== own],
  ];
  return { words, platform, author, url, missing: gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap) };
}

function platformIn(said: string): string | null {
  return PLATFORMS.find(({ written }) => written.test(said))?.name ?? null;
}

/** A part of a paragraph: words between marks, or what stands around them. */
interface Part {
  readonly text: string;
  readonly isQuote: boolean;
}

function quotesIn(paragraph: string): Said[] {
  const parts = partsOf(paragraph);
  return parts.flatMap(({ text, isQuote }, at) => {
    const words = text.trim().replace(/[,，、]$/u, "");
    if (!isQuote || !isLong(words)) return [];
    return [{ words, said: saidOf(parts[at - 1]?.text ?? "", parts[at + 1]?.text ?? "", at + 2 < parts.length) }];
  });
}

/** Text and quotes in turn, so that a quote always has text on both sides, if only an empty one. */
function partsOf(paragraph: string): Part[] {
  const parts: Part[] = [];
  let text = "";
  for (let at = 0; at < paragraph.length; at++) {
    const mark = paragraph.charAt(at);
    const closing = Object.hasOwn(CLOSED_BY, mark) ? CLOSED_BY[mark] : undefined;
    const end = closing === undefined ? -1 : endOf(paragraph, at + 1, closing);
    if (end < 0) {
      text += mark;
      continue;
    }
    parts.push({ text, isQuote: false }, { text: paragraph.slice(at + 1, end), isQuote: true });
    text = "";
    at = end;
  }
  return [...parts, { text, isQuote: false }];
}

function endOf(paragraph: string, from: number, closing: string): number {
  for (let at = from; at < paragraph.length; at++) if (closing.includes(paragraph.charAt(at))) return at;
  return -1;
}

function isLong(words: string): boolean {
  const signs = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return signs >= SIGNS_MIN || words.split(/\s+/u).filter((word) => word !== "").length >= WORDS_MIN;
}

/** Who spoke is said after the words, unless what stands before leads to them; the text after may lead to the next quote. */
function saidOf(before: string, after: string, hasNext: boolean): string {
  const leading = lastSentence(before);
  const following = firstSentence(after, hasNext);
  if (/[:：,，]\s*$/u.test(before) && leading !== "") return leading;
  // In Korean and Japanese the verb follows the words: the sentence stands on both sides of them.
  if (leading !== "" && !END.test(leading.slice(-1))) return `${leading} ${following}`;
  return following !== "" ? following : leading;
}

const END = /[.!?。！？…]/u;

function lastSentence(text: string): string {
  const trimmed = text.trimEnd();
  for (let at = trimmed.length - 2; at >= 0; at--)
    if (END.test(trimmed.charAt(at)) && /\s|[。！？]/u.test(trimmed.charAt(at) + trimmed.charAt(at + 1)))
      return trimmed.slice(at + 1).trim();
  return trimmed.trim();
}

function firstSentence(text: string, hasNext: boolean): string {
  for (let at = 0; at < text.length; at++) {
    const ends = END.test(text.charAt(at)) && (at + 1 === text.length || /\s|[。！？]/u.test(text.slice(at, at + 2)));
    if (ends) return onlyWords(text.slice(0, at));
  }
  return hasNext && /[:：]\s*$/u.test(text) ? "" : onlyWords(text);
}

/** Nothing but marks says nothing. */
function onlyWords(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.trim() : "";
}
