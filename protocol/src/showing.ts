/** How far a draw has come that is shown ball by ball: from ball `from` at `sinceMs` on one more every `paceMs`; 0 stands still. */
export interface ShowingView {
  readonly from: number;
  readonly sinceMs: number;
  readonly paceMs: number;
}

/** How many balls of so many have come out by now. */
export function ballsShown({ from, sinceMs, paceMs }: ShowingView, balls: number, nowMs: number): number {
  const since = paceMs === 0 ? 0 : Math.max(0, Math.floor((nowMs - sinceMs) / paceMs));
  return Math.min(balls, from + since);
}
