import type { CompetitionFile } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

/** A competition in which lots decide: each of three beat one of the others alike. */
export function threeAlike(): CompetitionFile {
  const matches = [
    ["e1", "e2"],
    ["e2", "e3"],
    ["e3", "e1"],
  ].map(([home = "", away = ""]) => ({ home, away, games: WON }));
  const file = smallEvent(3, { draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3"] }] }, matches });
  return { ...file, competition: { ...file.competition, id: "three-alike", from: "2025-05-02", to: "2025-05-03" } };
}

const ALIKE = "/desk/events/three-alike/os";
const PARIS = "/desk/events/paris-2024/xd";
const lots = { group: "A", order: ["e2", "e3", "e1"] };
const ruling = { entry: "prk", ruling: "withheld", reason: "A test" };

/** The same page and forms for everybody who may not. */
const forbidden: readonly Scenario[] = [
  { name: "an event at the desk: a guest is asked to sign in", path: PARIS, expects: { status: 303 } },
  { name: "an event at the desk: not for a member", path: PARIS, as: "member", expects: { status: 403 } },
  { name: "an event at the desk: none of this name", path: `${PARIS}x`, as: "organiser", expects: { status: 404 } },
  ...(
    [
      [`${ALIKE}/lots`, lots],
      [`${PARIS}/rulings`, ruling],
    ] as const
  ).flatMap(([path, json]): Scenario[] => [
    { name: `${path}: not for a guest`, method: "POST", path, json, expects: { status: 401, facts: [] } },
    {
      name: `${path}: not for a member`,
      method: "POST",
      path,
      as: "member",
      json,
      expects: { status: 403, facts: [] },
    },
  ]),
];

const decisions: readonly Scenario[] = [
  {
    name: "an event at the desk: its medals, and no lots where none decide",
    path: PARIS,
    as: "organiser",
    expects: { status: 200, contains: ["Withhold or annul"], absent: ["Place 1 among them"] },
  },
  {
    name: "lots are refused where none decide",
    method: "POST",
    path: `${PARIS}/lots`,
    as: "organiser",
    json: lots,
    expects: { status: 422, facts: [], contains: ['"code":"lots-not-needed"'] },
  },
  {
    name: "lots are drawn",
    method: "POST",
    path: `${ALIKE}/lots`,
    as: "organiser",
    json: lots,
    expects: {
      status: 200,
      contains: ['"medal":"gold","entry":"e2"'],
      facts: ["lots-drawn", "event-decided", "moment-opened", "thread-opened"],
    },
  },
  {
    name: "a medal is withheld",
    method: "POST",
    path: `${PARIS}/rulings`,
    as: "organiser",
    json: ruling,
    expects: { status: 200, absent: ['"entry":"prk"'], facts: ["medal-ruled", "event-decided"] },
  },
  {
    name: "a medal is given back",
    method: "POST",
    path: `${PARIS}/rulings`,
    as: "organiser",
    json: { ...ruling, ruling: "none" },
    expects: { status: 200, contains: ['"entry":"prk"'], facts: ["medal-ruled", "event-decided"] },
  },
  {
    name: "a ruling without a reason is refused",
    method: "POST",
    path: `${PARIS}/rulings`,
    as: "organiser",
    json: { ...ruling, reason: "" },
    expects: { status: 400, facts: [] },
  },
];

/** What the desk decides beside the results, and its answers; in this order. */
export const deskEventScenarios: readonly Scenario[] = [...forbidden, ...decisions];
