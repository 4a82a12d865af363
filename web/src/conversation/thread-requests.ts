import type { CommentView, CountView } from "@podium/protocol";

const PATIENCE_MS = 10_000;

/** What came of something that was sent. */
export type SendOutcome =
  | { readonly kind: "done"; readonly comment: CommentView; readonly count: CountView }
  /** Taken in, and seen by nobody else until a moderator has looked at it. */
  | { readonly kind: "held" }
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  /** Nobody knows whether it arrived. */
  | { readonly kind: "lost" };

/** Sends something about a comment; never throws. */
export async function send(address: string, body: Readonly<Record<string, unknown>>): Promise<SendOutcome> {
  try {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const response = await fetch(address, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const told: unknown = await response.json();
    if (response.ok && has(told, "comment") && has(told, "count")) {
      // Our own server answers in the shape that it promises.
      return { kind: "done", comment: told.comment as CommentView, count: told.count as CountView };
    }
    return response.ok && has(told, "held") ? { kind: "held" } : refusedBy(told);
  } catch {
    return { kind: "lost" };
  }
}

function refusedBy(told: unknown): SendOutcome {
  if (!has(told, "refused") || !has(told.refused, "code") || !has(told.refused, "message")) return { kind: "lost" };
  return { kind: "refused", code: String(told.refused.code), message: String(told.refused.message) };
}

function has<Name extends string>(value: unknown, name: Name): value is Readonly<Record<Name, unknown>> {
  return typeof value === "object" && value !== null && name in value;
}

/** A name for a comment that is about to be sent, so that sending it twice posts it once. */
export function sendingId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
