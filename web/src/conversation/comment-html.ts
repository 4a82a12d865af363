import { type CommentView, escapeHtml, type Language, LANGUAGES } from "@podium/protocol";
import { signInAddress } from "../ui/links.ts";
import { notesAddress } from "../ui/readers-notes.ts";
import { isoTime, timeInWords } from "../ui/times.ts";
import { number } from "../languages/translation.ts";
import type { TranslateConversation } from "./conversation-words.ts";

/** What the markup of a comment depends on, beside the comment. */
export interface CommentOptions {
  readonly t: TranslateConversation;
  readonly language: Language;
  /** Signed in. */
  readonly mayVote: boolean;
  /** Signed in, and the conversation is open. */
  readonly mayPost: boolean;
  /** Not signed in, and the conversation is open: who wants to answer is led to where that is done. */
  readonly mayEnter: boolean;
  readonly moderates: boolean;
  /** What readers add, as HTML by the comment under which it stands. */
  readonly notes?: ReadonlyMap<string, string>;
  /** The comment that the page is about. */
  readonly focus?: string | null;
}

/** The page of one comment. */
export function commentAddress(thread: string, comment: string): string {
  return `/threads/${encodeURIComponent(thread)}/comments/${encodeURIComponent(comment)}`;
}

/** What has an author, or is a member's translation. */
interface Authored {
  readonly author: Pick<NonNullable<CommentView["author"]>, "name" | "left"> | null;
}

/** Who wrote a comment, as the reader reads it: a member who has left without their name has a word of the page. */
export function authorName({ author }: Authored, t: TranslateConversation): string {
  return author?.left === true ? t("conversation.former-member") : (author?.name ?? "");
}

/**
 * Comments in reading order as nested lists. Written as strings, because a long thread is mostly these
 * lines: everything a person typed goes through escapeHtml, or came as HTML from the one place that makes it.
 */
export function commentListHtml(comments: readonly CommentView[], options: CommentOptions): string {
  const open: string[] = [];
  let html = "";
  for (const comment of comments) {
    const level = comment.parent === null ? 0 : open.lastIndexOf(comment.parent) + 1;
    html += level > 0 && level === open.length ? '<ol class="replies">' : closing(open.length, level);
    open.length = level;
    open.push(comment.id);
    html += `${itemStart(comment, options)}${writtenOnce(comment, options, comment.parent !== null && level === 0)}${options.notes?.get(comment.id) ?? ""}`;
  }
  return html + closing(open.length, 0);
}

const written = new WeakMap<CommentView, Map<string, string>>();

/** The server hands out the same comment until its thread changes; so long it is written once for each kind of reader. */
function writtenOnce(comment: CommentView, options: CommentOptions, apart: boolean): string {
  const reader = [options.language, options.mayVote, options.mayPost, options.mayEnter, options.moderates, apart].join(
    " ",
  );
  const forReaders = written.get(comment) ?? new Map<string, string>();
  const known = forReaders.get(reader) ?? commentHtml(comment, options, apart);
  written.set(comment, forReaders.set(reader, known));
  return known;
}

/** Closes the items from the innermost up to and with the one at a level; the list that holds it stays open. */
function closing(open: number, level: number): string {
  return Array.from({ length: Math.max(0, open - level) }, (_, index) => (index === 0 ? "</li>" : "</ol></li>")).join(
    "",
  );
}

function itemStart({ id, state, mine, myVote }: CommentView, { focus }: CommentOptions): string {
  const signs = [
    mine ? " data-mine" : "",
    myVote === 0 ? "" : ` data-vote="${myVote}"`,
    id === focus ? ' aria-current="true"' : "",
  ];
  return `<li id="c-${escapeHtml(id)}" class="comment${state === "shown" ? "" : " is-hidden"}"${signs.join("")}>`;
}

/** One comment, alone: its item, to be put into a page. */
export function commentItemHtml(comment: CommentView, options: CommentOptions): string {
  return `${itemStart(comment, options)}${commentHtml(comment, options)}</li>`;
}

/** What stands in the item of a comment, without its replies. `apart`: what it answers is not above it on this page. */
export function commentHtml(comment: CommentView, options: CommentOptions, apart = false): string {
  const id = escapeHtml(comment.id);
  const words =
    comment.state === "shown"
      ? wordsHtml(comment)
      : `<p class="comment-gone">${escapeHtml(gone(comment, options.t))}</p>`;
  const after = comment.state === "shown" ? actsHtml(comment, options) : "";
  return `<article aria-labelledby="h-${id}">${headHtml(comment, options)}${apart ? apartHtml(comment, options) : ""}${words}${after}${comment.continues ? continuesHtml(comment, options) : ""}</article>`;
}

