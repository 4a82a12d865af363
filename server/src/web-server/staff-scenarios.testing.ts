import { forbiddenForms, type OrganisersForm } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const ALL = "/desk/staff";
const HERE = "/desk/riverside-open/staff";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const TOLD = { email: "member@demo.invalid", code: "{staff-code}", role: "referee" };

/** Every form with what it needs, as an organiser would send it. */
const FORMS: readonly OrganisersForm[] = [
  [ALL, TOLD],
  [`${ALL}/removal`, { person: "{staff-person}", role: "referee" }],
  [`${ALL}/sessions/end`, { email: "member@demo.invalid" }],
  [HERE, TOLD],
  [`${HERE}/removal`, { person: "{staff-person}", role: "referee" }],
];

const forbidden: readonly Scenario[] = [
  ...forbiddenForms(FORMS),
  ...[ALL, HERE].flatMap((path): Scenario[] => [
    { name: `${path}: a guest is asked to sign in`, path, expects: { status: 303 } },
    { name: `${path}: not for a referee`, path, as: "referee", expects: { status: 403, absent: ["Marit Solheim"] } },
  ]),
];

const given: readonly Scenario[] = [
  {
    name: "the code stands on the person's own page",
    path: "/account",
    as: "member",
    expects: { status: 200, remembers: { "staff-code": /class="code">([2-9A-Z]{8})</ } },
  },
  {
    name: "who holds a role in all competitions stands on the page of one, and is not taken back there",
    path: HERE,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["Marit Solheim", "organiser", "in every competition"],
      absent: ['name="person"', "@demo.invalid"],
    },
  },
  {
    name: "an address without an account and a wrong code are answered alike, and what was typed stays",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: { email: "nobody@example.org", code: "{staff-code}", role: "editor" },
    expects: {
      status: 422,
      contains: [
        "No account here has this address and this code",
        'value="nobody@example.org"',
        'value="{staff-code}"',
        '<option value="editor" selected',
      ],
    },
  },
  {
    name: "a wrong code gives nothing",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: { ...TOLD, code: "22222222" },
    expects: { status: 422, contains: ["No account here has this address and this code"], absent: ["Lio Marchetti"] },
  },
  {
    name: "what is no address is said of its field",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: { ...TOLD, email: HTML },
    expects: {
      status: 400,
      contains: ["This is not an e-mail address.", 'aria-invalid="true"', 'value="{staff-code}"', "&lt;script>"],
      absent: ["<script>alert(1)", "<img src=x"],
    },
  },
  {
    name: "nobody is made a member: everybody is one",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: { ...TOLD, role: "member" },
    expects: { status: 400, contains: ["Choose one of the roles."] },
  },
  {
    name: "no role is given in a competition that is not there",
    method: "POST",
    path: "/desk/nowhere/staff",
    as: "organiser",
    form: TOLD,
    expects: { status: 404 },
  },
  {
    name: "the staff of no competition is not found",
    path: "/desk/nowhere/staff",
    as: "organiser",
    expects: { status: 404 },
  },
  {
    name: "a role is given by the code",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: TOLD,
    expects: { status: 303, to: `${HERE}?notice=role-given`, facts: ["role-given"] },
  },
  {
    name: "given twice, it is given once",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: TOLD,
    expects: { status: 303, to: `${HERE}?notice=role-given` },
  },
  {
    name: "the page says who holds it, since when and by whom",
    path: `${HERE}?notice=role-given`,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["The role is given.", "Lio Marchetti", "since 14 March 2026, given by Marit Solheim"],
      remembers: { "staff-person": /name="person" value="([^"]+)"/ },
    },
  },
  {
    name: "so does the page of all competitions",
    path: ALL,
    as: "organiser",
    expects: { status: 200, contains: ["Lio Marchetti", `href="${HERE}"`, "Marit Solheim"] },
  },
  { name: "it counts at once", path: "/desk/riverside-open", as: "member", expects: { status: 200, absent: [HERE] } },
  { name: "and nowhere else", path: "/desk/paris-2024", as: "member", expects: { status: 403 } },
  { name: "a referee of the competition gives no role", path: HERE, as: "member", expects: { status: 403 } },
];

const takenBack: readonly Scenario[] = [
  {
    name: "a role that is not held is not taken back",
    method: "POST",
    path: `${HERE}/removal`,
    as: "organiser",
    form: { person: "{staff-person}", role: "editor" },
    expects: { status: 422, contains: ["This role is not held any more."], absent: ['value="{staff-code}"'] },
  },
  {
    name: "a role is taken back where it is held",
    method: "POST",
    path: `${HERE}/removal`,
    as: "organiser",
    form: { person: "{staff-person}", role: "referee" },
    expects: { status: 303, to: `${HERE}?notice=role-taken-back`, facts: ["role-taken-back"] },
  },
  { name: "it counts no more from then on", path: "/desk/riverside-open", as: "member", expects: { status: 403 } },
  {
    name: "an organiser of all makes another, for all competitions",
    method: "POST",
    path: ALL,
    as: "organiser",
    form: { ...TOLD, role: "organiser" },
    expects: { status: 303, to: `${ALL}?notice=role-given`, facts: ["role-given"] },
  },
  {
    name: "who takes back a role of their own goes on to their account",
    method: "POST",
    path: `${ALL}/removal`,
    as: "member",
    form: { person: "{staff-person}", role: "organiser" },
    expects: { status: 303, to: "/account?notice=role-taken-back", facts: ["role-taken-back"] },
  },
  {
    name: "the page of all competitions names the one that is left",
    path: `${ALL}`,
    as: "organiser",
    expects: {
      status: 200,
      remembers: {
        "last-organiser": /name="person" value="([^"]+)"\/?><input type="hidden" name="role" value="organiser"/,
      },
    },
  },
  {
    name: "the last organiser of all competitions stays",
    method: "POST",
    path: `${ALL}/removal`,
    as: "organiser",
    form: { person: "{last-organiser}", role: "organiser" },
    expects: { status: 422, contains: ["This is the last organiser of all competitions."] },
  },
];

