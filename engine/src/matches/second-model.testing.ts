import { type Seat, type Side, otherSide, partnerOf, sideOf } from "../sides.ts";
import type { Service } from "../sports/positions.ts";

/**
 * The laws of table tennis a second time, in closed form and sharing nothing with the fold: who serves to whom is
 * computed from the score alone, as an index into the rotation. It exists to disagree.
 */

interface ModelGame {
  readonly first: Service;
  /** Winners of the points so far. */
  readonly points: readonly Side[];
  readonly lastGame: boolean;
}

/** The winner of a game of these points, and how many of them it took; null while it goes on. */
export function modelGameWinner(points: readonly Side[]): { readonly winner: Side; readonly length: number } | null {
  const won = { home: 0, away: 0 };
  for (const [at, side] of points.entries()) {
    won[side] += 1;
    const lead = Math.abs(won.home - won.away);
    if (Math.max(won.home, won.away) > 10 && lead > 1) return { winner: side, length: at + 1 };
  }
  return null;
}

/** Position in the rotation: one step every two points, and one every point from ten all on. */
function step(total: number): number {
  return total < 20 ? Math.floor(total / 2) : total - 10;
}

/** The four services of a doubles rotation, or the two of singles, from the first one on. */
function rotation({ server, receiver }: Service, singles: boolean): readonly (readonly [Seat, Seat])[] {
  if (singles)
    return [
      [server, receiver],
      [receiver, server],
    ];
  return [
    [server, receiver],
    [receiver, partnerOf(server)],
    [partnerOf(server), partnerOf(receiver)],
    [partnerOf(receiver), server],
  ];
}

/** Who serves to whom at the end of these points. */
export function modelService({ first, points, lastGame }: ModelGame, singles: boolean): Service {
  const total = points.length;
  const cycle = rotation(first, singles);
  const [server, receiver] = cycle[step(total) % cycle.length] ?? cycle[0] ?? [first.server, first.receiver];
  const changedAt = singles || !lastGame ? null : firstFive(points);
  if (changedAt === null) return { server, receiver };
  return afterChange({ cycle, changedAt, total });
}

/** After how many points a side first had five. */
export function firstFive(points: readonly Side[]): number | null {
  const won = { home: 0, away: 0 };
  for (const [at, side] of points.entries()) {
    won[side] += 1;
    if (won[side] === 5) return at + 1;
  }
  return null;
}

interface Changed {
  readonly cycle: readonly (readonly [Seat, Seat])[];
  readonly changedAt: number;
  readonly total: number;
}

/** From the change on the rotation runs as if the same server had begun it with the other receiver. */
function afterChange({ cycle, changedAt, total }: Changed): Service {
  const [server, receiver] = cycle[step(changedAt) % 4] ?? ["home1", "away1"];
  const turned = rotation({ server, receiver: partnerOf(receiver) }, false);
  const [serves, receives] = turned[(step(total) - step(changedAt)) % 4] ?? [server, receiver];
  return { server: serves, receiver: receives };
}

/** Who receives first when this player opens the next game. */
export function modelFirstReceiver(before: Service, server: Seat): Seat {
  for (const [from, to] of rotation(before, false)) if (to === server) return from;
  throw new Error(`${server} did not receive in the game before`);
}

/** The side that opens a game. */
export function modelOpeningSide(first: Service, game: number): Side {
  return game % 2 === 0 ? sideOf(first.server) : otherSide(sideOf(first.server));
}
