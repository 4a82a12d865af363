import type { Scenario } from "./scenario.testing.ts";

const DAY = "/desk/to-be-played/day";
const CALL = "/desk/matches/to-be-played/os/sf-1/call";
const OTHER = "/desk/matches/to-be-played/os/sf-2/call";
const SCREEN = "/desk/to-be-played/screen";
const referee = { method: "POST", as: "referee" } as const;

const forbidden: readonly Scenario[] = [
  { name: "the day of play: a guest is asked to sign in", path: DAY, expects: { status: 303 } },
  { name: "the day of play: not for a member", path: DAY, as: "member", expects: { status: 403 } },
  { name: "the day of play: no such competition", path: "/desk/none/day", as: "organiser", expects: { status: 404 } },
  ...[
    [SCREEN, { shows: "results" }],
    [CALL, { table: "1" }],
    [`${CALL}/lines`, { kind: "came", player: "p1" }],
    [`${CALL}/withdrawal`, {}],
  ].flatMap(([path, json]): Scenario[] => [
    { name: `${String(path)}: not for a guest`, method: "POST", path: String(path), json, expects: { status: 401 } },
    {
      name: `${String(path)}: not for a member`,
      method: "POST",
      path: String(path),
      as: "member",
      json,
      expects: { status: 403 },
    },
  ]),
];

const refused: readonly Scenario[] = [
  [SCREEN, { shows: "nothing" }, 400, "form-invalid"],
  [SCREEN, { shows: "ceremony:none" }, 404, "event-unknown"],
  [CALL, { table: "" }, 400, "form-invalid"],
  [CALL.replace("sf-1", "final"), { table: "1" }, 422, "match-not-ready"],
  [`${CALL}/lines`, { kind: "came", player: "p1" }, 409, "match-moved-on"],
  [`${CALL}/withdrawal`, {}, 409, "match-moved-on"],
].map(([path, json, status, code]): Scenario => ({
  name: `a call is refused: ${String(code)} at ${String(path)}`,
  ...referee,
  path: String(path),
  json,
  expects: { status: Number(status), facts: [], contains: [`"code":"${String(code)}"`] },
}));

const CARDS = "/desk/to-be-played/table-cards";
const cards: readonly Scenario[] = [
  { name: "cards for the tables: a guest is asked to sign in", path: CARDS, expects: { status: 303 } },
  { name: "cards for the tables: not for a member", path: CARDS, as: "member", expects: { status: 403 } },
  {
    name: "cards for the tables: no such size of paper",
    path: `${CARDS}?size=a9`,
    as: "referee",
    expects: { status: 404 },
  },
  {
    name: "a card has the address of its table as a code that a phone reads",
    path: "/desk/riverside-open/table-cards?size=letter",
    as: "organiser",
    expects: { status: 200, contains: ["/tables/riverside-open/1/", "table-cards-letter", 'class="qr"'] },
  },
];

const EYES = "/desk/to-be-played/second-eyes";
const secondEyes: readonly Scenario[] = [
  {
    name: "a second pair of eyes: not asked for by a guest",
    method: "POST",
    path: EYES,
    form: { wanted: "yes" },
    expects: { status: 401, facts: [] },
  },
  {
    name: "a second pair of eyes: not asked for by a referee",
    method: "POST",
    path: EYES,
    as: "referee",
    form: { wanted: "yes" },
    expects: { status: 403, facts: [] },
  },
  {
    name: "a second pair of eyes is wanted or not",
    method: "POST",
    path: EYES,
    as: "organiser",
    json: { wanted: "perhaps" },
    expects: { status: 400, facts: [] },
  },
  {
    name: "a second pair of eyes: for no competition",
    method: "POST",
    path: "/desk/none/second-eyes",
    as: "organiser",
    json: { wanted: "yes" },
    expects: { status: 404, facts: [] },
  },
  {
    name: "an organiser asks for a second pair of eyes",
    method: "POST",
    path: EYES,
    as: "organiser",
    form: { wanted: "yes" },
    expects: { status: 303, to: "/desk/to-be-played", facts: ["second-eyes-changed"] },
  },
  {
    name: "and the desk says so",
    path: "/desk/to-be-played",
    as: "referee",
    expects: { status: 200, contains: ["somebody else looks at it first"] },
  },
  {
    name: "an organiser lets one person enter and publish again",
    method: "POST",
    path: EYES,
    as: "organiser",
    json: { wanted: "no" },
    expects: { status: 200, facts: ["second-eyes-changed"] },
  },
];

const steered: readonly Scenario[] = [
  {
    name: "the screen that follows the desk shows the tables while nobody has chosen anything",
    path: "/screens/to-be-played",
    expects: { status: 200, contains: ["screen-tables", "competition:to-be-played"] },
  },
  {
    name: "the screens are steered to something else",
    ...referee,
    path: SCREEN,
    form: { shows: "results" },
    expects: { status: 303, to: DAY, facts: ["screens-steered"] },
  },
  {
    name: "and show it, and the desk says so",
    path: "/screens/to-be-played",
    expects: { status: 200, contains: ["screen-results"], absent: ["screen-tables"] },
  },
  {
    name: "the ceremony of an event that is not decided has nothing to show yet",
    ...referee,
    path: SCREEN,
    json: { shows: "ceremony:os" },
    expects: { status: 200, facts: ["screens-steered"], contains: ["ceremony:os"] },
  },
  {
    name: "the screen says so",
    path: "/screens/to-be-played",
    expects: { status: 200, contains: ["screen-ceremony", "nothing to show yet"] },
  },
  {
    name: "a ceremony that was prepared is on the screen, with the moment it listens to",
    method: "POST",
    path: "/desk/paris-2024/screen",
    as: "organiser",
    form: { shows: "ceremony:xd" },
    expects: { status: 303, to: "/desk/paris-2024/day", facts: ["screens-steered"] },
  },
  {
    name: "and follows it",
    path: "/screens/paris-2024",
    expects: { status: 200, contains: ["hall-step", "moment:paris-2024-xd-podium"] },
  },
  { name: "no steered screen of no competition", path: "/screens/none", expects: { status: 404 } },
];

