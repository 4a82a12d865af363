import { forbiddenForms, type OrganisersForm } from "./forbidden-forms.testing.ts";
import { drawScenarios } from "./draw-scenarios.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const DRAFTS = "/desk/drafts";
const DRAFT = `${DRAFTS}/autumn-cup`;
const EVENT = `${DRAFT}/events/open-singles`;
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

const DETAILS = {
  id: "autumn-cup",
  "title-en": "Autumn Cup",
  zone: "Europe/Paris",
  from: "2026-10-03",
  to: "2026-10-04",
};
const SINGLES = { title: "Open singles", kind: "singles", bestOf: "5" };

const PARTS = { "content-type": "multipart/form-data; boundary=sheet" };

/** A form of parts with one file. */
function parts(file: string): string {
  const head = 'content-disposition: form-data; name="file"; filename="entries.csv"\r\ncontent-type: text/csv';
  return `--sheet\r\n${head}\r\n\r\n${file}\r\n--sheet--\r\n`;
}

/** Every form with what it needs, as an organiser would send it. */
const FORMS: readonly OrganisersForm[] = [
  [DRAFTS, DETAILS],
  [`${DRAFT}/details`, { ...DETAILS, version: "1" }],
  [`${DRAFT}/events`, { ...SINGLES, version: "1" }],
  [`${DRAFT}/publication`, { version: "1" }],
  [`${DRAFT}/removal`, { version: "1" }],
  [`${EVENT}/entries`, { version: "1", list: "ADAMS Eve", take: "yes" }],
  [`${EVENT}/draw`, { version: "1", format: "knock-out" }],
  [`${EVENT}/draw/removal`, { version: "1", reason: "A name was missing." }],
  [`${EVENT}/rules`, { version: "1", format: "swiss" }],
  [`${EVENT}/entries/file`, {}],
  [`${EVENT}/title`, { version: "1", title: "Open" }],
  [`${EVENT}/removal`, { version: "1" }],
];

const forbidden: readonly Scenario[] = [
  ...forbiddenForms(FORMS),
  ...[DRAFTS, DRAFT, EVENT].flatMap((path): Scenario[] => [
    { name: `${path}: a guest is asked to sign in`, path, expects: { status: 303 } },
    { name: `${path}: not for a referee`, path, as: "referee", expects: { status: 403 } },
  ]),
];

const begun: readonly Scenario[] = [
  {
    name: "where a competition begins",
    path: DRAFTS,
    as: "organiser",
    expects: { status: 200, contains: ["New competition"] },
  },
  {
    name: "a competition without a name is not begun, and what was typed stays",
    method: "POST",
    path: DRAFTS,
    as: "organiser",
    form: { ...DETAILS, "title-en": "", place: "Lyon" },
    expects: { status: 400, contains: ['value="Lyon"', 'role="alert"'] },
  },
  {
    name: "a competition is begun",
    method: "POST",
    path: DRAFTS,
    as: "organiser",
    form: { ...DETAILS, place: HTML },
    expects: { status: 303, to: DRAFT },
  },
  {
    name: "its page shows what it was told as text",
    path: DRAFT,
    as: "organiser",
    expects: { status: 200, contains: ["Autumn Cup", "&lt;script>"], absent: ["<script>alert", "<img src=x"] },
  },
  {
    name: "another competition under its address is not begun",
    method: "POST",
    path: DRAFTS,
    as: "organiser",
    form: DETAILS,
    expects: { status: 422 },
  },
  {
    name: "nobody reads it before it is published",
    path: "/competitions/autumn-cup",
    expects: { status: 404, absent: ["Autumn"] },
  },
  {
    name: "its days are changed",
    method: "POST",
    path: `${DRAFT}/details`,
    as: "organiser",
    form: { ...DETAILS, version: "1", to: "2026-10-05" },
    expects: { status: 303, to: DRAFT },
  },
  {
    name: "a session outside its days is refused, and what was typed stays",
    method: "POST",
    path: `${DRAFT}/details`,
    as: "organiser",
    form: { ...DETAILS, version: "2", tables: "1-6", sessions: "2027-12-24 09:00-13:00 <b>Eve</b>" },
    expects: {
      status: 422,
      contains: ["The session of 2027-12-24 lies outside the days", "&lt;b>Eve&lt;/b>", 'value="1-6"'],
      absent: ["<b>Eve</b>"],
    },
  },
  {
    name: "what somebody else has changed is not changed unseen",
    method: "POST",
    path: `${DRAFT}/details`,
    as: "organiser",
    form: { ...DETAILS, version: "1" },
    expects: { status: 409, contains: ["Somebody else has changed this"] },
  },
  {
    name: "a competition without events is not published",
    method: "POST",
    path: `${DRAFT}/publication`,
    as: "organiser",
    form: { version: "2" },
    expects: { status: 422, contains: ["at least one event"] },
  },
];

