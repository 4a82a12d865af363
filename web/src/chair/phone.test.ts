import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WaitingIncident } from "../client/incidents.ts";
import type { Outbox } from "../client/outbox.ts";
import { callsForALook, closedWords, mayLose, networkWord } from "./phone.ts";
import type { TranslateChair } from "./translation.ts";

const t: TranslateChair = (key, params) => [key, ...Object.values(params ?? {})].join(" ");
const nothing: Outbox = { log: [], waiting: [], conflict: null, closed: null };
const rally: Outbox = { ...nothing, waiting: [{ id: "a", entry: { kind: "rally", winner: "home" } }] };
const waits: WaitingIncident = { id: "n", words: "A lamp went out", player: "", notedMs: 1, refusal: null };
const refused: WaitingIncident = { ...waits, id: "r", refusal: "No." };

describe("what was made on the phone of a chair", () => {
  const heads: Record<string, readonly [Outbox, boolean, readonly WaitingIncident[], string]> = {
    "has arrived": [nothing, true, [], "chair.sent"],
    "has arrived, and the network is gone": [nothing, false, [], "chair.disconnected"],
    "is counted, lines and incidents together": [rally, false, [waits], "chair.waiting 2"],
    "is not said to be sent where an incident was refused": [nothing, true, [refused], "chair.not-taken 1"],
    "was refused, and the network is gone": [nothing, false, [refused], "chair.disconnected, chair.not-taken 1"],
    "waits beside what was refused": [rally, true, [refused], "chair.sending 1, chair.not-taken 1"],
    "is held where the chair is closed": [{ ...rally, closed: "Gone." }, true, [waits], "chair.held 2"],
  };
  for (const [name, [box, connected, incidents, expected]] of Object.entries(heads)) {
    test(name, () => {
      assert.equal(networkWord({ box, connected, incidents }, t), expected);
    });
  }

  test("calls for a look where an incident was refused, and not while one is sent", () => {
    assert.equal(callsForALook({ box: nothing, connected: true, incidents: [refused] }), true);
    assert.equal(callsForALook({ box: nothing, connected: true, incidents: [waits] }), false);
  });

  test("is counted by a closed chair, incidents too: only where nothing is left has everything arrived", () => {
    assert.deepEqual(closedWords({ box: nothing, incidents: [], handedIn: 0 }, t), ["chair.closed-nothing"]);
    assert.deepEqual(closedWords({ box: nothing, incidents: [waits], handedIn: 0 }, t), ["chair.closed-incidents 1"]);
    assert.deepEqual(closedWords({ box: rally, incidents: [waits, refused], handedIn: 2 }, t), [
      "chair.closed-handed 2",
      "chair.closed-kept 1",
      "chair.closed-incidents 2",
    ]);
  });

  test("is lost with the page where the phone does not keep it: an incident that fits hides no rally that does not", () => {
    assert.equal(mayLose({ box: rally, stored: false, incidents: [waits], incidentsStored: true }), true);
    assert.equal(mayLose({ box: nothing, stored: true, incidents: [waits], incidentsStored: false }), true);
    assert.equal(mayLose({ box: rally, stored: true, incidents: [], incidentsStored: false }), false);
    assert.equal(mayLose({ box: nothing, stored: false, incidents: [waits], incidentsStored: true }), false);
  });
});