const played: readonly Scenario[] = [
  {
    name: "the day begins with the matches that may begin, and a match without its players is not among them",
    path: `${DAY}.json`,
    as: "referee",
    expects: { status: 200, contains: ['"to-be-played/os/sf-1":[]'], absent: ['"to-be-played/os/final":['] },
  },
  {
    name: "a match is called to a table",
    ...referee,
    path: CALL,
    form: { table: "1" },
    expects: { status: 303, to: DAY, facts: ["match-called"] },
  },
  {
    name: "everybody sees on the page of the event that it is called",
    path: "/competitions/to-be-played/os.json",
    expects: { status: 200, contains: ['"table":"1","calledMs":'], absent: ['"present"'] },
  },
  {
    name: "a table that is taken is told on the page, and nothing is changed",
    ...referee,
    path: OTHER,
    form: { table: "1" },
    expects: { status: 409, facts: [], contains: ["This table is taken"] },
  },
  {
    name: "the desk has the address of the table",
    path: `${DAY}.json`,
    as: "referee",
    expects: { status: 200, remembers: { table: /"1":"\/tables\/to-be-played\/1\/([\w-]+)"/ } },
  },
  {
    name: "a phone at the table sees what is called to it",
    path: "/tables/to-be-played/1/{table}",
    expects: { status: 200, contains: ["Score this match", "P1"], absent: ["Another phone"] },
  },
  {
    name: "an address with another key is no table",
    path: "/tables/to-be-played/1/another",
    expects: { status: 404 },
  },
  {
    name: "a phone with another key scores nothing",
    method: "POST",
    path: "/tables/to-be-played/1/another/chair",
    form: {},
    expects: { status: 404, facts: [] },
  },
  {
    name: "one press opens the chair of the match",
    method: "POST",
    path: "/tables/to-be-played/1/{table}/chair",
    form: {},
    expects: { status: 303, facts: ["chair-issued"] },
  },
  {
    name: "a second phone is told of the first before it takes over",
    path: "/tables/to-be-played/1/{table}",
    expects: { status: 200, contains: ["Another phone scores this match since", "Take over"] },
  },
  {
    name: "the phone that takes over has the chair, and the first one has it no more",
    method: "POST",
    path: "/tables/to-be-played/1/{table}/chair",
    json: {},
    expects: { status: 200, facts: ["chair-withdrawn", "chair-issued"], contains: ["/chair/"] },
  },
  {
    name: "who has come is noted",
    ...referee,
    path: `${CALL}/lines`,
    form: { kind: "came", player: "p1" },
    expects: { status: 303, to: DAY, facts: ["player-came"] },
  },
  {
    name: "a stranger is not awaited",
    ...referee,
    path: `${CALL}/lines`,
    json: { kind: "came", player: "nobody" },
    expects: { status: 422, facts: [], contains: ["no-such-player"] },
  },
  {
    name: "the no-show clock runs",
    ...referee,
    path: `${CALL}/lines`,
    form: { kind: "clock-started", minutes: "5" },
    expects: { status: 303, to: DAY, facts: ["no-show-clock-started"] },
  },
  {
    name: "and is shown with who is missing, and with the way to a walkover against their side",
    path: DAY,
    as: "referee",
    expects: { status: 200, contains: ["Stop the clock", "missing", 'name="against" value="'] },
  },
  {
    name: "the clock is stopped",
    ...referee,
    path: `${CALL}/lines`,
    json: { kind: "clock-stopped" },
    expects: { status: 200, facts: ["no-show-clock-stopped"] },
  },
  {
    name: "who was taken for another is missing again",
    ...referee,
    path: `${CALL}/lines`,
    json: { kind: "missing", player: "p1" },
    expects: { status: 200, facts: ["player-missing"] },
  },
  {
    name: "the call is taken back, and the table is free",
    ...referee,
    path: `${CALL}/withdrawal`,
    form: {},
    expects: { status: 303, to: DAY, facts: ["call-taken-back"] },
  },
  {
    name: "nothing is called to the table any more: it waits",
    path: "/tables/to-be-played/1/{table}",
    expects: { status: 200, contains: ["Nothing is called to this table"] },
  },
  {
    name: "and opens no chair",
    method: "POST",
    path: "/tables/to-be-played/1/{table}/chair",
    json: {},
    expects: { status: 422, facts: [], contains: ["no-next-match"] },
  },
  {
    name: "the event says no more that it is called",
    path: "/competitions/to-be-played/os.json",
    expects: { status: 200, contains: ['"calledMs":null'], absent: ['"calledMs":1'] },
  },
];

export const dayScenarios = [...forbidden, ...refused, ...cards, ...secondEyes, ...steered, ...played];
