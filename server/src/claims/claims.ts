import { ClaimChecker, refuse, type CompetitionFacts, type Refusal } from "@podium/engine";
import { competitionRow, competitionRows } from "../competitions/competitions.ts";
import { competitionId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { competitionFacts } from "./record.ts";

/** Everything loaded, prepared for texts to be held against it. */
export async function claimChecker(db: Db): Promise<ClaimChecker> {
  const facts: CompetitionFacts[] = [];
  for (const { id } of await competitionRows(db)) {
    const known = await competitionFacts(db, id);
    if (known !== null) facts.push(known);
  }
  return new ClaimChecker(facts);
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
