import type { Scenario } from "./scenario.testing.ts";

const ROOM = "/newsroom/paris-2024";
const MOMENT = "paris-2024-xd-podium";
const REPORT = `${ROOM}/${MOMENT}/reports/an-hour-of-table-tennis`;
const PUBLIC = `/moments/${MOMENT}/reports/an-hour-of-table-tennis`;
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

const BEGUN = { event: "xd", headline: "An hour of table tennis", language: "en" };
const WORDS = {
  headline: "An hour of table tennis",
  language: "en",
  place: "PARIS",
  agency: "Wire",
  byline: "A. Writer",
  credit: "Courier",
  source: "The Courier",
  text: "The final took an hour.\n\nNobody left early.",
};
const EMBARGO = "2026-03-14T18:30";

const REACTIONS = `${ROOM}/${MOMENT}/reactions`;
const REACTION = {
  platform: "Weibo",
  author: "Somebody",
  language: "zh",
  words: "同框的一刻",
  knownBy: "link",
  url: "https://weibo.example/1",
};

const FORMS: readonly (readonly [path: string, form: Readonly<Record<string, string>>])[] = [
  [`${ROOM}/reports`, BEGUN],
  [REPORT, { ...WORDS, version: "1" }],
  [`${REPORT}/withdrawal`, { version: "1", reason: "Wrong." }],
  [`${REPORT}/translations`, { language: "ko" }],
  [REACTIONS, REACTION],
  [`${REACTIONS}/weibo-2/state`, { state: "gone" }],
];

const forbidden: readonly Scenario[] = [
  ...FORMS.flatMap(([path, form]): Scenario[] => [
    { name: `${path}: not for a guest`, method: "POST", path, form, expects: { status: 401 } },
    ...(["member", "moderator", "referee"] as const).map((as): Scenario => ({
      name: `${path}: not for the ${as}`,
      method: "POST",
      path,
      as,
      form,
      expects: { status: 403 },
    })),
    {
      name: `${path}: not from a foreign page`,
      method: "POST",
      path,
      as: "editor",
      form,
      headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
      expects: { status: 403 },
    },
  ]),
  ...["/newsroom", ROOM, REPORT, REACTIONS].flatMap((path): Scenario[] => [
    { name: `${path}: a guest is asked to sign in`, path, expects: { status: 303 } },
    { name: `${path}: not for a member`, path, as: "member", expects: { status: 403 } },
    { name: `${path}.json: not for a referee`, path: `${path}.json`, as: "referee", expects: { status: 403 } },
  ]),
];

const begun: readonly Scenario[] = [
  {
    name: "an editor finds the newsroom of each competition",
    path: "/newsroom",
    as: "editor",
    expects: { status: 200, contains: [`href="${ROOM}"`] },
  },
  {
    name: "the newsroom of a competition lists its reports",
    path: ROOM,
    as: "editor",
    expects: { status: 200, contains: ["Three steps, six players, one photograph", "Published"] },
  },
  { name: "no newsroom of no competition", path: "/newsroom/nowhere", as: "editor", expects: { status: 404 } },
  {
    name: "a report without a headline is not begun, and what was typed stays",
    method: "POST",
    path: `${ROOM}/reports`,
    as: "editor",
    form: { ...BEGUN, headline: "", text: "Typed for an hour." },
    expects: { status: 400, contains: ["Typed for an hour.", 'role="alert"'] },
  },
  {
    name: "a report about no event is not begun",
    method: "POST",
    path: `${ROOM}/reports`,
    as: "editor",
    form: { ...BEGUN, event: "nowhere" },
    expects: { status: 404 },
  },
  {
    name: "a report is begun from HTML, of which the words are kept",
    method: "POST",
    path: `${ROOM}/reports`,
    as: "editor",
    form: { ...BEGUN, text: "<h1>Over</h1><p>It was <b>long</b> &amp;\ngood.</p><script>alert(1)</script>" },
    expects: { status: 303, to: REPORT, facts: ["report-begun"] },
  },
  {
    name: "its words stand in the form, and no markup",
    path: REPORT,
    as: "editor",
    expects: { status: 200, contains: ["It was long &amp; good."], absent: ["alert(1)", "&lt;b>", "<b>long"] },
  },
  { name: "a draft is not found by readers", path: PUBLIC, expects: { status: 404, absent: ["It was long"] } },
  { name: "nor by its staff under that address", path: PUBLIC, as: "editor", expects: { status: 404 } },
  { name: "nor as JSON", path: `${PUBLIC}.json`, expects: { status: 404, absent: ["It was long"] } },
  {
    name: "a draft stands on no page of the moment",
    path: `/moments/${MOMENT}`,
    expects: { status: 200, absent: ["An hour of table tennis"] },
  },
  {
    name: "nor in its data",
    path: `/moments/${MOMENT}.json`,
    expects: { status: 200, absent: ["An hour of table tennis"] },
  },
  {
    name: "a report is not found under another competition",
    path: `/newsroom/riverside-open/${MOMENT}/reports/an-hour-of-table-tennis`,
    as: "editor",
    expects: { status: 404, absent: ["It was long"] },
  },
  {
    name: "no such report",
    path: `${ROOM}/${MOMENT}/reports/nothing`,
    as: "editor",
    expects: { status: 404 },
  },
];