const ended: readonly Scenario[] = [
  {
    name: "the sessions of nobody are not ended",
    method: "POST",
    path: `${ALL}/sessions/end`,
    as: "organiser",
    form: { email: "nobody@example.org" },
    expects: { status: 422, contains: ["Nobody here has an account", 'value="nobody@example.org"'] },
  },
  {
    name: "somebody opens an account",
    method: "POST",
    path: "/sign-up",
    form: { name: "Cleo", email: "cleo@example.org", password: "twelve letters of mine" },
    expects: { status: 303 },
  },
  {
    name: "all sessions of a member end, by their address",
    method: "POST",
    path: `${ALL}/sessions/end`,
    as: "organiser",
    form: { email: "Cleo@example.org" },
    expects: { status: 303, to: `${ALL}?notice=sessions-ended` },
  },
];

const INVITED = `${HERE}/invitations`;
const TAKE_UP = "/invitations/{invitation}";

const invited: readonly Scenario[] = [
  ...forbiddenForms([
    [INVITED, { role: "referee" }],
    [`${INVITED}/removal`, { invitation: "some" }],
  ]),
  {
    name: "nobody is invited to be a member",
    method: "POST",
    path: INVITED,
    as: "organiser",
    form: { role: "member" },
    expects: { status: 400 },
  },
  {
    name: "nobody is invited to a competition that is not there",
    method: "POST",
    path: "/desk/nowhere/staff/invitations",
    as: "organiser",
    form: { role: "referee" },
    expects: { status: 404 },
  },
  {
    name: "an invitation is made, and its address shown",
    method: "POST",
    path: INVITED,
    as: "organiser",
    form: { role: "editor" },
    expects: {
      status: 200,
      facts: ["role-offered"],
      contains: ["Hand on this address", "offered by Marit Solheim, until 21 March 2026"],
      remembers: { invitation: /\/invitations\/([\w-]{20,})</ },
    },
  },
  {
    name: "its address is shown once",
    path: HERE,
    as: "organiser",
    expects: { status: 200, contains: ["offered by Marit Solheim"], absent: ["{invitation}"] },
  },
  { name: "the invited signs in first", path: TAKE_UP, expects: { status: 303 } },
  { name: "a guest takes nothing up", method: "POST", path: TAKE_UP, expects: { status: 401 } },
  {
    name: "the invited sees who invites to what, and has nothing yet",
    path: TAKE_UP,
    as: "member",
    expects: { status: 200, contains: ["Marit Solheim invites you to be editor", "Riverside Open", "Accept"] },
  },
  { name: "an address that nobody made", path: "/invitations/guessed", as: "member", expects: { status: 410 } },
  {
    name: "the invitation is taken up",
    method: "POST",
    path: TAKE_UP,
    as: "member",
    form: {},
    expects: { status: 303, to: "/account?notice=role-given", facts: ["role-given"] },
  },
  {
    name: "it counts once",
    method: "POST",
    path: TAKE_UP,
    as: "referee",
    form: {},
    expects: { status: 410, contains: ["This invitation was used or taken back"] },
  },
  {
    name: "another one is made",
    method: "POST",
    path: INVITED,
    as: "organiser",
    form: { role: "organiser" },
    expects: {
      status: 200,
      facts: ["role-offered"],
      remembers: {
        invitation: /\/invitations\/([\w-]{20,})</,
        "invitation-id": /name="invitation" value="([^"]+)"/,
      },
    },
  },
  {
    name: "it is taken back",
    method: "POST",
    path: `${INVITED}/removal`,
    as: "organiser",
    form: { invitation: "{invitation-id}" },
    expects: { status: 303, to: `${HERE}?notice=invitation-taken-back`, facts: ["offer-taken-back"] },
  },
  {
    name: "what was taken back is not taken back twice",
    method: "POST",
    path: `${INVITED}/removal`,
    as: "organiser",
    form: { invitation: "{invitation-id}" },
    expects: { status: 410 },
  },
  {
    name: "what was given by an invitation is taken back like any role",
    method: "POST",
    path: `${HERE}/removal`,
    as: "organiser",
    form: { person: "{staff-person}", role: "editor" },
    expects: { status: 303, to: `${HERE}?notice=role-taken-back`, facts: ["role-taken-back"] },
  },
  { name: "and lets nobody in", method: "POST", path: TAKE_UP, as: "member", form: {}, expects: { status: 410 } },
];

/** Who holds which role: read, given by the code, taken back; sessions that are ended. */
export const staffScenarios: readonly Scenario[] = [...given, ...forbidden, ...takenBack, ...ended, ...invited];
