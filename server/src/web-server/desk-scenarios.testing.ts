import type { FactKind } from "../facts/fact.ts";
import type { Scenario } from "./scenario.testing.ts";

const READY = "/desk/matches/riverside-open/os/sf-1";
const WAITING = "/desk/matches/riverside-open/os/sf-2";
const OVER = "/desk/matches/paris-2024/xd/r16-1";
const NOWHERE = "/desk/matches/riverside-open/os/nowhere";
const three = "11-7 11-8 11-9";
const play = { outcome: "play", version: "0" };
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const games = (...scores: readonly (readonly [number, number])[]) => scores.map(([home, away]) => ({ home, away }));
const lines = (count: number): FactKind[] => Array.from({ length: count }, () => "match-line");

/** The same pages and forms for everybody who may not. */
const forbidden: readonly Scenario[] = [
  ...["/desk", "/desk/paris-2024", OVER].flatMap((path): Scenario[] => [
    {
      name: `${path}: a guest is asked to sign in`,
      path,
      expects: { status: 303, to: `/sign-in?next=${encodeURIComponent(path)}` },
    },
    {
      name: `${path}: a guest's script is told`,
      path: `${path}.json`,
      expects: { status: 401, contains: ['"code":"not-signed-in"'] },
    },
    ...(["member", "editor", "moderator"] as const).map((as): Scenario => ({
      name: `${path}: not for the ${as}`,
      path,
      as,
      expects: { status: 403 },
    })),
  ]),
  ...["chair", "chair/withdrawal", "result", "publication"].flatMap((action): Scenario[] => [
    {
      name: `${action}: not for a guest`,
      method: "POST",
      path: `${READY}/${action}`,
      form: { ...play, games: three, confirm: "yes" },
      expects: { status: 401 },
    },
    {
      name: `${action}: not for an editor`,
      method: "POST",
      path: `${READY}/${action}`,
      as: "editor",
      form: { ...play, games: three, confirm: "yes" },
      expects: { status: 403 },
    },
    {
      name: `${action}: not for an editor's script`,
      method: "POST",
      path: `${READY}/${action}`,
      as: "editor",
      json: { games: games([11, 1], [11, 1], [11, 1]), outcome: "play", version: 0 },
      expects: { status: 403, contains: ['"code":"not-allowed"'] },
    },
    {
      name: `${action}: of no match`,
      method: "POST",
      path: `${NOWHERE}/${action}`,
      as: "organiser",
      form: { ...play, games: three, confirm: "yes" },
      expects: { status: 404 },
    },
    {
      name: `${action}: of no competition`,
      method: "POST",
      path: `/desk/matches/nowhere/os/final/${action}`,
      as: "organiser",
      form: { ...play, games: three, confirm: "yes" },
      expects: { status: 404 },
    },
  ]),
];

const pages: readonly Scenario[] = [
  {
    name: "desk: the competitions of the organiser",
    path: "/desk",
    as: "organiser",
    expects: { status: 200, contains: ["/desk/paris-2024", "/desk/riverside-open"] },
  },
  {
    name: "desk: a competition",
    path: "/desk/paris-2024",
    as: "organiser",
    expects: { status: 200, contains: ["/desk/matches/paris-2024/xd/final"] },
  },
  {
    name: "desk: the hall with every table, what is played there and what comes next",
    path: "/desk/riverside-open",
    as: "referee",
    expects: {
      status: 200,
      contains: ['class="desk-hall"', "<h3>Table 1</h3>", "<h3>Table 4</h3>", 'class="hall-match hall-next"'],
    },
  },
  {
    name: "desk: no hall where only one table of it is shown",
    path: "/desk/riverside-open?table=1",
    as: "referee",
    expects: { status: 200, contains: ["HOLLOWAY"], absent: ["desk-hall"] },
  },
  { name: "desk: of no competition", path: "/desk/nowhere", as: "organiser", expects: { status: 404 } },
  { name: "desk: a match", path: OVER, as: "organiser", expects: { status: 200, contains: ["WANG"] } },
  { name: "desk: of no match", path: NOWHERE, as: "organiser", expects: { status: 404 } },
  {
    name: "desk: of no event",
    path: "/desk/matches/riverside-open/nowhere/final",
    as: "organiser",
    expects: { status: 404 },
  },
];

