import { PODIUM } from "../storage/codes.ts";
import { isRefused, refuse, type EntryList, type KnownPerson, type Refusal } from "@podium/engine";
import type { ApplicationDecisionForm, ApplicationForm, DraftFile, EventPart, Language } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { plainName } from "../people/names.ts";
import type { Db } from "../storage/storage.ts";
import type { ApplicationTable } from "../storage/setup-tables.ts";
import { changeDraft, withEvent, withoutDraw, type Draft } from "./drafts.ts";
import { listedLines, peopleFor, readList, takeList } from "./entry-lists.ts";
import { entryTerms } from "./entry-terms.ts";

/** Somebody who asked to be entered, and what became of it. */
export type Application = ApplicationTable;

/** All that was asked for in a draft, in the order in which it was asked. */
export async function applicationsIn(db: Db, draft: string): Promise<Application[]> {
  return db
    .selectFrom("applications")
    .selectAll()
    .where("draft_id", "=", draft)
    .orderBy("at_ms")
    .orderBy("id")
    .execute();
}

/** That somebody still waits for an answer to, or has got it. */
export function isStanding({ state }: Application): boolean {
  return state === "waiting" || state === "entered" || state === "reserve";
}

/** Who waits in one event, at most. */
const WAITING_MAX = 1024;
const ID_BYTES = 9;

/**
 * Asks to be entered. Refuses `entries-closed` after the closing time, `applied-already` for a second time in an event, and
 * `form-invalid`.
 */
export async function apply(unit: UnitOfWork, draft: Draft, form: ApplicationForm): Promise<string | Refusal> {
  const terms = await entryTerms(unit.db, draft.id);
  const event = draft.file.events.find(({ code }) => code === form.event);
  if (terms === null || event === undefined || !Object.hasOwn(terms.events, event.code))
    return refuse("event-unknown", `There is no event ${form.event} to enter.`, { event: form.event });
  if (unit.nowMs >= terms.closesAtMs) return refuse("entries-closed", "Entries are closed. Ask the organisers.");
  const row = applied(form, event);
  if (isRefused(row)) return row;
  const others = (await applicationsIn(unit.db, draft.id)).filter((each) => each.event === event.code);
  if (others.some((each) => each.person_id === unit.who && isStanding(each)))
    return refuse("applied-already", "You have entered this event already. Withdraw first to change something.");
  if (others.filter(({ state }) => state === "waiting").length >= WAITING_MAX)
    return refuse("event-full", "So many wait for an answer that no more can.");
  const id = unit.randomId(ID_BYTES);
  await unit.db
    .insertInto("applications")
    .values({ id, draft_id: draft.id, person_id: unit.who ?? PODIUM, at_ms: unit.nowMs, ...UNDECIDED, ...row })
    .execute();
  return id;
}

const UNDECIDED = { state: "waiting", reason: null, entry: null, decided_by: null, decided_at_ms: null } as const;

function applied(form: ApplicationForm, { code, kind }: EventPart) {
  const family = plainName(form.family);
  if (family === "") return invalid("family", "Write a name.");
  const partner = plainName(form.partner ?? "");
  if (kind === "doubles" && (partner === "") === (form.partnerWanted === undefined))
    return invalid("partner", "Name your partner, or say that you look for one.");
  if (kind !== "doubles" && (partner !== "" || form.partnerWanted !== undefined))
    return invalid("partner", "Nobody has a partner in this event.");
  return {
    event: code,
    family,
    given: plainName(form.given ?? ""),
    association: plainName(form.association ?? "") || null,
    partner: partner || null,
    remark: form.remark === undefined || form.remark === "" ? null : form.remark,
  };
}

/**
 * Takes back what one asked for; an entry that was made of it goes with it. Refuses `application-unknown` for what is not
 * one's own, `application-decided` for what does not stand, and `draw-made` once the event is drawn.
 */
export async function withdrawApplication(unit: UnitOfWork, draft: Draft, id: string): Promise<undefined | Refusal> {
  const application = await applicationBy(unit.db, draft.id, id);
  if (isRefused(application)) return application;
  if (application.person_id !== unit.who) return unknownApplication();
  if (!isStanding(application)) return decided();
  if (application.entry !== null) {
    const { entry } = application;
    const changed = await changeDraft(unit, draft, (file) =>
      withEvent(file, application.event, (event) => {
        if (event.draw !== undefined)
          return refuse("draw-made", "The event is drawn. Ask the organisers to withdraw you.");
        return { ...event, entries: event.entries.filter(({ code }) => code !== entry) };
      }),
    );
    if (isRefused(changed)) return changed;
  }
  await settle(unit, id, { state: "withdrawn", reason: null, entry: null });
  return undefined;
}

/**
 * Enters, declines or puts somebody on the reserve list. Refuses `application-decided`, `event-full` where no more are taken,
 * and what a list of this one line would be refused for.
 */
export async function decideApplication(
  unit: UnitOfWork,
  draft: Draft,
  { form, language }: { readonly form: ApplicationDecisionForm; readonly language: Language },
): Promise<undefined | Refusal> {
  const application = await applicationBy(unit.db, draft.id, form.application);
  if (isRefused(application)) return application;
  const isOpen = application.state === "waiting" || (application.state === "reserve" && form.decision !== "reserve");
  if (!isOpen) return decided();
  if (form.decision === "decline") {
    const reason = form.reason ?? "";
    if (reason === "") return invalid("reason", "Who is declined is told why.");
    await settle(unit, application.id, { state: "declined", reason, entry: null });
    return undefined;
  }
  if (form.decision === "reserve") {
    await settle(unit, application.id, { state: "reserve", reason: null, entry: null });
    return undefined;
  }
  const entry = await enter(unit, draft, { application, person: form.person, language });
  if (isRefused(entry)) return entry;
  await settle(unit, application.id, { state: "entered", reason: null, entry });
  return undefined;
}

