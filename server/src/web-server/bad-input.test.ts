import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everyRow } from "../storage/rows.testing.ts";
import { installForScenarios } from "./every-scenario.testing.ts";
import { routes } from "./routes.ts";
import type { Installation } from "./scenario.testing.ts";

let here: Installation;

const DRAFTS = "/desk/drafts";
const DRAFT = `${DRAFTS}/slip-cup`;
const EVENT = `${DRAFT}/events/singles`;
const DRAWN = `${DRAFT}/events/drawn`;
const ENTER = "/enter/slip-cup";
const DETAILS = { zone: "Europe/Paris", from: "2026-05-02", to: "2026-05-03" };
const TERMS = { closes: "2026-05-01T18:00", "open-singles": "yes", "fee-singles": "12 francs" };
const VERSION = "7";

before(async () => {
  here = await installForScenarios();
  await done(DRAFTS, { ...DETAILS, id: "slip-cup", title: "Slip Cup" });
  await done(`${DRAFT}/events`, { version: "1", title: "Singles", kind: "singles", bestOf: "5" });
  await done(`${DRAFT}/events`, { version: "2", title: "Drawn", kind: "singles", bestOf: "5" });
  await done(`${EVENT}/entries`, { version: "3", list: "ADAMS Eve\nBELL Ann", take: "yes" });
  await done(`${DRAWN}/entries`, { version: "4", list: "ADAMS Eve\nBELL Ann", take: "yes" });
  await done(`${DRAWN}/draw`, { version: "5", format: "knock-out", randomness: "1 2" });
  await done(`${EVENT}/title`, { version: "6", title: "Singles" });
  await done(`${DRAFT}/terms`, TERMS);
  await done(`${ENTER}/applications`, { event: "singles", family: "Cole" });
  const { id } = await here.app.storage.db.selectFrom("applications").select("id").executeTakeFirstOrThrow();
  here.names.set("application", id);
  const undrawn = `${DRAFTS}/undrawn-cup`;
  await done(DRAFTS, { ...DETAILS, id: "undrawn-cup", title: "Undrawn Cup" });
  await done(`${undrawn}/events`, { version: "1", title: "Singles", kind: "singles", bestOf: "5" });
  await done(`${undrawn}/events/singles/entries`, { version: "2", list: "ADAMS Eve\nBELL Ann", take: "yes" });
  await done(`${undrawn}/publication`, { version: "3" });
});

after(() => here.close());

async function send(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const fields = Object.entries(form).map(([name, value]) => [
    name,
    value.replace("{application}", here.names.get("application") ?? ""),
  ]);
  return fetch(here.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: await here.signIn("organiser") },
    body: new URLSearchParams(fields),
  });
}

async function done(path: string, form: Readonly<Record<string, string>>): Promise<void> {
  const answer = await send(path, form);
  assert.ok(answer.status < 400, `${path}: ${answer.status} ${(await answer.text()).slice(0, 3000)}`);
}

/** A form as somebody fills it in with a slip: what the page then says, and what was typed that must still be there. */
interface Slip {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly says: RegExp;
  readonly stillThere: readonly string[];
}

const LONG = "x".repeat(600);

