import type { ProvenDraw } from "@podium/protocol";

type Ball = ProvenDraw["transcript"][number];

/** A ball with its number in the whole draw of the event, from 1. */
export interface NumberedBall {
  readonly ball: Ball;
  readonly number: number;
}

/** The balls of each phase, numbered through. */
export function numbered(draws: readonly ProvenDraw[]): (readonly NumberedBall[])[] {
  let before = 0;
  return draws.map(({ transcript }) => {
    const balls = transcript.map((ball, at) => ({ ball, number: before + at + 1 }));
    before += transcript.length;
    return balls;
  });
}

/** Who has come to a line by now: an entry, null for a bye, undefined while nobody has. */
export type LineNow = string | null | undefined;

/** The lines as these balls leave them. */
export function linesAfter(balls: readonly Ball[], size: number): LineNow[] {
  const lines = Array.from({ length: size }, (): LineNow => undefined);
  for (const { step, entry, result } of balls) {
    if (step === "put-back") lines.fill(undefined);
    if (step === "bye") lines[Number(result) - 1] = null;
    if (step === "seed" || step === "line") lines[Number(result) - 1] = entry ?? undefined;
  }
  return lines;
}

/** A group as its entries come into it; undefined where there is room for one more. */
export interface GroupNow {
  readonly name: string;
  readonly entries: readonly (string | undefined)[];
}

/** The groups as these balls leave them, each in the order in which its entries came out, with room for `places`. */
export function groupsAfter(balls: readonly Ball[], names: readonly string[], places: number): GroupNow[] {
  return names.map((name) => {
    const drawn = balls.filter(({ step, result }) => step === "group" && result === name);
    return { name, entries: Array.from({ length: places }, (_, at) => drawn[at]?.entry ?? undefined) };
  });
}
