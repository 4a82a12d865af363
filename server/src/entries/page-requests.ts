import { refuse, type PersonId, type PlayerId, type Refusal } from "@podium/engine";
import {
  PAGE_REQUEST_DECISIONS,
  PAGE_REQUEST_KINDS,
  type PageRequestDecision,
  type PageRequestForm,
  type PageRequestView,
} from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { notify } from "../people/notifications.ts";
import type { Db } from "../storage/storage.ts";
import { playerRows } from "./entries.ts";
import { presentPlayer } from "./present.ts";

/**
 * A member asks to hold the page of a player, as the player themselves, or that something on it is corrected. Nothing is
 * changed by it. Refuses `page-request-open` while the same person waits for an answer to the same.
 */
export async function requestPage(
  unit: UnitOfWork,
  { person, player }: { readonly person: PersonId; readonly player: PlayerId },
  { kind, words, reach }: PageRequestForm,
): Promise<undefined | Refusal> {
  const standing = await requests(unit.db)
    .where("person_id", "=", person)
    .where("player_id", "=", player)
    .where("kind", "=", kind)
    .where("state", "in", kind === "hold" ? ["open", "granted"] : ["open"])
    .executeTakeFirst();
  if (standing !== undefined)
    return refuse("page-request-open", "You have asked for this already. The answer will stand on this page.");
  const id = unit.randomId(9);
  await unit.db
    .insertInto("page_requests")
    .values({
      id,
      player_id: player,
      person_id: person,
      kind,
      words,
      reach,
      at_ms: unit.nowMs,
      state: "open",
      answer: null,
      answered_at_ms: null,
    })
    .execute();
  await unit.record({ kind: "page-request-made", subject: subjectOf(id), data: { player, kind } });
  return undefined;
}

/**
 * Staff decide. What is granted to somebody who asks to hold a page can be ended later; results are corrected by nobody's
 * wish. Refuses `not-found` where there is nothing to decide, `page-request-open` while somebody else holds the page.
 */
export async function decidePageRequest(
  unit: UnitOfWork,
  id: string,
  { decision, answer }: PageRequestDecision,
): Promise<undefined | Refusal> {
  const row = await requests(unit.db).where("id", "=", id).executeTakeFirst();
  const from = decision === "ended" ? "granted" : "open";
  if (row === undefined || row.state !== from || (decision === "ended" && row.kind !== "hold")) return unknownRequest();
  if (decision === "granted" && row.kind === "hold" && (await holderOf(unit.db, row.player_id)) !== null)
    return refuse("page-request-open", "Somebody holds this page. End that first.");
  await unit.db
    .updateTable("page_requests")
    .set({ state: decision, answer, answered_at_ms: unit.nowMs })
    .where("id", "=", id)
    .execute();
  await unit.record({ kind: "page-request-answered", subject: subjectOf(id), data: { state: decision } });
  await notify(unit, [row.person_id], { kind: "page-request-answered", subject: id, data: { reason: answer } });
  unit.invalidate([`player:${row.player_id}`]);
  return undefined;
}

/** Who asked takes it back, or holds the page no longer. Refuses `not-found` of anybody else. */
export async function endPageRequest(unit: UnitOfWork, id: string, person: PersonId): Promise<undefined | Refusal> {
  const row = await standingOf(unit.db, person).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return unknownRequest();
  await unit.db.updateTable("page_requests").set({ state: "ended" }).where("id", "=", id).execute();
  await unit.record({ kind: "page-request-ended", subject: subjectOf(id), data: {} });
  unit.invalidate([`player:${row.player_id}`]);
  return undefined;
}

/** Of a member who leaves nothing is held and nothing asked any more, and nobody reads what it was. */
export async function forgetPageRequests(unit: UnitOfWork, person: PersonId): Promise<void> {
  for (const { id } of await standingOf(unit.db, person).execute()) await endPageRequest(unit, id, person);
  await unit.db
    .updateTable("page_requests")
    .set({ person_id: null, words: "", reach: "", answer: null })
    .where("person_id", "=", person)
    .execute();
}

