import type { PersonId } from "@podium/engine";
import type { NotificationKind } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { planPush } from "./devices.ts";
import { planCallLetter, planToldLetter } from "./letter-plan.ts";
import type { Db } from "../storage/storage.ts";

/** Tells members something about a case: each once for what happened to it, however often this is asked. */
export async function notify(
  unit: UnitOfWork,
  people: readonly (PersonId | null)[],
  told: {
    readonly kind: NotificationKind;
    readonly subject: string;
    readonly data: Readonly<Record<string, string | number | null>>;
  },
): Promise<void> {
  const members = [...new Set(people)].filter((person) => person !== null);
  for (const person of members) {
    const id = unit.randomId(12);
    const isCall = told.kind === "called";
    const isMailed = isCall && !(await planCallLetter(unit, person));
    await unit.db
      .insertInto("notifications")
      .values({
        id,
        person_id: person,
        at_ms: unit.nowMs,
        kind: told.kind,
        subject_id: told.subject,
        data: JSON.stringify(told.data),
        mailed: isMailed ? 1 : 0,
      })
      .execute();
    if (!isCall) await planToldLetter(unit, person);
    await planPush(unit, person, id);
  }
}

/** What does not hold any more is not told: neither on the page, nor in a letter or on a device that waits. */
export async function dropTold(db: Db, kind: NotificationKind, subject: string): Promise<void> {
  await db.deleteFrom("notifications").where("kind", "=", kind).where("subject_id", "=", subject).execute();
}

/** How many a member has not seen. */
export async function unseenOf(db: Db, person: PersonId): Promise<number> {
  const row = await db
    .selectFrom("notifications")
    .select((eb) => eb.fn.countAll<number>().as("unseen"))
    .where("person_id", "=", person)
    .where("seen", "=", 0)
    .executeTakeFirst();
  return Number(row?.unseen ?? 0);
}

/** Everything that was told so far counts as seen. */
export async function markSeen({ db }: UnitOfWork, person: PersonId): Promise<void> {
  await db
    .updateTable("notifications")
    .set({ seen: 1 })
    .where("person_id", "=", person)
    .where("seen", "=", 0)
    .execute();
}
