import { forbiddenForms, type OrganisersForm } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const DRAFT = "/desk/drafts/entered-cup";
const ENTER = "/enter/entered-cup";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const TERMS = { closes: "2026-05-01T18:00", "open-singles": "yes", "limit-singles": "1", "fee-singles": "12 €" };
const APPLICATION = { event: "singles", family: "Okafor", given: "Chidi", association: "Riverside", remark: HTML };

const FORMS: readonly OrganisersForm[] = [
  [`${DRAFT}/terms`, TERMS],
  [`${DRAFT}/decisions`, { application: "none", decision: "enter" }],
];

function organiser(name: string, [path, form]: OrganisersForm, expects: Scenario["expects"]): Scenario {
  return { name, method: "POST", path, as: "organiser", form, expects };
}

const opened: readonly Scenario[] = [
  ...forbiddenForms(FORMS),
  organiser(
    "a competition to enter is begun",
    [
      "/desk/drafts",
      { id: "entered-cup", title: "Entered Cup", zone: "Asia/Seoul", from: "2026-05-09", to: "2026-05-10" },
    ],
    { status: 303, to: DRAFT },
  ),
  organiser("with singles", [`${DRAFT}/events`, { version: "1", title: "Singles", kind: "singles", bestOf: "5" }], {
    status: 303,
  }),
  organiser("and doubles", [`${DRAFT}/events`, { version: "2", title: "Doubles", kind: "doubles", bestOf: "5" }], {
    status: 303,
  }),
  { name: "nobody enters what is not open", path: ENTER, expects: { status: 404, absent: ["Entered Cup"] } },
  {
    name: "nor by a form",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: APPLICATION,
    expects: { status: 404 },
  },
  organiser("it is not opened for no event", [`${DRAFT}/terms`, { closes: TERMS.closes, remark: "Bring a bat." }], {
    status: 400,
    contains: ["Choose at least one event", 'value="Bring a bat."'],
  }),
  organiser("nor until after its end", [`${DRAFT}/terms`, { ...TERMS, closes: "2026-05-11T00:00" }], { status: 400 }),
  organiser("nor for a wrong number", [`${DRAFT}/terms`, { ...TERMS, "limit-singles": "0" }], { status: 400 }),
  organiser(
    "it is opened, with fee and remark as text",
    [`${DRAFT}/terms`, { ...TERMS, "open-doubles": "yes", remark: HTML }],
    { status: 303, to: `${DRAFT}#terms` },
  ),
  {
    name: "it stands among those that are open",
    path: "/enter",
    expects: { status: 200, contains: ["Entered Cup", "KST"] },
  },
  {
    name: "its page is for everybody to read, in the competition's time, and asks to sign in",
    path: ENTER,
    expects: {
      status: 200,
      contains: ["18:00", "12 €", "Sign in to enter", "&lt;script>"],
      absent: ["<script>alert", "<img src=x", 'name="family"'],
    },
  },
];

const entered: readonly Scenario[] = [
  {
    name: "a guest does not enter",
    method: "POST",
    path: `${ENTER}/applications`,
    form: APPLICATION,
    expects: { status: 401 },
  },
  {
    name: "nor anybody from a foreign page",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: APPLICATION,
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    expects: { status: 403 },
  },
  {
    name: "nor without a name, and what was typed stays",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: { ...APPLICATION, family: "" },
    expects: { status: 400, contains: ['value="Riverside"', 'role="alert"'] },
  },
  {
    name: "in doubles nobody enters alone without looking for a partner",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: { ...APPLICATION, event: "doubles" },
    expects: { status: 400, contains: ["look for one"] },
  },
  {
    name: "somebody enters",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    json: APPLICATION,
    expects: { status: 200, contains: ['"waiting"'], remembers: { first: /"id":"([\w-]+)"/ } },
  },
  {
    name: "once",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: APPLICATION,
    expects: { status: 422, contains: ["already"] },
  },
  {
    name: "who looks for a partner is shown",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: { event: "doubles", family: "Okafor", given: "Chidi", partnerWanted: "yes" },
    expects: { status: 303, to: `${ENTER}#mine` },
  },
  {
    name: "names are shown to everybody once they are entered or look for a partner; remarks to organisers alone",
    path: ENTER,
    expects: {
      status: 200,
      contains: ["Partner wanted", "Okafor Chidi", "waiting for an answer: 1"],
      absent: ["Riverside"],
    },
  },
  {
    name: "somebody else enters, too",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "editor",
    json: { event: "singles", family: "Lind", given: "Maja" },
    expects: { status: 200, remembers: { second: /"id":"([\w-]+)"/ } },
  },
  {
    name: "nobody withdraws what is somebody else's",
    method: "POST",
    path: `${ENTER}/withdrawals`,
    as: "editor",
    form: { application: "{first}" },
    expects: { status: 404 },
  },
  {
    name: "nor does a guest",
    method: "POST",
    path: `${ENTER}/withdrawals`,
    form: { application: "{first}" },
    expects: { status: 401 },
  },
];

