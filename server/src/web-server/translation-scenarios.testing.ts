import type { Scenario } from "./scenario.testing.ts";

const COMMENT = "/threads/paris-2024-xd-podium/comments/xd-podium-03";
const PAGE = `${COMMENT}/translations`;
const ONE = "/translations/{translation}";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const form = { language: "de", body: "Drei Länder, ein Bild." };

/** Comments in other languages, by members. */
export const translationScenarios: readonly Scenario[] = [
  {
    name: "translations: of a comment, read by all",
    path: PAGE,
    expects: { status: 200, absent: ["translations/service"] },
  },
  {
    name: "translations: not of a comment that is not there",
    path: `${COMMENT}x/translations`,
    expects: { status: 404 },
  },
  { name: "translations: into a language there may be", path: `${PAGE}?to=%22%3E`, expects: { status: 404 } },
  { name: "translation: not by a guest", method: "POST", path: PAGE, json: form, expects: { status: 401 } },
  {
    name: "translation: a form of a guest shows what was typed",
    method: "POST",
    path: PAGE,
    form: { ...form, body: `${form.body} ${HTML}` },
    expects: { status: 401, contains: ["Drei Länder, ein Bild."], absent: ["<script>alert(1)"] },
  },
  {
    name: "translation: not without words",
    method: "POST",
    path: PAGE,
    as: "organiser",
    json: { language: "de", body: "  " },
    expects: { status: 400 },
  },
  {
    name: "translation: written",
    method: "POST",
    path: PAGE,
    as: "organiser",
    json: form,
    expects: {
      status: 201,
      facts: ["translation-written"],
      contains: ['"by":"member"'],
      remembers: { translation: /"id":"([a-z0-9]+)"/ },
    },
  },
  {
    name: "translation: read by all as text, with whose it is",
    path: `${PAGE}?to=de`,
    expects: {
      status: 200,
      contains: ["Drei Länder", "translation-{translation}"],
    },
  },
  {
    name: "translation: by a service that is not set",
    method: "POST",
    path: `${PAGE}/service`,
    json: { language: "ko" },
    expects: { status: 503, contains: ["translation-unavailable"] },
  },
  {
    name: "translation: what is there already needs no service",
    method: "POST",
    path: `${PAGE}/service`,
    json: { language: "de" },
    expects: { status: 200, contains: ["{translation}"] },
  },
  {
    name: "translation: no language, no service",
    method: "POST",
    path: `${PAGE}/service`,
    json: { language: "<b>" },
    expects: { status: 400 },
  },
  {
    name: "flag on a translation: not by a guest",
    method: "POST",
    path: `${ONE}/flag`,
    json: { reason: "wrong" },
    expects: { status: 401 },
  },
  {
    name: "flag on a translation: not by who wrote it",
    method: "POST",
    path: `${ONE}/flag`,
    as: "organiser",
    json: { reason: "other" },
    expects: { status: 422, contains: ["own-comment"] },
  },
  {
    name: "flag on a translation: by a reader, with a reason",
    method: "POST",
    path: `${ONE}/flag`,
    as: "editor",
    form: { reason: "other", words: "It says something else." },
    expects: { status: 303, facts: ["translation-flagged"] },
  },
  {
    name: "withdrawal of a translation: not by a guest",
    method: "POST",
    path: `${ONE}/withdrawal`,
    json: {},
    expects: { status: 401 },
  },
  {
    name: "withdrawal of a translation: not by somebody else",
    method: "POST",
    path: `${ONE}/withdrawal`,
    as: "editor",
    json: {},
    expects: { status: 403 },
  },
  {
    name: "removal of a translation: not by a guest",
    method: "POST",
    path: `${ONE}/removal`,
    json: { reason: "x" },
    expects: { status: 401 },
  },
  {
    name: "removal of a translation: not by a member",
    method: "POST",
    path: `${ONE}/removal`,
    as: "referee",
    json: { reason: "x" },
    expects: { status: 403 },
  },
  {
    name: "removal of a translation: by a moderator, with a reason for all",
    method: "POST",
    path: `${ONE}/removal`,
    as: "moderator",
    form: { reason: "It says something else." },
    expects: { status: 303, facts: ["translation-removed", "case-decided"] },
  },
  {
    name: "removal of a translation: only the reason is read",
    path: `${PAGE}?to=de`,
    expects: { status: 200, contains: ["It says something else."], absent: ["Drei Länder"] },
  },
  {
    name: "translation: what was removed is not written again",
    method: "POST",
    path: PAGE,
    as: "organiser",
    json: form,
    expects: { status: 422, contains: ["translation-removed"] },
  },
  {
    name: "withdrawal of a translation: not of one that was removed, which could be written again then",
    method: "POST",
    path: `${ONE}/withdrawal`,
    as: "organiser",
    form: {},
    expects: { status: 422, facts: [] },
  },
  {
    name: "translation: into another language",
    method: "POST",
    path: PAGE,
    as: "organiser",
    json: { language: "fr", body: `Trois pays, une image. ${HTML}` },
    expects: { status: 201, facts: ["translation-written"], remembers: { second: /"id":"([a-z0-9]+)"/ } },
  },
  {
    name: "translation: marks of a page in it are read as text",
    path: `${PAGE}?to=fr`,
    expects: {
      status: 200,
      contains: ["Trois pays", "&lt;script", "translation-{second}"],
      absent: ["<script>alert(1)", "<img src=x"],
    },
  },
  {
    name: "withdrawal of a translation: by who wrote it",
    method: "POST",
    path: "/translations/{second}/withdrawal",
    as: "organiser",
    form: {},
    expects: { status: 303, facts: ["translation-withdrawn"] },
  },
];
