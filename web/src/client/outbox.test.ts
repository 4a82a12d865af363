import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogLine, Outbox } from "./outbox.ts";
import {
  conflictAdded,
  conflictDropped,
  heldLines,
  withConflict,
  joined,
  maySend,
  openedOutbox,
  received,
  reconciled,
  shownLines,
  withLine,
  unsentCount,
} from "./outbox.ts";

function line(id: string): LogLine {
  return { id, entry: { kind: "rally", winner: "home" } };
}

function lines(ids: string): readonly LogLine[] {
  return [...ids].map(line);
}

function box(log: string, waiting: string): Outbox {
  return { log: lines(log), waiting: lines(waiting), conflict: null, closed: null };
}

function ids(of: readonly LogLine[]): string {
  return of.map((each) => each.id).join("");
}

function conflictIds(of: Outbox): string {
  return ids(of.conflict?.lines ?? []);
}

describe("an outbox", () => {
  test("shows a tap at once and counts it as waiting", () => {
    const next = withLine(box("ab", ""), line("c"));
    assert.equal(ids(shownLines(next)), "abc");
    assert.equal(unsentCount(next), 1);
    assert.ok(maySend(next));
  });

  test("moves what has arrived into the log and keeps what was tapped meanwhile", () => {
    const next = received(box("a", "bcd"), { after: 1, sent: lines("bc"), length: 3 });
    assert.ok(next !== null);
    assert.equal(ids(next.log), "abc");
    assert.equal(ids(next.waiting), "d");
  });

  test("does not trust an answer whose length does not add up", () => {
    assert.equal(received(box("a", "b"), { after: 1, sent: lines("b"), length: 3 }), null);
    assert.equal(received(box("ab", "c"), { after: 1, sent: lines("b"), length: 2 }), null);
  });
});

describe("the server's log, read again", () => {
  const cases = [
    { law: "nothing arrived: everything waits", log: "a", waiting: "bc", server: "a", leaves: ["a", "bc", ""] },
    {
      law: "the answer was lost: arrived once, not sent again",
      log: "a",
      waiting: "bc",
      server: "abc",
      leaves: ["abc", "", ""],
    },
    { law: "half arrived: the rest waits", log: "a", waiting: "bc", server: "ab", leaves: ["ab", "c", ""] },
    {
      law: "another chair wrote, nothing of ours waits: its lines stand",
      log: "a",
      waiting: "",
      server: "axy",
      leaves: ["axy", "", ""],
    },
    {
      law: "another chair wrote while ours waited: the umpire decides",
      log: "a",
      waiting: "bc",
      server: "ax",
      leaves: ["ax", "", "bc"],
    },
    {
      law: "another chair wrote after ours had arrived: nothing to decide",
      log: "a",
      waiting: "bc",
      server: "abcx",
      leaves: ["abcx", "", ""],
    },
    {
      law: "another chair wrote between ours: the umpire decides on the rest",
      log: "a",
      waiting: "bc",
      server: "abx",
      leaves: ["abx", "", "c"],
    },
    {
      law: "lines have vanished from the server: the umpire decides",
      log: "abc",
      waiting: "d",
      server: "a",
      leaves: ["a", "", "bcd"],
    },
  ];
  for (const { law, log, waiting, server, leaves } of cases) {
    test(law, () => {
      const next = reconciled(box(log, waiting), lines(server));
      assert.deepEqual([ids(next.log), ids(next.waiting), conflictIds(next)], leaves);
    });
  }
});

describe("a conflict", () => {
  const open = reconciled(box("a", "bc"), lines("ax"));

  test("stops sending and still counts its lines", () => {
    assert.ok(!maySend(open));
    assert.equal(unsentCount(open), 2);
  });

  test("added: the lines follow the log in their order", () => {
    assert.equal(ids(shownLines(conflictAdded(open))), "axbc");
    assert.ok(maySend(conflictAdded(open)));
  });

  test("dropped: the log stands as it is", () => {
    assert.equal(ids(shownLines(conflictDropped(open))), "ax");
    assert.equal(unsentCount(conflictDropped(open)), 0);
  });

  test("keeps its lines when a second one comes", () => {
    const second = withConflict(withLine(open, line("d")), {
      lines: lines("d"),
      refusal: { code: "no", message: "No." },
    });
    assert.equal(conflictIds(second), "bcd");
    assert.equal(unsentCount(second), 3);
  });

  test("ends by itself when its lines turn up in the log", () => {
    assert.equal(reconciled(open, lines("axbc")).conflict, null);
  });
});

describe("what is handed in", () => {
  test("follows the last line that both know, by its number and its id", () => {
    const { after, last, lines: held } = heldLines(box("ab", "cd"));
    assert.deepEqual([after, last, ids(held)], [2, "b", "cd"]);
    const parted = heldLines(reconciled(box("a", "bc"), lines("abx")));
    assert.deepEqual([parted.after, parted.last, ids(parted.lines)], [2, "b", "c"]);
    assert.ok(!("last" in heldLines(box("", "a"))), "nothing is known before the first line");
  });
});

describe("two tabs of one phone", () => {
  const cases = [
    {
      law: "take over what the other has tapped",
      here: box("a", "b"),
      there: box("a", "bc"),
      leaves: ["a", "bc", ""],
    },
    {
      law: "tapped at the same time, both lines wait",
      here: box("a", "b"),
      there: box("a", "c"),
      leaves: ["a", "cb", ""],
    },
    {
      law: "what the other has sent no longer waits here",
      here: box("a", "bc"),
      there: box("abc", ""),
      leaves: ["abc", "", ""],
    },
    {
      law: "what was sent here no longer waits, though the other does not know yet",
      here: box("abc", ""),
      there: box("a", "bcd"),
      leaves: ["abc", "d", ""],
    },
    {
      law: "what the other put aside is put aside here",
      here: box("a", "bc"),
      there: reconciled(box("a", "bc"), lines("ax")),
      leaves: ["ax", "", "bc"],
    },
    {
      law: "what the umpire dropped in the other tab is dropped here",
      here: reconciled(box("a", "bc"), lines("ax")),
      there: box("ax", ""),
      leaves: ["ax", "", ""],
    },
  ];
  for (const { law, here, there, leaves } of cases) {
    test(law, () => {
      const next = joined(here, there);
      assert.deepEqual([ids(next.log), ids(next.waiting), conflictIds(next)], leaves);
    });
  }
});

describe("opening the page again", () => {
  test("a phone that kept nothing begins with the page's log", () => {
    assert.equal(ids(shownLines(openedOutbox(null, lines("ab")))), "ab");
  });

  test("what waited when the tab was closed still waits", () => {
    const next = openedOutbox(box("a", "bc"), lines("a"));
    assert.deepEqual([ids(next.log), ids(next.waiting)], ["a", "bc"]);
  });

  test("an old copy of the page does not take back what has arrived", () => {
    const next = openedOutbox(box("abc", "d"), lines("a"));
    assert.deepEqual([ids(next.log), ids(next.waiting)], ["abc", "d"]);
  });

  test("a chair handed out again may send what an earlier one could not", () => {
    const next = openedOutbox({ ...box("a", "b"), closed: "withdrawn" }, lines("a"));
    assert.ok(maySend(next));
  });
});
