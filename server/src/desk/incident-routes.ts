import { isRefused, refuse, type CompetitionId, type MatchId, type Refusal } from "@podium/engine";
import {
  chairIncidentForm,
  equipmentForm,
  incidentForm,
  type ChairIncidentPage,
  type DeskIncidentsPage,
  type IncidentForm,
  type PlayerView,
} from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { instantAt } from "../competitions/wall-clock.ts";
import { declareEquipment, equipmentOf, removeEquipment } from "../entries/equipment.ts";
import { playersOfCompetition } from "../entries/players.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { chairOf, type ChairRow } from "../matches/chairs.ts";
import { matchRow } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import {
  incidentsOf,
  incidentsOfMatch,
  noteIncident,
  takeBackIncident,
  type NotedIncident,
} from "../moments/incidents.ts";
import { holders } from "../people/policy.ts";
import { competitionIn, competitionOf, matchIdOf, playerId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const atTheDesk = holders("organiser", "referee");
const INCIDENTS = "/desk/:competition/incidents";
const EQUIPMENT = "/desk/:competition/equipment";
const OF_CHAIR = "/chair/:token/incidents";

const holdsTheChair: Policy = {
  description: "who holds the address of the chair",
  openBecause: "the address is the key; one that was withdrawn, or never issued, is refused",
  allows: () => true,
};

/** Where incidents are noted and taken back, at the desk and on a chair, and where equipment is declared. */
export const incidentRoutes: readonly Route[] = [
  { method: "GET", path: INCIDENTS, policy: atTheDesk, answer: (request) => showIncidents(request) },
  { method: "POST", path: INCIDENTS, policy: atTheDesk, reads: incidentForm, answer: note },
  { method: "POST", path: `${INCIDENTS}/:incident/removal`, policy: atTheDesk, answer: takeBack },
  { method: "POST", path: EQUIPMENT, policy: atTheDesk, reads: equipmentForm, answer: declare },
  { method: "POST", path: `${EQUIPMENT}/:item/removal`, policy: atTheDesk, answer: remove },
  { method: "GET", path: OF_CHAIR, policy: holdsTheChair, answer: (request) => showOnChair(request) },
  { method: "POST", path: OF_CHAIR, policy: holdsTheChair, reads: chairIncidentForm, answer: noteOnChair },
  { method: "POST", path: `${OF_CHAIR}/:incident/removal`, policy: holdsTheChair, answer: takeBackOnChair },
];

async function showIncidents(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = competitionIn(request.params);
  const row = await competitionRow(db, competition);
  if (row === undefined) return answer.refusal(notFound(request.path));
  const entered = refusal === null ? {} : await request.fields();
  const match = entered["match"] ?? request.query["match"] ?? "";
  const ofMatch = match === "" ? [] : await playersOfMatch(db, matchIdOf(competition, match));
  const data: DeskIncidentsPage = {
    competition: presentCompetition(row),
    match,
    players: ofMatch.length > 0 ? ofMatch : (await playersOfCompetition(db, competition)).map(presentPlayer),
    incidents: await incidentsOf(db, competition),
    equipment: await equipmentOf(db, competition),
    refusal,
    entered,
  };
  return answer.form({ page: "desk-incidents", data }, refusal);
}

/** Who plays a match, as far as that is known. */
async function playersOfMatch(db: Db, id: MatchId): Promise<PlayerView[]> {
  const row = await matchRow(db, id);
  const [match] = row === undefined ? [] : await presentMatches(db, [row]);
  return [match?.home, match?.away].flatMap((slot) => slot?.entry?.players ?? []);
}

async function note(request: RouteRequest): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = competitionIn(request.params);
  const row = await competitionRow(db, competition);
  if (row === undefined) return answer.refusal(notFound(request.path));
  const form = await request.read(incidentForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const noted = notedFrom(form, { competition, zone: row.zone, language: request.language, nowMs: unit.nowMs });
    return isRefused(noted) ? noted : noteIncident(unit, competition, noted);
  });
  return refusal === undefined ? goBack(request) : refusedAtDesk(request, refusal);
}

interface NotedWhere {
  readonly competition: CompetitionId;
  readonly zone: string;
  readonly language: string;
  readonly nowMs: number;
}