interface Entering {
  readonly application: Application;
  readonly person: string | undefined;
  readonly language: Language;
}

async function enter(
  unit: UnitOfWork,
  draft: Draft,
  { application, person, language }: Entering,
): Promise<string | Refusal> {
  const event = draft.file.events.find(({ code }) => code === application.event);
  if (event === undefined) return refuse("event-unknown", `There is no event ${application.event}.`);
  const limit = (await entryTerms(unit.db, draft.id))?.events[event.code]?.limit ?? null;
  if (limit !== null && event.entries.length >= limit)
    return refuse("event-full", `The event has the ${limit} entries it takes.`, { limit });
  if (event.kind === "doubles" && application.partner === null)
    return invalid("partner", "A pair has two players: a partner is still wanted.");
  const known = await peopleFor(unit.db, draft.file);
  const list = listOf([application], event, known);
  if (isRefused(list)) return list;
  const lines = listedLines(list, event, known);
  const decisions = { [`line-${FIRST_LINE}`]: person ?? "take" };
  const taken = takeList(list, { file: draft.file, event, known, decisions, lines, language });
  if (isRefused(taken)) return taken;
  const { players, entries, associations } = taken;
  const changed = await changeDraft(unit, draft, (file) =>
    withEvent({ ...file, players, associations }, event.code, (before) => ({
      ...withoutDraw(before, unit.nowMs),
      entries,
    })),
  );
  if (isRefused(changed)) return changed;
  return entries.at(-1)?.code ?? "";
}

/** Below the headings. */
const FIRST_LINE = 2;

/** Applications as a list is pasted, so that they are read as one: an application a line. */
function listOf(
  applications: readonly Application[],
  { kind }: Pick<EventPart, "kind">,
  known: readonly KnownPerson[],
): EntryList | Refusal {
  const cells = applications.map(({ family, given, partner, association }) =>
    [given === "" ? family : `${family}, ${given}`, partner ?? "", association ?? ""].map(cellOf).join("\t"),
  );
  return readList(["name\tpartner\tclub", ...cells].join("\n"), { kind, known });
}

/** A name is no cell in quotation marks. */
function cellOf(words: string): string {
  return words.replace(/^["\s]+/, "");
}

/** What is doubtful about each of these applications, by their ids. */
export async function doubtsOf(db: Db, file: DraftFile, { event, waiting }: Waiting) {
  const known = await peopleFor(db, file);
  const list = listOf(waiting, event, known);
  if (isRefused(list)) return new Map();
  const lines = listedLines(list, event, known);
  return new Map(waiting.map(({ id }, at) => [id, lines.find(({ line }) => line === at + FIRST_LINE)]));
}

interface Waiting {
  readonly event: EventPart;
  readonly waiting: readonly Application[];
}

/** Refuses `applications-waiting` while somebody has no answer. */
export async function refusedWhileWaiting(db: Db, draft: string): Promise<undefined | Refusal> {
  const waiting = (await applicationsIn(db, draft)).filter(({ state }) => state === "waiting").length;
  if (waiting === 0) return undefined;
  return refuse("applications-waiting", `Still waiting for an answer: ${waiting}. Enter or decline them first.`, {
    waiting,
  });
}

/** What was made of applications is taken out again by an organiser: of one entry, or of the whole event. */
export async function takenOut(
  unit: UnitOfWork,
  { draft, event, entry }: { readonly draft: string; readonly event: string; readonly entry: string | undefined },
): Promise<void> {
  let out = unit.db
    .updateTable("applications")
    .set({ state: "declined", entry: null, decided_by: unit.who, decided_at_ms: unit.nowMs })
    .where("draft_id", "=", draft)
    .where("event", "=", event);
  out =
    entry === undefined ? out.where("state", "in", ["waiting", "entered", "reserve"]) : out.where("entry", "=", entry);
  await out.execute();
}

/** Forgets who asked to be entered in a draft that is thrown away. */
export async function forgetApplications(unit: UnitOfWork, draft: string): Promise<void> {
  await unit.db.deleteFrom("applications").where("draft_id", "=", draft).execute();
  await unit.db.deleteFrom("entry_terms").where("draft_id", "=", draft).execute();
}

async function applicationBy(db: Db, draft: string, id: string): Promise<Application | Refusal> {
  const row = await db
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .where("draft_id", "=", draft)
    .executeTakeFirst();
  return row ?? unknownApplication();
}

async function settle(
  unit: UnitOfWork,
  id: string,
  settled: Pick<Application, "state" | "reason" | "entry">,
): Promise<void> {
  await unit.db
    .updateTable("applications")
    .set({ ...settled, decided_by: unit.who, decided_at_ms: unit.nowMs })
    .where("id", "=", id)
    .execute();
}

/** What is said of an application that there is not, or that is somebody else's. */
export function unknownApplication(): Refusal {
  return refuse("application-unknown", "Nobody asked for this here.");
}

function decided(): Refusal {
  return refuse("application-decided", "This was decided or withdrawn meanwhile. Look again before you go on.");
}

function invalid(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}
