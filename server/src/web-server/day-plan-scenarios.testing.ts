import type { CompetitionFile } from "@podium/protocol";
import { smallEvent } from "../exchange/small-event.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

/** A competition that is drawn and not yet played. */
export function notYetPlayed(): CompetitionFile {
  const file = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: true }, matches: [] });
  return { ...file, competition: { ...file.competition, id: "to-be-played", from: "2026-05-02", to: "2026-05-03" } };
}

const PLAN = "/desk/to-be-played/plan";
const day = { date: "2026-05-02", from: "09:00", tables: "1-2", rest: "10" };

const forbidden: readonly Scenario[] = [
  { name: "the plan of a day: a guest is asked to sign in", path: PLAN, expects: { status: 303 } },
  { name: "the plan of a day: not for a member", path: PLAN, as: "member", expects: { status: 403 } },
  {
    name: "the plan of a day: no such competition",
    path: "/desk/none/plan",
    as: "organiser",
    expects: { status: 404 },
  },
  {
    name: "a plan: not for a guest",
    method: "POST",
    path: PLAN,
    json: day,
    expects: { status: 401, facts: [] },
  },
  { name: "a plan: not for a member", method: "POST", path: PLAN, as: "member", json: day, expects: { status: 403 } },
];

const STATUS: Readonly<Record<string, number>> = { "plan-moved-on": 409, "form-invalid": 400 };

const refused: readonly Scenario[] = [
  ["tables that run backwards", { ...day, tables: "6-1" }, "tables-unreadable"],
  ["a match of no minutes", { ...day, "minutes-os": "0" }, "minutes-unreadable"],
  ["a break that ends before it begins", { ...day, breakFrom: "13:00", breakTo: "12:00" }, "break-backwards"],
  ["an event on a table that the day has not", { ...day, "tables-os": "3" }, "table-not-of-day"],
  ["tables of an event that are no text", { ...day, "tables-os": ["1"] }, "form-invalid"],
  ["an hour of an event that is none", { ...day, "from-os": "25:00" }, "form-invalid"],
  ["a second break without a clock", { ...day, "breakFrom-2": "noon", "breakTo-2": "13:00" }, "form-invalid"],
  ["a day on which nothing is to be played", { ...day, "until-os": "-" }, "nothing-to-plan"],
  ["a plan other than the one that was shown", { ...day, confirm: "yes", shown: "0" }, "plan-moved-on"],
].map(([name, json, code]): Scenario => ({
  name: `a plan is refused: ${String(name)}`,
  method: "POST",
  path: PLAN,
  as: "referee",
  json,
  expects: { status: STATUS[String(code)] ?? 422, facts: [], contains: [`"code":"${String(code)}"`] },
}));

const pages: readonly Scenario[] = [
  {
    name: "the plan of a day begins with the first day of the competition and a length for each event",
    path: PLAN,
    as: "organiser",
    expects: { status: 200, contains: ['value="2026-05-02"', 'name="minutes-os"'], absent: ["Play it like this"] },
  },
  {
    name: "a plan is shown with its end and its reasons before anything is changed",
    method: "POST",
    path: PLAN,
    as: "organiser",
    form: day,
    expects: { status: 200, facts: [], contains: ["Play it like this", "The day begins.", "Waits for:"] },
  },
  {
    name: "what was typed is still there beside a refusal",
    method: "POST",
    path: PLAN,
    as: "organiser",
    form: { ...day, tables: "9-3", rest: "17" },
    expects: { status: 422, facts: [], contains: ['value="9-3"', 'value="17"', "Write the tables"] },
  },
  {
    name: "the order of play of a competition without times says so",
    path: "/order-of-play/to-be-played",
    expects: { status: 200, contains: ["No match has a time yet."] },
  },
  {
    name: "the order of play: a day on which nothing is played is not found",
    path: "/order-of-play/paris-2024?day=2024-08-30",
    expects: { status: 404 },
  },
  {
    name: "the order of play by table",
    path: "/order-of-play/paris-2024?day=2024-07-30&by=table",
    expects: { status: 200, contains: ["<h2>Table"], absent: ["No match has a time yet."] },
  },
];

export const dayPlanScenarios = [...forbidden, ...refused, ...pages];
