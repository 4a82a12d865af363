import { escapeHtml, type MailLetter, type RenderLetter } from "@podium/protocol";
import { translationsOf } from "../languages/catalogues.ts";
import { people } from "./people-words.ts";

const notifications = translationsOf("notifications");
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

function titleOf({ kind, by, count }: MailLetter["told"][number], { language }: MailLetter): string {
  const t = notifications(language);
  if (kind === "reply" || kind === "mention" || kind === "followed" || kind === "followed-member")
    return t(`notifications.${kind}`, { name: by ?? "", count });
  return t("notifications.title");
}

function excerptOf(words: string): string {
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
}

const paragraph = (words: string): string => `<p dir="auto">${escapeHtml(words)}</p>`;

const anchor = (href: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(href)}</a>`;
