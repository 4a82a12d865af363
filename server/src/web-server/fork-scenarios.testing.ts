import type { Scenario } from "./scenario.testing.ts";

/** Two phones told one match: handed in by a chair, settled at the desk. */

const DESK = "/desk/matches/to-be-played/os/sf-2";
const FORK = `${DESK}/forks/{fork}`;
const line = (id: string, entry: object) => ({ id: `forked-${id}`, entry });
const told = {
  after: 0,
  lines: [
    line("serve", { kind: "service", server: "home1" }),
    line("rally", { kind: "rally", winner: "away", atMs: 1_000 }),
  ],
};
const both = { version: 0, "other-0": "on", "other-1": "on" };

const handedIn: readonly Scenario[] = [
  {
    name: "a fork: a chair is out",
    method: "POST",
    path: `${DESK}/chair`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["chair-issued"], remembers: { "forked-chair": /\/chair\/([\w-]+)/ } },
  },
  {
    name: "a fork: nobody's chair hands nothing in",
    method: "POST",
    path: "/chair/none/fork",
    json: told,
    expects: { status: 404, facts: [] },
  },
  {
    name: "a fork: what the laws refuse is not handed in",
    method: "POST",
    path: "/chair/{forked-chair}/fork",
    json: { after: 0, lines: told.lines.slice(1) },
    expects: { status: 422, facts: [], contains: ['"code":"service-not-chosen"'] },
  },
  {
    name: "a fork: what a phone could not send is handed in",
    method: "POST",
    path: "/chair/{forked-chair}/fork",
    json: told,
    expects: { status: 200, facts: ["fork-handed-in"] },
  },
  {
    name: "a fork: the desk is told",
    path: "/desk/to-be-played/day",
    as: "referee",
    expects: { status: 200, contains: ["Two phones told"], remembers: { fork: /\/forks\/([\w-]+)/ } },
  },
];

const settled: readonly Scenario[] = [
  { name: "a fork: a guest is asked to sign in", path: FORK, expects: { status: 303 } },
  { name: "a fork: not for a member", path: FORK, as: "member", expects: { status: 403 } },
  { name: "a fork: there is no other", path: `${DESK}/forks/none`, as: "referee", expects: { status: 404 } },
  {
    name: "a fork: the referee sees what the phone told",
    path: FORK,
    as: "referee",
    expects: { status: 200, contains: ['name="other-1"', "Settle it like this"] },
  },
  {
    name: "a fork: not settled by a guest",
    method: "POST",
    path: FORK,
    form: { version: "0", confirm: "yes" },
    expects: { status: 401, facts: [] },
  },
  {
    name: "a fork: not settled by a member",
    method: "POST",
    path: FORK,
    as: "member",
    json: { ...both, confirm: "yes" },
    expects: { status: 403, facts: [] },
  },
  {
    name: "a fork: not settled by what is no line",
    method: "POST",
    path: FORK,
    as: "referee",
    json: { version: 0, "log-4": "on" },
    expects: { status: 404, facts: [] },
  },
  {
    name: "a fork: a form that says something else is refused",
    method: "POST",
    path: FORK,
    as: "referee",
    json: { version: 0, "other-0": "perhaps" },
    expects: { status: 400, facts: [] },
  },
  {
    name: "a fork: what would stand is worked out first",
    method: "POST",
    path: FORK,
    as: "referee",
    form: { version: "0", "other-0": "on", "other-1": "on" },
    expects: { status: 200, facts: [], contains: ["points 0–1"] },
  },
  {
    name: "a fork: what cannot stand is told where it is put in force",
    method: "POST",
    path: FORK,
    as: "referee",
    form: { version: "0", "other-1": "on", confirm: "yes" },
    expects: { status: 422, facts: [] },
  },
  {
    name: "a fork: what would stand without the other phone",
    method: "POST",
    path: FORK,
    as: "referee",
    json: { version: 0 },
    expects: { status: 200, facts: [], remembers: { "shown-of-fork": /"shown":"(\w+)"/ } },
  },
  {
    name: "a fork: what was ticked since is not put in force unseen, but shown",
    method: "POST",
    path: FORK,
    as: "referee",
    form: { version: "0", "other-0": "on", shown: "{shown-of-fork}", confirm: "yes" },
    expects: { status: 409, facts: [], contains: ["This is not what you were shown", "points 0–0"] },
  },
  {
    name: "a fork: the referee lets the log stand as it is",
    method: "POST",
    path: FORK,
    as: "referee",
    json: { version: 0, shown: "{shown-of-fork}", confirm: "yes" },
    expects: { status: 200, facts: ["fork-settled"] },
  },
  {
    name: "a fork: it is settled once",
    method: "POST",
    path: FORK,
    as: "referee",
    json: { version: 0, confirm: "yes" },
    expects: { status: 409, facts: [] },
  },
  {
    name: "a fork: the chair goes back",
    method: "POST",
    path: `${DESK}/chair/withdrawal`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["chair-withdrawn"] },
  },
];

export const forkScenarios = [...handedIn, ...settled];
