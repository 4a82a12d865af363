import type { PersonId } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import type { CaseRow } from "./holding.ts";

/** The competitions that somebody moderates; null: all of them. */
export function moderatedBy({ roles }: Viewer): readonly string[] | null {
  const places = Object.keys(roles).filter((place) => roles[place]?.includes("moderator"));
  return places.includes("*") ? null : places;
}

/** Cases on one page of the queue. */
export const CASES_A_PAGE = 50;
const DECIDED_SHOWN = 10;

function casesFor(db: Db, moderator: Viewer) {
  const places = moderatedBy(moderator);
  const all = db.selectFrom("cases").selectAll();
  return places === null ? all : all.where("competition_id", "in", [...places, ""]);
}

/** The oldest cases that wait for a moderator. */
export async function waitingCases(db: Db, moderator: Viewer): Promise<CaseRow[]> {
  return casesFor(db, moderator)
    .where("decided_at_ms", "is", null)
    .orderBy("opened_at_ms")
    .orderBy("id")
    .limit(CASES_A_PAGE + 1)
    .execute();
}

const OF_A_PERSON = 30;

/** Cases about the words of a person, the newest first. */
export async function casesOf(db: Db, moderator: Viewer, person: PersonId): Promise<CaseRow[]> {
  const own = db.selectFrom("authors").select("id").where("person_id", "=", person);
  return casesFor(db, moderator)
    .where("author_id", "in", own)
    .orderBy("opened_at_ms", "desc")
    .orderBy("id")
    .limit(OF_A_PERSON)
    .execute();
}

/** What somebody decided last, and others of the same competitions: to be looked at again, or taken back. */
export async function decidedCases(db: Db, moderator: Viewer): Promise<CaseRow[]> {
  return casesFor(db, moderator)
    .where("decided_at_ms", "is not", null)
    .orderBy("decided_at_ms", "desc")
    .orderBy("id")
    .limit(DECIDED_SHOWN)
    .execute();
}
