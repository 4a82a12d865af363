import { isRefused, refuse, type Refusal } from "@podium/engine";
import { NOTE_SOURCES_MAX, type NoteSource } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { findSubject, subjectIn } from "./subjects.ts";

const LONGEST = 500;

const NO_SOURCE = refuse(
  "note-unsourced",
  "A note names where it can be read: an address that begins with https://, or match:ID or report:ID of this installation.",
);

/** Where a note says that it can be read, a source a line: refuses none, too many, and what leads nowhere. */
export async function sourcesIn(db: Db, typed: string): Promise<NoteSource[] | Refusal> {
  const lines = [...new Set(typed.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  if (lines.length === 0 || lines.length > NOTE_SOURCES_MAX) return NO_SOURCE;
  const sources: NoteSource[] = [];
  for (const line of lines) {
    const source = addressIn(line) ?? (await recordIn(db, line));
    if (source === null) return NO_SOURCE;
    sources.push(source);
  }
  return sources;
}

/** An address of the web that names a host, and nobody's name or password. */
function addressIn(line: string): NoteSource | null {
  if (!/^https?:\/\//i.test(line) || line.length > LONGEST || !URL.canParse(line)) return null;
  const { href, hostname, username, password } = new URL(line);
  return hostname.includes(".") && username === "" && password === "" ? { kind: "address", href } : null;
}

/** `match:ID` or `report:ID`, as long as everybody may read it. */
async function recordIn(db: Db, line: string): Promise<NoteSource | null> {
  const subject = subjectIn(line);
  if (isRefused(subject) || (subject.kind !== "match" && subject.kind !== "report")) return null;
  const found = await findSubject(db, subject);
  if (found === null || found.isPrepared) return null;
  return { kind: subject.kind, href: found.href, title: await found.title() };
}
