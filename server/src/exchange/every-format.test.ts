import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { isRefused, medals } from "@podium/engine";
import { competitionFile, type CompetitionFile, type EventPart } from "@podium/protocol";
import { readConfig } from "../config.ts";
import { eventWithResults } from "../results/results.ts";
import { openPodium } from "../podium.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { eventId } from "../storage/codes.ts";

const doc = readFileSync(new URL("../../../docs/format.md", import.meta.url), "utf8");
const [, example = ""] = [...doc.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text ?? "");
const file = competitionFile.parse(JSON.parse(example));

const open = () => openPodium({ ...readConfig({}), dataFolder: "/nowhere" }, openTestDatabase);
const here = await open();
const elsewhere = await open();
const { app } = here;
const imported = await importCompetition(app, null, example);

after(async () => {
  await here.close();
  await elsewhere.close();
});

/** The final places and the medals of an event of the example. */
async function endOf(code: string): Promise<readonly [string, string]> {
  const event = await eventWithResults(app.storage.db, eventId(`grove-games/${code}`));
  assert.ok(event !== null && event.state.complete, `${code} is played to its end`);
  const won = medals(event.state, event.plan);
  return [
    event.state.placings.map(({ place, entry }) => `${place} ${entry}`).join(", "),
    won.map(({ medal, entry }) => `${medal} ${entry}`).join(", "),
  ];
}

/** Worked out by hand from the file. */
const ENDS = {
  league: ["1 ada, 2 ben, 3 cleo", "gold ada, silver ben, bronze cleo"],
  places: ["1 dan, 2 ada, 3 eva, 4 ben, 5 cleo, 6 finn", "gold dan, silver ada, bronze eva"],
  swiss: ["1 ada, 2 ben, 3 eva, 4 dan, 5 cleo", "gold ada, silver ben, bronze eva"],
  double: ["1 ada, 2 ben, 3 cleo, 4 dan", "gold ada, silver ben, bronze cleo"],
  qualified: ["1 ada, 2 ben, 3 cleo, 3 eva, 5 dan, 5 finn", "gold ada, silver ben, bronze cleo, bronze eva"],
  plate: ["1 ada, 2 ben, 3 dan, 3 cleo, 5 hana, 6 finn, 7 eva, 8 gus", "gold ada, silver ben, bronze dan, bronze cleo"],
} as const;

test("the example of every format can be imported as it stands", () => {
  assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
});

for (const [code, end] of Object.entries(ENDS)) {
  test(`${code}: places and medals follow from the matches`, async () => {
    assert.deepEqual(await endOf(code), end);
  });
}

test("what is exported and imported elsewhere is the same competition, in every format", async () => {
  const exported = await exportCompetition(app.storage.db, "grove-games");
  assert.ok(!isRefused(exported));
  assert.deepEqual(
    exported.events.map(({ draw }) => draw),
    file.events.map(({ draw }) => draw),
  );
  assert.ok(!isRefused(await importCompetition(elsewhere.app, null, JSON.stringify(exported))));
  assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, "grove-games"), exported);
});

test("the matches are planned as the best of what their round plays", async () => {
  const rows = await app.storage.db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "=", eventId("grove-games/qualified"))
    .execute();
  assert.deepEqual(rows.map(({ code, best_of: bestOf, phase_code: phase }) => [code, bestOf, phase]).sort(), [
    ["final", 5, "main"],
    ["q-1-1", null, "q"],
    ["q-1-2", null, "q"],
    ["sf-1", 5, "main"],
    ["sf-2", 5, "main"],
  ]);
});

for (const [text = ""] of doc.matchAll(/(?<=```json\n).*?(?=```)/gs)) {
  const { competition, events } = competitionFile.parse(JSON.parse(text));
  test(`the example ${competition.id} of the document is imported, played to its end, and the same elsewhere`, async () => {
    const [one, other] = [await open(), await open()];
    const taken = await importCompetition(one.app, null, text);
    assert.ok(!isRefused(taken), isRefused(taken) ? taken.message : "");
    for (const { code } of events) {
      const event = await eventWithResults(one.app.storage.db, eventId(`${competition.id}/${code}`));
      assert.equal(event?.state.complete, true, code);
    }
    const told = await exportCompetition(one.app.storage.db, competition.id);
    assert.ok(!isRefused(await importCompetition(other.app, null, JSON.stringify(told))));
    assert.deepEqual(await exportCompetition(other.app.storage.db, competition.id), told);
    await one.close();
    await other.close();
  });
}

