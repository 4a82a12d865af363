/** A finger that bounces taps again within some 60 ms; the fastest finger that means it needs some 150 ms. */
const ONE_TAP_MS = 100;

/**
 * Answers of each tap, by its time in milliseconds, whether it is the one before once more: a finger that bounces, two
 * fingers at once, a key held down.
 */
export function onceATap(): (atMs: number) => boolean {
  let lastMs = -Infinity;
  return (atMs) => {
    const again = atMs - lastMs < ONE_TAP_MS;
    lastMs = atMs;
    return again;
  };
}
