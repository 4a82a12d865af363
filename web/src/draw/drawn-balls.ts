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

/** With which ball an entry came to its line or group: the last one, since balls may have been put back. */
export function placedBy(balls: readonly NumberedBall[], entry: string): number {
  const isPlacing = ({ ball }: NumberedBall) => PLACING.includes(ball.step) && ball.entry === entry;
  return (balls.findLast(isPlacing) ?? balls.at(-1))?.number ?? 0;
}

const PLACING: readonly Ball["step"][] = ["seed", "line", "group"];

/** With which ball a line became a bye. */
export function leftFreeBy(balls: readonly NumberedBall[], line: number): number {
  const found = balls.findLast(({ ball }) => ball.step === "bye" && ball.result === line);
  return (found ?? balls.at(-1))?.number ?? 0;
}
