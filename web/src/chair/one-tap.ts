/** A finger that bounces taps again within some 60 ms; the fastest finger that means it needs some 150 ms. */
const ONE_TAP_MS = 100;

/** A tap at a time in milliseconds on a control: by a finger, or by a key that pressed the control in focus. */
export interface TapMade {
  readonly atMs: number;
  readonly on: unknown;
  readonly byKey: boolean;
}

/**
 * Answers of each tap whether it is the one before once more: a finger that bounces, two fingers at once, a key held
 * down. A finger that bounces may meet what the first touch brought under it; a key cannot.
 */
export function onceATap(): (tap: TapMade) => boolean {
  let last: TapMade = { atMs: -Infinity, on: null, byKey: false };
  return (tap) => {
    const isAgain = tap.atMs - last.atMs < ONE_TAP_MS && (!tap.byKey || tap.on === last.on);
    last = tap;
    return isAgain;
  };
}
