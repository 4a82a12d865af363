import { isRefused, type LogEntry, type MatchState, type Side } from "@podium/engine";
import { foldMatch, recordLines } from "../matches/matches.ts";
import { change, type World } from "../world.ts";

const RALLY_EVERY_MS = 6_000;

/**
 * An invented umpire for the demo: scores on, slowly, in the matches left to it, while somebody is watching.
 * Pages mark such a match. Chance decides the rallies; everything else is the same command as a chair's.
 */
export function seatDemoUmpire(world: World): { leave(): void } {
  const timer = setInterval(() => {
    if (world.live.listeners() > 0)
      scoreOn(world).catch((fault: unknown) => console.error(`The demo umpire stopped: ${String(fault)}`));
  }, RALLY_EVERY_MS);
  timer.unref();
  return { leave: () => clearInterval(timer) };
}

/** One rally, or what must come before it, in every match left to the demo umpire. */
export async function scoreOn(world: World): Promise<void> {
  const rows = await world.storage.db
    .selectFrom("matches")
    .select("id")
    .where("demo_umpire", "=", 1)
    .where("status", "in", ["ready", "live"])
    .execute();
  for (const { id } of rows) await scoreOnce(world, id);
}

async function scoreOnce(world: World, match: string): Promise<void> {
  const entry = await nextLine(world, match);
  if (entry === null) return;
  await change(world, null, async (act) => {
    const folded = await foldMatch(act.db, match, act.folded);
    return isRefused(folded) ? folded : recordLines(act, match, { after: folded.length, lines: [{ entry }] });
  });
}

async function nextLine(world: World, match: string): Promise<LogEntry | null> {
  const folded = await foldMatch(world.storage.db, match, world.folded);
  if (isRefused(folded) || folded.state.outcome !== null) return null;
  const atMs = world.clock();
  const service = serviceDue(folded.state, toss(world));
  if (service !== null) return { ...service, atMs };
  return { kind: "rally", winner: toss(world), atMs };
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

function toss(world: World): Side {
  return world.randomId(3) < "V" ? "home" : "away";
}
