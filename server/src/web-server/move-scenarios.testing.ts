import type { Scenario } from "./scenario.testing.ts";

const PLAN = "/desk/to-be-played/plan";
const MOVES = "/desk/to-be-played/plan/moves";
const referee = { method: "POST", as: "referee" } as const;
const day = { date: "2026-05-02", from: "09:00", tables: "1-2", rest: "10", "minutes-os": "30" };
const final = "to-be-played/os/final";
const move = { day: "2026-05-02", match: final, table: "2", time: "11:00" };

const forbidden: readonly Scenario[] = [
  { name: "moving matches: a guest is asked to sign in", path: MOVES, expects: { status: 303 } },
  { name: "moving matches: not for a member", path: MOVES, as: "member", expects: { status: 403 } },
  {
    name: "moving matches: no such competition",
    path: "/desk/none/plan/moves",
    as: "organiser",
    expects: { status: 404 },
  },
  { name: "a move: not for a guest", method: "POST", path: MOVES, json: move, expects: { status: 401, facts: [] } },
  { name: "a move: not for a member", method: "POST", path: MOVES, as: "member", json: move, expects: { status: 403 } },
  {
    name: "a move on a day that was not planned is refused",
    ...referee,
    path: MOVES,
    json: move,
    expects: { status: 422, facts: [], contains: ['"nothing-to-plan"'] },
  },
];

const moved: readonly Scenario[] = [
  {
    name: "a plan to move in",
    ...referee,
    path: PLAN,
    form: day,
    expects: { status: 200, facts: [], remembers: { plan: /name="shown" value="(\w+)"/ } },
  },
  {
    name: "is put into force",
    ...referee,
    path: PLAN,
    form: { ...day, confirm: "yes", shown: "{plan}" },
    expects: { status: 303, facts: ["match-planned", "match-planned", "match-planned", "match-planned"] },
  },
  {
    name: "a move shows whom it would leave without rest before anything is changed",
    ...referee,
    path: MOVES,
    form: { ...move, time: "09:20" },
    expects: {
      status: 200,
      facts: [],
      contains: ["It would break:", "is not known in time: 09:00 Open singles, Semi-final 1: ", "Move it"],
    },
  },
  {
    name: "a move to a table that is not there is refused",
    ...referee,
    path: MOVES,
    json: { ...move, table: "9" },
    expects: { status: 400, facts: [], contains: ['"form-invalid"'] },
  },
  {
    name: "a move of a match that is not of the day is refused",
    ...referee,
    path: MOVES,
    json: { ...move, match: "to-be-played/os/none" },
    expects: { status: 404, facts: [], contains: ['"match-unknown"'] },
  },
  {
    name: "a move other than the one that was shown is refused, and nothing is moved",
    ...referee,
    path: MOVES,
    json: { ...move, confirm: "yes", shown: "0" },
    expects: { status: 409, facts: [], contains: ['"plan-moved-on"'] },
  },
  {
    name: "a move that breaks nothing says so",
    ...referee,
    path: MOVES,
    form: { ...move, pinned: "yes" },
    expects: {
      status: 200,
      facts: [],
      contains: ["It breaks nothing."],
      remembers: { move: /name="shown" value="(\w+)"/ },
    },
  },
  {
    name: "once it is confirmed the match stands there, and is pinned",
    ...referee,
    path: MOVES,
    form: { ...move, pinned: "yes", confirm: "yes", shown: "{move}" },
    expects: {
      status: 303,
      to: `${MOVES}?day=2026-05-02&moved=${encodeURIComponent(final)}`,
      facts: ["match-moved", "match-pinned"],
    },
  },
  {
    name: "what was moved is said by its whole name: when, of which event, which match, and who",
    path: `${MOVES}?day=2026-05-02&moved=${final}`,
    as: "referee",
    expects: {
      status: 200,
      contains: [
        "11:00 Open singles, Final: Winner of Semi-final 1 – Winner of Semi-final 2 is on table 2 now, and pinned there.",
      ],
    },
  },
  {
    name: "a pinned match stays where it is when its day is planned anew, and is marked",
    ...referee,
    path: PLAN,
    form: day,
    expects: { status: 200, facts: [], contains: ["<strong>11:00</strong>", "Pinned."] },
  },
  {
    name: "others make room for a match that is put in their place",
    ...referee,
    path: MOVES,
    json: { ...move, match: "to-be-played/os/sf-1", table: "2", time: "09:00", others: "follow" },
    expects: { status: 200, facts: [], contains: ['"violations":[]', '"others":[{"match":"to-be-played/os/sf-2"'] },
  },
];

export const moveScenarios = [...forbidden, ...moved];
