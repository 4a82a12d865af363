import type { PersonId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { personId } from "../storage/codes.ts";

/** Writes a person, with nothing yet that lets them in. Answers the id. */
export async function writeMember(
  unit: UnitOfWork,
  { name, email, isConfirmed }: { readonly name: string; readonly email: string; readonly isConfirmed: boolean },
): Promise<PersonId> {
  const id = personId(unit.randomId(24));
  await unit.db
    .insertInto("persons")
    .values({ id, name, email: email.toLowerCase(), emailVerified: isConfirmed ? 1 : 0, ...timesOf(unit) })
    .execute();
  return id;
}

/** When a row of the library of accounts was made and changed, as it writes it. */
export function timesOf({ nowMs }: UnitOfWork) {
  const at = new Date(nowMs).toISOString();
  return { createdAt: at, updatedAt: at };
}
