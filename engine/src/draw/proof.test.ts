import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { type Refusal, isRefused } from "../refusal.ts";
import { canonicalJson } from "./canonical-json.ts";
import { type Lot, lotFrom } from "./lot.ts";
import { type DrawEntry, type DrawRequest, type Drawn, commitmentOf, performDraw, verifyDraw } from "./provable.ts";
import { sha256Hex, utf8 } from "./sha-256.ts";
import type { Ball, EmptiedUrn } from "./urn.ts";

const SEED = process.env["PODIUM_SEED"] ?? "proof";

test("SHA-256 is the one everybody has", () => {
  const texts = ["", "abc", "a".repeat(55), "a".repeat(56), "a".repeat(64), "한국 中国 😀 é", "x".repeat(5000)];
  for (const text of texts) assert.equal(sha256Hex(text), createHash("sha256").update(text, "utf8").digest("hex"));
});

test("a text is read as UTF-8 on both sides of every length of a character", () => {
  for (const point of [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff]) {
    const text = String.fromCodePoint(point);
    assert.deepEqual(utf8(text), new Uint8Array(Buffer.from(text, "utf8")), point.toString(16));
  }
});

test("canonical JSON has one form: keys in order, no space, nothing without a value", () => {
  assert.equal(
    canonicalJson({ b: [1, null, "é\n"], a: { d: undefined, c: true } }),
    '{"a":{"c":true},"b":[1,null,"é\\n"]}',
  );
});

test("the generator is SHA-256 in counter mode", () => {
  const key = createHash("sha256").update("podium-lot/1\nc\nr").digest();
  const block = createHash("sha256")
    .update(Buffer.concat([key, Buffer.from([0, 0, 0, 0])]))
    .digest();
  const lot = lotFrom("c", "r");
  for (let i = 0; i < 8; i += 1) assert.equal(lot.below(2 ** 32), block.readUInt32BE(4 * i));
  const next = createHash("sha256")
    .update(Buffer.concat([key, Buffer.from([0, 0, 0, 1])]))
    .digest();
  assert.equal(lot.below(2 ** 32), next.readUInt32BE(0));
});

