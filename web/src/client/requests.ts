import type { IncidentReply, WaitingIncident } from "./incidents.ts";
import type { LogReply, Reply } from "./sync.ts";
import type { HeldLines, LogLine, Rejection } from "./outbox.ts";

const PATIENCE_MS = 5_000;
/** A phone whose clock was set is believed no further than this. */
const WAITED_SECONDS_MAX = 7 * 24 * 3600;

/** Sends lines of a match log; never throws. What does not come from Podium itself (a portal's page, a proxy) counts as lost. */
export async function postLines(address: string, after: number, lines: readonly LogLine[]): Promise<Reply> {
  return postHeld(address, { after, lines });
}

/** The same with what the phone knows of the line before, as a fork is handed in. */
export async function postHeld(address: string, held: HeldLines): Promise<Reply> {
  const answer = await ask(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(held),
  });
  if (answer === null) return { kind: "lost" };
  const { status, body } = answer;
  if (status === 200) return takenIn(body);
  if (isClosed(status)) return { kind: "closed", message: refusalIn(body).message };
  if (status === 409) return { kind: "conflict", refusal: refusalIn(body) };
  return isFinal(status) ? { kind: "refused", refusal: refusalIn(body) } : { kind: "lost" };
}

function takenIn({ length, version }: LinesAnswer["body"]): Reply {
  if (typeof length !== "number") return { kind: "lost" };
  return { kind: "taken", length, ...(typeof version === "number" ? { version } : {}) };
}

/** Reads a match log; never throws. */
export async function readLines(address: string): Promise<LogReply> {
  const answer = await ask(address, { headers: { accept: "application/json" } });
  if (answer === null) return { kind: "lost" };
  const { status, body } = answer;
  if (isClosed(status)) return { kind: "closed", message: refusalIn(body).message };
  // The log is Podium's own, read with the page that came from the same place.
  return status === 200 && Array.isArray(body["log"])
    ? { kind: "log", log: body["log"] as readonly LogLine[] }
    : { kind: "lost" };
}

/** Sends what an umpire noted, and how long it had to wait; never throws. A chair that is closed keeps it for the next one. */
export async function postIncident(address: string, incident: WaitingIncident, nowMs: number): Promise<IncidentReply> {
  const { id, words, player, notedMs } = incident;
  const secondsAgo = Math.min(WAITED_SECONDS_MAX, Math.max(0, Math.round((nowMs - notedMs) / 1000)));
  const answer = await ask(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id, words, secondsAgo, ...(player === "" ? {} : { player }) }),
  });
  if (answer === null) return { kind: "lost" };
  const { status, body } = answer;
  if (status === 200) return { kind: "taken" };
  if (isClosed(status)) return { kind: "closed" };
  return isFinal(status) ? { kind: "refused", message: refusalIn(body).message } : { kind: "lost" };
}

interface LinesAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(address: string, request: RequestInit): Promise<LinesAnswer | null> {
  try {
    const response = await fetch(address, { ...request, cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    const body: unknown = await response.json();
    return isRecord(body) ? { status: response.status, body } : null;
  } catch {
    return null;
  }
}

/** The chair is not, or no longer, allowed here. */
function isClosed(status: number): boolean {
  return status === 401 || status === 403 || status === 404 || status === 410;
}

/** Asking again would bring the same answer. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}

function refusalIn({ code, message }: LinesAnswer["body"]): Rejection {
  return { code: typeof code === "string" ? code : "", message: typeof message === "string" ? message : "" };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
