import { type KnownEntry, type KnownMatch, winnerOf } from "./facts.ts";
import { listFrom } from "./lists.ts";
import type { FoundClaim } from "./found-claim.ts";
import { matchEvidence, sideName } from "./match-words.ts";
import type { Part } from "./part.ts";
import { placeOf } from "./places.ts";
import { isEventCalled, type Scope } from "./scope.ts";
import { isMeant, isStranger, type NamedSide } from "./sides.ts";
import type { Statement } from "./statements.ts";

/**
 * `They beat Japan, Sweden and Hong Kong`: each of them is held against the matches that the winner won. Wrong is only one of
 * a list of which the others are right: another list would be of another competition.
 */
export function checkBeatenList(
  part: Part,
  statement: Statement,
  { isPlain, scope }: { isPlain: boolean; scope: Scope },
): FoundClaim[] {
  const { winner, loser } = statement.roles;
  if (winner === undefined || loser === undefined || statement.isUnsure || statement.isOfGame) return [];
  const list = listed(part, statement, loser);
  const areAlike = list.every(({ people }) => people.length === 0) || list.every(({ people }) => people.length > 0);
  if (list.length < 2 || !areAlike) return [];
  const entries = scope.events
    .filter((event) => part.event === null || isEventCalled(event, part.event))
    .flatMap((event) => [...event.entries.values()].filter((entry) => isMeant(winner, entry)));
  const readings = entries.map((entry) => winsOf(entry));
  const meant = readings.filter((wins) => list.filter((side) => winOver(side, wins) === undefined).length <= 1);
  const right = meant.find((wins) => list.every((side) => winOver(side, wins) !== undefined));
  const [only, ...others] = meant;
  const wins = right ?? only;
  if (wins === undefined || (right === undefined && others.length > 0)) return [];
  return list.flatMap((side, at): FoundClaim[] => {
    const match = winOver(side, wins);
    const claim = `${sideName(scope.facts, winner)} beat ${sideName(scope.facts, side)}`;
    const common = { type: "result" as const, claim, words: placeOf(part.items, side) };
    // The first one is told by the match already.
    if (match !== undefined && at === 0) return [];
    if (match !== undefined)
      return [{ ...common, verdict: "supported", evidence: [matchEvidence(scope.facts, match)] }];
    const isWrong = isPlain && statement.isSure && list.length > 2 && !isStranger(side);
    const evidence = wins.map((one) => matchEvidence(scope.facts, one));
    const truth = evidence.map(({ label }) => label).join("; ");
    return isWrong ? [{ ...common, verdict: "contradicted", truth, evidence }] : [];
  });
}

/** Those listed from this side on, up to one of whom the sentence goes on to speak. */
function listed({ items, sides, statements }: Part, statement: Statement, first: NamedSide): NamedSide[] {
  const beginning = new Map(sides.map((side) => [side.from, side]));
  const list = listFrom(first, { items, beginning, ending: new Map() });
  const { winner } = statement.roles;
  const others = statements.filter((one) => one.roles.winner !== winner && one.at > statement.at);
  const isOfOthers = (side: NamedSide) => others.some((one) => Object.values(one.roles).includes(side));
  const end = list.findIndex((side, at) => at > 0 && (isOfOthers(side) || side.isPronoun || side.isOwner));
  return end < 0 ? list : list.slice(0, end);
}

function winsOf({ event, code }: KnownEntry): KnownMatch[] {
  return event.matches.filter((match) => winnerOf(match)?.winner.code === code);
}

function winOver(side: NamedSide, wins: readonly KnownMatch[]): KnownMatch | undefined {
  return wins.find((match) => {
    const loser = winnerOf(match)?.loser;
    return loser !== undefined && isMeant(side, loser);
  });
}