function notedFrom(form: IncidentForm, { competition, zone, language, nowMs }: NotedWhere): NotedIncident | Refusal {
  const atMs = form.at === undefined ? nowMs : instantAt(zone, form.at);
  if (atMs === null)
    return refuse("form-invalid", "The field at is not right: the clock of the competition never shows this time.", {
      field: "at",
    });
  return {
    kind: form.kind,
    atMs,
    words: form.words,
    language,
    match: form.match === undefined ? null : matchIdOf(competition, form.match),
    player: form.player === undefined ? null : playerId(form.player),
    equipment: form.equipment ?? null,
    source: form.source ?? null,
    url: form.url ?? null,
    isOfChair: false,
  };
}

async function takeBack(request: RouteRequest): Promise<Answer> {
  const id = `${competitionIn(request.params)}/${request.params["incident"] ?? ""}`;
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) => takeBackIncident(unit, id));
  return refusal === undefined ? goBack(request) : refusedAtDesk(request, refusal);
}

async function declare(request: RouteRequest): Promise<Answer> {
  const competition = competitionIn(request.params);
  const form = await request.read(equipmentForm);
  if (isRefused(form)) return refusedAtDesk(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    declareEquipment(unit, competition, { ...form, player: playerId(form.player) }),
  );
  return refusal === undefined ? goBack(request) : refusedAtDesk(request, refusal);
}

async function remove(request: RouteRequest): Promise<Answer> {
  const id = `${competitionIn(request.params)}/${request.params["item"] ?? ""}`;
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) => removeEquipment(unit, id));
  return refusal === undefined ? goBack(request) : refusedAtDesk(request, refusal);
}

function refusedAtDesk(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showIncidents(request, refusal);
}

async function goBack({ app, params, wantsJson }: RouteRequest): Promise<Answer> {
  const competition = competitionIn(params);
  if (!wantsJson) return answer.seeOther(`/desk/${competition}/incidents`);
  const { db } = app.storage;
  return answer.json({ incidents: await incidentsOf(db, competition), equipment: await equipmentOf(db, competition) });
}

async function showOnChair(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const token = request.params["token"] ?? "";
  const chair = await chairOf(db, token);
  if (isRefused(chair)) return answer.refusal(chair);
  const data: ChairIncidentPage = {
    token,
    players: await playersOfMatch(db, chair.match_id),
    incidents: (await incidentsOfMatch(db, chair.match_id)).filter(({ isOfChair }) => isOfChair),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "chair-incident", data }, refusal);
}

/** On a chair everything hangs on its match. */
async function noteOnChair(request: RouteRequest): Promise<Answer> {
  const chair = await chairOf(request.app.storage.db, request.params["token"] ?? "");
  if (isRefused(chair)) return answer.refusal(chair);
  const form = await request.read(chairIncidentForm);
  if (isRefused(form)) return refusedOnChair(request, form);
  const refusal = await transact(request.app, null, (unit) =>
    noteIncident(unit, competitionOf(chair.match_id), {
      kind: "incident",
      atMs: unit.nowMs - form.secondsAgo * 1000,
      words: form.words,
      language: request.language,
      match: chair.match_id,
      player: form.player === undefined ? null : playerId(form.player),
      equipment: null,
      source: null,
      url: null,
      isOfChair: true,
      sentAs: form.id,
    }),
  );
  return refusal === undefined ? backToChair(request, chair) : refusedOnChair(request, refusal);
}

async function takeBackOnChair(request: RouteRequest): Promise<Answer> {
  const chair = await chairOf(request.app.storage.db, request.params["token"] ?? "");
  if (isRefused(chair)) return answer.refusal(chair);
  const id = `${competitionOf(chair.match_id)}/${request.params["incident"] ?? ""}`;
  const refusal = await transact(request.app, null, (unit) => takeBackIncident(unit, id, chair.match_id));
  return refusal === undefined ? backToChair(request, chair) : refusedOnChair(request, refusal);
}

function refusedOnChair(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showOnChair(request, refusal);
}

async function backToChair({ app, params, wantsJson }: RouteRequest, chair: ChairRow): Promise<Answer> {
  if (!wantsJson) return answer.seeOther(`/chair/${params["token"]}/incidents`);
  return answer.json({ incidents: await incidentsOfMatch(app.storage.db, chair.match_id) });
}
