import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import {
  incidentsToSend,
  openIncidentStore,
  startIncidentSync,
  type IncidentReply,
  type WaitingIncident,
} from "./incidents.ts";
import type { TextStorage } from "./outbox-store.ts";

function storageOf(): TextStorage & { readonly entries: Record<string, string> } {
  const entries: Record<string, string> = {};
  return {
    entries,
    getItem: (name) => entries[name] ?? null,
    setItem: (name, text) => {
      entries[name] = text;
    },
  };
}

function incident(id: string): WaitingIncident {
  return { id, words: `What happened, ${id}`, player: "", notedMs: 1000, refusal: null };
}

/** A server that answers what it is told to, and remembers what it was sent. */
function syncOn(storage: TextStorage | null, answers: readonly IncidentReply["kind"][]) {
  const [sent, left]: [string[], IncidentReply["kind"][]] = [[], [...answers]];
  const store = openIncidentStore(storage, "club/ms/final");
  const sleeps: (() => void)[] = [];
  const sync = startIncidentSync({
    store,
    send: async ({ id }) => {
      sent.push(id);
      const kind = left.shift() ?? "taken";
      return kind === "refused" ? { kind, message: "No." } : { kind };
    },
    sleep: () => new Promise((resolve) => sleeps.push(resolve)),
    changed: () => undefined,
  });
  return { sync, store, sent, sleeps };
}

describe("incidents of a chair", () => {
  test("go out in their order, and none waits once it was taken", async () => {
    const { sync, store, sent } = syncOn(storageOf(), []);
    for (const id of ["a", "b"]) assert.equal(sync.add(incident(id)), true);
    await setImmediate();
    assert.deepEqual([sent, store.load()], [["a", "b"], []]);
  });

  test("wait without a network, and go out when it is back", async () => {
    const { sync, store, sent, sleeps } = syncOn(storageOf(), ["lost", "lost"]);
    sync.add(incident("a"));
    await setImmediate();
    assert.deepEqual([sent, sleeps.length, incidentsToSend(store.load()).length], [["a"], 1, 1]);
    sleeps[0]?.();
    await setImmediate();
    sync.wake();
    await setImmediate();
    assert.deepEqual([sent, store.load()], [["a", "a", "a"], []]);
  });

  test("are sent by whoever opens the match next on this phone", async () => {
    const storage = storageOf();
    syncOn(storage, ["lost"]).sync.add(incident("a"));
    await setImmediate();
    const { store, sent } = syncOn(storage, []);
    await setImmediate();
    assert.deepEqual([sent, store.load()], [["a"], []]);
  });

  test("of two tabs are all kept", () => {
    const storage = storageOf();
    for (const id of ["a", "b"])
      openIncidentStore(storage, "club/ms/final").change((incidents) => [...incidents, incident(id)]);
    assert.deepEqual(
      openIncidentStore(storage, "club/ms/final")
        .load()
        .map(({ id }) => id),
      ["a", "b"],
    );
    assert.deepEqual(openIncidentStore(storage, "club/ms/sf-1").load(), []);
  });

  test("that are refused hold up no other, say why, and go when the umpire drops them", async () => {
    const { sync, store, sent } = syncOn(storageOf(), ["refused"]);
    for (const id of ["a", "b"]) sync.add(incident(id));
    await setImmediate();
    assert.deepEqual(sent, ["a", "b"]);
    assert.deepEqual(store.load(), [{ ...incident("a"), refusal: "No." }]);
    assert.equal(incidentsToSend(store.load()).length, 0);
    sync.drop("a");
    assert.deepEqual(store.load(), []);
  });

  test("of a chair that is closed are not sent again by themselves, and kept until it is heard of again", async () => {
    const { sync, store, sent, sleeps } = syncOn(storageOf(), ["closed"]);
    sync.add(incident("a"));
    await setImmediate();
    assert.deepEqual([sent, sleeps.length, incidentsToSend(store.load()).length], [["a"], 0, 1]);
    sync.wake();
    await setImmediate();
    assert.deepEqual([sent, store.load()], [["a", "a"], []]);
  });

  test("are known to be kept or not: one that does not fit is, once it fits again", () => {
    const storage = storageOf();
    let isFull = true;
    const store = openIncidentStore(
      {
        getItem: storage.getItem,
        setItem: (name, text) => {
          if (isFull) throw new Error("full");
          storage.setItem(name, text);
        },
      },
      "club/ms/final",
    );
    assert.equal(store.isStored(), true);
    store.change((incidents) => [...incidents, incident("a")]);
    assert.deepEqual([store.isStored(), store.load().length], [false, 1]);
    isFull = false;
    store.change((incidents) => [...incidents, incident("b")]);
    assert.deepEqual([store.isStored(), store.load().length], [true, 2]);
  });

  test("on a phone that keeps nothing are sent all the same, and it is told", async () => {
    const { sync, sent } = syncOn(null, ["lost"]);
    assert.equal(sync.add(incident("a")), false);
    await setImmediate();
    sync.wake();
    await setImmediate();
    assert.deepEqual(sent, ["a", "a"]);
  });

  test("that cannot be read stop nothing", () => {
    for (const text of ["{", "7", '[{"id":1}]', "null"])
      assert.deepEqual(openIncidentStore({ ...storageOf(), getItem: () => text }, "m").load(), []);
  });
});
