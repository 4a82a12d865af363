import { isRefused, refuse, type LogEntry, type Refusal } from "@podium/engine";
import type { App } from "../app.ts";
import { admitHere } from "../people/pacing.ts";

/** Nobody taps four times a second for long; a phone sends what has waited in one piece, and the next when it is answered. */
const REQUESTS_OF_A_CHAIR = { everyMs: 250, burst: 120 };

/** New lines of a chair: a whole log at once, and then more than anybody taps. */
const LINES_OF_A_CHAIR = { everyMs: 10, burst: 6_000 };

/** Lines that its corrections tell again; the next rally does not wait for them. */
const LINES_TOLD_AGAIN = { everyMs: 10, burst: 6_000 };

/** Far above what an umpire corrects in one piece, and a small part of a second of work. */
const LINES_TOLD_MAX = 25_000;

/** Admits a chair's next request, before its body is read. */
export function admitRequest(app: App, chair: string): true | Refusal {
  return admitHere(app, REQUESTS_OF_A_CHAIR, [`requests of chair ${chair}`]);
}

/**
 * Admits the new lines that a chair sent to a log of `length` lines by what they cost, before they are replayed: what is
 * refused counts too. Lines that are on record already are none of them: to send them again costs the request alone.
 */
export function admitLines(
  app: App,
  chair: string,
  fresh: { readonly length: number; readonly lines: readonly { readonly entry: LogEntry }[] },
): true | Refusal {
  const again = linesToldAgain(fresh.length, fresh.lines);
  if (again > LINES_TOLD_MAX)
    return refuse(
      "corrections-too-many",
      `At most ${LINES_TOLD_MAX} lines are told again at once. Send the corrections in smaller parts.`,
      { lines: again },
    );
  const calm = again === 0 || admitHere(app, { ...LINES_TOLD_AGAIN, weight: again }, [`corrections of chair ${chair}`]);
  if (isRefused(calm)) return calm;
  return admitHere(app, { ...LINES_OF_A_CHAIR, weight: fresh.lines.length }, [`lines of chair ${chair}`]);
}

/** How many lines are replayed once more at most: for a line that is struck out those after it. */
function linesToldAgain(length: number, lines: readonly { readonly entry: LogEntry }[]): number {
  return lines.reduce(
    (sum, { entry }, at) => sum + (entry.kind === "void" ? Math.max(0, length + at - entry.index) : 0),
    0,
  );
}
