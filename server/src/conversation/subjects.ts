import { type Refusal, refuse, SIDES } from "@podium/engine";
import { isThreadSubject, type EntryView, type Text, type ThreadSubject, type ThreadView } from "@podium/protocol";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import type { Subject } from "../facts/fact.ts";
import { matchRow, type StoredMatchRow } from "../matches/match-rows.ts";
import { settingsOf } from "../matches/present.ts";
import { momentRow } from "../moments/moments.ts";
import { reportRow, stateOf } from "../reports/reports.ts";
import { codeOf, competitionId, competitionOf, eventId, matchId, momentId, momentOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { ThreadRow } from "./comment-rows.ts";

/** Something that people talk about, as the record has it. */
export interface FoundSubject {
  /** Read where it is shown: who plays a match takes several statements. */
  readonly title: () => Promise<Text>;
  /** Its own page. */
  readonly href: string;
  /** The competition whose moderators look after the conversation. */
  readonly competition: string;
  /** Whether it is not public yet, and read by those who prepare it alone. */
  readonly isPrepared: boolean;
}

const finders: Readonly<Record<ThreadSubject, (db: Db, id: string) => Promise<FoundSubject | null>>> = {
  competition: findCompetition,
  event: findEvent,
  match: findMatch,
  moment: findMoment,
  report: findReport,
};

/** Looks up what a thread is about; null where there is no such thing, or where nobody talks about its kind. */
export async function findSubject(db: Db, { kind, id }: Pick<Subject, "kind" | "id">): Promise<FoundSubject | null> {
  return isThreadSubject(kind) ? finders[kind](db, id) : null;
}

/** Reads `match:paris-2024/xd/final`. */
export function subjectIn(written: string): (Subject & { readonly kind: ThreadSubject }) | Refusal {
  const [, kind = "", id = ""] = /^([a-z]+):(.{1,200})$/.exec(written) ?? [];
  if (kind === "") return refuse("subject-unknown", "The subject is written as KIND:ID, such as moment:ID.");
  if (isThreadSubject(kind)) return { kind, id };
  return refuse(
    "subject-unknown",
    `Nobody talks about a ${kind}: it is a moment, match, report, event or competition.`,
  );
}

/** What a thread is about, as readers see it: with its page. What is there no more leaves the title of its thread. */
export async function subjectOf(thread: ThreadRow, found: FoundSubject | null): Promise<ThreadView["subject"]> {
  const subject = aboutOf(thread);
  if (found === null) return { ...subject, title: JSON.parse(thread.title), href: "/competitions" };
  return { ...subject, title: await found.title(), href: found.href };
}

/** The competition whose moderators look after a thread; null when what it is about is there no more. */
export async function competitionOfThread(db: Db, thread: ThreadRow): Promise<string | null> {
  return (await findSubject(db, aboutOf(thread)))?.competition ?? null;
}

/** The subject that a thread is stored with. */
export function aboutOf({
  subject_kind: kind,
  subject_id: id,
}: Pick<ThreadRow, "subject_kind" | "subject_id">): Subject {
  return { kind: isThreadSubject(kind) ? kind : "moment", id };
}

async function findCompetition(db: Db, id: string): Promise<FoundSubject | null> {
  const row = await competitionRow(db, competitionId(id));
  if (row === undefined) return null;
  return {
    title: async () => JSON.parse(row.title),
    href: `/competitions/${id}`,
    competition: row.id,
    isPrepared: false,
  };
}

async function findEvent(db: Db, id: string): Promise<FoundSubject | null> {
  const row = await eventRow(db, eventId(id));
  if (row === undefined) return null;
  return {
    title: async () => JSON.parse(row.title),
    href: `/competitions/${id}`,
    competition: row.competition_id,
    isPrepared: false,
  };
}

async function findMatch(db: Db, id: string): Promise<FoundSubject | null> {
  const row = await matchRow(db, matchId(id));
  if (row === undefined) return null;
  const competition = competitionOf(row.event_id);
  return { title: () => titleOfMatch(db, row), href: `/matches/${id}`, competition, isPrepared: false };
}

async function findMoment(db: Db, id: string): Promise<FoundSubject | null> {
  const row = await momentRow(db, momentId(id));
  if (row === undefined) return null;
  const isPrepared = row.opened_at_ms === null;
  const competition = competitionOf(row.event_id);
  return { title: async () => JSON.parse(row.title), href: `/moments/${id}`, competition, isPrepared };
}

async function findReport(db: Db, id: string): Promise<FoundSubject | null> {
  const row = await reportRow(db, id);
  const moment = row && (await momentRow(db, momentOf(id)));
  if (row === undefined || moment === undefined) return null;
  return {
    title: async () => ({ [row.language]: row.headline }),
    href: `/moments/${moment.id}/reports/${codeOf(id)}`,
    competition: competitionOf(moment.event_id),
    isPrepared: moment.opened_at_ms === null || stateOf(row) !== "published",
  };
}

/** The event, and who plays as far as that is known, in every language of the event's title. */
async function titleOfMatch(db: Db, row: StoredMatchRow): Promise<Text> {
  const setting = (await settingsOf(db, [row])).get(row.event_id);
  const entries = SIDES.map((side) => setting?.entries.get(row[`${side}_entry`] ?? ""));
  const [home, away] = entries;
  const title = setting?.title ?? {};
  if (home === undefined || away === undefined) return title;
  return Object.fromEntries(
    Object.entries(title).map(([language, event]) => [
      language,
      `${event}: ${namesOf(home, language)} – ${namesOf(away, language)}`,
    ]),
  );
}

function namesOf({ name, players, code }: EntryView, language: string): string {
  if (name !== null) return name[language] ?? name["en"] ?? Object.values(name)[0] ?? code;
  return players.map(({ names, family, given }) => names[language] ?? `${family} ${given}`.trim()).join(" / ");
}