const written: readonly Scenario[] = [
  {
    name: "a report is written and sent to review",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "1", byline: HTML, step: "review" },
    expects: { status: 303, to: `${REPORT}?notice=report-saved`, facts: ["report-revised", "report-submitted"] },
  },
  {
    name: "markup in a field is text",
    path: REPORT,
    as: "organiser",
    expects: { status: 200, contains: ["&lt;script>", "In review"], absent: ["<script>alert", "<img src=x"] },
  },
  {
    name: "two editors do not overwrite each other, and both texts stand on the page",
    method: "POST",
    path: REPORT,
    as: "organiser",
    form: { ...WORDS, version: "1", text: "Mine." },
    expects: { status: 409, contains: ["Somebody else has changed", "Nobody left early.", "Mine."] },
  },
  {
    name: "who writes in JSON is told the version",
    method: "POST",
    path: REPORT,
    as: "organiser",
    json: { ...WORDS, version: 1, text: "Mine." },
    expects: { status: 409, contains: ['"version":2'] },
  },
  {
    name: "an address that is none is refused, and the text stays",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "2", url: "javascript:alert(1)" },
    expects: { status: 400, contains: ["Nobody left early."] },
  },
  {
    name: "what is not ours needs its source",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "2", excerpt: "yes", step: "publish" },
    expects: { status: 422, contains: ["its licence"] },
  },
  {
    name: "and is no whole report",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: {
      ...WORDS,
      version: "2",
      excerpt: "yes",
      licence: "Quotation",
      url: "https://courier.example/hour",
      text: "Word. ".repeat(200),
      step: "publish",
    },
    expects: { status: 422, contains: ["at most 1,000 characters"] },
  },
  {
    name: "a report without a text is not published",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "2", text: "", step: "publish" },
    expects: { status: 422 },
  },
  {
    name: "a report longer than any is refused",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "2", text: "x".repeat(6000) },
    expects: { status: 422, contains: ["5,000 characters"] },
  },
  {
    name: "what readers have not seen is not withdrawn",
    method: "POST",
    path: `${REPORT}/withdrawal`,
    as: "editor",
    form: { version: "2", reason: "Wrong." },
    expects: { status: 422 },
  },
  {
    name: "a report is published under embargo",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "2", embargo: EMBARGO, step: "publish" },
    expects: { status: 303, facts: ["report-revised", "report-embargoed"] },
  },
  {
    name: "its embargo stands on the clock of the competition",
    path: REPORT,
    as: "editor",
    expects: { status: 200, contains: [`value="${EMBARGO}"`, "18:30"] },
  },
  { name: "until then it is not found", path: PUBLIC, expects: { status: 404, absent: ["Nobody left early."] } },
  {
    name: "nor on the page of the moment",
    path: `/moments/${MOMENT}.json`,
    expects: { status: 200, absent: ["An hour of table tennis"] },
  },
  {
    name: "a time that the clock skips is no embargo",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "3", embargo: "2026-03-29T02:30", step: "publish" },
    expects: { status: 400 },
  },
];

