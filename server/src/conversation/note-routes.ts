import { isRefused, refuse, type Refusal, type WordList } from "@podium/engine";
import { flagForm, noteForm, ratingForm } from "@podium/protocol";
import { z } from "zod";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { notFound } from "../http/refusal-status.ts";
import type { NoteRow } from "../notes/note-rows.ts";
import { presentNote } from "../notes/present.ts";
import { publicRatings } from "../notes/ratings.ts";
import { publicScores } from "../notes/scoring.ts";
import { heldWordsIn } from "../people/held-words.ts";
import { admit } from "../people/pacing.ts";
import { anyone, signedIn } from "../people/policy.ts";
import { removeNote } from "./cases.ts";
import { flagNote } from "./note-flags.ts";
import { rate, withdrawNote, writeNote } from "./notes.ts";
import { notesAbout, notesToRate } from "./note-views.ts";
import { findNoted, notedIn } from "./noted.ts";
import {
  admitPerson,
  draftShown,
  everyReader,
  FLAG_PACES,
  moderators,
  reasonForm,
  transactAs,
  whoIsSignedIn,
} from "./post-answers.ts";
import { competitionOfThread } from "./subjects.ts";

const NOTES_OF_A_PERSON = { everyMs: 3 * 60_000, burst: 12 };
const NOTES_FROM_AN_ADDRESS = { everyMs: 60_000, burst: 30 };
const RATINGS_OF_A_PERSON = { everyMs: 2_000, burst: 60 };
const RATINGS_FROM_AN_ADDRESS = { everyMs: 200, burst: 300 };
const FILES_FOR_AN_ADDRESS = { everyMs: 10_000, burst: 12 };

const authors: Policy = { description: "who wrote the note", allows: (viewer) => viewer !== null };
const scorers = anyone("anybody may score the notes again; who rated stands there under a pseudonym");

const about = z.object({ about: z.string().max(260).optional() });

/** What readers add to what others say, and what other readers find of it. */
export const noteRoutes: readonly Route[] = [
  { method: "GET", path: "/notes", policy: everyReader, answer: (request) => show(request, null) },
  { method: "POST", path: "/notes", policy: whoIsSignedIn, reads: noteForm, answer: write },
  {
    method: "GET",
    path: "/notes/ratings.ndjson",
    policy: scorers,
    answer: (request) => lines(request, () => publicRatings(request.app.storage.db)),
  },
  {
    method: "GET",
    path: "/notes/scores.ndjson",
    policy: scorers,
    answer: (request) => lines(request, () => publicScores(request.app.storage.db)),
  },
  { method: "POST", path: "/notes/:note/rating", policy: signedIn, reads: ratingForm, answer: giveRating },
  { method: "POST", path: "/notes/:note/flag", policy: signedIn, reads: flagForm, answer: flag },
  { method: "POST", path: "/notes/:note/withdrawal", policy: authors, answer: withdraw },
  { method: "POST", path: "/notes/:note/removal", policy: moderators, reads: reasonForm, answer: remove },
];

interface NoteDraft {
  readonly about: string;
  readonly body: string;
  readonly sources: string;
  readonly refusal: Refusal;
}

async function show(request: RouteRequest, draft: NoteDraft | null): Promise<Answer> {
  const { app, viewer, query, path } = request;
  const asked = about.safeParse(draft === null ? query : draft);
  if (!asked.success) return answer.refusal(notFound(path));
  const { db } = app.storage;
  if (asked.data.about === undefined)
    return answer.page({ page: "notes", data: { ...(await notesToRate(db, viewer)), draft: null } });
  const subject = notedIn(asked.data.about);
  if (isRefused(subject)) return answer.refusal(subject);
  const noted = await findNoted(db, viewer, subject);
  if (noted === null) return answer.refusal(refuse("subject-unknown", "There is nothing here to add a note to."));
  const data = { ...(await notesAbout(db, viewer, noted)), draft: draftShown(draft) };
  return draft === null ? answer.page({ page: "notes", data }) : answer.form({ page: "notes", data }, draft.refusal);
}

