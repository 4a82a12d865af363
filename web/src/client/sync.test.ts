import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import type { OutboxSync, SyncPorts, LogReply, Reply } from "./sync.ts";
import { pauseMs, startSync } from "./sync.ts";
import type { LogLine } from "./outbox.ts";
import { conflictAdded, maySend, openedOutbox, withLine } from "./outbox.ts";

type Fate = "arrives" | "request-lost" | "answer-lost" | "arrives-late";

/** A match log as the wire promises it: what it knows already is harmless, what does not follow it is a conflict. */
class Journal {
  readonly log: LogLine[] = [];

  take(after: number, lines: readonly LogLine[]): Reply {
    const known = new Set(this.log.map((line) => line.id));
    const fresh = lines.filter((line) => !known.has(line.id));
    if (after + lines.length - fresh.length !== this.log.length && fresh.length > 0)
      return { kind: "conflict", refusal: { code: "log-moved-on", message: "The log is longer." } };
    this.log.push(...fresh);
    return { kind: "taken", length: this.log.length };
  }

  read(): LogReply {
    return { kind: "log", log: [...this.log] };
  }
}

/** A network that does to each request what its list of fates says; after the list everything arrives. */
function ports(journal: Journal, fates: Fate[]): SyncPorts {
  const late: (() => void)[] = [];
  return {
    send: async (after, lines) => {
      const fate = fates.shift() ?? "arrives";
      if (fate === "request-lost") return { kind: "lost" };
      if (fate === "arrives-late") {
        late.push(() => journal.take(after, lines));
        return { kind: "lost" };
      }
      const reply = journal.take(after, lines);
      for (const step of late.splice(0)) step();
      return fate === "arrives" ? reply : { kind: "lost" };
    },
    readLog: async () => ((fates.shift() ?? "arrives") === "arrives" ? journal.read() : { kind: "lost" }),
    sleep: async () => undefined,
    changed: () => undefined,
  };
}

function line(at: number): LogLine {
  return { id: `line-${at}`, entry: { kind: "rally", winner: "away" } };
}

async function settled(sync: OutboxSync): Promise<void> {
  for (let turn = 0; turn < 500 && maySend(sync.box()); turn += 1) await new Promise(setImmediate);
}

const fate = fc.constantFrom<Fate>("arrives", "request-lost", "answer-lost", "arrives-late");

describe("an outbox sync", () => {
  test("sends at once, in order, and says so", async () => {
    const journal = new Journal();
    const sync = startSync(openedOutbox(null, []), ports(journal, []));
    for (const at of [1, 2, 3]) sync.update((box) => withLine(box, line(at)));
    await settled(sync);
    assert.deepEqual(journal.log, [1, 2, 3].map(line));
    assert.deepEqual(sync.box().waiting, []);
  });

  test("any pattern of lost requests, lost answers and late arrivals ends in the same log, each line once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 40 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 25 }),
        async (fates, gaps) => {
          const journal = new Journal();
          const sync = startSync(openedOutbox(null, []), ports(journal, [...fates]));
          for (const [at, gap] of gaps.entries()) {
            sync.update((box) => withLine(box, line(at)));
            for (let turn = 0; turn < gap; turn += 1) await new Promise(setImmediate);
          }
          await settled(sync);
          assert.deepEqual(
            journal.log,
            gaps.map((_, at) => line(at)),
          );
          assert.deepEqual(sync.box().log, journal.log);
          assert.equal(sync.box().conflict, null);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("with another chair writing, no line is dropped and none is doubled, whatever the network does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
        async (fates, foreign) => {
          const journal = new Journal();
          const sync = startSync(openedOutbox(null, []), ports(journal, [...fates]));
          for (const [at, other] of foreign.entries()) {
            if (other) journal.log.push({ ...line(at), id: `other-${at}` });
            else sync.update((box) => withLine(box, line(at)));
            await new Promise(setImmediate);
          }
          await settled(sync);
          const { waiting, conflict } = sync.box();
          const arrived = [...journal.log, ...(conflict?.lines ?? []), ...waiting].map((each) => each.id);
          assert.deepEqual(
            arrived.toSorted(),
            foreign.map((other, at) => (other ? `other-${at}` : `line-${at}`)).toSorted(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the umpire's decision sends conflicting lines after the other chair's", async () => {
    const journal = new Journal();
    const sync = startSync(openedOutbox(null, []), ports(journal, []));
    journal.log.push({ ...line(0), id: "other-0" });
    sync.update((box) => withLine(box, line(1)));
    await settled(sync);
    assert.equal(sync.box().conflict?.refusal, null);
    sync.update(conflictAdded);
    await settled(sync);
    assert.deepEqual(
      journal.log.map((each) => each.id),
      ["other-0", "line-1"],
    );
  });

  test("a refusal that the log does not explain keeps the lines and the server's words", async () => {
    const journal = new Journal();
    const refusal = { code: "match-over", message: "The match is over." };
    const refusing: SyncPorts = { ...ports(journal, []), send: async () => ({ kind: "refused", refusal }) };
    const sync = startSync(openedOutbox(null, []), refusing);
    sync.update((box) => withLine(box, line(1)));
    await settled(sync);
    assert.deepEqual(sync.box().conflict, { lines: [line(1)], refusal });
  });

  test("a withdrawn chair sends no more and keeps its lines", async () => {
    let requests = 0;
    const closing: SyncPorts = {
      ...ports(new Journal(), []),
      send: async () => {
        requests += 1;
        return { kind: "closed", message: "Withdrawn." };
      },
    };
    const sync = startSync(openedOutbox(null, []), closing);
    sync.update((box) => withLine(box, line(1)));
    await new Promise(setImmediate);
    sync.update((box) => withLine(box, line(2)));
    sync.wake();
    await new Promise(setImmediate);
    assert.equal(requests, 1);
    assert.deepEqual(sync.box().waiting, [line(1), line(2)]);
    assert.equal(sync.box().closed, "Withdrawn.");
  });

  test("does not wait out its pause when the network comes back", async () => {
    const journal = new Journal();
    const asleep: SyncPorts = { ...ports(journal, ["request-lost"]), sleep: () => new Promise(() => undefined) };
    const sync = startSync(openedOutbox(null, []), asleep);
    sync.update((box) => withLine(box, line(1)));
    await new Promise(setImmediate);
    assert.deepEqual(journal.log, []);
    sync.wake();
    await settled(sync);
    assert.deepEqual(journal.log, [line(1)]);
  });

  test("a log read before the last answer does not undo it", async () => {
    const journal = new Journal();
    let answer: (reply: LogReply) => void = () => undefined;
    const slow: SyncPorts = {
      ...ports(journal, []),
      readLog: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    };
    const sync = startSync(openedOutbox(null, []), slow);
    const refreshed = sync.refresh();
    sync.update((box) => withLine(box, line(1)));
    await settled(sync);
    answer({ kind: "log", log: [] });
    await refreshed;
    assert.deepEqual(sync.box().log, [line(1)]);
    assert.equal(sync.box().conflict, null);
  });
});

test("pauses grow from half a second to ten", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(pauseMs), [500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
});
