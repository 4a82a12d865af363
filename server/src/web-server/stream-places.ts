import { stateIn, type App } from "../app.ts";

/** Open streams by network; one without any is not in it. */
const openStreams = { make: () => new Map<string, number>() };

/**
 * A place for one more live stream of a network, to be given back once when the stream ends; null when the network has
 * as many open as it may (PODIUM_STREAMS), so that nobody takes the places of all.
 */
export function takePlace(app: App, network: string): (() => void) | null {
  const taken = stateIn(app, openStreams);
  const before = taken.get(network) ?? 0;
  if (before >= app.config.streamsOfNetwork) return null;
  taken.set(network, before + 1);
  return () => {
    const now = (taken.get(network) ?? 1) - 1;
    if (now === 0) taken.delete(network);
    else taken.set(network, now);
  };
}
