import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { DeskMatchPage, DeskPage, MatchLine } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

/** Matches that were not played out, in a place whose clocks stand half an hour beside others: what pages say of them. */

let here: Installation;

const BROKEN_OFF: MatchLine["games"] = [...WON.slice(0, 1), [3, 11]];
const MATCHES: readonly MatchLine[] = [
  { code: "qf-1", start: "2026-05-02T04:00:00Z", table: "7", outcome: "walkover", against: "e2" },
  { code: "qf-2", start: "2026-05-02T04:30:00Z", games: BROKEN_OFF, outcome: "retired", against: "e4" },
  { code: "qf-3", start: "2026-05-02T04:30:00Z", outcome: "walkover", against: "both" },
  { code: "qf-4", start: "2026-05-02T05:00:00Z", games: WON },
  { code: "sf-1", start: "2026-05-02T10:00:00Z", table: "7" },
];

before(async () => {
  here = await install({ examples: [] });
  const lines = ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"];
  const file = smallEvent(8, { draw: { lines }, matches: [...MATCHES] });
  await load(here.app, JSON.stringify({ ...file, competition: { ...file.competition, zone: "Asia/Kolkata" } }));
});

after(() => here.close());

/** What a page says, without its markup. */
async function wordsOf(path: string): Promise<string> {
  const { text } = await play(here, { name: path, path, as: "organiser", expects: { status: 200 } });
  return text.replace(/<(head|script|style)[^>]*>.*?<\/\1>/gs, " ").replace(/<[^<>]*>/g, " ");
}

const PAGES =
  `/ /now /competitions/cup /competitions/cup/os /matches/cup/os/qf-1 /matches/cup/os/qf-2 /matches/cup/os/qf-3
  /players/p1 /players/p3 /players/p5 /entries/cup/os/e1 /entries/cup/os/e3 /entries/cup/os/e5 /order-of-play/cup
  /desk/cup /desk/matches/cup/os/qf-1 /desk/matches/cup/os/qf-3`.split(/\s+/);

for (const path of PAGES)
  test(`${path}: no walkover reads 0-0, and no match that was broken off was won 1-1`, async () => {
    const words = await wordsOf(path);
    assert.doesNotMatch(words, /\b0\s*[-–]\s*0\b/);
    assert.doesNotMatch(words, /won 1\s*[-–]\s*1/i);
  });

test("a match that was broken off is told by the game it stood at and how it ended", async () => {
  assert.match(await wordsOf("/matches/cup/os/qf-2"), /retired/);
  assert.match(await wordsOf("/matches/cup/os/qf-1"), /walkover|did not (come|appear)/i);
});

test("where the clocks stand half an hour beside others, pages show them with the name of their zone", async () => {
  for (const path of ["/", "/competitions/cup/os", "/order-of-play/cup", "/desk/cup"])
    assert.match(await wordsOf(path), /15:30 IST/, path);
});

test("what comes next says at which table, on the home page and on that of the competition", async () => {
  for (const path of ["/", "/competitions/cup"]) assert.match(await wordsOf(path), /Table\s+7/, path);
});

test("the desk counts in its head as many matches as its rows are", async () => {
  const { text } = await play(here, {
    name: "json",
    path: "/desk/cup.json",
    as: "organiser",
    expects: { status: 200 },
  });
  const { events, matches }: DeskPage = JSON.parse(text);
  const played = matches.filter(({ row }) => row.status !== "bye");
  const counts = events.map((event) => [event.matches, event.over, event.live]);
  const of = (status: string) => played.filter(({ row }) => row.status === status).length;
  assert.deepEqual(counts, [[played.length, of("over"), of("live")]]);
});

test("before a result is confirmed the desk says who wins by it", async () => {
  const path = "/desk/matches/cup/os/qf-4";
  const { text } = await play(here, { name: "json", path: `${path}.json`, as: "organiser", expects: { status: 200 } });
  const { desk }: DeskMatchPage = JSON.parse(text);
  const form = { games: "3-11 11-9 9-11", outcome: "play", version: String(desk.row.version) };
  const asked = { name: path, method: "POST", path: `${path}/result`, as: "organiser", form } as const;
  const shown = await play(here, { ...asked, expects: { status: 200 } });
  assert.match(shown.text.replace(/<[^<>]*>/g, ""), /P8 wins the match\./);
});

for (const [status, path] of [
  [404, "/nowhere"],
  [404, "/matches/cup/os/nowhere"],
  [403, "/desk/cup"],
  [405, "/sign-out"],
] as const)
  test(`a page of ${status} knows who is signed in: ${path}`, async () => {
    await play(here, { name: path, path, as: "member", expects: { status, contains: ['action="/sign-out"'] } });
  });
