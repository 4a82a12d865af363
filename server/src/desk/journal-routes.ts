import { deedsQuery, type DeedView, type JournalPage } from "@podium/protocol";
import { competitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { entryRowsBy } from "../entries/entries.ts";
import { presentEntry } from "../entries/present.ts";
import { isDeed } from "../facts/deed.ts";
import type { Fact } from "../facts/fact.ts";
import { deedsOf } from "../facts/journal.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { holders } from "../people/policy.ts";
import { heldRoles, namesOf } from "../people/roles.ts";
import { competitionIn, entryIdOf, eventOf, personId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { meantBy } from "./journal-search.ts";

const DEEDS_A_PAGE = 50;

/** What was done in a competition, by whom and when. */
export const journalRoutes: readonly Route[] = [
  { method: "GET", path: "/desk/:competition/journal", policy: holders("organiser"), answer: showJournal },
];

async function showJournal({ app, params, path, query }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const competition = await competitionRow(db, competitionIn(params));
  if (competition === undefined) return answer.refusal(notFound(path));
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
  const read = deedsQuery.safeParse(given);
  if (!read.success) return answer.refusal(notFound(path));
  const { before, kind, words } = read.data;
  const who = read.data.who === undefined ? undefined : personId(read.data.who);
  const asked = { competition: competition.id, before, kind, who, limit: DEEDS_A_PAGE + 1 };
  const held = (await heldRoles(app)).filter((role) => role.competition === competition.id || role.competition === "*");
  const meant = await meantBy(db, competition.id, { text: words ?? "", held });
  const found = await deedsOf(db, { ...asked, words: meant });
  const shown = found.slice(0, DEEDS_A_PAGE);
  const data: JournalPage = {
    competition: presentCompetition(competition),
    deeds: await presentDeeds(db, shown),
    kind: kind ?? null,
    who: who ?? null,
    words: words ?? null,
    people: [...new Map(held.map(({ person, name }) => [person, { id: person, name }])).values()],
    before: found.length > DEEDS_A_PAGE ? (shown.at(-1)?.seq ?? null) : null,
  };
  return { kind: "page", page: { page: "journal", data }, status: 200 };
}

async function presentDeeds(db: Db, facts: readonly Fact[]): Promise<DeedView[]> {
  const people = facts.flatMap(({ who, subject }) => [
    ...(who === null ? [] : [who]),
    ...(subject.kind === "person" ? [personId(subject.id)] : []),
  ]);
  const names = await namesOf(db, people);
  const ids = facts.flatMap(({ subject, data }) =>
    "entry" in data && typeof data.entry === "string" ? [entryIdOf(eventIn(subject), data.entry)] : [],
  );
  const entries = new Map((await entryRowsBy(db, ids)).map((row) => [row.id, presentEntry(row, new Map())]));
  return facts.filter(isDeed).map((fact) => {
    const { seq, kind, atMs, who, subject, data } = fact;
    return {
      seq,
      kind,
      atMs,
      who: who === null ? null : (names.get(who) ?? null),
      about: aboutOf(fact),
      entry: "entry" in data ? (entries.get(entryIdOf(eventIn(subject), data.entry)) ?? null) : null,
      person: subject.kind === "person" ? (names.get(subject.id) ?? null) : null,
      role: "role" in data ? data.role : null,
      table: "table" in data ? data.table : null,
      startMs: kind === "match-moved" || kind === "match-pinned" ? data.startMs : null,
      isWanted: kind === "second-eyes-changed" ? data.isWanted : null,
      reason: "reason" in data ? data.reason : null,
    };
  });
}

/** The event whose entry a fact names. */
function eventIn({ kind, id }: Fact["subject"]): string {
  return kind === "result" ? eventOf(id) : id;
}

/** The public page of what a fact is about. */
function aboutOf({ subject, data }: Fact): DeedView["about"] {
  const id = "match" in data && subject.kind === "chair" ? data.match : subject.id;
  const words = id.slice(id.indexOf("/") + 1);
  if (subject.kind === "match" || subject.kind === "result" || subject.kind === "chair")
    return { href: `/matches/${id}`, words };
  return subject.kind === "event" ? { href: `/competitions/${id}`, words } : null;
}
