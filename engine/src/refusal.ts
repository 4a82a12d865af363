import type { RefusalCode } from "./refusal-code.ts";

/**
 * The expected "no": the rules do not allow what was asked. A refusal is returned, never thrown.
 * The code is stable and may be switched on or translated; the message is a sentence for people.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly message: string;
  /** The numbers and names inside the sentence, for a screen that says it in another language. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Makes a refusal from its code and its sentence. */
export function refuse(code: RefusalCode, message: string, detail: Refusal["detail"] = {}): Refusal {
  return { refused: true, code, message, detail };
}

/** Tells a refusal from the value that was hoped for. */
export function isRefused(answer: unknown): answer is Refusal {
  return (
    typeof answer === "object" && answer !== null && "refused" in answer && answer.refused === true && "code" in answer
  );
}
