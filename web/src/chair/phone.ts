import type { PhoneLimits } from "./phone-limits.ts";
import type { ReturnCount } from "./returns.ts";
import type { Clock } from "./stoppage.ts";
import { incidentsToSend, type WaitingIncident } from "../client/incidents.ts";
import { type Outbox, unsentCount } from "../client/outbox.ts";
import type { TranslateChair } from "./translation.ts";

/** What the script adds to the page: the outbox, and what the umpire answers to it. */
export interface Phone {
  readonly box: Outbox;
  /** Whether the server was there when it was last asked or heard. */
  readonly connected: boolean;
  /** Whether lines survive when the page is closed. */
  readonly stored: boolean;
  /** Whether incidents do, which are stored apart. */
  readonly incidentsStored: boolean;
  /** The clock of the stoppage that play waits for, or of the warm-up; null while there is none. */
  readonly clock: Clock | null;
  /** Begins the warm-up, which no log records; null where the laws give none, and once it runs. */
  readonly startWarmUp: (() => void) | null;
  /** The returns of the rally in progress, which are counted under expedite; null else. */
  readonly returns: ReturnCount | null;
  /** What this phone lacks at this address; null when nothing. */
  readonly limits: PhoneLimits | null;
  /** Whether that was read on this phone. */
  readonly knowsLimits: boolean;
  readonly readLimits: () => void;
  readonly acknowledge: () => void;
  /** What the umpire noted beside the play, as far as it was not sent. */
  readonly incidents: readonly WaitingIncident[];
  readonly dropIncident: (id: string) => void;
  /** How many lines the referee was handed. */
  readonly handedIn: number;
  /** Leaves what is in conflict to the referee. */
  readonly handIn: () => void;
  readonly addConflicting: () => void;
  readonly dropConflicting: () => void;
}

/** The state of the network in a word or two: "sent", "3 waiting", "1 waiting, 1 not taken", "not connected, 1 not taken". */
export function networkWord(
  { box, connected, incidents }: Pick<Phone, "box" | "connected" | "incidents">,
  t: TranslateChair,
): string {
  const count = unsentCount(box) + incidentsToSend(incidents).length;
  const refused = incidents.length - incidentsToSend(incidents).length;
  const held = box.conflict !== null || box.closed !== null;
  const unsent = t(held ? "chair.held" : connected ? "chair.sending" : "chair.waiting", { count });
  // That nothing waits says nothing of the network where it is gone.
  const waits = count > 0 ? [unsent] : connected ? [] : [t("chair.disconnected")];
  const words = [...waits, ...(refused === 0 ? [] : [t("chair.not-taken", { count: refused })])];
  return words.length > 0 ? words.join(", ") : t("chair.sent");
}

/** Whether the umpire should look: nothing arrives, or something will not. */
export function callsForALook({ box, connected, incidents }: Pick<Phone, "box" | "connected" | "incidents">): boolean {
  return !connected || box.closed !== null || incidents.some(({ refusal }) => refusal !== null);
}

/** What a closed chair says of what was made on this phone. */
export function closedWords(
  { box, incidents, handedIn }: Pick<Phone, "box" | "incidents" | "handedIn">,
  t: TranslateChair,
): readonly string[] {
  const count = unsentCount(box);
  if (count + incidents.length + handedIn === 0) return [t("chair.closed-nothing")];
  return [
    ...(handedIn === 0 ? [] : [t("chair.closed-handed", { count: handedIn })]),
    ...(count === 0 ? [] : [t("chair.closed-kept", { count })]),
    ...(incidents.length === 0 ? [] : [t("chair.closed-incidents", { count: incidents.length })]),
  ];
}

/** Whether closing the page would lose something: lines and incidents are stored apart, and one may fit where the others do not. */
export function mayLose({
  box,
  stored,
  incidents,
  incidentsStored,
}: Pick<Phone, "box" | "stored" | "incidents" | "incidentsStored">): boolean {
  return (!stored && unsentCount(box) > 0) || (!incidentsStored && incidents.length > 0);
}