/** By the route. */
const SLIPS: Readonly<Record<string, Slip>> = {
  "/desk/drafts": {
    path: DRAFTS,
    form: { ...DETAILS, id: "Bad Id", title: "Kept", place: "Lyon" },
    says: /field id/,
    stillThere: ['value="Bad Id"', 'value="Kept"', 'value="Lyon"'],
  },
  "/desk/drafts/copies": {
    path: `${DRAFTS}/copies`,
    form: { competition: "riverside-open", id: "Bad Id", from: "2026-05-02", to: "2026-05-03" },
    says: /field id/,
    stillThere: ['value="Bad Id"', 'value="2026-05-03"'],
  },
  "/desk/drafts/:draft/details": {
    path: `${DRAFT}/details`,
    form: { ...DETAILS, version: VERSION, title: "Kept", zone: "Nowhere" },
    says: /field zone/,
    stillThere: ['value="Kept"', 'value="Nowhere"'],
  },
  "/desk/drafts/:draft/events": {
    path: `${DRAFT}/events`,
    form: { version: VERSION, title: "Kept", kind: "doubles", bestOf: "4" },
    says: /odd number/,
    stillThere: ['value="Kept"', 'value="doubles" selected'],
  },
  "/desk/drafts/:draft/events/:event/entries": {
    path: `${EVENT}/entries`,
    form: { version: VERSION, list: `KEPT Kim\n${LONG}` },
    says: /at most/,
    stillThere: ["KEPT Kim"],
  },
  "/desk/drafts/:draft/events/:event/entries/file": {
    path: `${EVENT}/entries/file`,
    form: {},
    says: /could not be read/,
    stillThere: [],
  },
  "/desk/drafts/:draft/events/:event/rankings": {
    path: `${EVENT}/rankings`,
    form: { title: "Kept", source: "Federation", published: "yesterday", list: "KEPT Kim" },
    says: /field published/,
    stillThere: ['value="Kept"', 'value="Federation"', "KEPT Kim"],
  },
  "/desk/drafts/:draft/events/:event/seeds": {
    path: `${EVENT}/seeds`,
    form: { version: VERSION, by: "hand", "seed-adams": "3", "seed-bell": "" },
    says: /Seeds run 1, 2, 3/,
    stillThere: ['value="3"'],
  },
  "/desk/drafts/:draft/events/:event/draw": {
    path: `${EVENT}/draw`,
    form: { version: VERSION, format: "groups", groups: "999", randomness: "5 2 kept" },
    says: /field groups/,
    stillThere: ['value="5 2 kept"', 'value="999"'],
  },
  "/desk/drafts/:draft/events/:event/draw/removal": {
    path: `${DRAWN}/draw/removal`,
    form: { version: VERSION, reason: LONG },
    says: /field reason/,
    stillThere: [`value="${LONG}"`],
  },
  "/desk/drafts/:draft/events/:event/rules": {
    path: `${EVENT}/rules`,
    form: { version: VERSION, format: "swiss", rounds: "999" },
    says: /field rounds/,
    stillThere: ['value="999"'],
  },
  "/desk/drafts/:draft/events/:event/title": {
    path: `${EVENT}/title`,
    form: { version: VERSION, title: "", "title-other": "Simple", other: "" },
    says: /field title/,
    stillThere: ['value="Simple"'],
  },
  "/desk/drafts/:draft/terms": {
    path: `${DRAFT}/terms`,
    form: { ...TERMS, "limit-singles": "many", remark: "Kept" },
    says: /field limit-singles/,
    stillThere: ['value="12 francs"', 'value="Kept"'],
  },
  "/desk/drafts/:draft/decisions": {
    path: `${DRAFT}/decisions`,
    form: { application: "{application}", decision: "decline", reason: LONG },
    says: /field reason/,
    stillThere: [`value="${LONG}"`],
  },
  "/enter/:draft/applications": {
    path: `${ENTER}/applications`,
    form: { event: "singles", family: "Kept", given: LONG, association: "Riverside" },
    says: /field given/,
    stillThere: ['value="Kept"', 'value="Riverside"'],
  },
  "/desk/staff": {
    path: "/desk/staff",
    form: { email: "nobody", code: "ABCD2345", role: "editor" },
    says: /e-mail/,
    stillThere: ['value="nobody"', 'value="ABCD2345"', 'value="editor" selected'],
  },
  "/desk/staff/sessions/end": {
    path: "/desk/staff/sessions/end",
    form: { email: "nobody@example.org" },
    says: /Nobody here/,
    stillThere: ['value="nobody@example.org"'],
  },
  "/desk/:competition/staff": {
    path: "/desk/riverside-open/staff",
    form: { email: "nobody", code: "ABCD2345", role: "editor" },
    says: /e-mail/,
    stillThere: ['value="nobody"', 'value="ABCD2345"', 'value="editor" selected'],
  },
  "/desk/matches/:competition/:event/:match/result": {
    path: "/desk/matches/paris-2024/xd/final/result",
    form: { version: "0", outcome: "play", games: "eleven nine" },
    says: /Write the games/,
    stillThere: ['value="eleven nine"'],
  },
  "/desk/matches/:competition/:event/:match/replay": {
    path: "/desk/matches/paris-2024/xd/final/replay",
    form: { version: "0", reason: LONG },
    says: /field reason/,
    stillThere: [`value="${LONG}"`],
  },
  "/desk/events/:competition/:event/rulings": {
    path: "/desk/events/paris-2024/xd/rulings",
    form: { entry: "", ruling: "withheld", reason: "Kept reason" },
    says: /field entry/,
    stillThere: ["Kept reason"],
  },
  "/desk/events/:competition/:event/draw/rules": {
    path: "/desk/events/undrawn-cup/singles/draw/rules",
    form: { format: "swiss", rounds: "999" },
    says: /field rounds/,
    stillThere: ['value="999"'],
  },
  "/desk/:competition/incidents": {
    path: "/desk/riverside-open/incidents",
    form: { words: "Kept", kind: "incident", at: "2026-13-40T10:00", source: "Referee" },
    says: /field at/,
    stillThere: ['value="Kept"', 'value="Referee"'],
  },
  "/desk/:competition/equipment": {
    path: "/desk/riverside-open/equipment",
    form: { player: "nobody-known", kind: "rubber-forehand", name: "Kept" },
    says: /field player/,
    stillThere: ['value="Kept"', 'value="rubber-forehand" selected'],
  },
  "/desk/:competition/plan": {
    path: "/desk/to-be-played/plan",
    form: { date: "2026-05-02", from: "09:00", tables: "9-3", rest: "17" },
    says: /Write the tables/,
    stillThere: ['value="9-3"', 'value="17"'],
  },
  "/desk/:competition/plan/moves": {
    path: "/desk/to-be-played/plan/moves",
    form: { day: "2026-05-02", match: "to-be-played/os/final", table: "9", time: "11:05" },
    says: /No match is left to be planned/,
    stillThere: [],
  },
};