const chairs: readonly Scenario[] = [
  {
    name: "chair out: nobody knows yet who plays",
    method: "POST",
    path: `${WAITING}/chair`,
    as: "organiser",
    form: {},
    expects: { status: 422, contains: ["Who plays this match is not known yet."] },
  },
  {
    name: "chair out: the browser is sent to the page that shows its address, and loads nothing twice",
    method: "POST",
    path: `${READY}/chair?table=1`,
    as: "organiser",
    form: {},
    expects: { status: 303, facts: ["chair-issued"] },
  },
  {
    name: "chair out: and not again",
    path: "/desk/riverside-open",
    as: "organiser",
    expects: { status: 200, absent: ['"/chair/'] },
  },
  {
    name: "chair out: another one takes the first back",
    method: "POST",
    path: `${READY}/chair`,
    as: "organiser",
    headers: { accept: "application/json" },
    expects: { status: 200, contains: ['"chairHref":"/chair/'], facts: ["chair-withdrawn", "chair-issued"] },
  },
  {
    name: "chair back",
    method: "POST",
    path: `${READY}/chair/withdrawal`,
    as: "organiser",
    form: {},
    expects: { status: 303, to: "/desk/riverside-open", facts: ["chair-withdrawn"] },
  },
  {
    name: "chair back: there is none",
    method: "POST",
    path: `${READY}/chair/withdrawal`,
    as: "organiser",
    headers: { accept: "application/json" },
    expects: { status: 200 },
  },
  {
    name: "publication: of a match that is not over",
    method: "POST",
    path: `${READY}/publication`,
    as: "organiser",
    form: {},
    expects: { status: 422, contains: ["Only a match that is over"] },
  },
  {
    name: "publication: of a result that changed meanwhile",
    method: "POST",
    path: `${OVER}/publication`,
    as: "organiser",
    form: { version: "1" },
    expects: { status: 409, contains: ["The match has changed"], facts: [] },
  },
  {
    name: "publication",
    method: "POST",
    path: `${OVER}/publication`,
    as: "organiser",
    form: {},
    expects: { status: 303, facts: ["result-published"] },
  },
  {
    name: "publication: for a script",
    method: "POST",
    path: `${OVER}/publication`,
    as: "organiser",
    json: {},
    expects: { status: 200, contains: ["paris-2024/xd/r16-1"], facts: ["result-published"] },
  },
];

const MANY = "/desk/paris-2024/publications";

/** Several results at once: all of them, or none. */
const publications: readonly Scenario[] = [
  {
    name: "publications: not for a guest",
    method: "POST",
    path: MANY,
    form: { "paris-2024/xd/r16-2": "1" },
    expects: { status: 401 },
  },
  {
    name: "publications: not for an editor",
    method: "POST",
    path: MANY,
    as: "editor",
    form: { "paris-2024/xd/r16-2": "1" },
    expects: { status: 403 },
  },
  {
    name: "publications: of no competition",
    method: "POST",
    path: "/desk/nowhere/publications",
    as: "organiser",
    form: { "paris-2024/xd/r16-2": "1" },
    expects: { status: 404 },
  },
  {
    name: "publications: of another competition's match",
    method: "POST",
    path: MANY,
    as: "organiser",
    json: { "riverside-open/os/a-1": 1 },
    expects: { status: 404 },
  },
  {
    name: "publications: of nothing",
    method: "POST",
    path: MANY,
    as: "organiser",
    form: {},
    expects: { status: 400, contains: ["No result was chosen."] },
  },
  {
    name: "publications: of what is no match",
    method: "POST",
    path: MANY,
    as: "organiser",
    json: { __proto__x: 1 },
    expects: { status: 400 },
  },
  {
    name: "publications: the versions that were seen",
    path: "/desk/paris-2024.json",
    as: "organiser",
    expects: {
      status: 200,
      remembers: {
        "version-two": /"id":"paris-2024\/xd\/r16-2".*?"version":(\d+)/,
        "version-three": /"id":"paris-2024\/xd\/r16-3".*?"version":(\d+)/,
      },
    },
  },
  {
    name: "publications: where one has changed meanwhile, none is published",
    method: "POST",
    path: MANY,
    as: "organiser",
    form: { "paris-2024/xd/r16-2": "{version-two}", "paris-2024/xd/r16-3": "999" },
    expects: { status: 409, contains: ["The match has changed"], facts: [] },
  },
  {
    name: "publications: of two results at once",
    method: "POST",
    path: `${MANY}?event=xd`,
    as: "organiser",
    form: { "paris-2024/xd/r16-2": "{version-two}", "paris-2024/xd/r16-3": "{version-three}" },
    expects: { status: 303, facts: ["result-published", "result-published"] },
  },
  {
    name: "desk: of one event and one table",
    path: "/desk/riverside-open.json?table=1&event=os",
    as: "organiser",
    expects: { status: 200, contains: ["riverside-open/os/sf-1"], absent: ["riverside-open/od/sf-1", "os/qf-4"] },
  },
  {
    name: "desk: of a table that is not there",
    path: "/desk/riverside-open.json?table=99",
    as: "organiser",
    expects: { status: 200, contains: ['"matches":[]'] },
  },
];