const filled: readonly Scenario[] = [
  {
    name: "best of four is no match",
    method: "POST",
    path: `${DRAFT}/events`,
    as: "organiser",
    form: { ...SINGLES, version: "2", bestOf: "4" },
    expects: { status: 422, contains: ['value="Open singles"'] },
  },
  {
    name: "an event is added",
    method: "POST",
    path: `${DRAFT}/events`,
    as: "organiser",
    form: { ...SINGLES, version: "2" },
    expects: { status: 303, to: EVENT },
  },
  { name: "its page", path: EVENT, as: "organiser", expects: { status: 200, contains: ["Nobody is entered yet."] } },
  {
    name: "an event without a name is refused, and what was typed stays",
    method: "POST",
    path: `${EVENT}/title`,
    as: "organiser",
    form: { version: "3", title: "", "title-ko": "", "title-other": "Simple messieurs", other: "" },
    expects: { status: 400, contains: ['role="alert"', 'value="Simple messieurs"'] },
  },
  { name: "no such event", path: `${DRAFT}/events/nowhere`, as: "organiser", expects: { status: 404 } },
  { name: "no such draft", path: `${DRAFTS}/nowhere`, as: "organiser", expects: { status: 404 } },
  {
    name: "a list is looked at, as text",
    method: "POST",
    path: `${EVENT}/entries`,
    as: "organiser",
    form: { version: "3", list: `ADAMS Eve\nEve ADAMS\n${HTML}` },
    expects: {
      status: 200,
      contains: ["Stands in line 1 already.", "&lt;script>"],
      absent: ["<script>alert", "<img src=x"],
    },
  },
  {
    name: "a file is looked at like a list, as text",
    method: "POST",
    path: `${EVENT}/entries/file`,
    as: "organiser",
    headers: PARTS,
    body: parts(`name;club\nADAMS Eve;RIV\nEve ADAMS;RIV\n${HTML.replaceAll('"', "'")};RIV`),
    expects: {
      status: 200,
      contains: ["Stands in line 2 already.", "&lt;script>"],
      absent: ["<script>alert", "<img src=x"],
    },
  },
  {
    name: "a file that is no sheet is refused on its page",
    method: "POST",
    path: `${EVENT}/entries/file`,
    as: "organiser",
    headers: PARTS,
    body: parts("PK\u0003\u0004 no archive"),
    expects: { status: 422, contains: ["could not be read", 'role="alert"', 'type="file"'] },
  },
  {
    name: "and so is none",
    method: "POST",
    path: `${EVENT}/entries/file`,
    as: "organiser",
    headers: PARTS,
    body: parts(""),
    expects: { status: 400, contains: ["choose a file", 'role="alert"'] },
  },
  {
    name: "an empty list is refused",
    method: "POST",
    path: `${EVENT}/entries`,
    as: "organiser",
    form: { version: "3", list: "", take: "yes" },
    expects: { status: 400 },
  },
  {
    name: "too few for a draw",
    method: "POST",
    path: `${EVENT}/draw`,
    as: "organiser",
    form: { version: "3", format: "knock-out" },
    expects: { status: 422 },
  },
  {
    name: "an event is named in further languages, as text",
    method: "POST",
    path: `${EVENT}/title`,
    as: "organiser",
    form: { version: "3", title: "Open singles", "title-ko": HTML, "title-other": "Simple", other: "fr" },
    expects: { status: 303, to: EVENT },
  },
  {
    name: "its page names it in the reader's language, and shows the others as text",
    path: EVENT,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["<h1", 'name="title-fr"', 'value="Simple"', "&lt;script>"],
      absent: ["<script>alert", "<img src=x"],
    },
  },
  {
    name: "entries are taken in",
    method: "POST",
    path: `${EVENT}/entries`,
    as: "organiser",
    form: { version: "4", list: "ADAMS Eve\nBELL Ann\nCOLE Ian", take: "yes" },
    expects: { status: 303, to: EVENT },
  },
  {
    name: "the event is drawn",
    method: "POST",
    path: `${EVENT}/draw`,
    as: "organiser",
    form: { version: "5", format: "knock-out", randomness: "3 5" },
    expects: { status: 303, to: EVENT },
  },
  {
    name: "a draw is not taken back without a reason",
    method: "POST",
    path: `${EVENT}/draw/removal`,
    as: "organiser",
    form: { version: "6" },
    expects: { status: 400, contains: ['role="alert"'] },
  },
  {
    name: "a format that there is not is refused",
    method: "POST",
    path: `${EVENT}/rules`,
    as: "organiser",
    form: { version: "6", format: "suisse" },
    expects: { status: 400, contains: ['role="alert"'] },
  },
  {
    name: "the draw is taken back",
    method: "POST",
    path: `${EVENT}/draw/removal`,
    as: "organiser",
    form: { version: "6", reason: HTML },
    expects: { status: 303, to: EVENT },
  },
  {
    name: "it stays on record with its reason, as text",
    path: EVENT,
    as: "organiser",
    expects: { status: 200, contains: ["Taken back", "&lt;script>"], absent: ["<script>alert"] },
  },
  {
    name: "a draw is not taken back twice by two people",
    method: "POST",
    path: `${EVENT}/draw/removal`,
    as: "organiser",
    form: { version: "6", reason: "Again" },
    expects: { status: 409 },
  },
  {
    name: "an entry is taken out",
    method: "POST",
    path: `${EVENT}/removal`,
    as: "organiser",
    form: { version: "7", entry: "cole" },
    expects: { status: 303, to: EVENT },
  },
  {
    name: "nothing is taken out of what has changed",
    method: "POST",
    path: `${EVENT}/removal`,
    as: "organiser",
    form: { version: "7", entry: "bell" },
    expects: { status: 409 },
  },
];

