import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Reader } from "./browser.ts";

/** A match as the desk lists it: the part of DeskMatch of @podium/protocol that is read here. */
export interface MatchInHall {
  readonly row: {
    readonly id: string;
    readonly status: string;
    readonly version: number;
    readonly bestOf: number;
    readonly startMs: number | null;
    readonly table: string | null;
    readonly winner: string | null;
    readonly phase: string;
    readonly round: string;
    readonly home: HallSide;
    readonly away: HallSide;
  };
  readonly call: object | null;
  readonly published: boolean;
}

interface HallSide {
  readonly entry: { readonly code: string; readonly players: readonly { readonly id: string }[] } | null;
}

/** A deed of the journal: the part of DeedView that is read here. */
interface Deed {
  readonly seq: number;
  readonly kind: string;
  readonly about: { readonly words: string } | null;
  readonly table: string | null;
}

/** How a competition begins. */
interface Beginning {
  readonly zone: string;
  readonly date: string;
  /** The name of its event, and its pasted list. */
  readonly event: string;
  readonly list: string;
  readonly draw: Readonly<Record<string, string | number>>;
}

/** A zone in which it is past eleven in the morning, its day, which midnight does not cut short, and two hours ago. */
export function morningSomewhere(now = new Date()): { readonly zone: string; date: string; twoHoursAgo: string } {
  const offset = 11 - now.getUTCHours();
  const local = new Date(now.getTime() + offset * 3_600_000);
  const zone = `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  const [date = "", clock = ""] = local.toISOString().split("T");
  return { zone, date, twoHoursAgo: `09:${clock.slice(3, 5)}` };
}

/** Begins a competition as a script does and publishes it: how that is done by hand is another journey. */
export async function beginCompetition(desk: Reader, id: string, beginning: Beginning): Promise<void> {
  const { zone, date, event, list, draw } = beginning;
  let version = 0;
  const change = async (path: string, body: object) => {
    const answer = await desk.page.request.post(`/desk/drafts${path}`, {
      headers: { accept: "application/json" },
      data: { ...body, ...(version === 0 ? {} : { version }) },
    });
    const text = await answer.text();
    assert.equal(answer.status(), 200, `${path}: ${text.slice(0, 300)}`);
    const draft: { version?: number; events?: { code: string }[] } = JSON.parse(text);
    version = draft.version ?? version;
    return draft;
  };
  await change("", { id, "title-en": "Spring Cup", zone, from: date, to: date, tables: "1-6" });
  const { events } = await change(`/${id}/events`, { title: event, kind: "singles", bestOf: 3 });
  const code = events?.[0]?.code ?? assert.fail("no event");
  await change(`/${id}/events/${code}/entries`, { list, take: "yes", "line-23": "take" });
  await change(`/${id}/events/${code}/draw`, { format: "groups-then-knock-out", ...draw });
  await change(`/${id}/publication`, {});
}

/** The matches of a competition as its desk lists them. */
export async function matchesAtDesk(page: Page, id: string): Promise<readonly MatchInHall[]> {
  const answer = await page.request.get(`/desk/${id}.json`);
  assert.equal(answer.status(), 200);
  const { matches }: { matches: MatchInHall[] } = JSON.parse(await answer.text());
  return matches.filter(({ row }) => row.status !== "bye");
}

/** Both people of a match of singles whose players are known. */
export function playersOf({ row }: MatchInHall): readonly string[] {
  return [row.home, row.away].flatMap(({ entry }) => entry?.players.map((player) => player.id) ?? []);
}

/** The day of play as its page has it: the matches that may begin, and the tables that nothing is called to. */
export async function dayNow(
  page: Page,
  id: string,
): Promise<{ mayBegin: MatchInHall[]; called: MatchInHall[]; free: string[] }> {
  const answer = await page.request.get(`/desk/${id}/day.json`);
  assert.equal(answer.status(), 200);
  const {
    tables,
    matches,
    obstacles,
  }: { tables: string[]; matches: MatchInHall[]; obstacles: Record<string, unknown[]> } = JSON.parse(
    await answer.text(),
  );
  const called = matches.filter(({ row, call }) => call !== null || row.status === "live");
  return {
    mayBegin: matches.filter(({ row }) => obstacles[row.id]?.length === 0),
    called,
    free: tables.filter((table) => called.every(({ row }) => row.table !== table)),
  };
}

/** Sends a form of the desk as the page does; answers where it leads, or the page that it shows. */
export async function send(page: Page, path: string, form: Readonly<Record<string, string>>): Promise<string> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(path, { headers: { origin }, form, maxRedirects: 0 });
  assert.ok([200, 303].includes(answer.status()), `${path}: ${answer.status()} ${(await answer.text()).slice(0, 500)}`);
  return answer.headers()["location"] ?? answer.text();
}

/** Somebody, or a table, that two matches had at once. */
interface Clash {
  readonly what: string;
  readonly matches: readonly [string, string];
}

/** What the journal says of who was called where: everybody and every table that two matches had at the same time. */
export async function clashesInJournal(page: Page, id: string): Promise<{ calls: number; clashes: readonly Clash[] }> {
  const players = new Map((await matchesAtDesk(page, id)).map((match) => [match.row.id, playersOf(match)]));
  const held = new Map<string, string>();
  const clashes: Clash[] = [];
  let calls = 0;
  const free = (match: string) => {
    for (const [what, holder] of held) if (holder === match) held.delete(what);
  };
  for (const { kind, about, table } of await journalOf(page, id)) {
    const match = `${id}/${about?.words ?? ""}`;
    if (kind === "match-finished" || kind === "call-taken-back" || kind === "match-reset") free(match);
    if (kind !== "match-called") continue;
    free(match);
    calls += 1;
    for (const what of [`table ${table}`, ...(players.get(match) ?? [])]) {
      const other = held.get(what);
      if (other !== undefined) clashes.push({ what, matches: [other, match] });
      held.set(what, match);
    }
  }
  return { calls, clashes };
}

/** Everything that the journal of a competition tells, oldest first. */
async function journalOf(page: Page, id: string): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  for (let before = ""; ;) {
    const answer = await page.request.get(`/desk/${id}/journal.json${before === "" ? "" : `?before=${before}`}`);
    assert.equal(answer.status(), 200);
    const read: { deeds: Deed[]; before: number | null } = JSON.parse(await answer.text());
    deeds.push(...read.deeds);
    if (read.before === null) return deeds.toReversed();
    before = String(read.before);
  }
}
