import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  drawnLine,
  verifyDrawnLine,
  type DayPlanAnswer,
  type DeskPage,
  type DraftView,
  type DrawRecordView,
  type EventPage,
  type ListedLine,
} from "@podium/protocol";
import { isRefused } from "@podium/engine";
import { install, type Installation } from "./scenario.testing.ts";

const DRAFT = "/desk/drafts/spring-cup";
const NAMES = [..."ABCDEFGHIJKLMNOPQRSTU"].map((letter) => `${letter.repeat(2)}MANN ${letter}ora`);
const CLUBS = ["RIV", "HAN", "KIE", "NIL"];

/** 24 lines as a spreadsheet has them: two spellings to look at, one who stands twice, one without a club. */
const LIST = [
  "Name\tClub",
  ...NAMES.map((name, at) => `${name}\t${CLUBS[at % 4]}`),
  "SUN Yingsah\tCHN",
  "AAMANN Aora\tRIV",
  "WOLFSBERG Kim\t",
  "WOLFSBURG Kim\tNIL",
].join("\n");

const PAIRS = ["Pair\tClub", ...[0, 2, 4, 6].map((at) => `${NAMES[at]} / ${NAMES[at + 1]}\tRIV`)].join("\n");

/** From nothing to the medals by JSON alone, in order: each test goes on where the one before it stopped. */
suite("a whole competition over the JSON API", () => {
  let here: Installation;
  let version = 0;

  before(async () => {
    here = await install();
  });
  after(() => here.close());

  async function get<Shape>(path: string): Promise<Shape> {
    const cookie = await here.signIn("organiser");
    const answer = await fetch(`${here.url}${path}`, { headers: { cookie, accept: "application/json" } });
    const text = await answer.text();
    assert.equal(answer.status, 200, `${path}: ${text.slice(0, 600)}`);
    return JSON.parse(text) as Shape;
  }

  async function post<Shape>(path: string, body: unknown, status = 200): Promise<Shape> {
    const headers = { cookie: await here.signIn("organiser"), "content-type": "application/json" };
    const answer = await fetch(`${here.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    assert.equal(answer.status, status, `${path}: ${text.slice(0, 600)}`);
    return JSON.parse(text) as Shape;
  }

  /** Changes the draft as it was seen last. */
  async function change(path: string, body: Readonly<Record<string, unknown>>): Promise<DraftView> {
    const draft = await post<DraftView>(`${DRAFT}${path}`, { ...body, version });
    assert.equal(draft.version, version + 1, path);
    version = draft.version;
    return draft;
  }

  test("begins with a name, days and a time zone", async () => {
    const days = { zone: "Europe/Paris", from: "2026-12-05", to: "2026-12-05" };
    const draft = await post<DraftView>("/desk/drafts", { id: "spring-cup", "title-en": "Spring Cup", ...days });
    assert.deepEqual([draft.id, draft.events], ["spring-cup", []]);
    version = draft.version;
  });

  test("takes a pasted list in with its doubts decided", async () => {
    await change("/events", { title: "Open singles", kind: "singles", bestOf: 5 });
    const entries = `${DRAFT}/events/open-singles/entries`;
    const { lines } = await post<{ lines: ListedLine[] }>(entries, { version, list: LIST, take: "if-sure" });
    assert.deepEqual(
      lines.filter(({ doubts }) => doubts.length > 0).map(({ line }) => line),
      [23, 24, 25, 26],
    );
    const sun = lines.find(({ line }) => line === 23)?.candidates[0]?.id;
    const draft = await change("/events/open-singles/entries", { list: LIST, take: "yes", "line-23": sun });
    const [event] = draft.events;
    assert.equal(event?.entries.length, 24);
    assert.ok(event?.entries.some(({ name }) => name === "SUN Yingsha"));
  });

  test("draws groups of four with the knock-out after them, and keeps another event for a draw in public", async () => {
    const rules = { format: "groups-then-knock-out", groups: 6, advance: 2, "bestOf-final": 7 };
    const draft = await change("/events/open-singles/draw", { ...rules, randomness: "3 5 2 6" });
    const drawn = draft.events[0]?.draws[0]?.record.draws[0]?.drawn ?? [];
    assert.deepEqual(
      drawn.map(({ entries }) => entries.length),
      [4, 4, 4, 4, 4, 4],
    );
    await change("/events", { title: "Doubles", kind: "doubles", bestOf: 3 });
    await change("/events/doubles/entries", { list: PAIRS, take: "yes" });
    await change("/events/doubles/rules", { format: "knock-out", bronzeMatch: "yes" });
  });

  test("is not found by readers until it is published", async () => {
    assert.equal((await fetch(`${here.url}/competitions/spring-cup.json`)).status, 404);
    const published = await post<{ competition: string; entries: number }>(`${DRAFT}/publication`, { version });
    assert.deepEqual([published.competition, published.entries], ["spring-cup", 28]);
    assert.equal((await fetch(`${here.url}/competitions/spring-cup.json`)).status, 200);
  });

  test("is drawn in public, and the draw is verified", async () => {
    const draw = "/desk/events/spring-cup/doubles/draw";
    await post(draw, { how: "in-public", randomness: "4 1 6", given: "The guest of the evening" });
    const { records } = await post<{ records: DrawRecordView[] }>(`${draw}/pace`, { pace: "all" });
    const drawn = records[0]?.record.draws[0] ?? assert.fail("it is on record");
    const verified = verifyDrawnLine(drawnLine.parse(drawn));
    assert.ok(!isRefused(verified), "it is verified");
  });

  test("is laid on six tables of its day", async () => {
    const day = { date: "2026-12-05", from: "09:00", tables: "1-6", rest: 5 };
    const seen = await post<DayPlanAnswer>("/desk/spring-cup/plan", day);
    const laid = await post<{ matches: number }>("/desk/spring-cup/plan", {
      ...day,
      confirm: "yes",
      shown: seen.shown,
    });
    assert.equal(laid.matches, seen.plan.length);
    const { matches } = await get<DeskPage>("/desk/spring-cup.json");
    const unplanned = matches.filter(({ row }) => row.status !== "bye" && (row.startMs === null || row.table === null));
    assert.deepEqual(unplanned, []);
  });

  test("takes every result in, and signs them off, until both events have their medals", async () => {
    for (let round = 0; round < 20; round += 1) {
      const { matches } = await get<DeskPage>("/desk/spring-cup.json");
      const ready = matches.filter(({ row }) => row.status === "ready");
      if (ready.length === 0) break;
      for (const { row } of ready) await post(`/desk/matches/${row.id}/result`, resultOf(row.version, row.bestOf));
    }
    const { matches } = await get<DeskPage>("/desk/spring-cup.json");
    const seen = Object.fromEntries(
      matches.filter(({ published }) => !published).map(({ row }) => [row.id, row.version]),
    );
    await post("/desk/spring-cup/publications", seen);
    for (const [event, medals] of [
      ["open-singles", 4],
      ["doubles", 3],
    ] as const) {
      const page = await get<EventPage>(`/competitions/spring-cup/${event}.json`);
      assert.equal(page.medals.length, medals, event);
    }
  });
});

/** A result in which home wins in straight games. */
function resultOf(version: number, bestOf: number) {
  const games = Array.from({ length: (bestOf + 1) / 2 }, () => ({ home: 11, away: 7 }));
  return { version, games, outcome: "play" };
}