test("every number is equally likely, and a number that would favour some is thrown away", () => {
  const lot = lotFrom(SEED, "even");
  const counts = Array.from({ length: 6 }, () => 0);
  for (let i = 0; i < 60_000; i += 1) {
    const number = lot.below(6);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const deviation = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  assert.ok(deviation < 30, `chi-square ${deviation} with 5 degrees of freedom (seed ${SEED})`);
  const third = lotFrom(SEED, "rejection");
  const [plain, limit] = [lotFrom(SEED, "rejection"), 3 * 2 ** 30];
  for (let i = 0; i < 100; i += 1) {
    let number = plain.below(2 ** 32);
    while (number >= limit) number = plain.below(2 ** 32);
    assert.equal(third.below(limit), number);
  }
});

/** Entries of chance, with seeds, byes, associations, equal and missing ranks. */
function requestOf(lot: Lot): DrawRequest {
  const count = 2 + lot.below(30);
  const entries = Array.from({ length: count }, (_, i): DrawEntry => ({
    id: `e${i + 1}`,
    name: `Entry ${i + 1}`,
    ...(lot.below(4) > 0 ? { rank: 1 + lot.below(count) } : {}),
    ...(lot.below(5) > 0 ? { association: `A${lot.below(6)}` } : {}),
  }));
  const groups = lot.below(3) === 0 && count >= 4 ? 1 + lot.below(Math.floor(count / 2)) : null;
  if (groups !== null) return { sport: "table-tennis", format: "groups", groups, entries };
  return {
    sport: "table-tennis",
    format: "knock-out",
    entries,
    seedLines: ["ittf", "bwf", "tennis"][lot.below(3)] ?? "ittf",
  };
}

function drawn(request: DrawRequest, randomness: string): Drawn {
  const answer = performDraw(request, randomness);
  if (isRefused(answer)) throw new Error(answer.message);
  return answer;
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const codeOf = (answer: unknown) => (isRefused(answer) ? (answer as Refusal).code : null);

test(`a draw replays bit for bit, and any changed ball, entry or randomness is found (seed ${SEED})`, () => {
  const lot = lotFrom(SEED, "replay");
  for (let round = 0; round < 100; round += 1) {
    const request = requestOf(lot);
    const published = drawn(request, `dice ${round}`);
    assert.equal(JSON.stringify(drawn(copy(request), `dice ${round}`)), JSON.stringify(published));
    assert.equal(isRefused(verifyDraw(request, `dice ${round}`, copy(published))), false);
    const ball = lot.below(published.transcript.length);
    const forged = published.transcript.map((one, index) => (index === ball ? { ...one, drawn: one.drawn + 1 } : one));
    const found = verifyDraw(request, `dice ${round}`, { ...published, transcript: forged });
    assert.deepEqual([codeOf(found), isRefused(found) ? found.detail["ball"] : null], ["transcript-differs", ball + 1]);
    const [first, ...others] = request.entries;
    const changed = { ...request, entries: [{ ...first, id: first?.id ?? "", name: "Somebody else" }, ...others] };
    assert.equal(codeOf(verifyDraw(changed, `dice ${round}`, published)), "commitment-differs");
    const lines = [...published.lines].reverse();
    const groups = [...published.groups].reverse();
    if (request.entries.length > 2 && (lines.length > 0 || groups.length > 1)) {
      assert.equal(codeOf(verifyDraw(request, `dice ${round}`, { ...published, lines, groups })), "outcome-differs");
    }
  }
});

/** The balls of an urn in the order in which the lot lets them out; so many, or all of them. */
function comeOut({ among }: Pick<EmptiedUrn, "among">, lot: Lot, count = among.length): (string | number)[] {
  const left = [...among];
  return Array.from({ length: count }, () => left.splice(lot.below(left.length), 1)).flat();
}

function followed(ball: Ball, lot: Lot): boolean {
  if (ball.step === "put-back") return true;
  const emptied = (ball.emptied ?? []).every(
    (urn) => canonicalJson(comeOut(urn, lot)) === canonicalJson([...urn.aside]),
  );
  const kept = [...(ball.aside ?? []), ball.result];
  return emptied && canonicalJson(comeOut(ball, lot, kept.length)) === canonicalJson(kept);
}

test(`the transcript leaves no number of the lot out: it can be followed without the rules of the draw (seed ${SEED})`, () => {
  const chance = lotFrom(SEED, "follow");
  let emptied = 0;
  for (let round = 0; round < 200; round += 1) {
    const { commitment, transcript } = drawn(requestOf(chance), `dice ${round}`);
    const lot = lotFrom(commitment, `dice ${round}`);
    for (const ball of transcript) assert.ok(followed(ball, lot), `round ${round}, ball ${ball.ball}`);
    emptied += transcript.filter((ball) => ball.emptied !== undefined).length;
  }
  assert.ok(emptied > 0, "no urn was emptied");
});

test("1,024 entries of 120 associations are drawn within five seconds of work: their balls are not put back", () => {
  const entries = Array.from({ length: 1024 }, (_, i) => ({
    id: `e${i}`,
    rank: i + 1,
    association: `A${(i * 7919) % 120}`,
  }));
  const before = process.cpuUsage();
  const { lines, transcript } = drawn({ sport: "table-tennis", format: "knock-out", entries }, "dice");
  assert.ok(process.cpuUsage(before).user < 5_000_000);
  assert.equal(new Set(lines).size, 1024);
  assert.ok(transcript.every(({ step }) => step !== "put-back"));
});

test("a published draw says nothing beside its outcome: groups of a knock-out, or lines of groups, do not verify", () => {
  const entries = Array.from({ length: 8 }, (_, i) => ({ id: `e${i + 1}`, rank: i + 1 }));
  const lines = drawn({ sport: "table-tennis", format: "knock-out", entries }, "dice");
  const groups = drawn({ sport: "table-tennis", format: "groups", groups: 2, entries }, "dice");
  const knockOut: DrawRequest = { sport: "table-tennis", format: "knock-out", entries };
  assert.equal(codeOf(verifyDraw(knockOut, "dice", { ...lines, groups: groups.groups })), "outcome-differs");
  const inGroups: DrawRequest = { sport: "table-tennis", format: "groups", groups: 2, entries };
  assert.equal(codeOf(verifyDraw(inGroups, "dice", { ...groups, lines: lines.lines })), "outcome-differs");
  assert.equal(codeOf(verifyDraw(inGroups, "dice", groups)), null);
});

test("a draw made by a former version of the algorithm is named as such", () => {
  const request: DrawRequest = { sport: "table-tennis", format: "knock-out", entries: [{ id: "a" }, { id: "b" }] };
  const commitment = sha256Hex(
    canonicalJson({ algorithm: "podium-draw/1", request: { ...request, entries: [{ id: "a" }, { id: "b" }] } }),
  );
  assert.equal(codeOf(verifyDraw(request, "dice", { commitment, transcript: [] })), "former-algorithm");
});

test("other dice give other draws, and each line is equally likely", () => {
  const entries = Array.from({ length: 8 }, (_, i) => ({ id: `e${i + 1}` }));
  const counts = Array.from({ length: 8 }, () => 0);
  for (let round = 0; round < 4000; round += 1) {
    const line = drawn({ sport: "table-tennis", format: "knock-out", entries }, `${SEED} ${round}`).lines.indexOf("e1");
    counts[line] = (counts[line] ?? 0) + 1;
  }
  const deviation = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  assert.ok(deviation < 35, `chi-square ${deviation} with 7 degrees of freedom (seed ${SEED})`);
});

test("the commitment is the digest of entries, rules and algorithm, whatever the order of the keys", () => {
  const request: DrawRequest = {
    sport: "table-tennis",
    format: "knock-out",
    entries: [{ id: "a", rank: 1 }, { id: "b" }],
  };
  const text =
    '{"algorithm":"podium-draw/2","request":{"entries":[{"id":"a","rank":1},{"id":"b"}],"format":"knock-out","sport":"table-tennis"}}';
  assert.equal(commitmentOf(request), createHash("sha256").update(text).digest("hex"));
  assert.equal(
    commitmentOf({ entries: request.entries, format: "knock-out", sport: "table-tennis" }),
    commitmentOf(request),
  );
});

test("a draw without randomness, with an entry twice or of an unknown sport is refused", () => {
  const request: DrawRequest = { sport: "table-tennis", format: "knock-out", entries: [{ id: "a" }, { id: "b" }] };
  assert.equal(codeOf(performDraw(request, "")), "no-randomness");
  assert.equal(codeOf(performDraw({ ...request, entries: [{ id: "a" }, { id: "a" }] }, "x")), "entry-twice");
  assert.equal(codeOf(performDraw({ ...request, sport: "quidditch" }, "x")), "unknown-sport");
  assert.equal(codeOf(performDraw({ ...request, seedLines: "mine" }, "x")), "unknown-seed-lines");
});
