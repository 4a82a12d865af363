import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile, CompetitionPage, EventPage, MatchLine, MatchPage, MomentPage } from "@podium/protocol";
import { exportCompetition } from "../exchange/export.ts";
import type { FactKind } from "../facts/fact.ts";
import { install, play, type Installation } from "../web-server/scenario.testing.ts";
import { openStream, type OpenedStream } from "../live/stream.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

async function read<Data>(path: string): Promise<Data> {
  const { text } = await play(here, { name: path, path: `${path}.json`, expects: { status: 200 } });
  return JSON.parse(text);
}

const EVENT = "paris-2024/xd";
const FINAL = `/desk/matches/${EVENT}/final/result`;
const WON_BY_CHINA = [
  [11, 6],
  [7, 11],
  [11, 8],
  [11, 5],
  [7, 11],
  [11, 8],
] as const;
const WON_BY_DPR_KOREA = [
  [11, 6],
  [7, 11],
  [8, 11],
  [5, 11],
  [11, 7],
  [8, 11],
] as const;

async function versionOf(match: string): Promise<number> {
  return (await read<MatchPage>(`/matches/${match}`)).match.version;
}

async function enter(
  match: string,
  games: readonly (readonly [number, number])[],
  facts: readonly FactKind[],
): Promise<void> {
  const json = {
    games: games.map(([home, away]) => ({ home, away })),
    outcome: "play",
    version: await versionOf(match),
  };
  await play(here, {
    name: match,
    method: "POST",
    path: `/desk/matches/${match}/result`,
    as: "organiser",
    json,
    expects: { status: 200, facts },
  });
}

/** What stands where the medals of the event are shown. */
async function told() {
  const event = await read<EventPage>("/competitions/paris-2024/xd");
  const competition = await read<CompetitionPage>("/competitions/paris-2024");
  const moment = await read<MomentPage>("/moments/paris-2024-xd-podium");
  const medalLine = ({ medal, entry }: EventPage["medals"][number]) => `${medal} ${entry.code}`;
  return {
    event: event.medals.map(medalLine),
    card: competition.events[0]?.medals.map(medalLine),
    table: competition.medalTable.map(
      ({ association, gold, silver, bronze }) => `${association.code} ${gold} ${silver} ${bronze}`,
    ),
    podium: moment.podium.map(medalLine),
    result: moment.result.map((match) => `${match.id} ${match.gamesWon?.home}-${match.gamesWon?.away}`),
    stories: moment.storylines.map((story) => JSON.stringify(story)),
    places: event.placings.slice(0, 4).map(({ place, entry }) => `${place} ${entry.code}`),
  };
}

async function exported() {
  const file = await exportCompetition(here.app.storage.db, "paris-2024");
  assert.ok(!isRefused(file));
  return file;
}

const lines = (count: number): FactKind[] => Array.from({ length: count }, () => "match-line");

test("what a correction of the final would change is said first, and nothing is changed by saying it", async () => {
  const form = {
    games: WON_BY_DPR_KOREA.map((game) => game.join("-")).join(" "),
    outcome: "play",
    version: String(await versionOf(`${EVENT}/final`)),
  };
  await play(here, {
    name: "foretold",
    method: "POST",
    path: FINAL,
    as: "organiser",
    form,
    expects: { status: 200, contains: ["Gold", "Silver", 'value="yes"'], absent: ["desk.consequence"] },
  });
});

test("a correction that stops a match under way says so, and names who plays it", async () => {
  const match = "riverside-open/od/qf-1";
  const form = { games: "9-11 9-11 9-11", outcome: "play", version: String(await versionOf(match)) };
  const contains = [
    "Semi-final 1 is being played: it is set back to its start",
    "BRAMBLE Otis / LARK Posy plays instead of MUN Gaon / NO Iseul",
  ];
  await play(here, {
    name: "foretold",
    method: "POST",
    path: `/desk/matches/${match}/result`,
    as: "organiser",
    form,
    expects: { status: 200, contains },
  });
});

test("the final is corrected: bracket, medals, medal table, moment, storylines and file follow; and back again", async () => {
  const before = { told: await told(), file: await exported() };
  assert.deepEqual(before.told.event, ["gold chn", "silver prk", "bronze kor"]);
  await enter(`${EVENT}/final`, WON_BY_DPR_KOREA, [
    "match-reset",
    "match-reopened",
    ...lines(6),
    "match-finished",
    "event-decided",
  ]);
  const corrected = await told();
  assert.deepEqual(corrected.event, ["gold prk", "silver chn", "bronze kor"]);
  assert.deepEqual(corrected.card, corrected.event);
  assert.deepEqual(corrected.podium, corrected.event);
  assert.deepEqual(corrected.table, ["CHN 3 1 0", "PRK 1 0 0", "SWE 0 2 0", "JPN 0 1 0", "FRA 0 0 2", "KOR 0 0 2"]);
  assert.deepEqual(corrected.places.slice(0, 2), ["1 prk", "2 chn"]);
  assert.ok(corrected.result.includes(`${EVENT}/final 2-4`));
  assert.notDeepEqual(corrected.stories, before.told.stories);
  const file = await exported();
  assert.deepEqual(file.events[0]?.matches?.find(({ code }) => code === "final")?.games, WON_BY_DPR_KOREA);
  await enter(`${EVENT}/final`, WON_BY_CHINA, [
    "match-reset",
    "match-reopened",
    ...lines(6),
    "match-finished",
    "event-decided",
  ]);
  assert.deepEqual(await told(), before.told);
  assert.deepEqual(
    await exported(),
    withoutSignature(before.file, "final"),
    "what was corrected is to be signed off again",
  );
});

