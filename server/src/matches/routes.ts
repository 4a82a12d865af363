import { isRefused, refuse, type LogEntry, type Refusal } from "@podium/engine";
import { chairLines, logEntry, type ChairAnswer, type ChairPage } from "@podium/protocol";
import { z } from "zod";
import { statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type Ask, type Policy, type Route } from "../http/route.ts";
import { change, type World } from "../world.ts";
import { chairOf, hearChair, type ChairRow } from "./chairs.ts";
import { begunAfter, foldMatch, logOf, recordLines, rulesOf, type SentLine } from "./matches.ts";
import { presentMatchById } from "./present.ts";

const touch = z.object({
  kind: z.string().max(30),
  after: z.coerce.number().int().min(0),
  winner: z.string().optional(),
  side: z.string().optional(),
  seat: z.string().optional(),
  server: z.string().optional(),
  receiver: z.string().optional(),
  homeEnd: z.string().optional(),
  card: z.string().optional(),
  absent: z.string().optional(),
  requestedBy: z.string().optional(),
  ballInPlay: z
    .enum(["true", "false"])
    .transform((word) => word === "true")
    .optional(),
});

/** The address itself is the key: it is long, random, and can be withdrawn at the desk. */
const holdsTheChair: Policy = { says: "who holds the address of the chair", allows: () => true };

export const matchRoutes: readonly Route[] = [
  { method: "GET", path: "/chair/:token", may: holdsTheChair, answer: showChair },
  { method: "GET", path: "/chair/:token/log", may: holdsTheChair, answer: showLog },
  { method: "POST", path: "/chair/:token/log", may: holdsTheChair, reads: chairLines, answer: takeLines },
  { method: "POST", path: "/chair/:token/log/touch", may: holdsTheChair, reads: touch, answer: takeTouch },
];

async function showChair(ask: Ask): Promise<Answer> {
  const chair = await chairOf(ask.world.storage.db, ask.params["token"] ?? "");
  return isRefused(chair) ? answer.refusal(chair) : chairPage(ask, chair, null);
}

async function chairPage({ world, params }: Ask, chair: ChairRow, refusal: Refusal | null): Promise<Answer> {
  const data = await readChair(world, chair, refusal?.message ?? null);
  return {
    kind: "page",
    page: { page: "chair", data: { ...data, sendTo: `/chair/${params["token"]}/log` } },
    status: refusal === null ? 200 : statusOf(refusal),
  };
}

async function readChair(world: World, chair: ChairRow, refusal: string | null): Promise<ChairPage> {
  const { db } = world.storage;
  return {
    match: await presentMatchById(db, chair.match_id),
    rules: await rulesOf(db, chair.match_id),
    log: await logOf(db, chair.match_id),
    sendTo: "",
    refusal,
  };
}

async function showLog({ world, params }: Ask): Promise<Answer> {
  const { db } = world.storage;
  const chair = await chairOf(db, params["token"] ?? "");
  if (isRefused(chair)) return answer.refusal(chair);
  const log = await logOf(db, chair.match_id);
  return answer.json({ length: log.length, log });
}

async function takeLines(ask: Ask): Promise<Answer> {
  const sent = await ask.read(chairLines);
  if (isRefused(sent)) return answer.refusal(sent);
  const lines = sent.lines.map(({ id, entry }): SentLine => ({ id, entry: asEntry(entry) }));
  const answered = await score(ask, () => ({ after: sent.after, lines }));
  return isRefused(answered) ? answer.refusal(answered) : answer.json(answered);
}

/** A log line of the wire and of the engine differ only in how an absent field is written. */
function asEntry(entry: z.infer<typeof logEntry>): LogEntry {
  return JSON.parse(JSON.stringify(entry));
}

/** Taken back at the table, this result would stop a match at another one. The desk is told beforehand what follows. */
const LATER_MATCH_BEGUN = refuse(
  "later-match-begun",
  "A match that follows from this one has begun. Ask the desk to correct this result.",
);

async function score(
  ask: Ask,
  sent: (length: number) => { after: number; lines: readonly SentLine[] },
): Promise<ChairAnswer | Refusal> {
  const { world, params } = ask;
  const folded = await change(world, null, async (act) => {
    const chair = await chairOf(act.db, params["token"] ?? "");
    if (isRefused(chair)) return chair;
    const before = await foldMatch(act.db, chair.match_id, act.folded);
    if (isRefused(before)) return before;
    await hearChair(act, chair.id);
    const after = await recordLines(act, chair.match_id, sent(before.length));
    if (isRefused(after)) return after;
    const isCorrected = before.state.outcome !== null && after.version !== before.version;
    if (isCorrected && (await begunAfter(act.db, chair.match_id)) !== undefined) return LATER_MATCH_BEGUN;
    return { match: chair.match_id, after };
  });
  if (isRefused(folded)) return folded;
  return {
    length: folded.after.length,
    match: await presentMatchById(world.storage.db, folded.match),
    state: folded.after.state,
  };
}

/** One touch of a chair without script: a plain form, one line of the log. */
async function takeTouch(ask: Ask): Promise<Answer> {
  const chair = await chairOf(ask.world.storage.db, ask.params["token"] ?? "");
  if (isRefused(chair)) return answer.refusal(chair);
  const form = await ask.read(touch);
  if (isRefused(form)) return answer.refusal(form);
  const { after, ...line } = form;
  const entry = logEntry.safeParse(line);
  if (!entry.success) return answer.refusal(refuse("form-invalid", "This is no line of a match log."));
  const answered = await score(ask, () => ({
    after,
    lines: [{ entry: { ...asEntry(entry.data), atMs: ask.world.clock() } }],
  }));
  if (isRefused(answered)) return chairPage(ask, chair, answered);
  return answer.seeOther(`/chair/${ask.params["token"]}`);
}
