import { isRefused, type PersonId, refuse, type Refusal } from "@podium/engine";
import { RESTRICTIONS, type RestrictionForm, type RestrictionKind, type Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { EVERYWHERE } from "../people/held-words.ts";
import { notify } from "../people/notifications.ts";
import type { Db } from "../storage/storage.ts";
import { logAct } from "./acts.ts";
import { plainText } from "./plain-text.ts";
import { mayModerate } from "./policy.ts";

const DAY_MS = 24 * 60 * 60_000;

/** What somebody does in a conversation. */
export type Doing = "write" | "vote" | "flag";

/** A mute stops words; who is suspended or banned only reads. */
const STOPS: Readonly<Record<RestrictionKind, readonly Doing[]>> = {
  mute: ["write"],
  suspension: ["write", "vote", "flag"],
  ban: ["write", "vote", "flag"],
};

/** Why a member may not do something in a competition now: asked anew each time, so that it holds for open sessions too. */
export async function whyRestricted(
  { db, nowMs }: Pick<UnitOfWork, "db" | "nowMs">,
  person: PersonId,
  { competition, doing }: { readonly competition: string | null; readonly doing: Doing },
): Promise<Refusal | null> {
  const rows = await activeRestrictions(db, person, nowMs);
  const here = rows.filter((row) => row.competition_id === EVERYWHERE || row.competition_id === competition);
  const row = here.find(({ kind }) => STOPS[kindNamed(kind)].includes(doing));
  if (row === undefined) return null;
  const until = row.until_ms === null ? "" : ` until ${new Date(row.until_ms).toISOString().slice(0, 16)} UTC`;
  return refuse("restricted", `You may not do this${until}: ${row.reason}`, { reason: row.reason, until });
}

/** What the table holds was checked when it was written. */
export function kindNamed(kind: string): RestrictionKind {
  return RESTRICTIONS.find((each) => each === kind) ?? "ban";
}

/** What holds a member back now. */
export async function activeRestrictions(db: Db, person: PersonId, nowMs: number) {
  return db
    .selectFrom("restrictions")
    .selectAll()
    .where("person_id", "=", person)
    .where("lifted_at_ms", "is", null)
    .where((eb) => eb.or([eb("until_ms", "is", null), eb("until_ms", ">", nowMs)]))
    .execute();
}

/** Mutes, suspends or bans a member, in a competition or in all; the member is told why and for how long. */
export async function restrict(
  unit: UnitOfWork,
  moderator: Viewer,
  { person, form }: { readonly person: PersonId; readonly form: RestrictionForm },
): Promise<undefined | Refusal> {
  const place = form.competition ?? EVERYWHERE;
  const allowed = mayModerate(moderator, place === EVERYWHERE ? null : place);
  if (isRefused(allowed)) return allowed;
  const member = await unit.db.selectFrom("persons").select("id").where("id", "=", person).executeTakeFirst();
  if (member === undefined) return refuse("person-unknown", "There is no such member.");
  if (person === moderator.id) return refuse("own-case", "Nobody restricts themselves.");
  if (form.kind === "suspension" && form.days === undefined)
    return refuse("form-invalid", "A suspension ends: say after how many days.", { field: "days" });
  const id = unit.randomId(12);
  const untilMs = form.days === undefined ? null : unit.nowMs + form.days * DAY_MS;
  const reason = plainText(form.reason);
  await unit.db
    .insertInto("restrictions")
    .values({
      id,
      person_id: person,
      competition_id: place,
      kind: form.kind,
      reason,
      by_id: moderator.id,
      at_ms: unit.nowMs,
      until_ms: untilMs,
      lifted_at_ms: null,
      lifted_by: null,
    })
    .execute();
  const fact = await unit.record({
    kind: "member-restricted",
    subject: { kind: "person", id: person },
    data: { kind: form.kind, competition: place, untilMs, reason },
  });
  await notify(unit, [person], { kind: "restricted", subject: id, data: { restriction: form.kind, untilMs, reason } });
  await logAct(unit, fact, { act: "member-restricted", reason, data: { restriction: form.kind, untilMs } });
  return undefined;
}

/** Ends a restriction before its time. */
export async function liftRestriction(
  unit: UnitOfWork,
  moderator: Viewer,
  id: string,
): Promise<{ readonly person: PersonId } | Refusal> {
  const row = await unit.db.selectFrom("restrictions").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return refuse("restriction-unknown", "There is no such restriction.");
  const allowed = mayModerate(moderator, row.competition_id === EVERYWHERE ? null : row.competition_id);
  if (isRefused(allowed)) return allowed;
  const person = row.person_id;
  if (row.lifted_at_ms !== null) return { person };
  await unit.db
    .updateTable("restrictions")
    .set({ lifted_at_ms: unit.nowMs, lifted_by: moderator.id })
    .where("id", "=", id)
    .execute();
  const fact = await unit.record({ kind: "restriction-lifted", subject: { kind: "person", id: person }, data: {} });
  await notify(unit, [person], { kind: "restriction-lifted", subject: id, data: { restriction: row.kind } });
  await logAct(unit, fact, { act: "restriction-lifted", reason: "", data: { restriction: row.kind } });
  return { person };
}