type Loose = Record<string, unknown>;

async function refusedWith(code: string, change: (event: EventPart & { draw: Loose }) => void): Promise<string> {
  const changed: CompetitionFile = structuredClone(file);
  const event = changed.events.find((one) => one.code === code) as EventPart & { draw: Loose };
  change(event);
  const answer = await importCompetition(
    elsewhere.app,
    null,
    JSON.stringify({ ...changed, competition: { ...changed.competition, id: "other" } }),
  );
  assert.ok(isRefused(answer), "the slip is refused");
  assert.equal(
    await elsewhere.app.storage.db.selectFrom("competitions").select("id").where("id", "=", "other").executeTakeFirst(),
    undefined,
  );
  return answer.message.replace(/^Line \d+ /, "");
}

const phase = (event: { draw: Loose }, at: number) => (event.draw["phases"] as Loose[])[at] ?? {};

for (const [name, code, change, sentence] of [
  [
    "a format that there is not",
    "swiss",
    (event) => (phase(event, 0)["format"] = "suisse"),
    '(events[2].draw.phases[0].format): Invalid option: expected one of "knock-out"|"double-elimination"|"groups"|"swiss"',
  ],
  [
    "lines beside phases",
    "plate",
    (event) => (event.draw["lines"] = ["ada", "ben"]),
    "(events[5].draw): A draw of phases has its lines in one of them, not beside them.",
  ],
  [
    "a pair of somebody who is not in it",
    "swiss",
    (event) => (phase(event, 0)["entries"] = ["ada", "ben", "cleo", "dan"]),
    "(events[2].draw): Round 1 pairs eva, who is not in the Swiss system.",
  ],
  [
    "a ranking that there is not",
    "swiss",
    (event) => (phase(event, 0)["ranking"] = ["wins", "luck"]),
    "(events[2].draw): Entries cannot be compared by luck; there are match-points, wins, buchholz, buchholz-cut-1, " +
      "median-buchholz, sonneborn-berger, head-to-head, head-to-head-of-two, rubber-ratio, rubber-difference, " +
      "rubber-ratio-of-tied, rubber-difference-of-tied, game-ratio, game-difference, point-ratio, " +
      "point-difference, game-ratio-of-tied, game-difference-of-tied, point-ratio-of-tied, point-difference-of-tied.",
  ],
  [
    "a match of a round that is not paired",
    "swiss",
    (event) => delete phase(event, 0)["pairings"],
    "(events[2].matches[0]): ada and cleo do not meet in this draw with these results. Say who meets in the round s1 of " +
      "the Swiss system by its pairings.",
  ],
  [
    "a pair of one",
    "swiss",
    (event) => (phase(event, 0)["pairings"] = [[["ada"]]]),
    '(events[2].draw.phases[0].pairings[0][0]): A pair is two codes: ["ada", "cleo"], or ["eva", "bye"] for a bye.',
  ],
  [
    "a match that no earlier phase has",
    "qualified",
    (event) => (phase(event, 1)["lines"] = ["ada", { winner: "q-1-3" }, "ben", "bye"]),
    "(events[4].draw): The phase main takes the winner of q-1-3, which no phase before it has.",
  ],
  [
    "a line of something else",
    "qualified",
    (event) => (phase(event, 1)["lines"] = [{ victor: "q-1-1" }, "ada"]),
    '(events[4].draw.phases[1].lines[0]): A line is the code of an entry, "bye", "open", { "group", "place" }, ' +
      '{ "winner": match } or { "loser": match }.',
  ],
  [
    "a number of games for a round that there is not",
    "qualified",
    (event) => (event.draw["bestOf"] = { qf: 5 }),
    "(events[4].draw): bestOf names qf, which is no round of this draw; there are q-1, sf, final.",
  ],
  [
    "a match of somebody who is not entered",
    "league",
    (event) => event.matches?.push({ home: "ada", away: "eve", games: [[11, 1]] }),
    "(events[0].matches[6]): The match names eve, who is not entered.",
  ],
  [
    "a third match between two who meet twice",
    "league",
    (event) =>
      event.matches?.push({
        home: "ada",
        away: "ben",
        games: [
          [11, 1],
          [11, 1],
        ],
      }),
    "(events[0].matches[2]): ada and ben meet more than once: say by its code, its round, or the times of all their " +
      'matches, which this is. Where a group is played twice, its draw has "meetings": 2.',
  ],
  [
    "a match between two who do not meet by these results",
    "plate",
    (event) =>
      (event.matches ?? []).splice(6, 1, {
        home: "ada",
        away: "cleo",
        games: [
          [11, 1],
          [11, 1],
        ],
      }),
    "(events[5].matches[6]): ada and cleo do not meet in this draw with these results. ada plays final against ben.",
  ],
  [
    "a round that there is not",
    "double",
    (event) => event.matches?.push({ home: "ada", away: "ben", round: "w9" }),
    "(events[3].matches[7]): The draw has no round, group or phase w9.",
  ],
] as const satisfies readonly (readonly [string, string, (event: EventPart & { draw: Loose }) => unknown, string])[])
  test(`${name} is refused with its place and a sentence`, async () => {
    assert.equal(await refusedWith(code, change), sentence);
  });

