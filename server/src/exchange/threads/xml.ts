import { refuse, type Refusal } from "@podium/engine";
import { Parser } from "htmlparser2";

/** An element of an XML file. Its name is as written, with its prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Its words; with children, all that stands in it as it is written. */
  text: string;
}

interface Opened extends Element {
  /** Where in the file its content begins. */
  readonly from: number;
}

const DEEPEST = 200;

/**
 * Reads an XML file into its elements. Declarations of entities are refused before anything is read, so that nothing
 * can grow (a billion laughs); nothing outside the file is ever asked for. Codes: `not-xml`, `entities-declared`.
 */
export function readXml(text: string): Element | Refusal {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Opened[] = [{ ...root, children: root.children, from: 0 }];
  let wrong: Refusal | null = null;
  const xml = text.replace(/^\uFEFF/, "");
  const isSelfClosed = (): boolean => xml.slice(parser.endIndex - 1, parser.endIndex + 1) === "/>";
  const parser = new Parser(
    {
      onprocessinginstruction: (_, data) => {
        if (/^!doctype/i.test(data)) wrong ??= DECLARED;
      },
      onopentag: (name, attributes) => {
        const element: Opened = { name, attributes, children: [], text: "", from: parser.endIndex + 1 };
        open.at(-1)?.children.push(element);
        open.push(element);
        if (open.length > DEEPEST) wrong ??= refuse("not-xml", "The file is nested too deep to be an export.");
      },
      ontext: (data) => {
        const element = open.at(-1);
        if (element !== undefined) element.text += data;
      },
      onclosetag: (name, implied) => {
        if (implied && !isSelfClosed()) wrong ??= refuse("not-xml", `The file breaks off: <${name}> is never closed.`);
        const closed = open.pop();
        if (closed !== undefined && closed.children.length > 0) closed.text = xml.slice(closed.from, parser.startIndex);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  if (wrong !== null) return wrong;
  const [first] = root.children;
  return first ?? refuse("not-xml", "The file is no XML.");
}

const DECLARED = refuse("entities-declared", "The file declares a document type of its own, which no export does.");

/** The children of that name. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The words of the first child of that name; empty when there is none. */
export function textOf(element: Element | undefined, name: string): string {
  return (element?.children.find((child) => child.name === name)?.text ?? "").trim();
}
