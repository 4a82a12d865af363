import { entryOfForm, isRefused, refuse, type LogEntry, type Refusal } from "@podium/engine";
import { chairLines, confirmationForm, type logEntry, type ChairAnswer, type ChairPage } from "@podium/protocol";
import { z } from "zod";
import { answer, type Answer, type RouteRequest, type Policy, type Route } from "../http/route.ts";
import { stateIn, transact, type App } from "../app.ts";
import { installationSecret } from "../people/loaded-auth.ts";
import { admitLines, admitRequest } from "./chair-pace.ts";
import { chairIdOf, chairOf, forgetChair, matchOfChair, noteChairUse, type ChairRow } from "./chairs.ts";
import { confirmedSides, confirmResult } from "./confirmations.ts";
import { logOf } from "./match-log.ts";
import { begunAfter, recordLinesOf, replayRow, rulesOf, statusIn, type SentLine } from "./matches.ts";
import { chairAfter, giveChairBack, type HeldChair, heldChair, nextFor, takeNextChair } from "./next-chair.ts";
import { competitionOf, PODIUM } from "../storage/codes.ts";
import { presentMatchById } from "./present.ts";
import { tableAddress } from "./table-address.ts";

const tap = z.object({
  kind: z.string().max(30),
  after: z.coerce.number().int().min(0),
  winner: z.string().optional(),
  returns: z.coerce.string().optional(),
  side: z.string().optional(),
  seat: z.string().optional(),
  server: z.string().optional(),
  receiver: z.string().optional(),
  homeEnd: z.string().optional(),
  card: z.string().optional(),
  absent: z.string().optional(),
  requestedBy: z.string().optional(),
  ballInPlay: z.string().optional(),
});

/** The address itself is the key: it is long, random, and can be withdrawn at the desk. */
const holdsTheChair: Policy = {
  description: "who holds the address of the chair",
  openBecause: "the address is the key; one that was withdrawn, or never issued, is refused",
  allows: () => true,
};

export const matchRoutes: readonly Route[] = [
  { method: "GET", path: "/chair/:token", policy: holdsTheChair, answer: showChair },
  { method: "GET", path: "/chair/:token/log", policy: holdsTheChair, answer: showLog },
  {
    method: "POST",
    path: "/chair/:token/log",
    policy: holdsTheChair,
    pacesItself: true,
    reads: chairLines,
    answer: takeLines,
  },
  {
    method: "POST",
    path: "/chair/:token/log/touch",
    policy: holdsTheChair,
    pacesItself: true,
    reads: tap,
    answer: takeTap,
  },
  { method: "GET", path: "/chair/:token/next", policy: holdsTheChair, answer: showNext },
  { method: "POST", path: "/chair/:token/next", policy: holdsTheChair, answer: takeNext },
  {
    method: "POST",
    path: "/chair/:token/confirmation",
    policy: holdsTheChair,
    reads: confirmationForm,
    answer: confirm,
  },
  { method: "POST", path: "/chair/:token/return", policy: holdsTheChair, answer: giveBack },
];

async function showChair(request: RouteRequest): Promise<Answer> {
  const chair = await chairOf(request.app.storage.db, request.params["token"] ?? "");
  return isRefused(chair) ? leadOn(request, chair) : chairPage(request, chair, null);
}

/** On to the chair that this one was handed in for; or why it is none. */
async function leadOn({ app, params }: RouteRequest, refusal: Refusal): Promise<Answer> {
  const { db } = app.storage;
  const next = await chairAfter(db, stateIn(app, installationSecret), params["token"] ?? "");
  return next === undefined ? answer.refusal(refusal) : answer.seeOther(`/chair/${next.token}`);
}

async function chairPage({ app, params }: RouteRequest, chair: ChairRow, refusal: Refusal | null): Promise<Answer> {
  const data = await readChair(app, chair, refusal?.message ?? null);
  return answer.form({ page: "chair", data: { ...data, sendTo: `/chair/${params["token"]}/log` } }, refusal);
}

async function readChair(app: App, chair: ChairRow, refusal: string | null): Promise<ChairPage> {
  const { db } = app.storage;
  return {
    match: await presentMatchById(db, chair.match_id),
    rules: await rulesOf(db, chair.match_id),
    log: await logOf(db, chair.match_id),
    sendTo: "",
    refusal,
  };
}

async function showLog({ app, params }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const chair = await chairOf(db, params["token"] ?? "");
  if (isRefused(chair)) return answer.refusal(chair);
  const log = await logOf(db, chair.match_id);
  return answer.json({ length: log.length, log });
}

async function takeLines(request: RouteRequest): Promise<Answer> {
  const { app, params } = request;
  const chair = await chairIdOf(app, params["token"] ?? "");
  const calm = isRefused(chair) ? chair : admitRequest(app, chair);
  if (isRefused(calm)) return answer.refusal(calm);
  const sent = await request.read(chairLines);
  if (isRefused(sent)) return answer.refusal(sent);
  const lines = sent.lines.map(({ id, entry }): SentLine => ({ id, entry: asEntry(entry) }));
  const answered = await score(request, () => ({ after: sent.after, lines }));
  return isRefused(answered) ? answer.refusal(answered) : answer.json(answered);
}

