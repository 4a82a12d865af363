import { after, before, test } from "node:test";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import type { FactKind } from "../facts/fact.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const lines = ["e1", "e2", "e3", "e4"];
  await load(here.app, JSON.stringify(smallEvent(4, { draw: { lines }, matches: [{ code: "sf-2", games: WON }] })));
});

after(() => here.close());

const desk = (match: string) => `/desk/matches/cup/os/${match}`;
const line = (id: string, entry: object) => ({ id: `line-of-${id}`, entry });
const game = (id: string, home: number, away: number) => line(id, { kind: "game", score: { home, away } });

async function chairOf(match: string, facts: readonly FactKind[] = ["chair-issued"]): Promise<string> {
  const { text } = await play(here, {
    name: match,
    method: "POST",
    path: `${desk(match)}/chair`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts },
  });
  return JSON.parse(text).chairHref;
}

async function sent(
  chair: string,
  lines: readonly object[],
  expects: Scenario["expects"] & { readonly after: number },
): Promise<void> {
  await play(here, {
    name: "lines",
    method: "POST",
    path: `${chair}/log`,
    json: { after: expects.after, lines },
    expects,
  });
}

test("a chair corrects its last line until a match that follows has begun; then only the desk does", async () => {
  const semiFinal = await chairOf("sf-1");
  await sent(semiFinal, [game("1", 11, 2), game("2", 11, 3)], {
    after: 0,
    status: 200,
    facts: ["match-line", "match-line", "match-finished"],
  });
  await sent(semiFinal, [line("3", { kind: "undo" }), game("4", 11, 5)], {
    after: 2,
    status: 200,
    facts: ["match-line", "match-line", "match-finished"],
  });
  const final = await chairOf("final");
  await sent(final, [game("5", 11, 2)], { after: 0, status: 200, facts: ["match-line"] });
  await sent(semiFinal, [line("6", { kind: "undo" })], {
    after: 4,
    status: 422,
    contains: ['"code":"later-match-begun"'],
  });
  await sent(semiFinal, [game("4", 11, 5)], { after: 3, status: 200, contains: ['"length":4'] });
});

test("when other people play a match, its chair is taken back with its log", async () => {
  const final = await chairOf("final", ["chair-withdrawn", "chair-issued"]);
  const json = {
    games: [
      { home: 4, away: 11 },
      { home: 4, away: 11 },
    ],
    outcome: "play",
    version: 4,
  };
  const facts: FactKind[] = [
    "match-reset",
    "match-reopened",
    "match-line",
    "match-line",
    "match-finished",
    "match-reset",
    "chair-withdrawn",
  ];
  await play(here, {
    name: "correction",
    method: "POST",
    path: `${desk("sf-1")}/result`,
    as: "organiser",
    json,
    expects: { status: 200, facts },
  });
  await sent(final, [game("7", 11, 2)], { after: 0, status: 410, contains: ['"code":"chair-withdrawn"'] });
});

test("what the desk has published, no chair can change", async () => {
  const final = await chairOf("final");
  await sent(final, [game("8", 11, 2), game("9", 11, 3)], {
    after: 0,
    status: 200,
    facts: ["match-line", "match-line", "match-finished", "event-decided", "moment-opened", "thread-opened"],
  });
  await play(here, {
    name: "publish",
    method: "POST",
    path: `${desk("final")}/publication`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["result-published", "chair-withdrawn"] },
  });
  await sent(final, [line("10", { kind: "undo" })], { after: 2, status: 410, contains: ['"code":"chair-withdrawn"'] });
});

test("lines of a log that was taken back do not count as recorded", async () => {
  const chair = await chairOf("final");
  await play(here, {
    name: "entered anew",
    method: "POST",
    path: `${desk("final")}/result`,
    as: "organiser",
    json: {
      games: [
        { home: 11, away: 1 },
        { home: 11, away: 1 },
      ],
      outcome: "play",
      version: await finalVersion(),
    },
    expects: { status: 200, facts: ["match-reset", "match-reopened", "match-line", "match-line", "match-finished"] },
  });
  await sent(chair, [game("8", 11, 2), game("9", 11, 3)], {
    after: 0,
    status: 409,
    contains: ['"code":"log-moved-on"', '"length":2'],
  });
  await sent(chair, [game("9", 11, 3), line("11", { kind: "undo" })], {
    after: 1,
    status: 409,
    contains: ['"code":"log-moved-on"'],
  });
  // Alone and as the next one, such a line is found by the journal, also where the laws would forbid it now.
  for (const one of [line("8", { kind: "undo" }), game("9", 11, 3)])
    await sent(chair, [one], { after: 2, status: 409, contains: ['"code":"log-moved-on"', '"length":2'] });
});

async function finalVersion(): Promise<number> {
  const { text } = await play(here, { name: "final", path: "/matches/cup/os/final.json", expects: { status: 200 } });
  return JSON.parse(text).match.version;
}
