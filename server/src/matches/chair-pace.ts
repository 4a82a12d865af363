import { refuse, type LogEntry, type Refusal } from "@podium/engine";
import type { App } from "../app.ts";
import { admit } from "../people/pacing.ts";

/** Nobody taps four times a second for long; a phone sends what has waited in one piece, and the next when it is answered. */
const REQUESTS_OF_A_CHAIR = { everyMs: 250, burst: 120 };

/** Lines replayed for a chair: a whole log at once, and then more than anybody taps. */
const LINES_OF_A_CHAIR = { everyMs: 10, burst: 6_000 };

/** Far above what an umpire corrects in one piece, and a small part of a second of work. */
const LINES_TOLD_MAX = 25_000;

/** Admits a chair's next request, before its body is read. */
export function admitRequest(app: App, chair: string): true | Refusal {
  return admit(app, REQUESTS_OF_A_CHAIR, [`requests of chair ${chair}`]);
}

/** Admits the lines that a chair sent to a log of `length` lines by what they cost, before they are replayed: what is refused counts too. */
export function admitLines(
  app: App,
  chair: string,
  sent: { readonly length: number; readonly lines: readonly { readonly entry: LogEntry }[] },
): true | Refusal {
  const weight = linesTold(sent.length, sent.lines);
  if (weight > LINES_TOLD_MAX)
    return refuse(
      "corrections-too-many",
      `At most ${LINES_TOLD_MAX} lines are told again at once. Send the corrections in smaller parts.`,
      { lines: weight },
    );
  return admit(app, { ...LINES_OF_A_CHAIR, weight }, [`lines of chair ${chair}`]);
}

/** How many lines are replayed at most: each one, and for a line that is struck out those after it. */
function linesTold(length: number, lines: readonly { readonly entry: LogEntry }[]): number {
  return lines.reduce(
    (sum, { entry }, at) => sum + 1 + (entry.kind === "void" ? Math.max(0, length + at - entry.index) : 0),
    0,
  );
}