/** The chair that an address is the key of, when it may send now: asked before anything that was sent is read. */
async function pacedChair({ app, params }: RouteRequest): Promise<ChairRow | Refusal> {
  const chair = await chairOf(app.storage.db, params["token"] ?? "");
  if (isRefused(chair)) return chair;
  const calm = admitRequest(app, chair.id);
  return isRefused(calm) ? calm : chair;
}

/** A log line of the wire and of the engine differ only in how an absent field is written. */
function asEntry(entry: z.infer<typeof logEntry>): LogEntry {
  return JSON.parse(JSON.stringify(entry));
}

/** Taken back at the table, this result would stop a match at another one. The desk is shown beforehand what follows. */
const LATER_MATCH_BEGUN = refuse(
  "later-match-begun",
  "A match that follows from this one has begun. Ask the desk to correct this result.",
);

async function score(
  request: RouteRequest,
  sent: (length: number) => { after: number; lines: readonly SentLine[] },
): Promise<ChairAnswer | Refusal> {
  const { app, params } = request;
  const token = params["token"] ?? "";
  const replayed = await transact(app, null, async (unit) => {
    const row = await matchOfChair(unit.db, token);
    if (isRefused(row)) {
      forgetChair(app, token);
      return row;
    }
    const { chair } = row;
    const before = await replayRow(unit.db, row, unit.replayCache);
    // This unit has written nothing yet: what it read stands, and is read once, whatever becomes of the lines.
    app.replays.matches.set(row.id, before);
    await noteChairUse(unit, { id: chair, last_line_at_ms: row.last_line_at_ms });
    const admitFresh = (fresh: Parameters<typeof admitLines>[2]) => admitLines(app, chair, fresh);
    const after = await recordLinesOf(unit, row, { ...sent(before.length), admit: admitFresh });
    if (isRefused(after)) return after;
    const isCorrected = before.state.outcome !== null && after.version !== before.version;
    if (isCorrected && (await begunAfter(unit.db, row.id)) !== undefined) return LATER_MATCH_BEGUN;
    return after;
  });
  if (isRefused(replayed)) return replayed;
  return {
    length: replayed.length,
    version: replayed.version,
    status: statusIn(replayed.state),
    state: replayed.state,
  };
}

/** One tap on a chair without script: a plain form, one line of the log. */
async function takeTap(request: RouteRequest): Promise<Answer> {
  const chair = await pacedChair(request);
  if (isRefused(chair)) return answer.refusal(chair);
  const form = await request.read(tap);
  if (isRefused(form)) return answer.refusal(form);
  const { after, ...fields } = form;
  const entry = entryOfForm((name) => fields[name as keyof typeof fields] ?? null, request.app.clock());
  if (entry === null) return answer.refusal(refuse("form-invalid", "This is no line of a match log."));
  const answered = await score(request, () => ({ after, lines: [{ entry }] }));
  if (isRefused(answered)) return chairPage(request, chair, answered);
  return answer.seeOther(`/chair/${request.params["token"]}`);
}

/** What comes after a match that is over. */
async function showNext(request: RouteRequest): Promise<Answer> {
  const { app, params } = request;
  const { db } = app.storage;
  const token = params["token"] ?? "";
  const held = await heldChair(db, token);
  if (isRefused(held)) return leadOn(request, held);
  const next = await nextFor(db, held);
  return answer.page({
    page: "chair-next",
    data: {
      match: await presentMatchById(db, held.match.id),
      next: next === undefined ? null : await presentMatchById(db, next.id),
      table: tableOf(app, held),
      chair: `/chair/${token}`,
      confirmed: await confirmedSides(db, held.match),
    },
  });
}

/** The address of the table whose card opened a chair; null for a chair that the desk handed out. */
function tableOf(app: App, { chair, match }: HeldChair): string | null {
  if (chair.issued_by !== PODIUM || match.table_name === null) return null;
  return tableAddress(stateIn(app, installationSecret), competitionOf(match.event_id), match.table_name);
}

async function takeNext({ app, params, wantsJson }: RouteRequest): Promise<Answer> {
  const secret = stateIn(app, installationSecret);
  const taken = await transact(app, null, (unit) => takeNextChair(unit, secret, params["token"] ?? ""));
  if (isRefused(taken)) return answer.refusal(taken);
  const chairHref = `/chair/${taken.token}`;
  return wantsJson ? answer.json({ match: taken.match, chairHref }) : answer.seeOther(chairHref);
}

/** A side confirms what stands; the phone shows who has, and what is next. */
async function confirm(request: RouteRequest): Promise<Answer> {
  const form = await request.read(confirmationForm);
  if (isRefused(form)) return answer.refusal(form);
  const token = request.params["token"] ?? "";
  const refusal = await transact(request.app, null, (unit) => confirmResult(unit, token, form));
  if (refusal !== undefined) return answer.refusal(refusal);
  return request.wantsJson ? answer.json(form) : answer.seeOther(`/chair/${token}/next`);
}

async function giveBack({ app, params, wantsJson }: RouteRequest): Promise<Answer> {
  const given = await transact(app, null, (unit) => giveChairBack(unit, params["token"] ?? ""));
  if (isRefused(given)) return answer.refusal(given);
  return wantsJson ? answer.json(given) : answer.seeOther(`/matches/${given.match}?notice=chair-returned`);
}
