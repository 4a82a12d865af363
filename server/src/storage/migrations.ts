import type { Kysely } from "kysely";
import { tablesOf } from "./tables.ts";
import * as ground from "./migrations/0001-ground.ts";
import * as conversation from "./migrations/0002-conversation.ts";
import * as readingThreads from "./migrations/0003-reading-threads.ts";
import * as accounts from "./migrations/0004-accounts.ts";
import * as jobs from "./migrations/0005-jobs.ts";
import * as threadSources from "./migrations/0010-thread-sources.ts";
import * as draws from "./migrations/0015-draws.ts";
import * as sportOfHonours from "./migrations/0019-sport-of-honours.ts";
import * as matchDays from "./migrations/0020-match-days.ts";
import * as drafts from "./migrations/0021-drafts.ts";
import * as daysOfMatches from "./migrations/0030-days-of-matches.ts";
import * as describedMoments from "./migrations/0031-described-moments.ts";
import * as looksOfNames from "./migrations/0034-looks-of-names.ts";
import * as phases from "./migrations/0040-phases.ts";
import * as teams from "./migrations/0060-teams.ts";
import * as lineUps from "./migrations/0061-line-ups.ts";
import * as drawRecords from "./migrations/0070-draw-records.ts";
import * as withdrawals from "./migrations/0080-withdrawals.ts";
import * as seeding from "./migrations/0081-seeding.ts";
import * as deeds from "./migrations/0082-deeds.ts";
import * as invitations from "./migrations/0083-invitations.ts";
import * as applications from "./migrations/0084-applications.ts";
import * as looksAnew from "./migrations/0090-looks-anew.ts";
import * as nextChairs from "./migrations/0091-next-chairs.ts";
import * as keptClaims from "./migrations/0100-kept-claims.ts";
import * as cases from "./migrations/0110-cases.ts";
import * as flags from "./migrations/0111-flags.ts";
import * as restrictions from "./migrations/0112-restrictions.ts";
import * as disputes from "./migrations/0113-disputes.ts";
import * as writtenReports from "./migrations/0120-written-reports.ts";
import * as sourcedReactions from "./migrations/0121-sourced-reactions.ts";
import * as ceremonies from "./migrations/0140-ceremonies.ts";
import * as photos from "./migrations/0141-photos.ts";
import * as handicaps from "./migrations/0190-handicaps.ts";
import * as photoTags from "./migrations/0200-photo-tags.ts";
import * as deedWords from "./migrations/0210-deed-words.ts";
import * as halls from "./migrations/0211-halls.ts";
import * as captains from "./migrations/0212-captains.ts";
import * as scoresOfComments from "./migrations/0150-scores-of-comments.ts";
import * as rubbersOfTies from "./migrations/0160-rubbers-of-ties.ts";
import * as notes from "./migrations/0290-notes.ts";
import * as mentions from "./migrations/0291-mentions.ts";
import * as mail from "./migrations/0292-mail.ts";
import * as daysOfSeats from "./migrations/0270-days-of-seats.ts";
import * as acrossBorders from "./migrations/0295-across-borders.ts";
import * as embedding from "./migrations/0296-embedding.ts";
import * as daysOfPlay from "./migrations/0330-days-of-play.ts";
import * as incidents from "./migrations/0280-incidents.ts";
import * as wordsOfComments from "./migrations/0241-words-of-comments.ts";
import * as markupOfComments from "./migrations/0240-markup-of-comments.ts";
import * as pageRequests from "./migrations/0300-page-requests.ts";
import * as translations from "./migrations/0310-translations.ts";
import * as liveMessages from "./migrations/0350-live-messages.ts";
import * as notesOfChairs from "./migrations/0360-notes-of-chairs.ts";
import * as pastCeremonies from "./migrations/0361-past-ceremonies.ts";
import * as following from "./migrations/0370-following.ts";
import * as devices from "./migrations/0371-devices.ts";
import * as noteFlags from "./migrations/0372-note-flags.ts";
import * as installation from "./migrations/0390-installation.ts";
import * as callsInTheJournal from "./migrations/0380-calls-in-the-journal.ts";
import * as pinnedMatches from "./migrations/0381-pinned-matches.ts";
import * as nodes from "./migrations/0391-nodes.ts";
import * as paces from "./migrations/0392-paces.ts";
import * as wordsOfTheRecord from "./migrations/0393-words-of-the-record.ts";
import * as photosOfReports from "./migrations/0400-photos-of-reports.ts";
import * as capturedReactions from "./migrations/0401-captured-reactions.ts";
import * as failingDevices from "./migrations/0420-failing-devices.ts";
import * as forksByChair from "./migrations/0421-forks-by-chair.ts";
import * as hallScreens from "./migrations/0382-hall-screens.ts";
import * as secondEyes from "./migrations/0383-second-eyes.ts";
import * as forks from "./migrations/0384-forks.ts";
import * as confirmations from "./migrations/0385-confirmations.ts";
import type { Schema } from "./schema.ts";
import { StorageFault, type Db, type Storage } from "./storage.ts";

/** One step of the shape. It runs inside a transaction, on both databases. */
export interface Migration {
  up(db: Kysely<Schema>): Promise<void>;
}