async function write(request: RouteRequest): Promise<Answer> {
  const written = await tryToWrite(request);
  if (!isRefused(written)) {
    const note = presentNote(written);
    if (request.wantsJson) return answer.json({ note }, note.state === "held" ? 202 : 201);
    return answer.seeOther(
      note.state === "held" ? addressOf(written, "comment-held") : addressOf(written, "note-written"),
    );
  }
  if (request.wantsJson) return answer.refusal(written);
  const { about = "", body = "", sources = "" } = await request.fields();
  return show(request, { about, body, sources, refusal: written });
}

async function tryToWrite(request: RouteRequest): Promise<NoteRow | Refusal> {
  const form = await request.read(noteForm);
  if (isRefused(form)) return form;
  const { viewer, language: pageLanguage } = request;
  const calm = viewer === null ? true : await admitPerson(request, "note", [NOTES_OF_A_PERSON, NOTES_FROM_AN_ADDRESS]);
  if (isRefused(calm)) return calm;
  const words = await wordsFor(request, form.about);
  return transactAs(request, (unit) => writeNote(unit, { viewer, form, pageLanguage, words }));
}

/** The words that hold a note, of the competition that its subject belongs to. */
async function wordsFor({ app, viewer }: RouteRequest, written: string): Promise<WordList> {
  const subject = notedIn(written);
  const noted = isRefused(subject) ? null : await findNoted(app.storage.db, viewer, subject);
  return heldWordsIn(app, noted === null ? null : await competitionOfThread(app.storage.db, noted.thread));
}

async function giveRating(request: RouteRequest): Promise<Answer> {
  const form = await request.read(ratingForm);
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admitPerson(request, "rate", [RATINGS_OF_A_PERSON, RATINGS_FROM_AN_ADDRESS]);
  if (isRefused(calm)) return answer.refusal(calm);
  const { viewer } = request;
  return act(request, "note-rated", (unit, id) => rate(unit, viewer, { id, form }));
}

async function flag(request: RouteRequest): Promise<Answer> {
  const form = await request.read(flagForm);
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admitPerson(request, "flag", FLAG_PACES);
  if (isRefused(calm)) return answer.refusal(calm);
  return act(request, "comment-flagged", (unit, id) => flagNote(unit, request.viewer, { id, form }));
}

async function withdraw(request: RouteRequest): Promise<Answer> {
  return act(request, "note-withdrawn", (unit, id) => withdrawNote(unit, request.viewer, id));
}

async function remove(request: RouteRequest): Promise<Answer> {
  const form = await request.read(reasonForm);
  if (isRefused(form)) return answer.refusal(form);
  const id = request.params["note"] ?? "";
  const removed = await transactAs(request, (unit) => removeNote(unit, request.viewer, { id, reason: form.reason }));
  if (isRefused(removed)) return answer.refusal(removed);
  return request.wantsJson ? answer.json({ note: id }) : answer.seeOther("/notes?notice=case-removed");
}

async function act(
  request: RouteRequest,
  notice: string,
  work: (unit: Parameters<typeof rate>[0], id: string) => Promise<NoteRow | Refusal>,
): Promise<Answer> {
  const row = await transactAs(request, (unit) => work(unit, request.params["note"] ?? ""));
  if (isRefused(row)) return answer.refusal(row);
  return request.wantsJson ? answer.json({ note: presentNote(row) }) : answer.seeOther(addressOf(row, notice));
}

function addressOf(row: NoteRow, notice: string): string {
  const query = new URLSearchParams({ about: `${row.subject_kind}:${row.subject_id}`, notice });
  return `/notes?${query}#note-${row.id}`;
}

async function lines(request: RouteRequest, read: () => Promise<readonly unknown[]>): Promise<Answer> {
  const calm = await admit(request.app, FILES_FOR_AN_ADDRESS, [`notes for ${request.client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const body = (await read()).map((line) => `${JSON.stringify(line)}\n`).join("");
  const headers = { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" };
  return { kind: "response", response: new Response(body, { headers }) };
}
