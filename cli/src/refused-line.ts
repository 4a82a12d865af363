import { refuse, type Refusal } from "@podium/engine";
import type { AnswerLine } from "./ndjson.ts";

/** A refused line: the code, the sentence, and the numbers and names in it. */
export function refusedLine(id: unknown, { code, message, detail }: Refusal): AnswerLine {
  return { refused: true, body: { id, refused: { ...detail, code, message } } };
}

/** What zod says of a line that has not the documented shape. */
interface ShapeError {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** The first thing that is wrong with the shape of a line. Code: `not-understood`. */
export function refusedShape({ issues }: ShapeError): Refusal {
  const [issue] = issues;
  const field = issue?.path.map(String).join(".") ?? "";
  const message = issue?.message ?? "The line has not the documented shape.";
  return refuse("not-understood", field === "" ? message : `${field}: ${message}`, { field });
}
