import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { CompetitionFile, DraftEventView, DraftView, ListedLine } from "@podium/protocol";
import { exportCompetition } from "../exchange/export.ts";
import { install, type Installation, type Who } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024"] });
});

after(() => here.close());

/** What is answered: a draft, a list, what was imported, or why not. */
interface Sent extends DraftView {
  readonly lines: readonly ListedLine[];
  readonly refused: { readonly code: string; readonly detail?: Readonly<Record<string, unknown>> };
}

async function send(
  path: string,
  json: unknown,
  who: Who | null = "organiser",
): Promise<{ status: number; body: Sent }> {
  const headers: Record<string, string> = { "content-type": "application/json", accept: "application/json" };
  if (who !== null) headers["cookie"] = await here.signIn(who);
  const answered = await fetch(here.url + path, { method: "POST", headers, body: JSON.stringify(json) });
  return { status: answered.status, body: (await answered.json()) as Sent };
}

/** The one event of a draft. */
function eventIn({ events }: DraftView): DraftEventView {
  const [event] = events;
  assert.ok(event);
  return event;
}

/** The last draw of its one event. */
function drawnIn(draft: DraftView) {
  return eventIn(draft).draws[0]?.record;
}

async function sendForm(path: string, fields: Record<string, string>) {
  const answered = await fetch(here.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: await here.signIn("organiser") },
    body: new URLSearchParams(fields),
  });
  return { status: answered.status, to: answered.headers.get("location"), text: await answered.text() };
}

async function read(path: string, who: Who | null = null) {
  const headers: Record<string, string> = who === null ? {} : { cookie: await here.signIn(who) };
  const answered = await fetch(here.url + path, { headers, redirect: "manual" });
  return { status: answered.status, text: await answered.text() };
}

async function readIn(language: string, path: string): Promise<string> {
  return (await fetch(here.url + path, { headers: { cookie: `podium-language=${language}` } })).text();
}

const DETAILS = {
  id: "spring-cup",
  "title-en": "Spring Cup",
  zone: "Europe/Paris",
  from: "2026-03-14",
  to: "2026-03-14",
};

async function begin(id: string): Promise<DraftView> {
  const begun = await send("/desk/drafts", { ...DETAILS, id });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  return begun.body;
}

