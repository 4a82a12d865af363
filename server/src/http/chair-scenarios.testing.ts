import type { Scenario } from "./scenario.testing.ts";

const LOG = "/chair/{chair}/log";
const rally = (id: string, winner = "home") => ({ id: `rally-${id}`, entry: { kind: "rally", winner } });
const serve = { id: "serve-01", entry: { kind: "service", server: "home1" } };
const lines = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `many-${String(at).padStart(5, "0")}`, entry: { kind: "let" } }));

/** The chair of a match that nobody has scored yet; in this order. */
export const chairScenarios: readonly Scenario[] = [
  { name: "chair: who holds the address may look", path: "/chair/{chair}", expects: { status: 200, contains: ["KAWABE", "GANG"] } },
  { name: "chair: the log is empty", path: LOG, expects: { status: 200, contains: ['{"length":0,"log":[]}'] } },
  { name: "chair: no such chair", path: "/chair/nonsense", expects: { status: 404 } },
  { name: "chair: no such chair, its log", path: "/chair/nonsense/log", expects: { status: 404 } },
  { name: "chair: no such chair scores nothing", method: "POST", path: "/chair/nonsense/log", json: { after: 0, lines: [rally("01")] }, expects: { status: 404, contains: ['"code":"chair-unknown"'] } },
  { name: "chair: a touch at no such chair", method: "POST", path: "/chair/nonsense/log/touch", form: { kind: "rally", winner: "home", after: "0" }, expects: { status: 404 } },
  { name: "chair: taken back at the desk", path: "/chair/{withdrawn-chair}", expects: { status: 410, contains: ["taken this chair back"] } },
  { name: "chair: taken back, nothing is scored", method: "POST", path: "/chair/{withdrawn-chair}/log", json: { after: 0, lines: [rally("01")] }, expects: { status: 410, contains: ['"code":"chair-withdrawn"'] } },
  { name: "chair: taken back, nothing is touched", method: "POST", path: "/chair/{withdrawn-chair}/log/touch", form: { kind: "rally", winner: "home", after: "0" }, expects: { status: 410 } },

  { name: "chair: a rally before anybody serves is against the laws, and so is all that follows", method: "POST", path: LOG, json: { after: 0, lines: [{ id: "a-line-game", entry: { kind: "game", score: { home: 11, away: 10 } } }, serve] }, expects: { status: 422 } },
  { name: "chair: service and two rallies", method: "POST", path: LOG, json: { after: 0, lines: [serve, rally("01"), rally("02", "away")] }, expects: { status: 200, contains: ['"length":3', '"status":"live"'], facts: ["match-line", "match-line", "match-line"] } },
  { name: "chair: what arrives twice is recorded once", method: "POST", path: LOG, json: { after: 0, lines: [serve, rally("01"), rally("02", "away")] }, expects: { status: 200, contains: ['"length":3'] } },
  { name: "chair: half of it known, half of it new", method: "POST", path: LOG, json: { after: 1, lines: [rally("01"), rally("02", "away"), rally("03")] }, expects: { status: 200, contains: ['"length":4'], facts: ["match-line"] } },
  { name: "chair: behind what is recorded", method: "POST", path: LOG, json: { after: 3, lines: [rally("10")] }, expects: { status: 409, contains: ['"code":"log-moved-on"', '"length":4'] } },
  { name: "chair: ahead of what is recorded", method: "POST", path: LOG, json: { after: 5, lines: [rally("10")] }, expects: { status: 409 } },
  { name: "chair: one id for two lines", method: "POST", path: LOG, json: { after: 4, lines: [rally("11"), rally("11", "away")] }, expects: { status: 422, contains: ['"code":"line-twice"'] } },
  { name: "chair: the second of two lines is against the laws", method: "POST", path: LOG, json: { after: 4, lines: [rally("12"), { id: "a-line-13", entry: { kind: "service", server: "away1" } }] }, expects: { status: 422 } },
  { name: "chair: a walkover in the middle of play", method: "POST", path: LOG, json: { after: 4, lines: [{ id: "a-line-14", entry: { kind: "walkover", absent: "away" } }] }, expects: { status: 422 } },
  { name: "chair: a point taken back", method: "POST", path: LOG, json: { after: 4, lines: [{ id: "a-line-15", entry: { kind: "undo" } }] }, expects: { status: 200, contains: ['"length":5'], facts: ["match-line"] } },
  { name: "chair: 500 lines at once", method: "POST", path: LOG, json: { after: 5, lines: lines(500) }, expects: { status: 200, contains: ['"length":505'], facts: lines(500).map(() => "match-line" as const) } },
  { name: "chair: 500 lines that are known already", method: "POST", path: LOG, json: { after: 5, lines: lines(500) }, expects: { status: 200, contains: ['"length":505'] } },
  { name: "chair: 501 lines", method: "POST", path: LOG, json: { after: 505, lines: lines(501) }, expects: { status: 400 } },
  { name: "chair: no lines", method: "POST", path: LOG, json: { after: 505, lines: [] }, expects: { status: 400 } },
  { name: "chair: a field nobody knows", method: "POST", path: LOG, json: { after: 505, lines: [rally("20")], force: true }, expects: { status: 400 } },
  { name: "chair: a field nobody knows in a line", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "a-line-21", entry: { kind: "rally", winner: "home", points: 2 } }] }, expects: { status: 400 } },
  { name: "chair: a kind nobody knows", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "a-line-22", entry: { kind: "goal", winner: "home" } }] }, expects: { status: 400 } },
  { name: "chair: a side nobody knows", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "a-line-23", entry: { kind: "rally", winner: "__proto__" } }] }, expects: { status: 400 } },
  { name: "chair: numbers that are none", method: "POST", path: LOG, json: { after: -1, lines: [rally("24")] }, expects: { status: 400 } },
  { name: "chair: an id with markup", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "<b>12345678</b>", entry: { kind: "let" } }] }, expects: { status: 400 } },
  { name: "chair: a game that cannot be", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "a-line-25", entry: { kind: "game", score: { home: 11, away: 10 } } }] }, expects: { status: 422 } },
  { name: "chair: markup among reasons comes out as text", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "a-line-26", entry: { kind: "void", index: 505, reason: "</script><script>alert(1)</script>" } }] }, expects: { status: 422 } },
  { name: "chair: a line far back is voided, with its reason", method: "POST", path: LOG, json: { after: 505, lines: [{ id: "a-line-27", entry: { kind: "void", index: 100, reason: "</script><script>alert(1)</script>" } }] }, expects: { status: 200, facts: ["match-line"] } },
  { name: "chair: its reason breaks out of no page", path: "/chair/{chair}", expects: { status: 200, absent: ["<script>alert(1)"] } },

  { name: "chair: a touch without script", method: "POST", path: `${LOG}/touch`, form: { kind: "rally", winner: "home", after: "506" }, expects: { status: 303, to: "/chair/{chair}", facts: ["match-line"] } },
  { name: "chair: a touch that comes too late", method: "POST", path: `${LOG}/touch`, form: { kind: "rally", winner: "home", after: "506" }, expects: { status: 409 } },
  { name: "chair: a touch against the laws", method: "POST", path: `${LOG}/touch`, form: { kind: "service", server: "away1", after: "507" }, expects: { status: 422 } },
  { name: "chair: a touch that is no line", method: "POST", path: `${LOG}/touch`, form: { kind: "goal", after: "507" }, expects: { status: 400 } },
  { name: "chair: a touch without its place", method: "POST", path: `${LOG}/touch`, form: { kind: "rally", winner: "home" }, expects: { status: 400 } },
  { name: "chair: the log holds it all", path: LOG, expects: { status: 200, contains: ['{"length":507,'] } },
];
