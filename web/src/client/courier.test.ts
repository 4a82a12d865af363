import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import type { Courier, CourierPorts, LogReply, Reply } from "./courier.ts";
import { pauseMs, startCourier } from "./courier.ts";
import type { Line } from "./outbox.ts";
import { contestAdded, maySend, openedOutbox, touched } from "./outbox.ts";

type Fate = "arrives" | "request-lost" | "answer-lost" | "arrives-late";

/** A match log as the wire promises it: what it knows already is harmless, what does not follow it is a conflict. */
class Journal {
  readonly log: Line[] = [];

  take(after: number, lines: readonly Line[]): Reply {
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
function ports(journal: Journal, fates: Fate[]): CourierPorts {
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
      for (const act of late.splice(0)) act();
      return fate === "arrives" ? reply : { kind: "lost" };
    },
    readLog: async () => ((fates.shift() ?? "arrives") === "arrives" ? journal.read() : { kind: "lost" }),
    sleep: async () => undefined,
    changed: () => undefined,
  };
}

function line(at: number): Line {
  return { id: `line-${at}`, entry: { kind: "rally", winner: "away" } };
}

async function settled(courier: Courier): Promise<void> {
  for (let turn = 0; turn < 500 && maySend(courier.box()); turn += 1) await new Promise(setImmediate);
}

const fate = fc.constantFrom<Fate>("arrives", "request-lost", "answer-lost", "arrives-late");

describe("a courier", () => {
  test("sends at once, in order, and says so", async () => {
    const journal = new Journal();
    const courier = startCourier(openedOutbox(null, []), ports(journal, []));
    for (const at of [1, 2, 3]) courier.change((box) => touched(box, line(at)));
    await settled(courier);
    assert.deepEqual(journal.log, [1, 2, 3].map(line));
    assert.deepEqual(courier.box().waiting, []);
  });

  test("any pattern of lost requests, lost answers and late arrivals ends in the same log, each line once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 40 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 25 }),
        async (fates, gaps) => {
          const journal = new Journal();
          const courier = startCourier(openedOutbox(null, []), ports(journal, [...fates]));
          for (const [at, gap] of gaps.entries()) {
            courier.change((box) => touched(box, line(at)));
            for (let turn = 0; turn < gap; turn += 1) await new Promise(setImmediate);
          }
          await settled(courier);
          assert.deepEqual(
            journal.log,
            gaps.map((_, at) => line(at)),
          );
          assert.deepEqual(courier.box().log, journal.log);
          assert.equal(courier.box().contest, null);
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
          const courier = startCourier(openedOutbox(null, []), ports(journal, [...fates]));
          for (const [at, other] of foreign.entries()) {
            if (other) journal.log.push({ ...line(at), id: `other-${at}` });
            else courier.change((box) => touched(box, line(at)));
            await new Promise(setImmediate);
          }
          await settled(courier);
          const { waiting, contest } = courier.box();
          const kept = [...journal.log, ...(contest?.lines ?? []), ...waiting].map((each) => each.id);
          assert.deepEqual(
            kept.toSorted(),
            foreign.map((other, at) => (other ? `other-${at}` : `line-${at}`)).toSorted(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the umpire's decision sends contested lines after the other chair's", async () => {
    const journal = new Journal();
    const courier = startCourier(openedOutbox(null, []), ports(journal, []));
    journal.log.push({ ...line(0), id: "other-0" });
    courier.change((box) => touched(box, line(1)));
    await settled(courier);
    assert.equal(courier.box().contest?.refusal, null);
    courier.change(contestAdded);
    await settled(courier);
    assert.deepEqual(
      journal.log.map((each) => each.id),
      ["other-0", "line-1"],
    );
  });

  test("a refusal that the log does not explain keeps the lines and the server's words", async () => {
    const journal = new Journal();
    const refusal = { code: "match-over", message: "The match is over." };
    const refusing: CourierPorts = { ...ports(journal, []), send: async () => ({ kind: "refused", refusal }) };
    const courier = startCourier(openedOutbox(null, []), refusing);
    courier.change((box) => touched(box, line(1)));
    await settled(courier);
    assert.deepEqual(courier.box().contest, { lines: [line(1)], refusal });
  });

  test("a withdrawn chair sends no more and keeps its lines", async () => {
    let requests = 0;
    const closing: CourierPorts = {
      ...ports(new Journal(), []),
      send: async () => {
        requests += 1;
        return { kind: "closed", message: "Withdrawn." };
      },
    };
    const courier = startCourier(openedOutbox(null, []), closing);
    courier.change((box) => touched(box, line(1)));
    await new Promise(setImmediate);
    courier.change((box) => touched(box, line(2)));
    courier.wake();
    await new Promise(setImmediate);
    assert.equal(requests, 1);
    assert.deepEqual(courier.box().waiting, [line(1), line(2)]);
    assert.equal(courier.box().closed, "Withdrawn.");
  });

  test("does not wait out its pause when the network comes back", async () => {
    const journal = new Journal();
    const asleep: CourierPorts = { ...ports(journal, ["request-lost"]), sleep: () => new Promise(() => undefined) };
    const courier = startCourier(openedOutbox(null, []), asleep);
    courier.change((box) => touched(box, line(1)));
    await new Promise(setImmediate);
    assert.deepEqual(journal.log, []);
    courier.wake();
    await settled(courier);
    assert.deepEqual(journal.log, [line(1)]);
  });

  test("a log read before the last answer does not undo it", async () => {
    const journal = new Journal();
    let answer: (reply: LogReply) => void = () => undefined;
    const slow: CourierPorts = {
      ...ports(journal, []),
      readLog: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    };
    const courier = startCourier(openedOutbox(null, []), slow);
    const refreshed = courier.refresh();
    courier.change((box) => touched(box, line(1)));
    await settled(courier);
    answer({ kind: "log", log: [] });
    await refreshed;
    assert.deepEqual(courier.box().log, [line(1)]);
    assert.equal(courier.box().contest, null);
  });
});

test("pauses grow from half a second to ten", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(pauseMs), [500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
});
