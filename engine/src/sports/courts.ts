import { type BySide, type Seat, type Side, otherSide, partnerOf, sideOf } from "../sides.ts";
import { singlesService } from "./seats.ts";
import { type Play, type Tally, type Turn, turnOf } from "./sport.ts";
import type { MatchRules } from "./match-rules.ts";
import type { Court, Service } from "./positions.ts";

/** What sports with service courts share: where the players stand, and that the score tells the court. */

/** At the start of a game the server and the receiver stand in their right courts. */
export function startInRightCourts(service: Service, kind: MatchRules["kind"]): Turn {
  if (kind === "singles") return turnOf(service);
  const courts: BySide<Seat> =
    sideOf(service.server) === "home"
      ? { home: service.server, away: service.receiver }
      : { home: service.receiver, away: service.server };
  return { ...turnOf(service), courts };
}

/** The player of a side who stands in this court. */
export function standingIn(courts: BySide<Seat>, side: Side, court: Court): Seat {
  return court === "right" ? courts[side] : partnerOf(courts[side]);
}

/** The pair of this side after it has changed courts. */
export function withChangedCourts(courts: BySide<Seat>, side: Side): BySide<Seat> {
  const changed = partnerOf(courts[side]);
  return side === "home" ? { home: changed, away: courts.away } : { home: courts.home, away: changed };
}

/** An even score is served from the right, an odd one from the left. */
export function courtOf(points: number): Court {
  return points % 2 === 0 ? "right" : "left";
}

/** A service from this court goes to the player who stands diagonally opposite, in the court of the same name. */
export function serveFrom(courts: BySide<Seat>, side: Side, court: Court): Service {
  return { server: standingIn(courts, side, court), receiver: standingIn(courts, otherSide(side), court) };
}

/**
 * The winner of the rally serves next. A pair that wins its own service changes courts and goes on with the same
 * server; a pair that wins the service back stays, and the player in the court of its score serves.
 */
export function winnerServes({ rules, placed: { courts }, winner, after }: Play, service: Service): Turn {
  if (rules.kind === "singles" || courts === null) return turnOf(singlesService(winner));
  const held = sideOf(service.server) === winner;
  const standing = held ? withChangedCourts(courts, winner) : courts;
  return { ...turnOf(serveFrom(standing, winner, courtOf(after.score[winner]))), courts: standing };
}

/** The court of the server's own score. */
export function courtByScore({ score }: Tally, { service }: { readonly service: Service }): Court {
  return courtOf(score[sideOf(service.server)]);
}
