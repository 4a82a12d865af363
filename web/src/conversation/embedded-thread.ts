import type { EmbeddedThread, Language } from "@podium/protocol";
import { DEFAULT_LANGUAGE, EMBEDDED_WORDS } from "../languages/embedded-words.ts";
import styles from "./embedded-thread.css?inline";

const COUNT = "embed.comments";
/** Deeper answers stand no further in: there is little room under the pages of others. */
const DEEPEST_SHOWN = 4;

/**
 * Puts a conversation behind the script tag that asks for it: `data-about` names what it is about, `data-language` the
 * language of the words around it. It stands in a shadow root, where the styles of the page do not reach it and its own
 * reach nothing else; it is fetched without cookies.
 */
export async function embed(script: HTMLScriptElement): Promise<void> {
  const { origin } = new URL(script.src);
  const language = languageOf(script.dataset["language"] ?? document.documentElement.lang);
  const host = document.createElement("div");
  script.after(host);
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(styles);
  root.adoptedStyleSheets = [style];
  const thread = await fetched(`${origin}/embedded?about=${encodeURIComponent(script.dataset["about"] ?? "")}`);
  root.append(thread === null ? unavailable(origin, language) : section(thread, { origin, language }));
}

async function fetched(address: string): Promise<EmbeddedThread | null> {
  try {
    const response = await fetch(address, { credentials: "omit", headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as EmbeddedThread) : null;
  } catch {
    return null;
  }
}

function languageOf(tag: string): Language {
  const [letters = ""] = tag.toLowerCase().split("-");
  return Object.keys(EMBEDDED_WORDS).find((known): known is Language => known === letters) ?? DEFAULT_LANGUAGE;
}

interface Around {
  readonly origin: string;
  readonly language: Language;
}

type Key = keyof (typeof EMBEDDED_WORDS)[Language];

function sentence(language: Language, key: Key): string {
  return EMBEDDED_WORDS[language][key] ?? "";
}

/** The form of the plural category that the language has for a number; English has two, Korean one, Polish four. */
function counted(language: Language, count: number): string {
  const words: Readonly<Record<string, string>> = EMBEDDED_WORDS[language];
  return words[`${COUNT}_${new Intl.PluralRules(language).select(count)}`] ?? words[`${COUNT}_other`] ?? "";
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function link(href: string, text: string): HTMLElement {
  const paragraph = element("p");
  const made = element("a", text);
  made.href = href;
  made.target = "_blank";
  made.rel = "noopener";
  paragraph.append(made);
  return paragraph;
}

function unavailable(origin: string, language: Language): HTMLElement {
  return link(`${origin}/`, sentence(language, "embed.unavailable"));
}

function section(thread: EmbeddedThread, { origin, language }: Around): HTMLElement {
  const made = element("section");
  made.lang = language;
  const title = thread.title[language] ?? thread.title[DEFAULT_LANGUAGE] ?? Object.values(thread.title)[0] ?? "";
  const heading = element("h2", title);
  heading.dir = "auto";
  const count = counted(language, thread.shown).replace(
    "{count}",
    new Intl.NumberFormat(language).format(thread.shown),
  );
  const list = element("ol");
  list.append(...thread.comments.map((comment) => item(comment, language)));
  made.append(heading, element("p", count), list, link(origin + thread.href, sentence(language, "embed.write")));
  return made;
}

function item(comment: EmbeddedThread["comments"][number], language: Language): HTMLElement {
  const made = element("li");
  made.style.setProperty("--depth", String(Math.min(comment.depth, DEEPEST_SHOWN)));
  if (comment.state !== "shown" || comment.author === null) {
    made.append(element("p", sentence(language, "embed.gone")));
    return made;
  }
  const head = element("header");
  const time = element("time", new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(comment.atMs));
  time.dateTime = new Date(comment.atMs).toISOString();
  const { name, left } = comment.author;
  head.append(element("bdi", left === true ? sentence(language, "embed.former-member") : name), " ", time);
  if (comment.author.invented) head.append(` · ${sentence(language, "embed.invented")}`);
  made.append(head, words(comment));
  return made;
}

/** What somebody wrote: HTML of the closed list of elements that the server makes, otherwise paragraphs of text. */
function words({ body, html, language }: EmbeddedThread["comments"][number]): HTMLElement {
  const made = element("div");
  made.dir = "auto";
  if (language !== null) made.lang = language;
  if (html === null) made.append(...body.split("\n\n").map((paragraph) => element("p", paragraph)));
  else made.innerHTML = html;
  return made;
}
