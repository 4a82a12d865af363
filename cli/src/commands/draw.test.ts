import assert from "node:assert/strict";
import { test } from "node:test";
import { drawLine, verifyLine } from "./draw.ts";

interface Body {
  readonly lines?: (string | null)[];
  readonly drawn?: { name: string; entries: string[] }[];
  readonly commitment: string;
  readonly transcript: { drawn: number }[];
  readonly verified?: boolean;
  readonly refused?: { code: string; ball?: number };
}

const entries = Array.from({ length: 12 }, (_, i) => ({
  id: `e${i + 1}`,
  name: `Entry ${i + 1}`,
  association: `A${i % 4}`,
  rank: i + 1,
}));
const request = { id: "xd", sport: "table-tennis", format: "knock-out", entries, randomness: "4 2 6 1" };

const drawn = (line: object) => drawLine(JSON.stringify(line), 1).body as Body;
const verified = (line: object) => verifyLine(JSON.stringify(line), 1).body as Body;

test("the answer of a draw verifies as it stands", () => {
  const answer = drawn(request);
  assert.deepEqual([answer.lines?.length, answer.lines?.[0], answer.lines?.[15]], [16, "e1", "e2"]);
  assert.deepEqual(verified(answer), {
    id: "xd",
    verified: true,
    commitment: answer.commitment,
    balls: answer.transcript.length,
  });
});

test("groups are drawn and verified in the same way", () => {
  const answer = drawn({ ...request, format: "groups", groups: 3 });
  assert.deepEqual(
    answer.drawn?.map(({ name, entries: members }) => `${name}${members.length}`),
    ["A4", "B4", "C4"],
  );
  assert.equal(verified(answer).verified, true);
});

test("a format may be called what people call it, and is committed to under one name", () => {
  for (const format of ["knockout", "Knock Out", "KNOCK-OUT", "single_elimination", "elimination"]) {
    assert.equal(drawn({ ...request, format }).commitment, drawn(request).commitment, format);
  }
  for (const format of ["group", "Round Robin", "Groups"]) {
    assert.equal(
      drawn({ ...request, format, groups: 3 }).commitment,
      drawn({ ...request, format: "groups", groups: 3 }).commitment,
      format,
    );
  }
  const { refused } = drawn({ ...request, format: "ladder" });
  assert.equal(refused?.code, "not-understood");
  assert.match(JSON.stringify(refused), /knock-out/);
});

test("a draw in which an urn was emptied in vain verifies as it stands, and not without that urn", () => {
  const crowded = Array.from({ length: 12 }, (_, i) => ({
    id: `e${i}`,
    association: i < 4 ? "A" : `B${i % 3}`,
    rank: i + 1,
  }));
  const answers = Array.from({ length: 40 }, (_, i) =>
    drawn({ ...request, format: "groups", groups: 4, entries: crowded, randomness: `${i}` }),
  );
  const answer = answers.find(({ transcript }) => transcript.some((ball) => "emptied" in ball));
  assert.ok(answer);
  assert.equal(verified(answer).verified, true);
  const silent = answer.transcript.map((ball) => ({ ...ball, emptied: undefined }));
  assert.equal(verified({ ...answer, transcript: silent }).refused?.code, "transcript-differs");
});

test("the commitment can be published before the randomness is known, and does not depend on it", () => {
  const { randomness: _, ...before } = request;
  assert.equal(drawn(before).commitment, drawn(request).commitment);
  assert.equal(drawn(before).lines, undefined);
});

test("a forged line, ball, entry or randomness does not verify", () => {
  const answer = drawn(request);
  const swapped = [...(answer.lines ?? [])].reverse();
  assert.equal(verified({ ...answer, lines: swapped }).refused?.code, "outcome-differs");
  assert.equal(verified({ ...answer, drawn: [{ name: "A", entries: ["e1"] }] }).refused?.code, "outcome-differs");
  const groups = drawn({ ...request, format: "groups", groups: 3 });
  assert.equal(verified({ ...groups, lines: answer.lines }).refused?.code, "outcome-differs");
  assert.equal(verified({ ...answer, randomness: "6 6 6 6" }).refused?.code, "transcript-differs");
  assert.equal(verified({ ...answer, entries: entries.slice(1) }).refused?.code, "commitment-differs");
  const balls = answer.transcript.map((ball, index) => (index === 2 ? { ...ball, drawn: 9 } : ball));
  assert.deepEqual(verified({ ...answer, transcript: balls }).refused?.ball, 3);
});

test("what is no draw is refused", () => {
  assert.equal(drawn({ ...request, entries: [entries[0], entries[0]] }).refused?.code, "entry-twice");
  assert.equal(drawn({ ...request, entries: [] }).refused?.code, "not-understood");
  assert.equal(drawn({ ...request, randomness: "" }).refused?.code, "no-randomness");
  assert.equal((drawLine("{", 4).body as { id: number }).id, 4);
});
