import { EVERYWHERE } from "../people/held-words.ts";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";

/** What moderators see first. */
export interface ModerationRules {
  /** How many comments of a newcomer wait; 0 for none. */
  readonly firstHeld: number;
  /** How many links a newcomer may post at once. */
  readonly newcomerLinks: number;
}

const UNLESS_CHANGED: ModerationRules = { firstHeld: 0, newcomerLinks: 0 };

/** The rules of a competition: its own, else those of all, else as Podium comes. Null: those of all. */
export async function rulesIn(
  db: Db,
  competition: string | null,
): Promise<ModerationRules & { readonly isOwn: boolean }> {
  const places = competition === null ? [EVERYWHERE] : [EVERYWHERE, competition];
  const rows = await db.selectFrom("moderation_rules").selectAll().where("competition_id", "in", places).execute();
  const own = rows.find((row) => row.competition_id === (competition ?? EVERYWHERE));
  const row = own ?? rows[0];
  const rules = row === undefined ? UNLESS_CHANGED : { firstHeld: row.first_held, newcomerLinks: row.newcomer_links };
  return { ...rules, isOwn: own !== undefined };
}

/** Changes the rules of a competition, or of all ("*"). */
export async function changeRules(unit: UnitOfWork, place: string, rules: ModerationRules): Promise<void> {
  const row = { first_held: rules.firstHeld, newcomer_links: rules.newcomerLinks };
  await unit.db
    .insertInto("moderation_rules")
    .values({ competition_id: place, ...row })
    .onConflict((clash) => clash.column("competition_id").doUpdateSet(row))
    .execute();
}
