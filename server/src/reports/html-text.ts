import { Parser } from "htmlparser2";

const BLOCKS: ReadonlySet<string> = new Set(
  "p div blockquote pre ul ol li h1 h2 h3 h4 h5 h6 table tr section article header footer figure hr dl dt dd".split(
    " ",
  ),
);
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "iframe", "object"]);
const MARKUP = /[<&]/;
const WEB = /^(?:https?:\/\/|mailto:)/i;

interface Link {
  readonly href: string;
  readonly from: number;
}

/**
 * The words of a piece of HTML as plain text: with its paragraphs and line ends, the address of a link behind its words,
 * the description and address of a picture in its place. Text without markup comes back as it is.
 */
export function htmlText(html: string): string {
  if (!MARKUP.test(html)) return html.trim();
  const writer = new TextWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.write(text),
      onclosetag: (name) => writer.close(name),
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return writer.text();
}

class TextWriter {
  readonly #parts: string[] = [];
  readonly #links: Link[] = [];
  #silent = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.#silent += 1;
    if (this.#silent > 0) return;
    if (name === "br") this.#parts.push("\n");
    else if (BLOCKS.has(name)) this.#parts.push(name === "li" ? "\n- " : "\n\n");
    else if (name === "a") this.#links.push({ href: attributes["href"] ?? "", from: this.#parts.length });
    else if (name === "img") this.#parts.push(picture(attributes));
  }

  write(text: string): void {
    if (this.#silent === 0) this.#parts.push(text);
  }

  close(name: string): void {
    if (SILENT.has(name)) this.#silent -= 1;
    if (this.#silent > 0) return;
    if (name === "a") this.#endLink();
    else if (BLOCKS.has(name) && name !== "li") this.#parts.push("\n\n");
  }

  text(): string {
    const lines = this.#parts.join("").split("\n");
    return lines
      .map((line) => line.trim())
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (link === undefined || !WEB.test(link.href)) return;
    const words = this.#parts.slice(link.from).join("").trim();
    if (!words.includes(link.href)) this.#parts.push(words === "" ? link.href : ` (${link.href})`);
  }
}

function picture({ alt = "", src = "" }: Readonly<Record<string, string>>): string {
  return [alt, WEB.test(src) ? `(${src})` : ""].filter((part) => part !== "").join(" ");
}
