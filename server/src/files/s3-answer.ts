import { Parser } from "htmlparser2";
import type { ListedFile } from "./files.ts";

/** What a store that speaks S3 says in XML: a part of a list, or why not. */
export interface S3Answer {
  readonly files: readonly ListedFile[];
  /** The list goes on behind the last of them. */
  readonly isCut: boolean;
  /** `NoSuchBucket`, `SignatureDoesNotMatch`; empty where it says none. */
  readonly code: string;
}

/** Reads an answer; what is none says nothing. */
export function readAnswer(xml: string): S3Answer {
  const files: ListedFile[] = [];
  let [text, key, written, code] = ["", "", "", ""];
  let isCut = false;
  const ended: Readonly<Record<string, () => void>> = {
    Key: () => (key = text),
    LastModified: () => (written = text),
    Contents: () => files.push({ key, writtenMs: Date.parse(written) || 0 }),
    IsTruncated: () => (isCut = text === "true"),
    Code: () => (code = text),
  };
  const parser = new Parser(
    {
      onopentag: () => (text = ""),
      ontext: (part) => (text += part),
      onclosetag: (name) => ended[name]?.(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { files, isCut, code };
}