const decided: readonly Scenario[] = [
  {
    name: "the organiser reads who waits and what they remark, as text",
    path: `${DRAFT}/events/singles`,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["Okafor Chidi", "Riverside", "&lt;script>"],
      absent: ["<script>alert", "<img src=x"],
    },
  },
  organiser("nothing is published while somebody waits", [`${DRAFT}/publication`, { version: "3" }], {
    status: 422,
    contains: ["Still waiting for an answer: 3"],
  }),
  organiser(
    "nobody is declined without a reason",
    [`${DRAFT}/decisions`, { application: "{first}", decision: "decline" }],
    { status: 400 },
  ),
  organiser("the first is entered", [`${DRAFT}/decisions`, { application: "{first}", decision: "enter" }], {
    status: 303,
    to: `${DRAFT}/events/singles#applications`,
  }),
  organiser("not twice", [`${DRAFT}/decisions`, { application: "{first}", decision: "enter" }], { status: 409 }),
  organiser(
    "no more than the limit are entered",
    [`${DRAFT}/decisions`, { application: "{second}", decision: "enter" }],
    {
      status: 422,
      contains: ["all the entries it takes"],
    },
  ),
  organiser(
    "the others stand on the reserve list",
    [`${DRAFT}/decisions`, { application: "{second}", decision: "reserve" }],
    { status: 303 },
  ),
  { name: "and read it on the page", path: ENTER, as: "editor", expects: { status: 200, contains: ["Reserve 1"] } },
  organiser("there is no such application", [`${DRAFT}/decisions`, { application: "none", decision: "enter" }], {
    status: 404,
  }),
  {
    name: "who is entered withdraws",
    method: "POST",
    path: `${ENTER}/withdrawals`,
    as: "member",
    form: { application: "{first}" },
    expects: { status: 303, to: `${ENTER}#mine` },
  },
  organiser(
    "then there is room for a reserve",
    [`${DRAFT}/decisions`, { application: "{second}", decision: "enter" }],
    { status: 303 },
  ),
  {
    name: "who has withdrawn is not among the entries",
    path: ENTER,
    expects: { status: 200, contains: ["Lind Maja", "one entry, at most 1"] },
  },
  organiser("it is closed by an earlier time", [`${DRAFT}/terms`, { ...TERMS, closes: "2026-03-14T20:59" }], {
    status: 303,
  }),
  {
    name: "after the closing time nobody enters",
    method: "POST",
    path: `${ENTER}/applications`,
    as: "member",
    form: APPLICATION,
    expects: { status: 422, contains: ["Entries are closed"] },
  },
  {
    name: "and the page says so",
    path: ENTER,
    as: "member",
    expects: { status: 200, contains: ["Entries closed on"], absent: ['name="family"'] },
  },
  { name: "it is open no more", path: "/enter", expects: { status: 200, absent: ["Entered Cup"] } },
];

/** Somebody enters a competition that is being prepared, and what becomes of it. */
export const enterScenarios: readonly Scenario[] = [...opened, ...entered, ...decided];