/** Who holds the page of a player; null where nobody does. */
export async function holderOf(db: Db, player: PlayerId): Promise<PersonId | null> {
  const row = await requests(db)
    .where("player_id", "=", player)
    .where("kind", "=", "hold")
    .where("state", "=", "granted")
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** The members who hold the pages of these players. */
export async function holdersOf(db: Db, players: readonly PlayerId[]): Promise<PersonId[]> {
  if (players.length === 0) return [];
  const rows = await requests(db)
    .where("player_id", "in", players)
    .where("kind", "=", "hold")
    .where("state", "=", "granted")
    .execute();
  return [...new Set(rows.flatMap((row) => row.person_id ?? []))];
}

/** A player with who holds their page, in one statement. */
export async function playerWithHolder(db: Db, id: PlayerId) {
  return db
    .selectFrom("players")
    .leftJoin("page_requests", (join) =>
      join
        .onRef("page_requests.player_id", "=", "players.id")
        .on("page_requests.kind", "=", "hold")
        .on("page_requests.state", "=", "granted"),
    )
    .selectAll("players")
    .select("page_requests.person_id as holder")
    .where("players.id", "=", id)
    .executeTakeFirst();
}

/** As many requests on one page. */
const SHOWN = 200;

/** What a member has asked, of one player or of all, the newest first. */
export async function pageRequestsOf(db: Db, person: PersonId, player?: PlayerId): Promise<PageRequestView[]> {
  const asked = requests(db).where("person_id", "=", person).orderBy("at_ms", "desc").orderBy("id").limit(SHOWN);
  return presentRequests(db, await (player === undefined ? asked : asked.where("player_id", "=", player)).execute());
}

/** A request with who asked, and whether somebody else holds the page. */
interface AskedRequest {
  readonly view: PageRequestView;
  readonly person: PersonId | null;
  readonly isHeldByAnother: boolean;
}

/** All that was asked: what waits for an answer, the oldest first; then what was answered, the newest first. */
export async function pageRequests(db: Db): Promise<AskedRequest[]> {
  const open = await requests(db).where("state", "=", "open").orderBy("at_ms").orderBy("id").limit(SHOWN).execute();
  const over = await requests(db)
    .where("state", "!=", "open")
    .orderBy("at_ms", "desc")
    .orderBy("id")
    .limit(SHOWN)
    .execute();
  const rows = [...open, ...over];
  const held = new Map(
    (await requests(db).where("kind", "=", "hold").where("state", "=", "granted").execute()).map((row) => [
      row.player_id,
      row.id,
    ]),
  );
  const views = await presentRequests(db, rows);
  return rows.flatMap((row, at) => {
    const view = views[at];
    const holding = held.get(row.player_id);
    return view === undefined
      ? []
      : [{ view, person: row.person_id, isHeldByAnother: holding !== undefined && holding !== row.id }];
  });
}

function requests(db: Db) {
  return db.selectFrom("page_requests").selectAll();
}

function standingOf(db: Db, person: PersonId) {
  return requests(db).where("person_id", "=", person).where("state", "in", ["open", "granted"]);
}

type PageRequestRow = Awaited<ReturnType<ReturnType<typeof requests>["execute"]>>[number];

async function presentRequests(db: Db, rows: readonly PageRequestRow[]): Promise<PageRequestView[]> {
  const ids = [...new Set(rows.map((row) => row.player_id))];
  const players = new Map(ids.length === 0 ? [] : (await playerRows(db, ids)).map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const player = players.get(row.player_id);
    if (player === undefined) return [];
    return {
      id: row.id,
      kind: PAGE_REQUEST_KINDS.find((kind) => kind === row.kind) ?? "correction",
      player: presentPlayer(player),
      words: row.words,
      reach: row.reach,
      atMs: Number(row.at_ms),
      state: PAGE_REQUEST_DECISIONS.find((state) => state === row.state) ?? "open",
      answer: row.answer,
      answeredMs: row.answered_at_ms === null ? null : Number(row.answered_at_ms),
    };
  });
}

function subjectOf(id: string) {
  return { kind: "page-request", id } as const;
}

function unknownRequest(): Refusal {
  return refuse("not-found", "There is no such request, or it is answered.");
}
