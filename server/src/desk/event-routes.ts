import { isRefused, refuse, type ConsequencesOfPlan, type EventId, type Refusal } from "@podium/engine";
import {
  EVENT_CHANGES,
  lotsForm,
  rulingForm,
  type ConsequenceView,
  type DeskEventPage,
  type LotsForm,
  type RulingForm,
} from "@podium/protocol";
import { z } from "zod";
import { transact, type UnitOfWork } from "../app.ts";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { factsOf, factsWithin, lastSeq } from "../facts/journal.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { matchRows } from "../matches/match-rows.ts";
import { presentMatch, settingOf } from "../matches/present.ts";
import { medalsOf } from "../medals/medals.ts";
import { decideRuling, foretellRuling, rulingsOf, withdrawalsIn } from "../medals/rulings.ts";
import { holders } from "../people/policy.ts";
import { drawLots, foretellLots, lotsOf } from "../results/lots.ts";
import { currentState } from "../results/results.ts";
import { competitionIn, eventIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { deskMatchesOf, presentConsequences } from "./present.ts";

const atTheDesk = holders("organiser", "referee");
const EVENT = "/desk/events/:competition/:event";

/** What the desk decides about an event beside its results: lots, withdrawals, and medals that are withheld or annulled. */
export const deskEventRoutes: readonly Route[] = [
  { method: "GET", path: EVENT, policy: atTheDesk, answer: (request) => showEvent(request, {}) },
  { method: "POST", path: `${EVENT}/lots`, policy: atTheDesk, reads: lotsForm, answer: takeLots },
  { method: "POST", path: `${EVENT}/rulings`, policy: atTheDesk, reads: rulingForm, answer: takeRuling },
];

/** What was typed, and what came of it. */
interface Typed {
  readonly toConfirm?: DeskEventPage["toConfirm"];
  readonly foretold?: ConsequencesOfPlan;
  readonly refusal?: Refusal;
  /** The newest fact when `foretold` was worked out, and the one that was seen before. */
  readonly seen?: number;
  readonly seenBefore?: number;
}

async function showEvent(request: RouteRequest, typed: Typed): Promise<Answer> {
  const { toConfirm, foretold, refusal, seenBefore } = typed;
  const { db } = request.app.storage;
  const event = eventOfRequest(request);
  const seen = typed.seen ?? (await lastSeq(db));
  const [row, competition] = [await eventRow(db, event), await competitionRow(db, competitionIn(request.params))];
  const setting = await settingOf(db, event);
  if (row === undefined || competition === undefined || setting === null) return answer.refusal(notFound(request.path));
  const entryOf = (code: string) => setting.entries.get(code);
  const state = await currentState(request.app, db, event);
  const data: DeskEventPage = {
    competition: presentCompetition(competition),
    event: { id: event, title: JSON.parse(row.title) },
    entries: [...setting.entries.values()],
    medals: (await medalsOf(db, event)).flatMap(({ medal, entry }) => {
      const view = entryOf(entry);
      return view === undefined ? [] : [{ medal, entry: view }];
    }),
    lots: state === null ? [] : lotsOf(state),
    rulings: await rulingViews(db, event),
    withdrawals: await withdrawalsIn(db, event, state),
    toConfirm: toConfirm ?? null,
    entered: request.path.endsWith(event) ? {} : await request.fields(),
    consequences: foretold === undefined ? [] : await consequenceViews(db, event, foretold),
    seen,
    changed: seenBefore === undefined ? [] : await changesSince(db, event, seenBefore),
    refusal: refusal ?? null,
  };
  return answer.form({ page: "desk-event", data }, refusal);
}

async function consequenceViews(db: Db, event: EventId, found: ConsequencesOfPlan): Promise<ConsequenceView[]> {
  return presentConsequences(found, await deskMatchesOf(db, event));
}

async function changesSince(db: Db, event: EventId, after: number): Promise<DeskEventPage["changed"]> {
  const facts = await factsWithin(db, event, { after, kinds: EVENT_CHANGES });
  const setting = facts.length === 0 ? null : await settingOf(db, event);
  const rows = setting === null ? [] : (await matchRows(db, event)).map((row) => presentMatch(row, setting));
  return facts.flatMap(({ kind, subject, atMs }) => {
    const known = EVENT_CHANGES.find((each) => each === kind);
    return known === undefined ? [] : [{ kind: known, row: rows.find(({ id }) => id === subject.id) ?? null, atMs }];
  });
}

/** The rulings that stand, each with who made it and when, as the journal has it. */
async function rulingViews(db: Db, event: EventId): Promise<DeskEventPage["rulings"]> {
  const facts = await factsOf(db, { kind: "event", id: event });
  const setting = await settingOf(db, event);
  const rows = new Map(
    setting === null ? [] : (await matchRows(db, event)).map((row) => [row.code, presentMatch(row, setting)]),
  );
  return (await rulingsOf(db, event)).map((ruling) => {
    const match = ruling.ruling === "goes-on" ? ruling.match : null;
    const kind = ruling.ruling === "withdrawn" ? "entry-withdrawn" : "medal-ruled";
    const made = facts.findLast((fact) =>
      match === null
        ? fact.kind === kind && fact.data.entry === ruling.entry
        : fact.kind === "draw-kept" && fact.data.match === match,
    );
    return { ...ruling, row: rows.get(match ?? "") ?? null, who: made?.who ?? null, atMs: made?.atMs ?? null };
  });
}

function eventOfRequest({ params }: RouteRequest): EventId {
  return eventIn(params);
}

const confirm = z.literal("yes").optional();
/** The newest fact that was shown beside what follows. A page always sends it. */
const seen = z.coerce.number().int().min(0).optional();
/** The lots as a page sends them: an entry for every place. */
const writtenLots = z.looseObject({ group: z.string().min(1).max(60), confirm, seen });
const writtenRuling = z.object({ ...rulingForm.shape, confirm, seen });
const lotsOfScript = z.strictObject({ ...lotsForm.shape, seen });
const rulingOfScript = z.strictObject({ ...rulingForm.shape, seen });

async function takeLots(request: RouteRequest): Promise<Answer> {
  if (request.wantsJson) {
    const sent = await request.read(lotsOfScript);
    if (isRefused(sent)) return answer.refusal(sent);
    const { seen: seenThen, ...form } = sent;
    return make(request, lots(form), seenThen);
  }
  const written = await request.read(writtenLots);
  if (isRefused(written)) return showEvent(request, { refusal: written });
  const places = Object.entries(written).filter(([field]) => /^place-\d{1,2}$/.test(field));
  const order = places.sort(([a], [b]) => placeIn(a) - placeIn(b)).map(([, entry]) => String(entry));
  const form = lotsForm.safeParse({ group: written.group, order });
  const given = form.success ? form.data : { group: written.group, order };
  return decide(request, written, lots(given));
}

function placeIn(field: string): number {
  return Number(field.slice("place-".length));
}

async function takeRuling(request: RouteRequest): Promise<Answer> {
  if (request.wantsJson) {
    const sent = await request.read(rulingOfScript);
    if (isRefused(sent)) return answer.refusal(sent);
    const { seen: seenThen, ...form } = sent;
    return make(request, ruling(form), seenThen);
  }
  const written = await request.read(writtenRuling);
  if (isRefused(written)) return showEvent(request, { refusal: written });
  const { confirm: confirmed, seen: seenThen, ...form } = written;
  return decide(request, { confirm: confirmed, seen: seenThen }, ruling(form));
}

/** Something the desk decides: what would follow from it, and how it is done. */
interface Decision {
  readonly typed: NonNullable<DeskEventPage["toConfirm"]>;
  foretell(db: Db, event: EventId): Promise<ConsequencesOfPlan | Refusal>;
  make(unit: UnitOfWork, event: EventId): Promise<undefined | Refusal>;
}

function lots(form: LotsForm): Decision {
  return {
    typed: { lots: form },
    foretell: (db, event) => foretellLots(db, event, form),
    make: (unit, event) => drawLots(unit, event, form),
  };
}

function ruling(form: RulingForm): Decision {
  return {
    typed: { ruling: form },
    foretell: (db, event) => foretellRuling(db, event, form),
    make: (unit, event) => decideRuling(unit, event, form),
  };
}

/** What a page sends with a decision: whether it is confirmed, and what was shown when it was. */
interface Confirmed {
  readonly confirm?: "yes" | undefined;
  readonly seen?: number | undefined;
}

/** On a page what follows is shown first, and done once it is confirmed by who has seen it. */
async function decide(request: RouteRequest, { confirm: yes, seen: seenThen }: Confirmed, decision: Decision) {
  return yes === undefined || seenThen === undefined ? look(request, decision, {}) : make(request, decision, seenThen);
}

/** Shows what would follow from the event as it stands now. */
async function look(request: RouteRequest, decision: Decision, stale: Pick<Typed, "refusal" | "seenBefore">) {
  const { db } = request.app.storage;
  const seenNow = await lastSeq(db);
  const foretold = await decision.foretell(db, eventOfRequest(request));
  if (isRefused(foretold)) return showEvent(request, { refusal: foretold, ...stale });
  return showEvent(request, { toConfirm: decision.typed, foretold, seen: seenNow, ...stale });
}

const MOVED_ON = refuse(
  "event-moved-on",
  "Something of this event has changed since what follows was shown. Look again before you record the decision.",
);

/** Makes a decision, unless the event has moved on since fact `seenThen`. */
async function make(request: RouteRequest, decision: Decision, seenThen: number | undefined): Promise<Answer> {
  const event = eventOfRequest(request);
  const done = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    if (seenThen !== undefined && (await changesSince(unit.db, event, seenThen)).length > 0) return MOVED_ON;
    return decision.make(unit, event);
  });
  if (isRefused(done)) {
    if (request.wantsJson) return answer.refusal(done);
    return done === MOVED_ON
      ? look(request, decision, { refusal: done, ...(seenThen === undefined ? {} : { seenBefore: seenThen }) })
      : showEvent(request, { refusal: done });
  }
  if (!request.wantsJson) return answer.seeOther(`/desk/events/${event}`);
  return answer.json({ event, medals: await medalsOf(request.app.storage.db, event) });
}
