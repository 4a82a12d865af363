import { ClaimChecker, refuse, type CompetitionFacts, type CompetitionId, type Refusal } from "@podium/engine";
import { stateIn, type App } from "../app.ts";
import { competitionRow, competitionRows } from "../competitions/competitions.ts";
import { ELSEWHERE } from "../live/live.ts";
import { cachedRead } from "../live/versioned-cache.ts";
import { competitionId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { competitionFacts } from "./record.ts";

/** Everything loaded, prepared for texts to be held against it. */
export async function claimChecker(db: Db): Promise<ClaimChecker> {
  const ids = (await competitionRows(db)).map((row) => row.id);
  return new ClaimChecker(await factsOf(db, ids));
}

async function factsOf(db: Db, ids: readonly CompetitionId[]): Promise<CompetitionFacts[]> {
  const facts: CompetitionFacts[] = [];
  for (const id of ids) {
    const known = await competitionFacts(db, id);
    if (known !== null) facts.push(known);
  }
  return facts;
}

/** What is kept: for all competitions, and for each that was asked for lately. */
export const CHECKERS_CACHED = 8;

/** How many competitions, the newest first, a text may be about that names none. */
const COMPETITIONS_AT_ONCE = 50;

const gathered = { make: (app: App) => cachedRead<readonly CompetitionFacts[]>(app, CHECKERS_CACHED) };

/** The facts of one competition, or of the newest ones (`all`): the same list until something in them changes. */
export function keptFacts(app: App, competition: string): Promise<readonly CompetitionFacts[]> {
  return stateIn(app, gathered)(competition, () =>
    app.storage.read(async (db) => {
      const newest = { offset: 0, limit: COMPETITIONS_AT_ONCE };
      const ids =
        competition === "all" ? (await competitionRows(db, newest)).map((row) => row.id) : [competitionId(competition)];
      const topics = ["home", ELSEWHERE, ...ids.map((id) => `competition:${id}`)];
      return { value: await factsOf(db, ids), topics };
    }),
  );
}

/** Whether a text can be held against this competition (`all`: any that is loaded); refused when it is not there. */
export async function refusedCompetition(db: Db, competition: string): Promise<Refusal | undefined> {
  if (competition !== "all" && (await competitionRow(db, competitionId(competition))) !== undefined) return undefined;
  const known = (await competitionRows(db)).map(({ id }) => id);
  if (known.length === 0)
    return refuse("not-found", "No competition is loaded. Load one with: ./podium import competition FILE", {
      competition,
    });
  if (competition === "all") return undefined;
  return refuse("not-found", `There is no competition ${competition}. Loaded: ${known.slice(0, LISTED).join(", ")}.`, {
    competition,
  });
}

const LISTED = 20;