/** In the order of their numbers. A landed migration is never edited; the next one mends it. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-ground": ground,
  "0002-conversation": conversation,
  "0003-reading-threads": readingThreads,
  "0004-accounts": accounts,
  "0005-jobs": jobs,
  "0010-thread-sources": threadSources,
  "0015-draws": draws,
  "0019-sport-of-honours": sportOfHonours,
  "0020-match-days": matchDays,
  "0021-drafts": drafts,
  "0030-days-of-matches": daysOfMatches,
  "0031-described-moments": describedMoments,
  "0034-looks-of-names": looksOfNames,
  "0040-phases": phases,
  "0060-teams": teams,
  "0061-line-ups": lineUps,
  "0070-draw-records": drawRecords,
  "0080-withdrawals": withdrawals,
  "0081-seeding": seeding,
  "0082-deeds": deeds,
  "0083-invitations": invitations,
  "0084-applications": applications,
  "0090-looks-anew": looksAnew,
  "0091-next-chairs": nextChairs,
  "0100-kept-claims": keptClaims,
  "0110-cases": cases,
  "0111-flags": flags,
  "0112-restrictions": restrictions,
  "0113-disputes": disputes,
  "0120-written-reports": writtenReports,
  "0121-sourced-reactions": sourcedReactions,
  "0140-ceremonies": ceremonies,
  "0141-photos": photos,
  "0150-scores-of-comments": scoresOfComments,
  "0160-rubbers-of-ties": rubbersOfTies,
  "0190-handicaps": handicaps,
  "0200-photo-tags": photoTags,
  "0210-deed-words": deedWords,
  "0211-halls": halls,
  "0212-captains": captains,
  "0240-markup-of-comments": markupOfComments,
  "0241-words-of-comments": wordsOfComments,
  "0270-days-of-seats": daysOfSeats,
  "0280-incidents": incidents,
  "0290-notes": notes,
  "0291-mentions": mentions,
  "0292-mail": mail,
  "0295-across-borders": acrossBorders,
  "0296-embedding": embedding,
  "0300-page-requests": pageRequests,
  "0310-translations": translations,
  "0330-days-of-play": daysOfPlay,
  "0350-live-messages": liveMessages,
  "0360-notes-of-chairs": notesOfChairs,
  "0361-past-ceremonies": pastCeremonies,
  "0370-following": following,
  "0371-devices": devices,
  "0372-note-flags": noteFlags,
  "0380-calls-in-the-journal": callsInTheJournal,
  "0381-pinned-matches": pinnedMatches,
  "0382-hall-screens": hallScreens,
  "0383-second-eyes": secondEyes,
  "0384-forks": forks,
  "0385-confirmations": confirmations,
  "0390-installation": installation,
  "0391-nodes": nodes,
  "0392-paces": paces,
  "0393-words-of-the-record": wordsOfTheRecord,
  "0400-photos-of-reports": photosOfReports,
  "0401-captured-reactions": capturedReactions,
  "0420-failing-devices": failingDevices,
  "0421-forks-by-chair": forksByChair,
};

/** The newest shape that this Podium knows: what a node says of its version. */
export const NEWEST_SHAPE = Object.keys(migrations).at(-1) ?? "";

/** The name that databases of the first releases carry, by Kysely's migrator. */
const RECORD = "kysely_migration";

/** A database with the record of its migrations. */
type Recorded = Kysely<{ [RECORD]: { name: string; timestamp: string } }>;

/**
 * Brings the database to the newest shape; does nothing when it is there. All that is missing is done in one
 * transaction, with its record: a process that dies in the middle leaves the database as it was. Of two processes at
 * once, the second waits and finds everything done. Throws StorageFault when a newer Podium or another program has been here.
 * Answers whether there was nothing yet.
 */
export async function migrate(storage: Pick<Storage, "db" | "read">): Promise<{ readonly isNew: boolean }> {
  return migrateUntil(storage, () => true);
}

/** The same with those migrations alone that are wanted: for tests of what comes after them. */
export async function migrateUntil(
  { db, read }: Pick<Storage, "db" | "read">,
  isWanted: (name: string) => boolean,
): Promise<{ readonly isNew: boolean }> {
  const pending = await read(pendingIn);
  if (pending.length === 0) return { isNew: false };
  await db.transaction().execute(async (inside) => {
    await recordOf(inside)
      .schema.createTable(RECORD)
      .ifNotExists()
      .addColumn("name", "varchar(255)", (column) => column.notNull().primaryKey())
      .addColumn("timestamp", "varchar(255)", (column) => column.notNull())
      .execute();
    for (const name of (await pendingIn(inside)).filter(isWanted)) {
      await migrations[name]?.up(inside);
      await recordOf(inside).insertInto(RECORD).values({ name, timestamp: new Date().toISOString() }).execute();
    }
  });
  return { isNew: pending.length === Object.keys(migrations).length };
}

/** What a database lacks until a start of this Podium brings it to its shape, in a sentence; null where it lacks nothing. */
export async function shapeLacking({ read }: Pick<Storage, "read">): Promise<string | null> {
  const pending = await read(pendingIn);
  if (pending.length === 0) return null;
  return pending.length === Object.keys(migrations).length
    ? "There is nothing in the database yet. The first start fills it."
    : `The database is of an older Podium: the next start brings it from ${pending[0]} to ${NEWEST_SHAPE}. Take a backup before.`;
}

async function pendingIn(db: Db): Promise<string[]> {
  const tables = await tablesOf(db);
  if (!tables.includes(RECORD) && tables.length > 0)
    throw new StorageFault(
      "unfit",
      `This database is of another program: it holds ${tables.slice(0, 3).join(", ")}, and nothing of Podium. Choose one that is empty.`,
    );
  if (tables.length === 0) return Object.keys(migrations);
  const done = new Set((await recordOf(db).selectFrom(RECORD).select("name").execute()).map(({ name }) => name));
  const unknown = [...done].filter((name) => !(name in migrations)).sort();
  if (unknown.length > 0)
    throw new StorageFault(
      "unfit",
      `This database was written by a newer Podium (it holds ${unknown.join(", ")}). Start that one.`,
    );
  return Object.keys(migrations).filter((name) => !done.has(name));
}

function recordOf(db: Db): Recorded {
  return db as unknown as Recorded;
}