test("what Podium does not play of a sport is refused where the event is told, before any match of it", async () => {
  const players = file.players.slice(0, 2);
  const events = [
    {
      code: "d",
      title: "Doubles",
      sport: "tennis",
      edition: "no-advantage",
      kind: "doubles",
      bestOf: 3,
      entries: [{ code: "one", players: ["ada", "ben"] }],
    },
  ];
  const text = JSON.stringify({ ...file, competition: { ...file.competition, id: "doubles" }, players, events });
  const answer = await importCompetition(elsewhere.app, null, text);
  assert.ok(isRefused(answer));
  assert.equal(answer.code, "kind-not-played");
  assert.match(answer.message, /events\[0\]\): Podium does not play doubles of tennis by the edition no-advantage\.$/);
});

test("Paris 2024 men's singles with its preliminary round as a phase: the same medals and the same places", async () => {
  const path = new URL("../competitions/records/paris-2024-ms.json", import.meta.url);
  const whole = competitionFile.parse(JSON.parse(readFileSync(path, "utf8")));
  const [event] = whole.events;
  const drawn = event?.draw?.lines ?? [];
  const pairs = drawn.flatMap((home, at) => (at % 2 === 0 ? [[home, drawn[at + 1] ?? "bye"] as const] : []));
  const preliminary = pairs.filter((pair) => !pair.includes("bye"));
  const lines = pairs.map((pair) => {
    const [entry = "bye"] = pair.filter((line) => line !== "bye");
    return pair.includes("bye") ? entry : { winner: `preliminary-1-${preliminary.indexOf(pair) + 1}` };
  });
  const inPhases = {
    ...whole,
    competition: { ...whole.competition, id: "paris-2024-ms-phases" },
    events: [
      {
        ...event,
        draw: {
          phases: [
            { code: "preliminary", format: "knock-out", winners: 3, lines: preliminary.flat() },
            { code: "main", format: "knock-out", bronzeMatch: true, lines },
          ],
        },
        matches: event?.matches?.map(({ code, ...match }) =>
          code?.startsWith("r128-") === true ? match : { ...match, code },
        ),
      },
    ],
    moments: [],
  };
  for (const one of [whole, inPhases]) {
    const taken = await importCompetition(app, null, JSON.stringify(one));
    assert.ok(!isRefused(taken), isRefused(taken) ? taken.message : "");
  }
  const [before, now] = await Promise.all(
    ["paris-2024-ms/ms", "paris-2024-ms-phases/ms"].map((id) => eventWithResults(app.storage.db, eventId(id))),
  );
  assert.equal(preliminary.length, 3);
  assert.ok(before != null && now != null && now.state.complete);
  assert.deepEqual(medals(now.state, now.plan), medals(before.state, before.plan));
  const placesOf = ({ state }: NonNullable<typeof now>) =>
    state.placings.map(({ place, entry }) => `${place} ${entry}`).sort();
  assert.deepEqual(placesOf(now), placesOf(before));
});