const published: readonly Scenario[] = [
  {
    name: "a report is published at once",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "3", step: "publish" },
    expects: { status: 303, facts: ["report-revised", "report-published"] },
  },
  {
    name: "everybody reads it under its own address",
    path: PUBLIC,
    expects: {
      status: 200,
      contains: [
        "An hour of table tennis",
        "PARIS (Wire) — The final took an hour.",
        "Nobody left early.",
        '"@type":"NewsArticle"',
        'property="article:published_time"',
        "By A. Writer",
      ],
      absent: ["noindex"],
    },
  },
  {
    name: "and finds it on the page of the moment",
    path: `/moments/${MOMENT}`,
    expects: { status: 200, contains: [`href="${PUBLIC}"`] },
  },
  {
    name: "what readers have seen is changed with a correction only",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "4", text: "The final took fifty minutes." },
    expects: { status: 422, contains: ["fifty minutes"] },
  },
  {
    name: "it is not sent back to review unseen",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: { ...WORDS, version: "4", correction: "x", step: "review" },
    expects: { status: 422 },
  },
  {
    name: "a correction is published",
    method: "POST",
    path: REPORT,
    as: "editor",
    form: {
      ...WORDS,
      version: "4",
      text: "The final took fifty minutes.",
      correction: "An earlier version said that it took an hour.",
    },
    expects: { status: 303, facts: ["report-corrected"] },
  },
  {
    name: "readers see what was corrected, and when",
    path: PUBLIC,
    expects: {
      status: 200,
      contains: ["fifty minutes", "An earlier version said", 'property="article:modified_time"', "14 March 2026"],
      absent: ["Nobody left early."],
    },
  },
  {
    name: "a translation is begun",
    method: "POST",
    path: `${REPORT}/translations`,
    as: "editor",
    form: { language: "ko" },
    expects: { status: 303, to: `${REPORT}-ko`, facts: ["report-begun"] },
  },
  {
    name: "no translation of nothing",
    method: "POST",
    path: `${ROOM}/${MOMENT}/reports/nothing/translations`,
    as: "editor",
    form: { language: "ko" },
    expects: { status: 404 },
  },
  {
    name: "until it is published the translation is named nowhere",
    path: PUBLIC,
    expects: { status: 200, absent: ["an-hour-of-table-tennis-ko"] },
  },
  {
    name: "the translation is published",
    method: "POST",
    path: `${REPORT}-ko`,
    as: "editor",
    form: {
      ...WORDS,
      version: "1",
      language: "ko",
      headline: "한 시간의 탁구",
      text: "결승은 50분 걸렸다.",
      step: "publish",
    },
    expects: { status: 303, facts: ["report-revised", "report-published"] },
  },
  {
    name: "and tied to its original",
    path: PUBLIC,
    expects: { status: 200, contains: [`href="${PUBLIC}-ko" hreflang="ko"`, "한 시간의 탁구", "workTranslation"] },
  },
  {
    name: "as the original to it",
    path: `${PUBLIC}-ko`,
    expects: { status: 200, contains: [`href="${PUBLIC}" hreflang="en"`] },
  },
  {
    name: "a withdrawal needs a reason",
    method: "POST",
    path: `${REPORT}/withdrawal`,
    as: "editor",
    form: { version: "5", reason: "" },
    expects: { status: 400 },
  },
  {
    name: "a withdrawal is not made unseen",
    method: "POST",
    path: `${REPORT}/withdrawal`,
    as: "editor",
    form: { version: "4", reason: "Wrong." },
    expects: { status: 409 },
  },
  {
    name: "a report is withdrawn",
    method: "POST",
    path: `${REPORT}/withdrawal`,
    as: "editor",
    form: { version: "5", reason: "It was about another final." },
    expects: { status: 303, facts: ["report-withdrawn"] },
  },
  { name: "from then on nobody finds it", path: PUBLIC, expects: { status: 404, absent: ["fifty minutes"] } },
  {
    name: "and its translation names it no more",
    path: `${PUBLIC}-ko`,
    expects: { status: 200, absent: [`href="${PUBLIC}"`] },
  },
  {
    name: "every step stands in the newsroom, with who took it",
    path: REPORT,
    as: "editor",
    expects: { status: 200, contains: ["Withdrawn", "Corrected", "Embargo set", "Han Areum"] },
  },
];

