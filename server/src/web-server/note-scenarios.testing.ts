import type { Scenario, Who } from "./scenario.testing.ts";

const ABOUT = "comment:paris-2024-xd-podium/xd-podium-02";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const NOTE = "/notes/{note}";

const comments = (as: Who): Scenario[] =>
  ["The hall is warm tonight.", "Table two begins late again.", "A long first game it was."].map((words, index) => ({
    name: `notes: who is no newcomer any more, ${as}: ${words}`,
    method: "POST",
    path: "/threads",
    as,
    json: { about: "competition:riverside-open", body: `${words} (${as})` },
    expects: {
      status: 201,
      facts: as === "organiser" && index === 0 ? ["thread-opened", "comment-posted"] : ["comment-posted"],
    },
  }));

const form = { about: ABOUT, body: `The medals were given on 30 July. ${HTML}`, sources: "https://example.org/a" };

/** What readers add to a comment, and what others find of it. */
export const noteScenarios: readonly Scenario[] = [
  { name: "note: not by a guest", method: "POST", path: "/notes", json: form, expects: { status: 401 } },
  {
    name: "note: a form of a guest shows what was typed",
    method: "POST",
    path: "/notes",
    form,
    expects: { status: 401, contains: ["The medals were given on 30 July."], absent: ["<script>alert(1)"] },
  },
  {
    name: "note: not about something that is not there",
    path: "/notes?about=comment:paris-2024-xd-podium/nowhere",
    expects: { status: 404 },
  },
  {
    name: "note: not by a newcomer",
    method: "POST",
    path: "/notes",
    as: "referee",
    json: form,
    expects: { status: 422, contains: ["members-only"] },
  },
  ...comments("organiser"),
  ...comments("editor"),
  {
    name: "note: not without a source",
    method: "POST",
    path: "/notes",
    as: "organiser",
    form: { ...form, sources: "everybody knows" },
    expects: { status: 422, contains: ["The medals were given on 30 July.", "everybody knows"] },
  },
  {
    name: "note: written",
    method: "POST",
    path: "/notes",
    as: "organiser",
    json: form,
    expects: { status: 201, facts: ["note-written"], remembers: { note: /"id":"([a-z0-9]+)"/ } },
  },
  {
    name: "note: read by all as text, with its source and no name of a rater",
    path: `/notes?about=${ABOUT}`,
    expects: {
      status: 200,
      contains: ["&lt;script", "https://example.org/a"],
      absent: ["<script>alert(1)", "<img src=x"],
    },
  },
  { name: "notes: those that need ratings", path: "/notes", expects: { status: 200, contains: ["note-{note}"] } },
  {
    name: "rating: not by a guest",
    method: "POST",
    path: `${NOTE}/rating`,
    json: { rating: "not" },
    expects: { status: 401 },
  },
  {
    name: "rating: not of one's own",
    method: "POST",
    path: `${NOTE}/rating`,
    as: "organiser",
    json: { rating: "helpful" },
    expects: { status: 422, contains: ["own-note"] },
  },
  {
    name: "rating: for a reason there is",
    method: "POST",
    path: `${NOTE}/rating`,
    as: "editor",
    form: { rating: "not", reason: "dislike" },
    expects: { status: 400 },
  },
  {
    name: "rating: by another",
    method: "POST",
    path: `${NOTE}/rating`,
    as: "editor",
    form: { rating: "somewhat", reason: "" },
    expects: { status: 303 },
  },
  {
    name: "ratings: for everybody, under a pseudonym",
    path: "/notes/ratings.ndjson",
    expects: { status: 200, contains: ['{"note":"{note}","rater":"', '"rating":0.5}'], absent: ["editor", "factor"] },
  },
  {
    name: "scores: for everybody, of notes alone",
    path: "/notes/scores.ndjson",
    expects: { status: 200, contains: ['{"note":"{note}","intercept":0'], absent: ["rater"] },
  },
  {
    name: "flag on a note: not by a guest",
    method: "POST",
    path: `${NOTE}/flag`,
    json: { reason: "wrong" },
    expects: { status: 401 },
  },
  {
    name: "flag on a note: not on one's own",
    method: "POST",
    path: `${NOTE}/flag`,
    as: "organiser",
    json: { reason: "other" },
    expects: { status: 422, contains: ["own-note"] },
  },
  {
    name: "flag on a note: with a reason of the list",
    method: "POST",
    path: `${NOTE}/flag`,
    as: "editor",
    json: { reason: "because" },
    expects: { status: 400 },
  },
  {
    name: "flag on a note: by a reader, with a reason",
    method: "POST",
    path: `${NOTE}/flag`,
    as: "editor",
    form: { reason: "other", words: `It is no source. ${HTML}` },
    expects: { status: 303, facts: ["comment-held", "note-flagged"] },
  },
  {
    name: "flag on a note: a second time it counts once",
    method: "POST",
    path: `${NOTE}/flag`,
    as: "editor",
    json: { reason: "other" },
    expects: { status: 200 },
  },
  {
    name: "flag on a note: it waits among the cases, and the note stands",
    path: "/moderation",
    as: "moderator",
    expects: { status: 200, contains: ["It is no source."], absent: [HTML] },
  },
  {
    name: "note removal: not by a guest",
    method: "POST",
    path: `${NOTE}/removal`,
    json: { reason: "x" },
    expects: { status: 401 },
  },
  {
    name: "note removal: not by a member",
    method: "POST",
    path: `${NOTE}/removal`,
    as: "referee",
    json: { reason: "x" },
    expects: { status: 403 },
  },
  {
    name: "withdrawal of a note: not by a guest",
    method: "POST",
    path: `${NOTE}/withdrawal`,
    json: {},
    expects: { status: 401 },
  },
  {
    name: "withdrawal of a note: not by somebody else",
    method: "POST",
    path: `${NOTE}/withdrawal`,
    as: "editor",
    json: {},
    expects: { status: 403 },
  },
  {
    name: "note removal: by a moderator, with a reason for all",
    method: "POST",
    path: `${NOTE}/removal`,
    as: "moderator",
    form: { reason: "Not about it." },
    expects: { status: 303, facts: ["comment-held", "note-removed", "case-decided"] },
  },
  {
    name: "withdrawal of a note: by who wrote it",
    method: "POST",
    path: `${NOTE}/withdrawal`,
    as: "organiser",
    form: {},
    expects: { status: 303, facts: ["note-withdrawn"] },
  },
];
