import type { MatchCode } from "../brand.ts";
import type { PlannedMatch } from "../draw/plan.ts";

/** A way out of the knock-out: who wins or loses this match for good gets this place. */
interface Rung {
  readonly place: number;
  readonly match: MatchCode;
  /** Position of the match in the plan, from 0. */
  readonly at: number;
  readonly as: "winner" | "loser";
}

/** The places a knock-out gives. */
export interface Ladder {
  /** Best first; inside a place in the order of the plan. */
  readonly rungs: readonly Rung[];
  /** The place of who loses a match, directly or at the end of the matches that losers go on to. */
  readonly lossPlace: ReadonlyMap<MatchCode, number>;
  /** How many entries the knock-out ranks. */
  readonly size: number;
}

/** Walks the rounds from the last to the first and gives out places: to the winner, then to the losers of a round together. */
export function ladderOf(plan: readonly PlannedMatch[]): Ladder {
  const position = new Map(plan.map((match, at) => [match.code, at]));
  const matches = plan.filter((match) => match.phase === "knock-out");
  const rung = ({ code }: PlannedMatch, place: number, as: Rung["as"]): Rung => ({
    place,
    match: code,
    at: position.get(code) ?? 0,
    as,
  });
  const { winnersGoOn, losersGoOn } = whoGoesOn(matches);
  const rungs: Rung[] = [];
  let given = 0;
  for (const round of roundsFromTheEnd(matches)) {
    const winners = round.filter((match) => !winnersGoOn.has(match.code));
    const losers = round.filter((match) => !losersGoOn.has(match.code));
    rungs.push(...winners.map((match) => rung(match, given + 1, "winner")));
    rungs.push(...losers.map((match) => rung(match, given + winners.length + 1, "loser")));
    given += winners.length + losers.length;
  }
  return { rungs, lossPlace: lossPlaces(matches, rungs, losersGoOn), size: given };
}

function whoGoesOn(matches: readonly PlannedMatch[]) {
  const winnersGoOn = new Set<MatchCode>();
  const losersGoOn = new Map<MatchCode, MatchCode>();
  for (const match of matches) {
    for (const source of [match.home, match.away]) {
      if (source.from === "winner") winnersGoOn.add(source.match);
      if (source.from === "loser") losersGoOn.set(source.match, match.code);
    }
  }
  return { winnersGoOn, losersGoOn };
}

function lossPlaces(
  matches: readonly PlannedMatch[],
  rungs: readonly Rung[],
  goOn: ReadonlyMap<MatchCode, MatchCode>,
): Map<MatchCode, number> {
  const out = new Map(rungs.filter((rung) => rung.as === "loser").map((rung) => [rung.match, rung.place]));
  return new Map(
    matches.flatMap(({ code }) => {
      let last = code;
      for (let next = goOn.get(last); next !== undefined; next = goOn.get(last)) last = next;
      const place = out.get(last);
      return place === undefined ? [] : [[code, place]];
    }),
  );
}

function roundsFromTheEnd(matches: readonly PlannedMatch[]): PlannedMatch[][] {
  const rounds = new Map<string, PlannedMatch[]>();
  for (const match of matches) {
    const round = rounds.get(match.round);
    if (round) round.push(match);
    else rounds.set(match.round, [match]);
  }
  return [...rounds.values()].reverse();
}
