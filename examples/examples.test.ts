import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isRefused, medals, record, replay } from "@podium/engine";
import type { EventPart } from "@podium/protocol";
import { layout } from "./layout.ts";
import { clubOpen } from "./make-club-open.ts";
import { played, exampleText } from "./example.testing.ts";

const paris = exampleText("paris-2024");
const club = exampleText("club-open");

function eventOf(file: typeof paris, code: string): EventPart {
  const event = file.events.find((candidate) => candidate.code === code);
  assert.ok(event, code);
  return event;
}

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.json`, import.meta.url), "utf8");
}

const mixedDoubles = eventOf(paris, "xd");

test("Paris: the final was won 4-2 and the bronze match 4-0, game by game", () => {
  const { matches } = played(mixedDoubles);
  const games = (code: string) =>
    matches
      .get(code)
      ?.games.map(({ score }) => `${score.home}-${score.away}`)
      .join(" ");
  assert.equal(games("final"), "11-6 7-11 11-8 11-5 7-11 11-8");
  assert.deepEqual(matches.get("final")?.gamesWon, { home: 4, away: 2 });
  assert.equal(games("bronze"), "11-5 11-7 11-7 14-12");
  assert.deepEqual(matches.get("bronze")?.gamesWon, { home: 4, away: 0 });
});

test("Paris: the medals follow from the matches", () => {
  const { plan, state } = played(mixedDoubles);
  assert.ok(state.complete);
  assert.deepEqual(medals(state, plan), [
    { medal: "gold", entry: "chn" },
    { medal: "silver", entry: "prk" },
    { medal: "bronze", entry: "kor" },
  ]);
});

test("Paris: every match was played by the entries the bracket puts into it, home on the upper line", () => {
  const { state } = played(mixedDoubles);
  assert.equal(state.matches.length, 16);
  for (const match of state.matches) {
    const line = mixedDoubles.matches?.find(({ code }) => code === match.code);
    assert.deepEqual([line?.home, line?.away], [match.entries.home, match.entries.away], match.code);
    assert.equal(match.status, "over", match.code);
  }
});

test("Paris: 16 pairs of a man and a woman, each of one association that the file names", () => {
  const associations = new Set(paris.associations?.map(({ code }) => code));
  assert.equal(mixedDoubles.entries.length, 16);
  for (const { code, players, association } of mixedDoubles.entries) {
    assert.equal(players.length, 2, code);
    assert.ok(associations.has(association ?? ""), code);
    for (const id of players)
      assert.equal(paris.players.find((player) => player.id === id)?.association, association, id);
  }
});

test("Paris: a seed that is not known is left out, and only one pair is known to have no ranking", () => {
  const seeds = mixedDoubles.entries.flatMap(({ seed }) => seed ?? []);
  assert.deepEqual(seeds, [1, 2, 3, 4, 5, 6, 7, 8, 11, 12]);
  assert.deepEqual(
    mixedDoubles.entries.filter(({ unranked }) => unranked).map(({ code }) => code),
    ["prk"],
  );
  assert.ok(mixedDoubles.entries.every(({ rank, unranked }) => rank === undefined || unranked === undefined));
});

test("Paris: seeds 1 and 2 stand at the ends of the draw, 3 and 4 in its middle", () => {
  const lineOf = (seed: number) => {
    const entry = mixedDoubles.entries.find((candidate) => candidate.seed === seed);
    return (mixedDoubles.draw?.lines ?? []).indexOf(entry?.code ?? "") + 1;
  };
  assert.deepEqual([1, 2, 3, 4].map(lineOf), [1, 16, 8, 9]);
  assert.deepEqual([5, 6, 7, 8].map(lineOf), [12, 4, 5, 13]);
});

test("Paris: the honours hold every medal of the nine Games before, each once, and none of Paris", () => {
  const honours = paris.honours ?? [];
  assert.equal(honours.length, 115);
  assert.deepEqual(
    [...new Set(honours.map(({ year }) => year))],
    [1988, 1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020],
  );
  assert.equal(new Set(honours.map((line) => JSON.stringify(line))).size, honours.length);
  const sizes = {
    "Men's doubles": 2,
    "Women's doubles": 2,
    "Mixed doubles": 2,
    "Men's team": 3,
    "Women's team": 3,
  } as Record<string, number>;
  for (const line of honours) assert.equal(line.players?.length, sizes[line.event] ?? 1, JSON.stringify(line));
});

test("Paris: DPR Korea's only medals before are of 1992, 2004 and 2016", () => {
  const lines = (paris.honours ?? []).filter(({ association }) => association === "PRK");
  assert.deepEqual(
    lines.map(({ year, event, medal }) => `${year} ${event} ${medal}`),
    [
      "1992 Women's singles bronze",
      "1992 Women's doubles bronze",
      "2004 Women's singles silver",
      "2016 Women's singles bronze",
    ],
  );
});

test("Paris: of 30 comments 27 are shown, 1 was removed with a reason and 2 were deleted by their authors", () => {
  const comments = paris.moments?.[0]?.thread?.comments ?? [];
  const removed = comments.filter((comment) => comment.removed);
  const deleted = comments.filter((comment) => comment.deleted);
  assert.deepEqual([comments.length, removed.length, deleted.length], [30, 1, 2]);
  assert.equal(comments.length - new Set([...removed, ...deleted]).size, 27);
  assert.ok(
    deleted.every(({ body }) => body === ""),
    "nothing is left of a deleted comment",
  );
});

test("Paris: the thread stands in the order of time, a reply after what it answers, every voice invented and known", () => {
  const thread = paris.moments?.[0]?.thread;
  assert.ok(thread);
  const authors = new Map(thread.authors.map((author) => [author.id, author]));
  const seen = new Map<string, number>();
  let before = 0;
  for (const { id, parent, author, at } of thread.comments) {
    assert.ok(Date.parse(at) > before, id);
    assert.ok(parent === undefined || seen.has(parent), id);
    assert.equal(authors.get(author)?.invented, true, author);
    before = Date.parse(at);
    seen.set(id, parent === undefined ? 0 : (seen.get(parent) ?? 0) + 1);
  }
  assert.equal(Math.max(...seen.values()), 3);
  const languages = new Set(thread.comments.map(({ language }) => language));
  for (const language of ["en", "ko", "zh", "ja", "es", "ar", "fr"]) assert.ok(languages.has(language), language);
});

test("Paris: the moment is told in three languages by acts of the newsroom, quotes nobody and tells no time of its ceremony", () => {
  const { acts } = JSON.parse(textOf("paris-2024.acts")) as {
    acts: { as: string; to: string; form: Record<string, string> }[];
  };
  const [ceremony, newsroom] = ["referee", "editor"].map((who) => acts.filter(({ as }) => as === who));
  assert.equal(acts.length, (ceremony?.length ?? 0) + (newsroom?.length ?? 0));
  assert.deepEqual(
    ceremony?.map(({ form }) => [form["step"], form["entry"]].filter((part) => part !== undefined).join(" ")),
    ["prepared", "called", "on-podium", "medal kor", "medal prk", "medal chn", "music", "photo", "over"],
  );
  assert.equal(ceremony?.[0]?.form["past"], "yes");
  assert.deepEqual(
    newsroom?.filter(({ form }) => form["step"] === "publish").map(({ form }) => [form["language"], form["credit"]]),
    [
      ["en", "Podium"],
      ["ko", "Podium"],
      ["zh", "Podium"],
    ],
  );
  assert.deepEqual(
    [paris.moments?.[0]?.ceremonies, paris.moments?.[0]?.reports, paris.moments?.[0]?.reactions],
    [undefined, undefined, undefined],
  );
});

test("club open: the committed file is what its maker writes", () => {
  assert.ok(textOf("club-open") === layout(clubOpen()), "run node examples/make-club-open.ts");
});

test("Paris: the files are laid out one record to a line", () => {
  for (const text of [textOf("paris-2024"), textOf("paris-2024.acts")]) assert.ok(text === layout(JSON.parse(text)));
});

test("club open: the groups are complete and fill the knock-out, first and second of a group in opposite halves", () => {
  const { state } = played(eventOf(club, "os"));
  assert.ok(state.groups.every(({ complete, rows }) => complete && rows.length === 4));
  const quarters = state.matches
    .filter(({ round }) => round === "qf")
    .map(({ entries }) => [entries.home, entries.away]);
  const place = (group: string, at: number) => state.groups.find((one) => one.group === group)?.rows[at - 1]?.entry;
  assert.deepEqual(quarters, [
    [place("A", 1), place("B", 2)],
    [place("C", 1), place("D", 2)],
    [place("D", 1), place("C", 2)],
    [place("B", 1), place("A", 2)],
  ]);
});

test("club open: every match with a side named in the file is between the entries the plan puts into it", () => {
  for (const event of club.events) {
    const { state } = played(event);
    for (const line of event.matches ?? []) {
      const match = state.matches.find(({ code }) => code === line.code);
      assert.deepEqual(
        [line.home ?? null, line.away ?? null],
        [match?.entries.home, match?.entries.away],
        line.code ?? "",
      );
    }
  }
});

test("club open: a quarter-final and a semi-final of the doubles are under way, and one match waits for a chair", () => {
  const underWay = club.events.flatMap((event) =>
    [...played(event).matches]
      .filter(([, state]) => state.progress === "playing")
      .map(([code]) => `${event.code}/${code}`),
  );
  assert.deepEqual(underWay, ["os/qf-3", "od/sf-1"]);
  assert.deepEqual(
    club.events.flatMap(({ matches = [] }) => matches.filter(({ demoUmpire }) => demoUmpire).map(({ code }) => code)),
    ["qf-3"],
  );
  const { state } = played(eventOf(club, "os"));
  assert.equal(state.matches.find(({ code }) => code === "qf-4")?.status, "ready");
});

test("club open: a doubles match of five games changes receiver and ends at five in its last game", () => {
  const line = eventOf(club, "od").matches?.find(({ code }) => code === "qf-2");
  const log = (line?.log ?? []) as Parameters<typeof replay>[1]; // the schema says the same as the type
  let state = replay({ sport: "table-tennis", kind: "doubles", bestOf: 5 }, []);
  let changes = 0;
  for (const entry of log) {
    assert.ok(!isRefused(state));
    state = record(state, entry);
    if (!isRefused(state) && state.games.length === 5 && state.outcome === null && state.calls.includes("change-ends"))
      changes += 1;
  }
  assert.ok(!isRefused(state));
  assert.deepEqual(state.gamesWon, { home: 3, away: 2 });
  assert.equal(changes, 1);
});

test("club open: nobody plays at two tables at the same time, and no table holds two matches", () => {
  const players = new Map(
    club.events.flatMap(({ code, entries }) =>
      entries.map((entry) => [`${code}/${entry.code}`, entry.players] as const),
    ),
  );
  const taken = new Set<string>();
  for (const event of club.events) {
    for (const { start, table, home, away } of event.matches ?? []) {
      const busy = [home, away].flatMap((entry) => players.get(`${event.code}/${entry}`) ?? []);
      for (const who of [`table ${table}`, ...busy]) {
        assert.ok(!taken.has(`${start} ${who}`), `${start} ${who}`);
        taken.add(`${start} ${who}`);
      }
    }
  }
});
