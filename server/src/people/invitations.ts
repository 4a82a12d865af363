import { isRefused, type PersonId, type Refusal, refuse } from "@podium/engine";
import { GIVEN_ROLES, type Role } from "@podium/protocol";
import { createHash } from "node:crypto";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { giveRole, rolesOf } from "./roles.ts";
import { PODIUM } from "../storage/codes.ts";

const TOKEN_BYTES = 24;
const ID_BYTES = 9;
const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/** That wait to be taken up in one competition. */
const OPEN_MAX = 50;

/** An invitation that waits to be taken up. */
export interface Invitation {
  readonly id: string;
  readonly competition: string;
  readonly role: Role;
  readonly invitedBy: PersonId;
  /** The name of who invites. */
  readonly inviter: string;
  readonly expiresAtMs: number;
}

/** Invites somebody to a role in a competition: answers what stands in the address, which is told once and stored nowhere. */
export async function invite(
  unit: UnitOfWork,
  { competition, role }: { readonly competition: string; readonly role: Role },
): Promise<{ readonly token: string } | Refusal> {
  if ((await openInvitations(unit.db, { competition, nowMs: unit.nowMs })).length >= OPEN_MAX)
    return refuse("invitations-too-many", `At most ${OPEN_MAX} invitations wait at a time. Take some back first.`, {
      most: OPEN_MAX,
    });
  const token = unit.randomId(TOKEN_BYTES);
  await unit.db
    .insertInto("invitations")
    .values({
      id: unit.randomId(ID_BYTES),
      token_hash: hashOf(token),
      competition_id: competition,
      role,
      invited_by: unit.who ?? PODIUM,
      at_ms: unit.nowMs,
      expires_at_ms: unit.nowMs + DAYS * DAY_MS,
      ended_at_ms: null,
      taken_by: null,
    })
    .execute();
  await unit.record({
    kind: "role-offered",
    subject: { kind: "competition", id: competition },
    data: { competition, role },
  });
  return { token };
}

/** Those of a competition that wait to be taken up, the newest first. */
export async function openInvitations(
  db: Db,
  { competition, nowMs }: { readonly competition: string; readonly nowMs: number },
): Promise<Invitation[]> {
  const rows = await openRows(db, nowMs).where("invitations.competition_id", "=", competition).execute();
  return rows.flatMap(invitationOf);
}

function openRows(db: Db, nowMs: number) {
  return db
    .selectFrom("invitations")
    .innerJoin("persons", "persons.id", "invitations.invited_by")
    .selectAll("invitations")
    .select("persons.name as inviter")
    .where("invitations.ended_at_ms", "is", null)
    .where("invitations.expires_at_ms", ">", nowMs)
    .orderBy("invitations.at_ms", "desc")
    .orderBy("invitations.id");
}

type Row = Awaited<ReturnType<ReturnType<typeof openRows>["execute"]>>[number];

function invitationOf(row: Row): Invitation[] {
  const role = GIVEN_ROLES.find((each) => each === row.role);
  if (role === undefined) return [];
  const { id, competition_id: competition, invited_by: invitedBy, inviter, expires_at_ms: expiresAtMs } = row;
  return [{ id, competition, role, invitedBy, inviter, expiresAtMs }];
}

/**
 * The invitation of an address. Refuses `invitation-over` for one that was taken up, taken back or has run out, that never
 * was, or whose sender no longer gives roles there: nothing tells them apart.
 */
export async function invitationAt(db: Db, token: string, nowMs: number): Promise<Invitation | Refusal> {
  const rows = await openRows(db, nowMs).where("invitations.token_hash", "=", hashOf(token)).execute();
  const [invitation] = rows.flatMap(invitationOf);
  if (invitation === undefined || !(await mayInvite(db, invitation)))
    return refuse("invitation-over", "This invitation was used or taken back, or it has run out. Ask for a new one.");
  return invitation;
}

async function mayInvite(db: Db, { invitedBy, competition }: Invitation): Promise<boolean> {
  const roles = await rolesOf(db, invitedBy);
  return [roles["*"], roles[competition]].some((held) => held?.includes("organiser") === true);
}

/** Takes an invitation up: gives the role to whoever does, once. Refuses as invitationAt does. */
export async function takeUp(unit: UnitOfWork, token: string): Promise<Invitation | Refusal> {
  const invitation = await invitationAt(unit.db, token, unit.nowMs);
  if (isRefused(invitation)) return invitation;
  if (unit.who === null) throw new Error("Nobody takes up an invitation without a session.");
  const { id, competition, role, invitedBy } = invitation;
  await unit.db
    .updateTable("invitations")
    .set({ ended_at_ms: unit.nowMs, taken_by: unit.who })
    .where("id", "=", id)
    .execute();
  await giveRole(unit, unit.who, { competition, role, by: invitedBy });
  return invitation;
}

/** Takes an invitation back. Refuses `invitation-over` where none waits under this id in the competition. */
export async function takeInvitationBack(
  unit: UnitOfWork,
  { competition, invitation: id }: { readonly competition: string; readonly invitation: string },
): Promise<undefined | Refusal> {
  const open = await openInvitations(unit.db, { competition, nowMs: unit.nowMs });
  const found = open.find((each) => each.id === id);
  if (found === undefined)
    return refuse("invitation-over", "This invitation was used or taken back, or it has run out. Ask for a new one.");
  await unit.db.updateTable("invitations").set({ ended_at_ms: unit.nowMs }).where("id", "=", id).execute();
  await unit.record({
    kind: "offer-taken-back",
    subject: { kind: "competition", id: competition },
    data: { competition, role: found.role },
  });
  return undefined;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