const reactions: readonly Scenario[] = [
  {
    name: "where reactions are entered",
    path: REACTIONS,
    as: "editor",
    expects: { status: 200, contains: ["Enter a reaction"] },
  },
  {
    name: "not under another competition",
    path: `/newsroom/riverside-open/${MOMENT}/reactions`,
    as: "editor",
    expects: { status: 404 },
  },
  {
    name: "what is said to be known by a link needs one, and what was typed stays",
    method: "POST",
    path: REACTIONS,
    as: "editor",
    form: { ...REACTION, url: "" },
    expects: { status: 422, contains: ["A link needs its address", "同框的一刻"] },
  },
  {
    name: "what is known second hand needs the report",
    method: "POST",
    path: REACTIONS,
    as: "editor",
    form: { ...REACTION, knownBy: "second-hand", report: "nothing" },
    expects: { status: 404 },
  },
  {
    name: "a translation is told whole or not at all",
    method: "POST",
    path: REACTIONS,
    as: "editor",
    form: { ...REACTION, translation: "A moment in one frame" },
    expects: { status: 400 },
  },
  {
    name: "an address that is none is refused",
    method: "POST",
    path: REACTIONS,
    as: "editor",
    form: { ...REACTION, url: "javascript:alert(1)" },
    expects: { status: 400 },
  },
  {
    name: "a reaction is entered, with its translation",
    method: "POST",
    path: REACTIONS,
    as: "editor",
    form: {
      ...REACTION,
      author: HTML,
      translation: "A moment in one frame",
      translationLanguage: "en",
      translator: "Han Areum",
    },
    expects: { status: 303, to: `${REACTIONS}?notice=reaction-entered`, facts: ["reaction-collected"] },
  },
  {
    name: "readers see the original first, and how it is known",
    path: `/moments/${MOMENT}`,
    expects: {
      status: 200,
      contains: ["同框的一刻", "A moment in one frame", "read at its address", "captured"],
      absent: ["<script>alert", "<img src=x"],
    },
  },
  {
    name: "a reaction is known second hand by a report",
    method: "POST",
    path: REACTIONS,
    as: "editor",
    form: { ...REACTION, url: "", knownBy: "second-hand", report: "an-hour-of-table-tennis", words: "再来一次" },
    expects: { status: 303, facts: ["reaction-collected"] },
  },
  {
    name: "which is not named while it is not published",
    path: `/moments/${MOMENT}.json`,
    expects: { status: 200, contains: ["再来一次"], absent: ['an-hour-of-table-tennis"'] },
  },
  {
    name: "no such reaction",
    method: "POST",
    path: `${REACTIONS}/nothing/state`,
    as: "editor",
    form: { state: "gone" },
    expects: { status: 404 },
  },
  {
    name: "a state that is none",
    method: "POST",
    path: `${REACTIONS}/weibo-2/state`,
    as: "editor",
    form: { state: "lost" },
    expects: { status: 400 },
  },
  {
    name: "it is gone where it was said",
    method: "POST",
    path: `${REACTIONS}/weibo-2/state`,
    as: "editor",
    form: { state: "gone" },
    expects: { status: 303, facts: ["reaction-marked"] },
  },
  {
    name: "and stands here",
    path: `/moments/${MOMENT}`,
    expects: { status: 200, contains: ["再来一次", "no longer there"] },
  },
  {
    name: "its author takes it back",
    method: "POST",
    path: `${REACTIONS}/weibo-2/state`,
    as: "editor",
    form: { state: "taken-back" },
    expects: { status: 303, facts: ["reaction-marked"] },
  },
  {
    name: "from then on no word of it is told",
    path: `/moments/${MOMENT}`,
    expects: { status: 200, contains: ["Its author has taken this back."], absent: ["再来一次", "Somebody"] },
  },
  {
    name: "nor in the data of the page",
    path: `/moments/${MOMENT}.json`,
    expects: { status: 200, contains: ["taken-back"], absent: ["再来一次", "Somebody", "somebody"] },
  },
];

export const newsroomScenarios: readonly Scenario[] = [...forbidden, ...begun, ...written, ...published, ...reactions];
