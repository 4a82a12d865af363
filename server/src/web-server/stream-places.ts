import type { App } from "../app.ts";

const takenBy = new WeakMap<App, Map<string, number>>();

/**
 * A place for one more live stream of a network, to be given back once when the stream ends; null when the network has
 * as many open as it may (PODIUM_STREAMS), so that nobody takes the places of all.
 */
export function takePlace(app: App, network: string): (() => void) | null {
  const taken = takenBy.get(app) ?? new Map<string, number>();
  takenBy.set(app, taken);
  const before = taken.get(network) ?? 0;
  if (before >= app.config.streamsOfNetwork) return null;
  taken.set(network, before + 1);
  return () => {
    const now = (taken.get(network) ?? 1) - 1;
    if (now === 0) taken.delete(network);
    else taken.set(network, now);
  };
}
