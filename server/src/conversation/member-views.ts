import type { PersonId } from "@podium/engine";
import type { MemberPage, Viewer } from "@podium/protocol";
import type { App } from "../app.ts";
import { competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { EVERYWHERE } from "../people/held-words.ts";
import { sharingNetwork } from "../people/networks.ts";
import { namesOf } from "../people/roles.ts";
import { casesOf, moderatedBy } from "./case-lists.ts";
import { presentCases } from "./case-views.ts";
import { activeRestrictions, kindNamed } from "./restrictions.ts";

/** What moderators know of a member: cases where they moderate, flags, restrictions; null for nobody. */
export async function presentMember(app: App, moderator: Viewer, person: PersonId): Promise<MemberPage | null> {
  const { db } = app.storage;
  const member = await db.selectFrom("persons").select(["id", "name"]).where("id", "=", person).executeTakeFirst();
  if (member === undefined) return null;
  const cases = await casesOf(db, moderator, person);
  const flags = await db
    .selectFrom("flags")
    .innerJoin("cases", "cases.id", "flags.case_id")
    .select((eb) => [eb.fn.countAll<number>().as("all"), "cases.decision"])
    .where("flags.person_id", "=", person)
    .groupBy("cases.decision")
    .execute();
  const flagged = (decision: string | null) => Number(flags.find((row) => row.decision === decision)?.all ?? 0);
  const places = moderatedBy(moderator);
  const restrictions = await db
    .selectFrom("restrictions")
    .selectAll()
    .where("person_id", "=", person)
    .orderBy("at_ms", "desc")
    .execute();
  const names = await namesOf(
    db,
    restrictions.map((row) => row.by_id),
  );
  const all = (await competitionRows(db)).map(presentCompetition);
  return {
    member: { id: member.id, name: member.name },
    cases: await presentCases(db, cases, moderator),
    flags: { upheld: flagged("removed"), dismissed: flagged("passed"), waiting: flagged(null) },
    restrictions: restrictions.map((row) => ({
      id: row.id,
      kind: kindNamed(row.kind),
      competition: row.competition_id === EVERYWHERE ? null : row.competition_id,
      reason: row.reason,
      by: names.get(row.by_id) ?? "",
      atMs: row.at_ms,
      untilMs: row.until_ms,
      liftedAtMs: row.lifted_at_ms,
      holds: row.lifted_at_ms === null && (row.until_ms === null || row.until_ms > app.clock()),
    })),
    places: [
      ...(places === null ? [null] : []),
      ...all.filter(({ id }) => places === null || places.includes(id)).map(({ id, title }) => ({ id, title })),
    ],
    sharing: await restrictedSharers(app, person),
  };
}

/** Restricted members who wrote from the same network: a hint, and no more than that. */
async function restrictedSharers(app: App, person: PersonId): Promise<MemberPage["sharing"]> {
  const { db } = app.storage;
  const others = sharingNetwork(app, person);
  const held = await Promise.all(
    others.map(async (other) => ((await activeRestrictions(db, other, app.clock())).length > 0 ? [other] : [])),
  );
  const ids = held.flat();
  if (ids.length === 0) return [];
  return db.selectFrom("persons").select(["id", "name"]).where("id", "in", ids).execute();
}
