/** The place of a comment on a page: how its number stands there, which number it is, and its first words. */
export interface NumberedLine {
  /** Columns before the number, and before the words behind it: numbers may stand flush left or flush right. */
  readonly indent: number;
  readonly wordsAt: number;
  /** What stands around the number: the same for all comments of a level. */
  readonly style: string;
  /** 3 of `3.`, and 3, 1 of `3.1`. */
  readonly path: readonly number[];
  readonly words: string;
}

const TAB = 8;
const INVISIBLE = /\p{Cf}/gu;
const OPENINGS: readonly string[] = ["#", "№", "(", "[", "（", "【", "第"];
const CLOSINGS: readonly string[] = [".", ")", "]", ":", "、", "．", "。", "）", "】", "：", "楼", "樓", "번"];
const DIGITS = /^\p{Nd}{1,6}(?:\.\p{Nd}{1,6}){0,7}/u;
const ASCII = /^[!-~]/;

/** A line with a number at its head as comments have it; null for any other line. */
export function numberedLine(line: string): NumberedLine | null {
  const shown = expanded(line.replaceAll(INVISIBLE, ""));
  const text = shown.trim();
  const opening = OPENINGS.find((sign) => text.startsWith(sign)) ?? "";
  const digits = DIGITS.exec(text.slice(opening.length))?.[0] ?? "";
  if (digits === "") return null;
  const behind = text.slice(opening.length + digits.length);
  const closing = CLOSINGS.find((sign) => behind.startsWith(sign)) ?? "";
  const rest = behind.slice(closing.length);
  const isBare = closing === "" && (opening === "" || opening === "(" || opening === "[");
  if (isBare && (opening !== "" || !digits.includes("."))) return null;
  if (rest !== "" && !/^\s/.test(rest) && ASCII.test(rest)) return null;
  const words = rest.trim();
  const indent = shown.search(/\S/);
  return {
    indent,
    wordsAt: indent + text.length - words.length,
    style: `${opening} ${closing}`,
    path: digits.split(".").map(numberOf),
    words,
  };
}

/** A line with its tabs as blanks. */
export function expanded(line: string): string {
  const [blanks = ""] = /^\s*/.exec(line) ?? [];
  return blanks.includes("\t") ? blanks.replaceAll("\t", " ".repeat(TAB)) + line.slice(blanks.length) : line;
}

const POSTERS: readonly string[] =
  "posted by|submitted by|started by|written by|작성자|글쓴이|发帖人|發帖人|发布者|楼主|樓主|作者|投稿者|автор|publicado por|publié par|posté par|geschrieben von|gepostet von|نشر بواسطة|โพสต์โดย|द्वारा पोस्ट".split(
    "|",
  );
/** What parts the name from a place, an age or a date behind it. */
const PARTS_NAME: ReadonlySet<string> = new Set(["·", "•", "|"]);
const BEFORE_DATE: ReadonlySet<string> = new Set(["on", "at", "in", "-", "–"]);

/** Where the name ends and a place, an age or a date begins: `X on 3 August`, `X 3 months ago`, `X | 3 Aug`. */
function isBehindName(words: readonly string[], index: number): boolean {
  const [word = "", next = "", third = ""] = words.slice(index, index + 3);
  if (PARTS_NAME.has(word)) return true;
  return (
    (BEFORE_DATE.has(word) && /^(?:\p{N}|r\/)/u.test(next)) || (/^\d+$/.test(word) && next !== "" && third === "ago")
  );
}

/** Who posted what the page is about; null when the line does not say. */
export function posterIn(line: string): string | null {
  const text = line.trim();
  const label = POSTERS.find((word) => text.toLowerCase().startsWith(word));
  if (label === undefined) return null;
  const rest = text.slice(label.length);
  if (rest === rest.trimStart() && !/^[:：]/.test(rest)) return null;
  const name = rest
    .replace(/^\s*[:：]/, "")
    .trim()
    .split(/\s+/);
  const end = name.findIndex((_, index) => index > 0 && isBehindName(name, index));
  return name.slice(0, end < 0 ? name.length : end).join(" ") || null;
}

const NOUNS: ReadonlySet<string> = new Set(
  "comment comments reply replies response responses thought thoughts answer answers 댓글 답글 의견 评论 評論 留言 回复 回覆 跟帖 コメント 返信 تعليقات تعليقا تعليق ردود comentario comentarios respuesta respuestas commentaire commentaires réponse réponses kommentar kommentare antwort antworten ความคิดเห็น ความเห็น टिप्पणियाँ टिप्पणियां टिप्पणी".split(
    " ",
  ),
);
const STEMS: readonly string[] = ["комментари", "ответ"];
const FILLERS: ReadonlySet<string> = new Set(
  "all view show see load total a of the 共 全部 有 条 條 则 則 个 個 篇 件 の 개 개의 의 총 전체 всего".split(" "),
);
const MORE: ReadonlySet<string> = new Set("more further weitere más autres ещё 더 更多 还有 もっと さらに".split(" "));
const TITLE_FOLLOWS: ReadonlySet<string> = new Set(["on", "to", "so"]);
const TIMES: Readonly<Record<string, number>> = {
  k: 1_000,
  m: 1_000_000,
  천: 1_000,
  千: 1_000,
  만: 10_000,
  万: 10_000,
  萬: 10_000,
};
const TOKEN =
  /\p{Nd}+(?:[.,]\p{Nd}+)*|\p{Script=Han}+|\p{Script=Hangul}+|\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+|[\p{L}\p{M}]+/gu;