function headHtml(comment: CommentView, { t, language }: CommentOptions): string {
  const numbered = `<span class="comment-number" aria-hidden="true">${comment.number}</span><span class="unseen">${escapeHtml(t("conversation.number", { number: comment.number }))}</span>`;
  const name =
    comment.author === null ? "" : ` <bdi class="comment-author">${escapeHtml(authorName(comment, t))}</bdi>`;
  const heading = `<h3 id="h-${escapeHtml(comment.id)}">${numbered}${name}</h3>`;
  const details = [
    ...authorDetails(comment, t),
    ...scoreDetails(comment, t),
    addressHtml(comment, { t, language }),
    ...editDetails(comment, { t, language }),
    ...languageDetails(comment, language),
    ...recordDetails(comment, t),
  ];
  const rest = details.map((detail) => `<span>${detail}</span>`).join(" ");
  return `<header class="comment-line">${heading}${foreignHtml(comment, language)}<details><summary>${timeHtml(comment, language)}</summary><p>${rest}</p></details></header>`;
}

/** The language beside the name, in two letters, where it is not the reader's. */
function foreignHtml(comment: CommentView, language: Language): string {
  const { language: written } = comment;
  if (written === null || !isForeign(comment, language)) return "";
  const [letters = ""] = written.split("-", 1);
  return `<abbr class="comment-language" title="${escapeHtml(languageName(written, language))}">${escapeHtml(letters.toUpperCase())}</abbr>`;
}

function authorDetails({ author }: CommentView, t: TranslateConversation): string[] {
  const place = author?.place ? [`<bdi>${escapeHtml(author.place)}</bdi>`] : [];
  return author?.invented === true ? [...place, escapeHtml(t("conversation.invented"))] : place;
}

function scoreDetails({ score }: CommentView, t: TranslateConversation): string[] {
  if (score === null) return [];
  const { game, points } = score;
  return [escapeHtml(t("conversation.score-then", { score: `${points.home}–${points.away}`, game }))];
}

/** The day; the script of the page says how long ago it was, because a page is read long after it was made. */
function timeHtml({ atMs }: CommentView, language: Language): string {
  return `<time datetime="${isoTime(atMs)}">${escapeHtml(timeInWords(atMs, { zone: "UTC", language, form: "date" }))}</time>`;
}

function addressHtml(comment: CommentView, { t, language }: Pick<CommentOptions, "t" | "language">): string {
  return `<a href="${commentAddress(comment.thread, comment.id)}" title="${escapeHtml(t("conversation.permalink"))}">${inWords(comment.atMs, language)}</a>`;
}

/** Leads to what stood there before. */
function editDetails(comment: CommentView, { t, language }: Pick<CommentOptions, "t" | "language">): string[] {
  if (comment.editedAtMs === null) return [];
  const words = escapeHtml(t("conversation.edited", { time: inWords(comment.editedAtMs, language) }));
  return [`<a href="${commentAddress(comment.thread, comment.id)}/versions" rel="nofollow">${words}</a>`];
}

function languageDetails({ language: written }: CommentView, language: Language): string[] {
  return written === null ? [] : [escapeHtml(languageName(written, language))];
}

/** Leads to what the record says of the words, which the script of the page shows under them, and to what readers add. */
function recordDetails(comment: CommentView, t: TranslateConversation): string[] {
  if (comment.state !== "shown") return [];
  const address = `${commentAddress(comment.thread, comment.id)}/record`;
  const notes = notesAddress("comment", `${comment.thread}/${comment.id}`);
  return [
    `<a href="${address}" data-record rel="nofollow">${escapeHtml(t("conversation.record"))}</a>`,
    `<a href="${escapeHtml(notes)}" rel="nofollow">${escapeHtml(t("conversation.notes"))}</a>`,
    `<a href="${commentAddress(comment.thread, comment.id)}/translations" rel="nofollow">${escapeHtml(t("conversation.translations"))}</a>`,
  ];
}

/** The name of a language in another one; its tag when nobody knows it. */
export function languageName(tag: string, language: Language): string {
  try {
    return LANGUAGE_NAMES[language].of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const LANGUAGE_NAMES = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: "language" })]),
) as Readonly<Record<Language, Intl.DisplayNames>>;

function inWords(ms: number, language: Language): string {
  return escapeHtml(timeInWords(ms, { zone: "UTC", language, form: "full" }));
}