async function withSingles(id: string): Promise<DraftView> {
  const { version } = await begin(id);
  const added = await send(`/desk/drafts/${id}/events`, { version, title: "Open singles", kind: "singles", bestOf: 5 });
  assert.equal(added.status, 200, JSON.stringify(added.body));
  return added.body;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWX"];
const CLUBS = ["RIV", "HAN", "KIE", "NIL"];
const NAMES = LETTERS.map((letter) => `${letter.repeat(2)}MANN ${letter}ora`);
const LIST = ["Name\tClub", ...NAMES.map((name, at) => `${name}\t${CLUBS[at % 4]}`)].join("\n");

test("from an empty page to a drawn competition at the desk, and nobody sees it before it is published", async () => {
  let { version } = await withSingles("spring-cup");
  const event = "/desk/drafts/spring-cup/events/open-singles";
  const taken = await send(`${event}/entries`, { version, list: LIST, take: "yes" });
  assert.equal(eventIn(taken.body).entries.length, 24);
  version = taken.body.version;
  const wish = { version, format: "groups-then-knock-out", groups: 6, advance: 2, places: 4, randomness: "3 5 2" };
  const drawn = await send(`${event}/draw`, wish);
  assert.deepEqual(
    drawnIn(drawn.body)?.draws.map(({ id, lines, drawn: groups }) => [id, lines?.length ?? groups?.length]),
    [
      ["groups", 6],
      ["main", 16],
    ],
  );
  for (const path of ["/competitions/spring-cup", "/competitions/spring-cup.json", "/desk/spring-cup"])
    assert.notEqual((await read(path)).status, 200, path);
  assert.doesNotMatch((await read("/competitions")).text, /Spring Cup/);
  for (const who of [null, "member", "editor"] as const)
    assert.ok([303, 401, 403].includes((await read("/desk/drafts/spring-cup", who)).status), String(who));
  const published = await send("/desk/drafts/spring-cup/publication", { version: drawn.body.version });
  assert.deepEqual(published.body, { competition: "spring-cup", entries: 24, matches: 0 });
  assert.equal((await read("/competitions/spring-cup/open-singles")).status, 200);
  assert.equal((await read("/desk/spring-cup", "organiser")).status, 200);
  assert.equal((await read("/desk/drafts/spring-cup", "organiser")).status, 404);
  const file = (await exportCompetition(here.app.storage.db, "spring-cup")) as CompetitionFile;
  assert.deepEqual([file.events[0]?.entries.length, file.events[0]?.draw?.groups?.length], [24, 6]);
});

test("one entry is completed from the people known here and taken in at once, unless something is doubtful", async () => {
  const { version } = await withSingles("one-cup");
  const event = "/desk/drafts/one-cup/events/open-singles";
  const page = await read(event, "organiser");
  assert.match(page.text, /<option value="SUN Yingsha; CHN">/);
  const one = { version, list: "SUN Yingsha; CHN", take: "if-sure" };
  const taken = await send(`${event}/entries`, one);
  const [entry] = eventIn(taken.body).entries;
  assert.deepEqual([entry?.name, entry?.association], ["SUN Yingsha", "CHN"]);
  const { version: next } = taken.body;
  for (const name of ["Yingsha Sun", "孙颖莎", "Sun, Yingsha", "SUN Yingsah"]) {
    const shown = await send(`${event}/entries`, { ...one, version: next, list: name });
    assert.equal(shown.body.lines.length, 1, name);
    const [line] = shown.body.lines;
    assert.ok(line?.isLeftOut === true || line?.doubts.some(({ code }) => code === "almost-known"), name);
  }
});

test("words are kept in the language they are written in, or in the one chosen, and each reader finds his own", async () => {
  const named = { ...DETAILS, id: "name-cup", "title-en": "", title: "서울 오픈", place: "서울", "place-fr": "Séoul" };
  const begun = await send("/desk/drafts", named);
  assert.deepEqual([begun.body.title, begun.body.place], [{ ko: "서울 오픈" }, { ko: "서울", fr: "Séoul" }]);
  const event = {
    version: 1,
    title: "男子单打",
    "title-other": "Simple messieurs",
    other: "fr",
    kind: "singles",
    bestOf: 5,
  };
  const added = await send("/desk/drafts/name-cup/events", event);
  const { code, title } = eventIn(added.body);
  assert.deepEqual(title, { zh: "男子单打", fr: "Simple messieurs" });
  const path = `/desk/drafts/name-cup/events/${code}`;
  const list = "ADAMS Eve;한강 탁구 클럽\nBELL Ann;Riverside Table Tennis";
  const taken = await send(`${path}/entries`, { version: 2, list, take: "yes" });
  const renamed = await send(`${path}/title`, {
    version: taken.body.version,
    title: "Singles",
    "title-zh": "男子单打",
  });
  assert.deepEqual(eventIn(renamed.body).title, { en: "Singles", zh: "男子单打" });
  await send("/desk/drafts/name-cup/publication", { version: renamed.body.version });
  const file = (await exportCompetition(here.app.storage.db, "name-cup")) as CompetitionFile;
  assert.deepEqual(
    file.associations?.map(({ name }) => name),
    [{ en: "Riverside Table Tennis" }, { ko: "한강 탁구 클럽" }],
  );
  for (const [language, words] of Object.entries({ en: "Singles", ko: "서울 오픈", zh: "男子单打" }))
    assert.ok((await readIn(language, "/competitions/name-cup")).includes(words), language);
});

test("words are refused twice in one language, without a language, and in none", async () => {
  const { version } = await begin("wordless-cup");
  for (const [given, field] of [
    [{ title: "서울 오픈", "title-ko": "서울" }, "title-ko"],
    [{ "title-other": "Coupe" }, "title-other"],
    [{ "title-french": "Coupe" }, "title-french"],
    [{ title: "x".repeat(201) }, "title"],
    [{}, "title"],
  ] as const) {
    const { "title-en": _, ...details } = DETAILS;
    const refused = await send("/desk/drafts/wordless-cup/details", { ...details, version, ...given });
    assert.deepEqual([refused.status, refused.body.refused.detail?.["field"]], [400, field]);
  }
});

test("a pasted list is shown with its doubts, and what is decided about a line is done", async () => {
  const { version } = await withSingles("doubt-cup");
  const path = "/desk/drafts/doubt-cup/events/open-singles/entries";
  const list = [
    "name;club",
    "Sun Yingsha;CHN",
    "WANG Chuqing;CHN",
    "ADAMS Eve;Riverside Table Tennis",
    "Eve ADAMS;Riverside Table Tennis",
    "BELL Ann;",
  ].join("\n");
  const shown = (await send(path, { version, list })).body;
  assert.deepEqual(
    shown.lines.map(({ line, doubts, isLeftOut }) => [line, doubts.map(({ code }) => code).join(), isLeftOut]),
    [
      [2, "", false],
      [3, "almost-known", false],
      [4, "", false],
      [5, "listed-twice", true],
      [6, "association-missing", false],
    ],
  );
  const meant = shown.lines[1]?.candidates[0]?.id;
  assert.match(meant ?? "", /wang-chuqin/);
  const taken = await send(path, { version, list, take: "yes", "line-3": meant });
  const { entries } = eventIn(taken.body);
  assert.deepEqual(
    entries.map(({ name, association }) => [name, association]),
    [
      ["SUN Yingsha", "CHN"],
      ["WANG Chuqin", "CHN"],
      ["ADAMS Eve", "RTT"],
      ["BELL Ann", null],
    ],
  );
  const again = await send(path, { version: taken.body.version, list: "ADAMS Eve", take: "yes" });
  assert.deepEqual([again.status, again.body.refused.code], [422, "nothing-listed"]);
});

test("in doubles the person who is chosen takes the place of the one whose name is in doubt, and of nobody else", async () => {
  const { version } = await begin("pair-cup");
  const path = "/desk/drafts/pair-cup/events";
  const added = await send(path, { version, title: "Doubles", kind: "doubles", bestOf: 5 });
  const list = "SUN Yingsah / NOVAK Adela";
  const shown = await send(`${path}/doubles/entries`, { version: added.body.version, list });
  const meant = shown.body.lines[0]?.candidates[0]?.id ?? "";
  const taken = await send(`${path}/doubles/entries`, {
    version: added.body.version,
    list,
    take: "yes",
    "line-1": meant,
  });
  assert.deepEqual(
    eventIn(taken.body).entries.map(({ name }) => name),
    ["SUN Yingsha / NOVAK Adela"],
  );
});

test("a list that is longer than any event is refused before anything is compared", async () => {
  const { version } = await withSingles("long-cup");
  const path = "/desk/drafts/long-cup/events/open-singles/entries";
  for (const list of ["A B\n".repeat(2_000), `ADAMS ${"Eve ".repeat(4_000)}`]) {
    const refused = await send(path, { version, list });
    assert.deepEqual([refused.status, refused.body.refused.code], [422, "list-too-long"]);
  }
});

test("of two who change a draft at once the second is told, and nothing of it is lost", async () => {
  const { version } = await begin("two-cup");
  const event = { version, title: "Doubles", kind: "doubles", bestOf: 5 };
  assert.equal((await send("/desk/drafts/two-cup/events", event)).status, 200);
  const second = await send("/desk/drafts/two-cup/events", { ...event, title: "Singles" });
  assert.deepEqual([second.status, second.body.refused.code], [409, "draft-moved-on"]);
  const form = await sendForm("/desk/drafts/two-cup/events", { ...event, version: String(version), bestOf: "5" });
  assert.equal(form.status, 409);
  assert.match(form.text, /value="Doubles"/, "what was typed is still there");
});

test("bad input is refused with a sentence, changes nothing, and stays in the form", async () => {
  for (const [fields, says] of [
    [{ ...DETAILS, id: "Spring Cup" }, /Small letters/],
    [{ ...DETAILS, id: "bad-cup", zone: "Paris" }, /time zone/],
    [{ ...DETAILS, id: "bad-cup", to: "2026-03-13" }, /before it begins/],
    [{ ...DETAILS, id: "paris-2024" }, /paris-2024/],
    [{ ...DETAILS, id: "bad-cup", "title-en": "" }, /title/],
  ] as const) {
    const answered = await sendForm("/desk/drafts", fields);
    assert.ok(answered.status >= 400 && answered.status < 500, JSON.stringify(fields));
    assert.match(answered.text, says);
    assert.match(answered.text, /Europe\/Paris|value="Paris"/);
  }
  assert.doesNotMatch((await read("/desk/drafts", "organiser")).text, /bad-cup/);
  const { version } = await withSingles("slip-cup");
  const path = "/desk/drafts/slip-cup/events/open-singles";
  const even = await send("/desk/drafts/slip-cup/events", { version, title: "X", kind: "singles", bestOf: 4 });
  assert.equal(even.body.refused.code, "best-of-even");
  const empty = await send(`${path}/draw`, { version, format: "knock-out" });
  assert.equal(empty.body.refused.code, "too-few-for-a-draw");
  const unpublished = await send("/desk/drafts/two-cup/publication", { version: 99 });
  assert.equal(unpublished.body.refused.code, "draft-moved-on");
});

test("an entry and an event can be taken out again, a draw made again, a draft thrown away", async () => {
  const { version } = await withSingles("again-cup");
  const path = "/desk/drafts/again-cup/events/open-singles";
  const taken = (await send(`${path}/entries`, { version, list: "ADAMS Eve\nBELL Ann\nCOLE Ian", take: "yes" })).body;
  const drawn = (await send(`${path}/draw`, { version: taken.version, format: "knock-out", randomness: "1" })).body;
  assert.equal(drawnIn(drawn)?.draws[0]?.lines?.length, 4);
  const without = (await send(`${path}/removal`, { version: drawn.version, entry: "cole" })).body;
  assert.deepEqual(
    [eventIn(without).entries.length, eventIn(without).isDrawn],
    [2, false],
    "a draw is of those who were there",
  );
  assert.notEqual(drawnIn(without)?.withdrawn, undefined, "and it stays on record");
  const empty = (await send(`${path}/removal`, { version: without.version })).body;
  assert.deepEqual(empty.events, []);
  const refused = await send("/desk/drafts/again-cup/publication", { version: empty.version });
  assert.equal(refused.body.refused.code, "draft-without-events");
  assert.equal((await send("/desk/drafts/again-cup/removal", { version: empty.version })).status, 200);
  assert.equal((await read("/desk/drafts/again-cup", "organiser")).status, 404);
});
