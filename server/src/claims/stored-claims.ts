import { isRefused, refuse, type Claim, type CompetitionId, type Refusal } from "@podium/engine";
import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import type { Fact } from "../facts/fact.ts";
import type { JobKind } from "../jobs/queue.ts";
import { competitionId, momentOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { checkBeside } from "./checking-thread.ts";
import { competitionOfText, hasTexts, textsAbout, type PublishedText } from "./published-texts.ts";

const check = { name: "check-texts", data: z.strictObject({ competition: z.string().max(60) }) };

/** After something was published about a competition, or its results changed: its texts are held against the record anew. */
export async function checkTexts(unit: UnitOfWork, { subject: { kind, id } }: Fact): Promise<void> {
  const isText = kind === "report" || kind === "reaction";
  const competition = isText ? await competitionOfText(unit.db, id) : competitionId(id.split("/")[0] ?? "");
  if (competition === null) return;
  unit.atEnd(`check-texts ${competition}`, async () => {
    if (await hasTexts(unit.db, competition)) await unit.enqueue(check, { data: { competition }, isOnce: true });
  });
}

/**
 * Holds every published text of a competition against the record, in the thread of texts that are checked, and stores
 * what has changed since the last time.
 */
export function checkTextsOf(app: App): JobKind<z.infer<typeof check.data>> {
  return {
    ...check,
    run: async (data) => {
      const competition = competitionId(data.competition);
      const texts = await app.storage.read((db) => textsAbout(db, competition));
      const checked: CheckedText[] = [];
      for (const text of texts) checked.push({ ...text, claims: await claimsIn(app, competition, text) });
      await transact(app, null, async (unit) => {
        await forgetOthers(unit, competition, texts);
        for (const text of checked) await storeClaims(unit, competition, text);
      });
    },
  };
}

interface CheckedText extends PublishedText {
  readonly claims: readonly Claim[];
}

/** What a text claims; where the thread has too much to do, the job is tried again later. */
async function claimsIn(app: App, competition: CompetitionId, text: PublishedText): Promise<readonly Claim[]> {
  const { language, date, paragraphs } = text;
  const words = { text: paragraphs.join("\n"), language, ...(date === null ? {} : { date }) };
  const claims = await checkBeside(app, { ...words, competition });
  if (isRefused(claims)) throw new Error(claims.message);
  return claims;
}

/** A text that is no longer published says nothing. */
async function forgetOthers({ db }: UnitOfWork, competition: CompetitionId, texts: readonly PublishedText[]) {
  const published = new Set(texts.map(({ id }) => id));
  const held = await db
    .selectFrom("claims")
    .select("subject_id")
    .distinct()
    .where("competition_id", "=", competition)
    .execute();
  for (const { subject_id: id } of held)
    if (!published.has(id)) await db.deleteFrom("claims").where("subject_id", "=", id).execute();
}

export type ClaimRow = Awaited<ReturnType<typeof claimRows>>[number];

async function claimRows(db: Db, text: string) {
  return db.selectFrom("claims").selectAll().where("subject_id", "=", text).orderBy("position").execute();
}

async function storeClaims(unit: UnitOfWork, competition: CompetitionId, text: CheckedText): Promise<void> {
  const { paragraphs, id } = text;
  const held = await claimRows(unit.db, id);
  const before = new Map(held.map((row) => [sayingOf(row), row]));
  const now = new Map<string, ClaimRow>();
  for (const claim of text.claims) {
    const row = rowOf(claim, text, { competition, unit });
    const saying = sayingOf(row);
    if (!now.has(saying)) now.set(saying, { ...followed(row, before.get(saying), unit.nowMs), position: now.size });
  }
  for (const [saying, row] of before)
    if (!now.has(saying) && paragraphs.some((words) => words.includes(row.sentence)))
      now.set(saying, { ...row, verdict: "not in the record", position: now.size });
  const rows = [...now.values()];
  if (JSON.stringify(rows) === JSON.stringify(held)) return;
  await unit.db.deleteFrom("claims").where("subject_id", "=", id).execute();
  if (rows.length > 0) await unit.db.insertInto("claims").values(rows).execute();
  unit.invalidate([`moment:${momentOf(id)}`]);
}

/** The same words that say the same in the same sentence are the same claim, wherever in the text that stands now. */
function sayingOf({ sentence, words, type, claim }: ClaimRow): string {
  return JSON.stringify([sentence, words, type, claim]);
}

function rowOf(
  claim: Claim,
  text: PublishedText,
  { competition, unit }: { readonly competition: CompetitionId; readonly unit: UnitOfWork },
): ClaimRow {
  const whole = text.paragraphs.join("\n");
  const [piece] = claim.evidence;
  return {
    id: unit.randomId(9),
    competition_id: competition,
    subject_kind: text.kind,
    subject_id: text.id,
    position: 0,
    paragraph: whole.slice(0, claim.words.start).split("\n").length - 1,
    sentence: claim.sentence,
    words: whole.slice(claim.words.start, claim.words.end),
    type: claim.type,
    claim: claim.claim,
    verdict: claim.verdict,
    truth: claim.truth ?? "",
    label: piece?.label ?? "",
    href: piece?.kind === "match" ? `/matches/${piece.id}` : null,
    was_supported: claim.verdict === "supported" ? 1 : 0,
    turned_at_ms: null,
    answer: null,
    answered_by: null,
    answered_at_ms: null,
  };
}

/** A claim after what is known of it: what was right and is wrong now has turned; an answer stays with what it answers. */
function followed(row: ClaimRow, before: ClaimRow | undefined, nowMs: number): ClaimRow {
  if (before === undefined) return row;
  const isWrong = row.verdict === "contradicted";
  const isAsBefore = isWrong && before.verdict === row.verdict && before.truth === row.truth;
  const turnedMs = before.turned_at_ms ?? (before.was_supported === 1 ? nowMs : null);
  return {
    ...row,
    id: before.id,
    was_supported: Math.max(row.was_supported, before.was_supported),
    turned_at_ms: isWrong ? turnedMs : null,
    answer: isAsBefore ? before.answer : null,
    answered_by: isAsBefore ? before.answered_by : null,
    answered_at_ms: isAsBefore ? before.answered_at_ms : null,
  };
}

/** What published texts say that the record contradicts, text by text. */
export function contradictedClaims(db: Db) {
  return db
    .selectFrom("claims")
    .selectAll()
    .where("verdict", "=", "contradicted")
    .orderBy("subject_id")
    .orderBy("position");
}

/** Stands beside the note from then on, in the words of the editor. Refuses `note-unknown`. */
export async function answerNote(
  unit: UnitOfWork,
  { competition, note }: { readonly competition: CompetitionId; readonly note: string },
  words: string,
): Promise<undefined | Refusal> {
  const row = await unit.db
    .updateTable("claims")
    .set({ answer: words, answered_by: unit.who, answered_at_ms: unit.nowMs })
    .where("id", "=", note)
    .where("competition_id", "=", competition)
    .where("verdict", "=", "contradicted")
    .returning(["subject_kind", "subject_id"])
    .executeTakeFirst();
  if (row === undefined) return refuse("note-unknown", "There is no such note: the record may have changed meanwhile.");
  const kind = row.subject_kind === "reaction" ? "reaction" : "report";
  await unit.record({ kind: "note-answered", subject: { kind, id: row.subject_id }, data: { note } });
  unit.invalidate([`moment:${momentOf(row.subject_id)}`]);
  return undefined;
}
