import {
  isRefused,
  nextSteps,
  nextToReceive,
  outstandingAwards,
  refuse,
  type CeremonyStep,
  type EventId,
  type Refusal,
} from "@podium/engine";
import { ceremonyForm, type CeremonyForm, type DeskCeremonyPage, type EntryView } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { settingOf } from "../matches/present.ts";
import { medalsOf } from "../medals/medals.ts";
import { beginCeremony, ceremoniesOf, takeBackStep, takeStep } from "../moments/ceremonies.ts";
import { momentOfEvent } from "../moments/moments.ts";
import { medalRowOf, presentCeremonies } from "../moments/present.ts";
import { holders } from "../people/policy.ts";
import { competitionIn, entryCode, eventIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const atTheDesk = holders("organiser", "referee");
const CEREMONY = "/desk/events/:competition/:event/ceremony";

/** Where a ceremony is steered, step by step. */
export const deskCeremonyRoutes: readonly Route[] = [
  { method: "GET", path: CEREMONY, policy: atTheDesk, answer: (request) => showCeremony(request) },
  { method: "POST", path: CEREMONY, policy: atTheDesk, reads: ceremonyForm, answer: steer },
];

async function showCeremony(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const event = eventIn(request.params);
  const [row, competition] = [await eventRow(db, event), await competitionRow(db, competitionIn(request.params))];
  if (row === undefined || competition === undefined) return answer.refusal(notFound(request.path));
  const moment = await momentOfEvent(db, event);
  const data: DeskCeremonyPage = {
    competition: presentCompetition(competition),
    event: { id: event, title: JSON.parse(row.title) },
    moment: moment?.opened_at_ms == null ? null : moment.id,
    ceremonies: await presentCeremonies(db, event),
    ...(await whatComesNext(db, event)),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "desk-ceremony", data }, refusal);
}

async function whatComesNext(
  db: Db,
  event: EventId,
): Promise<Pick<DeskCeremonyPage, "next" | "receivers" | "due" | "back">> {
  const entries = (await settingOf(db, event))?.entries ?? new Map<string, EntryView>();
  const won = await medalsOf(db, event);
  const ceremonies = await ceremoniesOf(db, event);
  const { due, back } = outstandingAwards(won, ceremonies);
  const last = ceremonies.at(-1);
  return {
    next: last === undefined ? [] : nextSteps(last, won),
    receivers: last === undefined ? [] : nextToReceive(last, won).flatMap((entry) => entries.get(entry) ?? []),
    due: due.flatMap((medal) => medalRowOf(medal, entries)),
    back: back.flatMap((medal) => medalRowOf(medal, entries)),
  };
}

async function steer(request: RouteRequest): Promise<Answer> {
  const form = await request.read(ceremonyForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const event = eventIn(request.params);
  if (!(await eventRow(request.app.storage.db, event))) return answer.refusal(notFound(request.path));
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) => act(unit, event, form));
  if (refusal !== undefined) return refusedAtDesk(request, refusal);
  if (!request.wantsJson) return answer.seeOther(`/desk/events/${event}/ceremony`);
  return answer.json({ ceremonies: await presentCeremonies(request.app.storage.db, event) });
}

function refusedAtDesk(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showCeremony(request, refusal);
}

function act(unit: UnitOfWork, event: EventId, form: CeremonyForm): Promise<undefined | Refusal> {
  const seen = { number: form.number, version: form.version };
  if (form.step === "prepared") return beginCeremony(unit, event, { ...seen, isPast: form.past === "yes" });
  if (form.step === "take-back") return takeBackStep(unit, event, seen);
  const step = stepOf(form, form.step);
  return isRefused(step) ? Promise.resolve(step) : takeStep(unit, event, { seen, step });
}

function stepOf(
  { entry, presenters, piece }: CeremonyForm,
  step: Exclude<CeremonyForm["step"], "prepared" | "take-back">,
): CeremonyStep | Refusal {
  switch (step) {
    case "absent":
    case "medal":
      return entry === undefined ? missing("entry") : { step, entry: entryCode(entry) };
    case "presenters": {
      const names = (presenters ?? "").split("\n").map((name) => name.trim());
      const named = names.filter((name) => name !== "");
      return named.length === 0 ? missing("presenters") : { step, names: named };
    }
    case "music":
      return piece === undefined ? missing("piece") : { step, piece };
    default:
      return { step };
  }
}

function missing(field: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: it is missing.`, { field });
}
