import type {
  ApplicationToDecide,
  ApplicationView,
  DraftTermsView,
  EnterPage,
  EntryTermsView,
  EventPart,
} from "@podium/protocol";
import { wallTime } from "../competitions/wall-clock.ts";
import type { Db } from "../storage/storage.ts";
import { applicationsIn, doubtsOf, type Application } from "./applications.ts";
import type { Draft } from "./drafts.ts";
import type { EntryTerms } from "./entry-terms.ts";
import { presentDraftEvent } from "./present.ts";

/** A competition that is being prepared as far as those may see it who may enter. */
export function presentAbout({ id, file }: Draft): EnterPage["competition"] {
  const { title, place, zone, from, to } = file.competition;
  return { id, title, place: place ?? null, zone, from, to };
}

/** On which terms people may enter, and who has. */
export function presentTerms(
  { closesAtMs, remark, events }: EntryTerms,
  { draft, applications, nowMs }: Shown,
): EntryTermsView {
  const open = draft.file.events.flatMap((event) => {
    const terms = Object.hasOwn(events, event.code) ? events[event.code] : undefined;
    if (terms === undefined) return [];
    const own = applications.filter((each) => each.event === event.code);
    const { code, title, kind, entries } = presentDraftEvent(draft.file, event);
    return [
      {
        code,
        title,
        kind,
        ...terms,
        entered: entries.map(({ name, association }) => ({ name, association })),
        lookingForPartner: own.filter(isLooking).map((each) => ({ name: nameOf(each), association: each.association })),
        waiting: own.filter(({ state }) => state === "waiting").length,
        reserve: own.filter(({ state }) => state === "reserve").length,
      },
    ];
  });
  return { closesAtMs, isOpen: nowMs < closesAtMs, remark, events: kindsIn(open) };
}

/** Of singles nobody looks for a partner. */
function kindsIn(events: EntryTermsView["events"]): EntryTermsView["events"] {
  return events.map((event) => (event.kind === "doubles" ? event : { ...event, lookingForPartner: [] }));
}

interface Shown {
  readonly draft: Draft;
  readonly applications: readonly Application[];
  readonly nowMs: number;
}

function isLooking({ partner, state }: Application): boolean {
  return partner === null && (state === "waiting" || state === "reserve");
}

function nameOf({ family, given }: Pick<Application, "family" | "given">): string {
  return `${family} ${given}`.trim();
}

/** What somebody asked for, and what became of it. */
export function presentApplication(application: Application, all: readonly Application[]): ApplicationView {
  const { id, event, association, partner, remark, at_ms: atMs, state, reason } = application;
  const reserves = all.filter((each) => each.event === event && each.state === "reserve").sort(byDecision);
  return {
    id,
    event,
    name: nameOf(application),
    association,
    partner,
    remark,
    atMs,
    state,
    reason,
    reserve: state === "reserve" ? reserves.findIndex((each) => each.id === id) + 1 : null,
  };
}

function byDecision(one: Application, other: Application): number {
  return (one.decided_at_ms ?? 0) - (other.decided_at_ms ?? 0) || one.at_ms - other.at_ms;
}

/** Who waits in an event, each with what is doubtful, and the reserve list after them. */
export async function presentWaiting(db: Db, draft: Draft, event: EventPart): Promise<ApplicationToDecide[]> {
  const all = await applicationsIn(db, draft.id);
  const own = all.filter((each) => each.event === event.code);
  const waiting = own.filter(({ state }) => state === "waiting");
  const open = [...waiting, ...own.filter(({ state }) => state === "reserve").sort(byDecision)];
  if (open.length === 0) return [];
  const doubts = await doubtsOf(db, draft.file, { event, waiting: open });
  return open.map((each) => ({
    ...presentApplication(each, all),
    doubts: doubts.get(each.id)?.doubts ?? [],
    candidates: doubts.get(each.id)?.candidates ?? [],
  }));
}

/** The terms as they are changed. */
export function presentDraftTerms(terms: EntryTerms | null, { file }: Draft): DraftTermsView | null {
  if (terms === null) return null;
  const { closesAtMs, remark, events } = terms;
  return { closes: wallTime(file.competition.zone, closesAtMs), remark, events };
}