function withoutSignature(file: CompetitionFile, match: string): CompetitionFile {
  const unsigned = (line: MatchLine): MatchLine => {
    const { published: _, ...rest } = line;
    return line.code === match ? rest : line;
  };
  return {
    ...file,
    events: file.events.map((event) => ({
      ...event,
      ...(event.matches === undefined || event.code !== "xd" ? {} : { matches: event.matches.map(unsigned) }),
    })),
  };
}

test("a semi-final is corrected: the final is void, the other two play for bronze, no medal is left", async () => {
  const semi = [
    [4, 11],
    [11, 8],
    [11, 8],
    [11, 7],
    [11, 7],
  ] as const;
  const { games: asPlayed } = (await read<MatchPage>(`/matches/${EVENT}/sf-2`)).match;
  await play(here, {
    name: "foretold",
    method: "POST",
    path: `/desk/matches/${EVENT}/sf-2/result`,
    as: "organiser",
    form: {
      games: semi.map((game) => game.join("-")).join(" "),
      outcome: "play",
      version: String(await versionOf(`${EVENT}/sf-2`)),
    },
    expects: { status: 200 },
  });
  await enter(`${EVENT}/sf-2`, semi, [
    "match-reset",
    "match-reopened",
    ...lines(5),
    "match-finished",
    "match-reset",
    "match-reopened",
    "match-reset",
    "match-reopened",
    "event-reopened",
    "moment-closed",
  ]);
  const { medals } = await read<EventPage>("/competitions/paris-2024/xd");
  const { medalTable } = await read<CompetitionPage>("/competitions/paris-2024");
  assert.deepEqual(medals, []);
  assert.deepEqual(
    medalTable.map(({ association, gold, silver, bronze }) => `${association.code} ${gold} ${silver} ${bronze}`),
    ["CHN 3 0 0", "SWE 0 2 0", "JPN 0 1 0", "FRA 0 0 2", "KOR 0 0 1"],
    "the medals of the other events stay",
  );
  const moment = "/moments/paris-2024-xd-podium";
  await play(here, { name: "the moment is prepared again", path: moment, expects: { status: 404 } });
  const final = (await read<MatchPage>(`/matches/${EVENT}/final`)).match;
  assert.deepEqual(
    [final.status, final.home.entry?.code, final.away.entry?.code, final.games],
    ["ready", "chn", "hkg", []],
  );
  const bronze = (await read<MatchPage>(`/matches/${EVENT}/bronze`)).match;
  assert.deepEqual([bronze.status, bronze.home.entry?.code, bronze.away.entry?.code], ["ready", "kor", "prk"]);
  await enter(
    `${EVENT}/sf-2`,
    asPlayed.map(({ home, away }) => [home, away] as const),
    ["match-reset", "match-reopened", ...lines(asPlayed.length), "match-finished"],
  );
  const back = (await read<MatchPage>(`/matches/${EVENT}/final`)).match;
  assert.deepEqual([back.status, back.away.entry?.code], ["ready", "prk"], "what was played is not invented again");
  await enter(`${EVENT}/final`, WON_BY_CHINA, [...lines(6), "match-finished"]);
  await enter(
    `${EVENT}/bronze`,
    [
      [11, 5],
      [11, 7],
      [11, 7],
      [14, 12],
    ],
    [...lines(4), "match-finished", "event-decided", "moment-opened"],
  );
  assert.deepEqual((await told()).event, ["gold chn", "silver prk", "bronze kor"]);
});

test("a page that is open hears of it: the match that was played, and the one that now knows who plays", async () => {
  const semi = "riverside-open/os/sf-1";
  const page = await openStream(here.url, [`match:${semi}`]);
  const final = await openStream(here.url, ["match:riverside-open/os/final"]);
  await enter(
    semi,
    [
      [11, 7],
      [11, 8],
      [11, 9],
    ],
    [...lines(3), "match-finished"],
  );
  assert.match(await nextData(page), new RegExp(`"id":"${semi}".*"status":"over"`));
  assert.match(await nextData(final), /"id":"riverside-open\/os\/final".*"code":"cedro"/);
  page.close();
  final.close();
});

async function nextData(stream: OpenedStream): Promise<string> {
  return (await stream.next()).data;
}

test("who reads a kept page reads what was corrected since", async () => {
  const page = async (path: string) =>
    (await (await fetch(here.url + path)).text()).replaceAll(
      /data-version="\d+"|"version":\d+|<meta name="podium-live"[^>]*>/g,
      "",
    );
  const paths = [
    "/",
    "/competitions/paris-2024",
    "/competitions/paris-2024/xd",
    `/matches/${EVENT}/final`,
    "/entries/paris-2024/xd/prk",
    "/players/ri-jong-sik",
    "/moments/paris-2024-xd-podium",
  ];
  const before = await Promise.all(paths.map(page));
  assert.deepEqual(await Promise.all(paths.map(page)), before);
  await enter(`${EVENT}/final`, WON_BY_DPR_KOREA, [
    "match-reset",
    "match-reopened",
    ...lines(6),
    "match-finished",
    "event-decided",
  ]);
  for (const [at, path] of paths.entries())
    assert.notEqual(await page(path), before[at], `${path} shows what was before`);
  await enter(`${EVENT}/final`, WON_BY_CHINA, [
    "match-reset",
    "match-reopened",
    ...lines(6),
    "match-finished",
    "event-decided",
  ]);
  for (const [at, path] of paths.entries()) assert.equal(await page(path), before[at], path);
});
