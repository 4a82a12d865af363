import { refuse, type Refusal } from "@podium/engine";
import { readJson } from "@podium/protocol";
import type { z } from "zod";

/** Larger bodies are refused before they are read; a chair's hour without network is far below. */
export const BODY_BYTES_MAX = 512 * 1024;

/** More fields than any form here has, and than a form of another length is worth parsing for. */
export const FIELDS_MAX = 1_000;

function tooLarge(bytes: number): Refusal {
  const most = bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${bytes / 1024 / 1024} MB`;
  return refuse("form-too-large", `At most ${most} can be sent at once.`, { bytes });
}

/** Why a body is refused by the length that its sender tells, before anything else is asked; null when it may be read. */
export function refusedByLength(headers: Headers, bytesMax = BODY_BYTES_MAX): Refusal | null {
  return Number(headers.get("content-length") ?? 0) > bytesMax ? tooLarge(bytesMax) : null;
}

/** A body read once: JSON, or the fields of a form. */
export type RequestBody = { readonly json: unknown } | { readonly fields: Readonly<Record<string, string>> };

/** Reads JSON or a form; refuses what is neither, what is too large, and what cannot be read. */
export async function readBody(request: Request): Promise<RequestBody | Refusal> {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  const text = await readText(request);
  if (typeof text !== "string") return text;
  if (type === "" && text === "") return { fields: {} };
  if (type !== "application/json" && type !== "application/x-www-form-urlencoded") {
    return refuse("form-unreadable", "Send a form (application/x-www-form-urlencoded) or JSON (application/json).");
  }
  if (type === "application/x-www-form-urlencoded" && text.split("&", FIELDS_MAX + 1).length > FIELDS_MAX)
    return refuse("form-too-large", `A form has at most ${FIELDS_MAX} fields.`, { fields: FIELDS_MAX });
  if (type === "application/x-www-form-urlencoded")
    return { fields: asTexts(Object.fromEntries(new URLSearchParams(text))) };
  const read = readJson(text);
  return "wrong" in read ? refuse("form-unreadable", read.message) : { json: withTexts(read.json) };
}

/** The same JSON with its texts as they can be stored. It is no deeper than `readJson` lets through. */
function withTexts(json: unknown): unknown {
  if (typeof json === "string") return asText(json);
  if (Array.isArray(json)) return json.map(withTexts);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withTexts(value)]));
}

/** Text as every database can store it: without U+0000, which is none, and without half characters. */
function asText(sent: string): string {
  return sent.replaceAll("\u0000", "").toWellFormed();
}

/** What was sent by name, as text. */
export function asTexts(sent: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, asText(value)]));
}

async function readText(request: Request): Promise<string | Refusal> {
  const bytes = await readBytes(request, BODY_BYTES_MAX);
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("utf8") : bytes;
}

/** The file of a body, with the fields beside it: a form of parts with one file, or the bytes of the file alone. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads a file that was sent; refuses what is too large and what holds none. */
export async function readFileBody(request: Request, bytesMax: number): Promise<SentFile | Refusal> {
  const type = request.headers.get("content-type") ?? "";
  const bytes = await readBytes(request, bytesMax);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (/^image\//i.test(type)) return { bytes, fields: {} };
  if (!/^multipart\/form-data\s*;/i.test(type))
    return refuse("form-unreadable", "Send the file as a form of parts (multipart/form-data).");
  if (hasTooManyParts(bytes))
    return refuse("form-too-large", `A form has at most ${FIELDS_MAX} fields.`, { fields: FIELDS_MAX });
  try {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    return await fileIn(form);
  } catch {
    return refuse("form-unreadable", "What was sent broke off half way.");
  }
}

/** Counted before anything is parsed: each part begins on a line of its own. */
function hasTooManyParts(bytes: Uint8Array<ArrayBuffer>): boolean {
  const sent = Buffer.from(bytes.buffer);
  let count = 0;
  for (let at = sent.indexOf("\n--"); at >= 0 && count <= FIELDS_MAX; at = sent.indexOf("\n--", at + 3)) count += 1;
  return count > FIELDS_MAX;
}

async function fileIn(form: FormData): Promise<SentFile | Refusal> {
  let file: File | null = null;
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = asText(value);
    else if (value.size > 0) file ??= value;
  }
  if (file === null) return refuse("form-invalid", "The field file is not right: choose a file.", { field: "file" });
  return { bytes: new Uint8Array(await file.arrayBuffer()), fields };
}

async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const refused = refusedByLength(request.headers, bytesMax);
  if (refused !== null) return refused;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) return tooLarge(bytesMax);
      chunks.push(chunk);
    }
  } catch {
    return refuse("form-unreadable", "What was sent broke off half way.");
  }
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

/** Parses a body into a type that cannot be wrong, or says which field is and why. Empty fields of a form count as left out. */
export function parseBody<Shape extends z.ZodType>(body: RequestBody, schema: Shape): z.infer<Shape> | Refusal {
  const input =
    "json" in body ? body.json : Object.fromEntries(Object.entries(body.fields).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  const why = (issue?.message ?? "unreadable").replace(/\.?$/, ".");
  return refuse(
    "form-invalid",
    field === "" ? `The form is not right: ${why}` : `The field ${field} is not right: ${why}`,
    { field },
  );
}