/** Nothing is typed there: one press, or a choice among what the page offers. */
const PRESSED = [
  /\/(publication|publications|withdrawals|chair|chair\/withdrawal|call|call\/lines|call\/withdrawal|pace|rounds|ceremony|players|invitations|line-ups\/links|screen|second-eyes|forks\/:fork)$/,
  /^\/desk\/(drafts\/:draft(\/events\/:event)?|staff|:competition\/staff(\/invitations)?)\/removal$/,
  /\/events\/:competition\/:event\/lots$/,
  /\/(incidents\/:incident|equipment\/:item)\/removal$/,
];

/** Held by the scenarios of their own stage: who plays in a tie, photos, and the draw of an event that is drawn in public. */
const ELSEWHERE = [
  /\/line-ups$/,
  /\/photos(\/|$)/,
  /^\/photo-tags\//,
  /^\/desk\/events\/:competition\/:event\/draw(\/removal)?$/,
];

for (const { method, path } of routes) {
  if (method !== "POST" || !/^\/(desk|enter)\//.test(path)) continue;
  if ([...PRESSED, ...ELSEWHERE].some((pattern) => pattern.test(path))) continue;
  test(`${path}: a slip is answered by a sentence, nothing is changed, and what was typed is still there`, async () => {
    const slip = SLIPS[path] ?? assert.fail("a form without a slip: add one to the table");
    const rows = await everyRow(here.app.storage.db);
    const answer = await send(slip.path, slip.form);
    const page = await answer.text();
    assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
    const sentence = /role="alert"[^>]*>([\s\S]*?)<\/(?:p|div|section)>/.exec(page)?.[1] ?? "";
    assert.match(sentence, slip.says, page.slice(page.indexOf("<main"), page.indexOf("<main") + 3000));
    for (const words of slip.stillThere) assert.ok(page.includes(words), `${words} is gone`);
    assert.deepEqual(await everyRow(here.app.storage.db), rows);
  });
}