const published: readonly Scenario[] = [
  {
    name: "how it will be drawn is chosen",
    method: "POST",
    path: `${EVENT}/rules`,
    as: "organiser",
    form: { version: "8", format: "knock-out" },
    expects: { status: 303, to: EVENT },
  },
  {
    name: "the competition is published",
    method: "POST",
    path: `${DRAFT}/publication`,
    as: "organiser",
    form: { version: "9" },
    expects: {
      status: 303,
      to: "/desk/autumn-cup",
      facts: ["competition-opened", "event-opened", "entry-made", "entry-made", "draw-committed", "role-given"],
    },
  },
  {
    name: "everybody reads it, not drawn yet",
    path: "/competitions/autumn-cup/open-singles",
    expects: { status: 200, contains: ["ADAMS", "The draw is to come"] },
  },
  ...drawScenarios,
  { name: "it is no draft any more", path: DRAFT, as: "organiser", expects: { status: 404 } },
  {
    name: "another is begun",
    method: "POST",
    path: DRAFTS,
    as: "organiser",
    form: { ...DETAILS, id: "winter-cup" },
    expects: { status: 303, to: `${DRAFTS}/winter-cup` },
  },
  {
    name: "it is not thrown away by who has not seen it",
    method: "POST",
    path: `${DRAFTS}/winter-cup/removal`,
    as: "organiser",
    form: { version: "9" },
    expects: { status: 409 },
  },
  {
    name: "it is thrown away",
    method: "POST",
    path: `${DRAFTS}/winter-cup/removal`,
    as: "organiser",
    form: { version: "1" },
    expects: { status: 303, to: DRAFTS },
  },
];

export const setupScenarios: readonly Scenario[] = [...forbidden, ...begun, ...filled, ...published];
