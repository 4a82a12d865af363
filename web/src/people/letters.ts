import {
  escapeHtml,
  type Language,
  type MailLetter,
  type PushedTold,
  type RenderLetter,
  type RenderPush,
} from "@podium/protocol";
import { findersOf, translationsOf } from "../languages/catalogues.ts";
import { people } from "./people-words.ts";

const notifications = translationsOf("notifications");
const findNotification = findersOf("notifications");
const EXCERPT = 400;

/** Writes a letter in the reader's language, as plain text and as simple HTML of the same words. */
export const renderLetter: RenderLetter = (letter) => {
  const t = people(letter.language);
  const { kind, name, link, told, unsubscribe } = letter;
  const lines = told.map((each) => ({ ...each, title: titleOf(each, letter), words: excerptOf(each.words) }));
  const subject = t(`people.letter.${kind}`, { count: told.length });
  const greeting = t("people.letter.greeting", { name });
  const says = kind === "told" ? "" : t(`people.letter.${kind}-says`);
  const end = unsubscribe === null ? "" : t("people.letter.unsubscribe");
  const text = [
    greeting,
    says,
    ...lines.map(({ title, words, href }) => [title, words, href].filter((line) => line !== "").join("\n")),
    link,
    end === "" ? "" : `${end}\n${unsubscribe}`,
  ];
  const html = [
    paragraph(greeting),
    says === "" ? "" : paragraph(says),
    ...lines.map(
      ({ title, words, href }) =>
        `<p><strong>${escapeHtml(title)}</strong></p>${words === "" ? "" : `<blockquote dir="auto">${escapeHtml(words).replaceAll("\n", "<br>")}</blockquote>`}<p>${anchor(href)}</p>`,
    ),
    `<p>${anchor(link)}</p>`,
    end === "" ? "" : `<p>${escapeHtml(end)} ${anchor(unsubscribe ?? "")}</p>`,
  ];
  return {
    subject,
    text: `${text.filter((part) => part !== "").join("\n\n")}\n`,
    html: `<!doctype html><html lang="${letter.language}"><body>${html.join("")}</body></html>`,
  };
};

function titleOf(told: MailLetter["told"][number], { language }: MailLetter): string {
  return titleIn(told, language) ?? notifications(language)("notifications.title");
}

/** Of a call, and of what was told about what others wrote; null of what is decided. */
function titleIn(
  { kind, by, table, count }: Pick<PushedTold, "kind" | "by" | "table" | "count">,
  language: Language,
): string | null {
  const t = notifications(language);
  if (kind === "called") return t("notifications.called", { table: table ?? "" });
  const isHeard =
    kind === "reply" ||
    kind === "mention" ||
    kind === "note-mention" ||
    kind === "followed" ||
    kind === "followed-member";
  return isHeard ? t(`notifications.${kind}`, { name: by ?? "", count }) : null;
}

/** Says on a device what a member was told. */
export const renderPush: RenderPush = (told, language) => {
  const { kind, decision, words } = told;
  const isUpheld = decision === "removed";
  const key = kind === "flag-answered" ? (isUpheld ? "flag-upheld" : "flag-dismissed") : kind;
  const title = titleIn(told, language) ?? findNotification(language)(`notifications.${key}`);
  return { title: title ?? notifications(language)("notifications.title"), body: excerptOf(words) };
};

function excerptOf(words: string): string {
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
}

const paragraph = (words: string): string => `<p dir="auto">${escapeHtml(words)}</p>`;

const anchor = (href: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(href)}</a>`;
