import { localTextStorage } from "../client/outbox-store.ts";
import { openIncidentStore, startIncidentSync, type WaitingIncident } from "../client/incidents.ts";
import { postIncident } from "../client/requests.ts";
import { pauseMs } from "../client/sync.ts";
import type { ChairData } from "./initial-data.ts";

/** What the umpire notes beside the play, with and without a network. */
export interface PhoneIncidents {
  /** What this phone has not sent, or what was not taken. */
  readonly waiting: () => readonly WaitingIncident[];
  /** Whether the phone keeps all of it when the page is closed. */
  readonly areStored: () => boolean;
  readonly add: (incident: Pick<WaitingIncident, "id" | "words" | "player">) => void;
  readonly drop: (id: string) => void;
  readonly wake: () => void;
}

/** What the incidents tell the chair. */
interface IncidentsHeard {
  readonly changed: () => void;
  readonly connected: (isThere: boolean) => void;
  /** The chair was told that it may not write any more. */
  readonly closed: () => void;
}

/** Opens the incidents of the match on this phone and sends what waits among them. */
export function openPhoneIncidents(
  { match, sendTo }: ChairData,
  { changed, connected, closed }: IncidentsHeard,
): PhoneIncidents {
  const store = openIncidentStore(localTextStorage(), match);
  const address = incidentsAddress(sendTo);
  const sync = startIncidentSync({
    store,
    send: async (incident) => {
      const reply = await postIncident(address, incident, Date.now());
      connected(reply.kind !== "lost");
      if (reply.kind === "closed") closed();
      return reply;
    },
    sleep: (misses) =>
      new Promise((resolve) => {
        setTimeout(resolve, pauseMs(misses));
      }),
    changed,
  });
  return {
    waiting: store.load,
    areStored: store.isStored,
    add: (incident) => void sync.add({ ...incident, notedMs: Date.now(), refusal: null }),
    drop: sync.drop,
    wake: sync.wake,
  };
}

/** Where incidents of a chair are sent and read, beside its log. */
export function incidentsAddress(sendTo: string): string {
  return sendTo.replace(/\/log$/, "/incidents");
}
