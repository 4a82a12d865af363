import {
  type RecordedGroup,
  type RecordedMatch,
  type Standings,
  checkedGroup,
  isRefused,
  standings,
  sentence,
} from "@podium/engine";
import { type GroupMatchLine, type StandingsRequestLine, standingsRequest } from "@podium/protocol";
import { type AnswerLine, answerFile, parseObject } from "../ndjson.ts";
import { refusedLine, refusedShape } from "../refused-line.ts";

export const summary = "Rank groups by their law, with the reasons in words";

const HELP = `Usage: podium standings FILE

Reads one group a line as JSON (- is standard input) and prints its order, its table and how the order came about.
docs/cli.md describes the fields. The exit code is 0, or 2 when a line was refused.
`;

/** Answers every line of a file of groups. */
export async function run(args: string[]): Promise<number> {
  return answerFile(HELP, args, answerLine);
}

/** The answer to one line. */
export function answerLine(line: string, number: number): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, fields);
  const id = fields["id"] ?? number;
  const request = standingsRequest.safeParse(fields);
  if (!request.success) return refusedLine(id, refusedShape(request.error));
  const checked = checkedGroup(recordedGroup(request.data));
  if (isRefused(checked)) return refusedLine(id, checked);
  return { refused: false, body: { id, ...shown(request.data, standings(checked)) } };
}

function recordedGroup({ law, sport, edition, bestOf, allGames, lots, ...group }: StandingsRequestLine): RecordedGroup {
  return {
    entrants: group.entrants,
    matches: group.matches.map(recordedMatch),
    ...(law === undefined ? {} : { rankingLaw: law }),
    ...(sport === undefined ? {} : { sport }),
    ...(edition === undefined ? {} : { edition }),
    ...(bestOf === undefined ? {} : { bestOf }),
    ...(allGames === undefined ? {} : { allGames }),
    ...(lots === undefined ? {} : { lots }),
  };
}

function recordedMatch({ a, b, games, score, winner, ...told }: GroupMatchLine): RecordedMatch {
  const ended = endedBy(told);
  return {
    a,
    b,
    games,
    ...(score === undefined ? {} : { score }),
    ...(winner === undefined ? {} : { winner }),
    ...(ended === undefined ? {} : { ended }),
  };
}

function endedBy({
  outcome,
  wo,
  ret,
  dsq,
}: Pick<GroupMatchLine, "outcome" | "wo" | "ret" | "dsq">): RecordedMatch["ended"] {
  const walkover = wo ?? (outcome && "walkover" in outcome ? outcome.walkover : undefined);
  if (walkover !== undefined) return { by: "walkover", who: typeof walkover === "string" ? [walkover] : walkover };
  const retired = ret ?? (outcome && "retired" in outcome ? outcome.retired : undefined);
  if (retired !== undefined) return { by: "retirement", who: [retired] };
  const disqualified = dsq ?? (outcome && "disqualified" in outcome ? outcome.disqualified : undefined);
  return disqualified === undefined ? undefined : { by: "disqualification", who: [disqualified] };
}

function shown({ entrants, matches }: StandingsRequestLine, ranked: Standings<string>): object {
  return {
    order: ranked.order.map((equals) => equals.join("=")),
    table: ranked.rows.map(({ entry, place, ...figures }) => ({ place, entrant: entry, ...figures })),
    trace: ranked.steps.map((step) => sentence(step)),
    complete: matches.length === (entrants.length * (entrants.length - 1)) / 2,
  };
}