const THOUSANDS = /(?<=\p{Nd})[ \u00A0\u202F](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const LONGEST_LINE = 80;

/** What a line claims of comments: so many there are, or so many more than the page shows. */
export interface CountClaim {
  readonly count: number;
  readonly isMore: boolean;
}

/** `30 comments`, `Comments (30)`, `댓글 30개`, `共30条评论`; null for a line that says anything else. */
export function claimIn(line: string): CountClaim | null {
  if (line.length > LONGEST_LINE) return null;
  const tokens = (line.replaceAll(INVISIBLE, "").replaceAll(THOUSANDS, "").match(TOKEN) ?? []).flatMap(parted);
  const at = tokens.findIndex((token) => /^\p{Nd}/u.test(token));
  const digits = tokens[at];
  if (digits === undefined || at > 3) return null;
  const times = TIMES[(tokens[at + 1] ?? "").toLowerCase()];
  const words = [...tokens.slice(0, at), ...tokens.slice(times === undefined ? at + 1 : at + 2)];
  const title = words.findIndex((word) => TITLE_FOLLOWS.has(word.toLowerCase()));
  const told = title > 0 ? words.slice(0, title) : words;
  const known = told.every((word) => isNoun(word) || FILLERS.has(word.toLowerCase()) || isMore(word));
  if (!known || !told.some((word) => isNoun(word))) return null;
  const count = times === undefined ? wholeOf(digits) : Math.round(Number(ascii(digits).replace(",", ".")) * times);
  return Number.isSafeInteger(count) ? { count, isMore: told.some(isMore) } : null;
}

function isNoun(word: string): boolean {
  const small = word.toLowerCase();
  return NOUNS.has(small) || STEMS.some((stem) => small.startsWith(stem));
}

const isMore = (word: string): boolean => MORE.has(word.toLowerCase());
const wholeOf = (digits: string): number => Number(ascii(digits).replaceAll(/\D/g, ""));

/** `개의댓글` and `条评论` are written without a blank: the noun at the end, and what stands before it. */
function parted(token: string): readonly string[] {
  const noun = ASCII.test(token)
    ? undefined
    : [...NOUNS].find((word) => token.length > word.length && token.endsWith(word));
  if (noun === undefined) return [token];
  return [token.slice(0, -noun.length), noun];
}

/** Digits of any script as those of ASCII. */
function ascii(digits: string): string {
  return digits.replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
}

/** Every script has its ten digits in a row; rows may touch, but only at a tenth. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const own = zero;
  while (own - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return own - zero;
}

const numberOf = (digits: string): number => Number(ascii(digits));

const OPEN: readonly string[] =
  "leave a reply|leave a comment|leave a response|post a comment|add a comment|write a comment|join the discussion|댓글 쓰기|댓글 남기기|댓글을 남|댓글 달기|发表评论|发表回复|發表評論|發佈留言|留下评论|写评论|コメントを残す|コメントする|コメントを書く|добавить комментарий|оставить комментарий|اترك تعليق|اترك رد|أضف تعليق|deja un comentario|deja una respuesta|laisser un commentaire|schreibe einen kommentar|kommentar hinterlassen|แสดงความคิดเห็น|टिप्पणी करें".split(
    "|",
  );
const CLOSED: readonly string[] =
  "comments are closed|comments closed|replies are closed|this thread is locked|this topic is closed|댓글이 닫혔|评论已关闭|評論已關閉|コメントは受け付けていません|комментарии закрыты|التعليقات مغلقة".split(
    "|",
  );
const OTHER_ENDS: readonly string[] = "you must be logged in|log in to|sign in to|share this|related posts".split("|");

/** What a page says behind its comments: that they are open, or closed, or something else; null for a line that is no end. */
export function endIn(line: string): "open" | "closed" | "other" | null {
  const text = line.trim().toLowerCase();
  const begins = (phrases: readonly string[]): boolean => phrases.some((phrase) => text.startsWith(phrase));
  if (text.length > LONGEST_LINE) return null;
  if (begins(CLOSED)) return "closed";
  if (begins(OPEN)) return "open";
  return begins(OTHER_ENDS) ? "other" : null;
}
