import { isRefused, type LogEntry, type MatchId, type MatchState, type Side } from "@podium/engine";
import { replayMatch, recordLines } from "../matches/matches.ts";
import { transact, type App } from "../app.ts";

const RALLY_EVERY_MS = 6_000;

/**
 * An invented umpire for the demo: scores on, slowly, in the matches left to it, while somebody is watching.
 * Pages mark such a match. Chance decides the rallies; everything else is the same command as a chair's.
 */
export function startDemoUmpire(app: App): { leave(): void } {
  const holder = app.randomId(12);
  const scoreHere = async () => {
    if (await takesTurn(app, holder)) await scoreOn(app);
  };
  const timer = setInterval(() => {
    if (app.live.listeners() > 0)
      scoreHere().catch((fault: unknown) => console.error(`The demo umpire stopped: ${String(fault)}`));
  }, RALLY_EVERY_MS);
  timer.unref();
  return { leave: () => clearInterval(timer) };
}

/** Where several nodes serve, one of them scores; another takes over when that one has not for three rallies. */
export async function takesTurn({ storage, clock }: Pick<App, "storage" | "clock">, holder: string): Promise<boolean> {
  const nowMs = clock();
  const value = JSON.stringify({ holder, untilMs: nowMs + 3 * RALLY_EVERY_MS });
  return storage.db.transaction().execute(async (db) => {
    const row = await db.selectFrom("installation").select("value").where("name", "=", "umpire").executeTakeFirst();
    const turn = row && (JSON.parse(row.value) as { readonly holder: string; readonly untilMs: number });
    if (turn !== undefined && turn.holder !== holder && turn.untilMs > nowMs) return false;
    await db
      .insertInto("installation")
      .values({ name: "umpire", value })
      .onConflict((known) => known.column("name").doUpdateSet({ value }))
      .execute();
    return true;
  });
}

/** One rally, or what must come before it, in every match left to the demo umpire. */
export async function scoreOn(app: App): Promise<void> {
  const rows = await app.storage.db
    .selectFrom("matches")
    .select("id")
    .where("demo_umpire", "=", 1)
    .where("status", "in", ["ready", "live"])
    .execute();
  for (const { id } of rows) await scoreOnce(app, id);
}

async function scoreOnce(app: App, match: MatchId): Promise<void> {
  const entry = await nextLine(app, match);
  if (entry === null) return;
  await transact(app, null, async (unit) => {
    const replayed = await replayMatch(unit.db, match, unit.replayCache);
    return isRefused(replayed) ? replayed : recordLines(unit, match, { after: replayed.length, lines: [{ entry }] });
  });
}

async function nextLine(app: App, match: MatchId): Promise<LogEntry | null> {
  const replayed = await replayMatch(app.storage.db, match, app.replays.matches);
  if (isRefused(replayed) || replayed.state.outcome !== null) return null;
  const atMs = app.clock();
  const service = serviceDue(replayed.state, toss(app));
  if (service !== null) return { ...service, atMs };
  return { kind: "rally", winner: toss(app), atMs };
}

/** Before the first game somebody must serve; later the laws know who may, except which of a pair serves first. */
function serviceDue(state: MatchState, side: Side): LogEntry | null {
  if (!state.calls.includes("choose-service") && !(state.service === null && state.mayRecord.includes("service")))
    return null;
  const previous = state.games.at(-1)?.firstService ?? null;
  const serving = previous === null ? side : previous.server.startsWith("home") ? "away" : "home";
  const receiving = serving === "home" ? "away" : "home";
  const receiver = previous === null ? ({ receiver: `${receiving}1` } as const) : {};
  return { kind: "service", server: `${serving}1`, ...receiver };
}

function toss(app: App): Side {
  return app.randomId(3) < "V" ? "home" : "away";
}
