import { type Schedule, type ScheduleRequest, isRefused, scheduled } from "@podium/engine";
import { type ScheduleRequestLine, scheduleRequest } from "@podium/protocol";
import { type AnswerLine, answerFile, parseObject } from "../ndjson.ts";
import { refusedLine, refusedShape } from "../refused-line.ts";

export const summary = "Lay the matches of a day on tables and times";

const HELP = `Usage: podium schedule FILE

Reads one day a line as JSON (- is standard input): tables, matches, who plays in them and what they wait for. Answers a
table and a time for every match, when the last one ends, and a bound: no schedule can end before.
docs/cli.md describes the fields. The exit code is 0, or 2 when a line was refused.
`;

/** Answers every line of a file of days. */
export async function run(args: string[]): Promise<number> {
  return answerFile(HELP, args, answerLine);
}

/** The answer to one line. */
export function answerLine(line: string, number: number): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, fields);
  const id = fields["id"] ?? number;
  const told = scheduleRequest.safeParse(fields);
  if (!told.success) return refusedLine(id, refusedShape(told.error));
  const schedule = scheduled(requestOf(told.data));
  if (isRefused(schedule)) return refusedLine(id, schedule);
  return { refused: false, body: { id, ...shown(told.data, schedule) } };
}

function requestOf({ tables, from, matches, restMinutes, breaks }: ScheduleRequestLine): ScheduleRequest {
  return {
    tables: tables.map(String),
    from,
    restMinutes,
    breaks: breaks ?? [],
    matches: matches.map((match) => ({
      id: String(match.id),
      people: (match.people ?? []).map(String),
      minutes: match.minutes,
      after: (match.after ?? []).map(String),
      ...(match.tables == null ? {} : { tables: match.tables.map(String) }),
      ...(match.notBefore == null ? {} : { notBefore: match.notBefore }),
    })),
  };
}

/** Matches and tables as the line wrote them, text or number. */
function shown({ tables, matches }: ScheduleRequestLine, { plan, end, bound }: Schedule): object {
  const table = new Map(tables.map((written) => [String(written), written]));
  const match = new Map(matches.map(({ id }) => [String(id), id]));
  return {
    plan: plan.map((one) => ({ match: match.get(one.match), table: table.get(one.table), start: one.start })),
    end,
    bound,
  };
}