/** What the desk may write instead of a result, and why it may not. */
const wrongResults: readonly [what: string, form: Readonly<Record<string, string>>, status: number][] = [
  ["no game can end 11-10", { ...play, games: "11-10 11-8 11-9" }, 422],
  ["no game ends 12-9", { ...play, games: "12-9 11-8 11-9" }, 422],
  ["two games decide nothing", { ...play, games: "11-7 11-8" }, 422],
  ["a game too many", { ...play, games: `${three} 11-4` }, 422],
  ["no games", { ...play, games: "" }, 422],
  ["twelve games", { ...play, games: "11-1 ".repeat(12) }, 422],
  ["words", { ...play, games: "three to nil" }, 422],
  ["HTML", { ...play, games: HTML }, 422],
  ["minus", { ...play, games: "-11-7 11-8 11-9" }, 422],
  ["a walkover of nobody", { games: "", outcome: "walkover", version: "0" }, 422],
  ["a walkover of nobody, with games that would do", { games: three, outcome: "walkover", version: "0" }, 422],
  ["a walkover of who played", { games: "11-7", outcome: "walkover", against: "home", version: "0" }, 422],
  ["an outcome nobody knows", { games: three, outcome: "draw", version: "0" }, 400],
  ["a side nobody knows", { games: "", outcome: "walkover", against: "nobody", version: "0" }, 400],
  ["no version", { games: three, outcome: "play" }, 400],
  ["a version that is none", { games: three, outcome: "play", version: "latest" }, 400],
  ["a result for a match as it was before", { games: three, outcome: "play", version: "7" }, 409],
];

const results: readonly Scenario[] = [
  ...wrongResults.map(([what, form, status]): Scenario => ({
    name: `result refused: ${what}`,
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...form, confirm: "yes" },
    expects: { status, absent: ["<script>alert(1)", "<img src=x"] },
  })),
  {
    name: "result refused: what was typed is shown again, as text",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...play, games: HTML },
    expects: { status: 422, contains: ["&lt;script"], absent: ["<script>alert(1)", "<img src=x"] },
  },
  {
    name: "result refused: for a match whose players are not known",
    method: "POST",
    path: `${WAITING}/result`,
    as: "organiser",
    form: { ...play, games: three, confirm: "yes" },
    expects: { status: 422 },
  },
  {
    name: "result refused: a form of parts",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    body: "--x--",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    expects: { status: 400 },
  },
  {
    name: "result refused, in JSON: a field nobody knows",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    json: { games: [], outcome: "play", version: 0, confirm: "yes" },
    expects: { status: 400 },
  },
  {
    name: "result refused, in JSON: points that are none",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    json: { games: games([11.5, 2]), outcome: "play", version: 0 },
    expects: { status: 400 },
  },
  {
    name: "result refused, in JSON: the match has moved on",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    json: { games: games([11, 1], [11, 1], [11, 1]), outcome: "play", version: 3 },
    expects: { status: 409, contains: ['"code":"match-moved-on"', '"version":0'] },
  },
  {
    name: "result refused, in JSON: against the laws, and which game",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    json: { games: games([11, 1], [11, 10]), outcome: "play", version: 0 },
    expects: { status: 422, contains: ['"game":2'] },
  },
  {
    name: "result: what it would change is said before it is confirmed",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...play, games: three },
    expects: { status: 200, contains: ['value="yes"', "wins the match."] },
  },
  {
    name: "result: written as umpires write it, by the points of the loser and in full, it is read before it is confirmed",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...play, games: "11-7 8 -9 5" },
    expects: { status: 200, contains: ['value="yes"', "wins the match."] },
  },
  {
    name: "result: by the points of the loser, one game too few is no result",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...play, games: "11-7 8 -9", confirm: "yes" },
    expects: { status: 422, absent: ["wins the match."], facts: [] },
  },
  {
    name: "result: confirmed",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...play, games: three, confirm: "yes" },
    expects: { status: 303, facts: [...lines(3), "match-finished"] },
  },
  {
    name: "result: sent twice, it is entered once",
    method: "POST",
    path: `${READY}/result`,
    as: "organiser",
    form: { ...play, games: three, confirm: "yes" },
    expects: { status: 409, contains: ["The match has changed since you opened it."] },
  },
  {
    name: "result: who won goes on",
    path: "/matches/riverside-open/os/final.json",
    expects: { status: 200, contains: ['"code":"cedro"'] },
  },
  {
    name: "result: a walkover",
    method: "POST",
    path: "/desk/matches/riverside-open/od/sf-2/result",
    as: "organiser",
    form: { games: "", outcome: "walkover", against: "away", version: "0", confirm: "yes" },
    expects: { status: 303, facts: ["match-line", "match-finished"] },
  },
  {
    name: "result: corrected, in JSON: the walkover was the other's",
    method: "POST",
    path: "/desk/matches/riverside-open/od/sf-2/result",
    as: "organiser",
    json: { games: [], outcome: "walkover", against: "home", version: 1 },
    expects: {
      status: 200,
      contains: ['"winner":"away"'],
      facts: ["match-reset", "match-reopened", "match-line", "match-finished"],
    },
  },
];

/** Requests of the desk and their answers; in this order. */
export const deskScenarios: readonly Scenario[] = [...forbidden, ...pages, ...chairs, ...publications, ...results];
