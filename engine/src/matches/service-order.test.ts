import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import type { Seat } from "../sides.ts";
import type { LogEntry } from "./log.ts";
import { DOUBLES, SINGLES, accepted, after, rallies, refusedCode, won } from "./log.testing.ts";
import { record, replay } from "./match.ts";

/** The pairs of the tables below: A and B are home, X and Y away. */
const SEAT: Readonly<Record<string, Seat>> = { A: "home1", B: "home2", X: "away1", Y: "away2" };
const NAME: Readonly<Record<Seat, string>> = { home1: "A", home2: "B", away1: "X", away2: "Y" };

function seat(name: string): Seat {
  const found = SEAT[name];
  assert.ok(found);
  return found;
}

function serves(text: string): LogEntry {
  return { kind: "service", server: seat(text.charAt(0)), receiver: seat(text.charAt(2)) };
}

/** Two games each, so that the game after this log is the last possible one and A>X may open it. */
function fourGames(): LogEntry[] {
  return ["A>X", "X>A", "A>X", "X>A"].flatMap((service, at) => [
    serves(service),
    ...won(at % 2 === 0 ? "home" : "away"),
  ]);
}

/** Server and receiver before every point: "A>X A>X X>B ...". */
function order(start: string, text: string, decider: boolean): string {
  let state = after(DOUBLES, [...(decider ? fourGames() : []), serves(start)]);
  const seen = [state.service];
  for (const line of rallies(text)) {
    state = accepted(record(state, line));
    if (state.progress === "playing") seen.push(state.service);
  }
  return seen
    .map((service) => (service === null ? "-" : `${NAME[service.server]}>${NAME[service.receiver]}`))
    .join(" ");
}

const TABLES: readonly (readonly [law: string, start: string, decider: boolean, points: string, order: string])[] = [
  [
    "the service passes every two points, receiver to server, partner to receiver",
    "A>X",
    false,
    "hhhhhhhh",
    "A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X",
  ],
  [
    "at ten all the rotation goes on where it was, one point each",
    "A>X",
    false,
    "hahahahahahahahahahahahah",
    "A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X A>X X>B X>B B>Y Y>A A>X X>B B>Y Y>A",
  ],
  [
    "the rotation from B to Y is at A to X at ten all",
    "B>Y",
    false,
    "ahahahahahahahahahahaha",
    "B>Y B>Y Y>A Y>A A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X X>B B>Y Y>A",
  ],
  [
    "at 5-0 in the last game the receiver changes in the middle of the service",
    "A>X",
    true,
    "hhhhhaaaaa",
    "A>X A>X X>B X>B B>Y B>X X>A X>A A>Y A>Y Y>B",
  ],
  [
    "at 5-1 in the last game the receiver changes together with the service",
    "A>X",
    true,
    "hhhhahaaa",
    "A>X A>X X>B X>B B>Y B>Y Y>B Y>B B>X B>X",
  ],
  [
    "only the first five changes the receiver, not five all",
    "A>X",
    true,
    "hahahahahahaha",
    "A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X A>Y Y>B Y>B B>X B>X X>A",
  ],
  ["0-5 changes the receiver like 5-0", "A>X", true, "aaaaahhhh", "A>X A>X X>B X>B B>Y B>X X>A X>A A>Y A>Y"],
  [
    "the changed order goes on through ten all",
    "A>X",
    true,
    "hahahahahahahahahahahahah",
    "A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X A>Y Y>B Y>B B>X B>X X>A X>A A>Y A>Y Y>B Y>B B>X X>A A>Y Y>B B>X X>A",
  ],
  [
    "in every other game nothing changes at five",
    "A>X",
    false,
    "hhhhhaaaaa",
    "A>X A>X X>B X>B B>Y B>Y Y>A Y>A A>X A>X X>B",
  ],
];

for (const [law, start, decider, text, expected] of TABLES) {
  test(law, () => assert.equal(order(start, text, decider), expected));
}

test("the first receiver of a game is the player who served to that server in the game before", () => {
  const pairs = ["A>X", "A>Y", "B>X", "B>Y", "X>A", "X>B", "Y>A", "Y>B"];
  for (const first of pairs) {
    for (const server of first.startsWith("A") || first.startsWith("B") ? ["X", "Y"] : ["A", "B"]) {
      const state = after(DOUBLES, [serves(first), ...won("home"), { kind: "service", server: seat(server) }]);
      const partner: Readonly<Record<string, string>> = { A: "B", B: "A", X: "Y", Y: "X" };
      const served = server === first.charAt(2) ? first.charAt(0) : partner[first.charAt(0)];
      assert.equal(NAME[state.service?.receiver ?? "home1"], served, `${first}, then ${server}`);
    }
  }
});

test("a first receiver who did not serve to that server in the game before is refused by law 2.13.4", () => {
  const refused = replay(DOUBLES, [serves("A>X"), ...won("home"), serves("X>B")]);
  assert.ok(isRefused(refused));
  assert.equal(refused.code, "wrong-receiver");
  assert.equal(refused.detail["law"], "2.13.4");
});

test("the side that received first serves first in the next game", () => {
  const refused = replay(DOUBLES, [serves("A>X"), ...won("away"), serves("B>Y")]);
  assert.ok(isRefused(refused));
  assert.equal(refused.code, "wrong-server");
  assert.equal(refused.detail["index"], 12);
});

test("in singles the service of the next game needs no choice", () => {
  const state = after(SINGLES, [{ kind: "service", server: "away1" }, ...won("away")]);
  assert.equal(state.progress, "interval");
  assert.deepEqual(state.service, { server: "home1", receiver: "away1" });
  const next = accepted(record(state, { kind: "rally", winner: "home" }));
  assert.equal(next.progress, "playing");
  assert.deepEqual(next.games[1]?.score, { home: 1, away: 0 });
});

test("no rally is played before the service is chosen, unless nobody noted it", () => {
  const rally: LogEntry = { kind: "rally", winner: "home" };
  assert.equal(refusedCode(replay(DOUBLES, [rally])), "service-not-chosen");
  const unknown = after({ ...DOUBLES, serviceKnown: false }, [rally]);
  assert.equal(unknown.service, null);
  assert.deepEqual(unknown.games[0]?.score, { home: 1, away: 0 });
});
