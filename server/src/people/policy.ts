import type { Role, Viewer } from "@podium/protocol";
import type { Policy } from "../http/route.ts";

/** Everybody, signed in or not, for a reason that the table of routes shows. */
export function anyone(openBecause: string): Policy {
  return { description: "anyone", openBecause, allows: () => true };
}

/** For pages of what is played and who plays it. */
export const readers: Policy = anyone("what is played, and by whom, is public");

export const signedIn: Policy = { description: "who is signed in", allows: (viewer) => viewer !== null };

/** Who holds one of the roles in the competition that the address names (or in all). */
export function holders(...roles: readonly Role[]): Policy {
  return {
    description: `${roles.join(", ")} of the competition`,
    allows: (viewer, params) => viewer !== null && holdsOne(viewer, params["competition"], roles),
  };
}

/** Who holds one of the roles in any competition: for pages that list them. */
export function holdersAnywhere(...roles: readonly Role[]): Policy {
  return {
    description: `${roles.join(", ")} of some competition`,
    allows: (viewer) =>
      viewer !== null && Object.values(viewer.roles).some((held) => held.some((role) => roles.includes(role))),
  };
}

/** Organisers of all competitions: who may bring in a new one. */
export const organisersOfAll: Policy = {
  description: "organiser of all competitions",
  allows: (viewer) => viewer !== null && holdsOne(viewer, undefined, ["organiser"]),
};

/** Whether a person holds one of the roles in a competition, by a role for it or for all of them. */
export function holdsOne(viewer: Viewer, competition: string | undefined, roles: readonly Role[]): boolean {
  const here =
    competition !== undefined && Object.hasOwn(viewer.roles, competition) ? (viewer.roles[competition] ?? []) : [];
  const held = [...(viewer.roles["*"] ?? []), ...here];
  return held.some((role) => roles.includes(role));
}