/** The words of a comment or of its translation. */
export function wordsHtml({ body, html, language }: Pick<CommentView, "body" | "html" | "language">): string {
  const words = html ?? paragraphsOf(body);
  return `<div class="comment-words"${language === null ? "" : ` lang="${escapeHtml(language)}"`}>${words}</div>`;
}

function paragraphsOf(body: string): string {
  return body
    .split("\n\n")
    .map((words) => `<p dir="auto">${escapeHtml(words).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

function gone(comment: CommentView, t: TranslateConversation): string {
  if (comment.state === "removed") return t("conversation.removed", { reason: comment.removal?.reason ?? "" });
  return t(comment.state === "deleted" ? "conversation.deleted" : "conversation.held");
}

function apartHtml(comment: CommentView, { t }: CommentOptions): string {
  return `<p class="comment-apart"><a href="${commentAddress(comment.thread, comment.parent ?? "")}">${escapeHtml(t("conversation.in-reply"))}</a></p>`;
}

function continuesHtml(comment: CommentView, { t }: CommentOptions): string {
  return `<p><a href="${commentAddress(comment.thread, comment.id)}">${escapeHtml(t("conversation.continues"))}</a></p>`;
}

function actsHtml(comment: CommentView, options: CommentOptions): string {
  const { t } = options;
  const address = commentAddress(comment.thread, comment.id);
  const link = (query: string, words: string, name: string) =>
    `<a href="${address}?${query}#act" data-act="${query}" aria-label="${escapeHtml(name)}">${escapeHtml(words)}</a>`;
  const params = { number: comment.number, name: authorName(comment, t) };
  const entrance = `<a href="${escapeHtml(signInAddress(`${address}?reply#act`))}" aria-label="${escapeHtml(t("conversation.reply-to", params))}">${escapeHtml(t("conversation.reply"))}</a>`;
  const links = [
    translateHtml(comment, options),
    options.mayEnter ? entrance : "",
    options.mayPost ? link("reply", t("conversation.reply"), t("conversation.reply-to", params)) : "",
    options.mayPost ? link("quote", t("conversation.quote"), t("conversation.quote-comment", params)) : "",
    comment.mine ? link("edit", t("conversation.edit"), t("conversation.edit-comment", params)) : "",
    options.mayVote && !comment.mine
      ? link("flag", t("conversation.flag"), t("conversation.flag-comment", params))
      : "",
    options.moderates ? link("remove", t("conversation.remove"), t("conversation.remove-comment", params)) : "",
  ];
  const votes = options.mayVote && !comment.mine ? votingHtml(comment, options) : votesHtml(comment, options);
  return `<footer class="comment-acts">${votes}${links.join("")}</footer>`;
}

/** Of words in another language than the reader's: they are read in it on a page of their own, or in their place by script. */
function translateHtml(comment: CommentView, { t, language }: CommentOptions): string {
  if (!isForeign(comment, language)) return "";
  const name = t("conversation.translate-comment", { number: comment.number, name: authorName(comment, t) });
  const address = `${commentAddress(comment.thread, comment.id)}/translations?to=${language}`;
  return `<a href="${address}" data-translate rel="nofollow" aria-label="${escapeHtml(name)}">${escapeHtml(t("conversation.translate"))}</a>`;
}

function isForeign({ language: written }: CommentView, language: Language): boolean {
  return written !== null && written.split("-", 1)[0] !== language;
}

function votesHtml({ up, down }: CommentView, { t, language }: CommentOptions): string {
  if (up === 0 && down === 0) return "";
  const params = { up: number(up, language), down: number(down, language) };
  const signs = [up > 0 ? `+${params.up}` : "", down > 0 ? `−${params.down}` : ""].filter((sign) => sign !== "");
  return `<span class="votes" title="${escapeHtml(t("conversation.votes", params))}"><span aria-hidden="true">${signs.join(" ")}</span><span class="unseen">${escapeHtml(t("conversation.votes", params))}</span></span>`;
}

function votingHtml(comment: CommentView, { t, language }: CommentOptions): string {
  const button = (value: 1 | -1, sign: string, count: number) => {
    const pressed = comment.myVote === value;
    const name = t(value === 1 ? "conversation.vote-for" : "conversation.vote-against", { count });
    return `<button class="plain" name="value" value="${pressed ? 0 : value}" aria-pressed="${pressed}" aria-label="${escapeHtml(name)}" title="${escapeHtml(name)}">${sign}${number(count, language)}</button>`;
  };
  return `<form class="votes" method="post" action="${commentAddress(comment.thread, comment.id)}/vote">${button(1, "+", comment.up)} ${button(-1, "−", comment.down)}</form>`;
}
