import type { Scenario } from "./scenario.testing.ts";

const PLAYER = "/players/nahri-karim";
const REQUESTS = `${PLAYER}/requests`;
const EQUIPMENT = `${PLAYER}/equipment`;
const HELD = "The player holds this page themselves";

const ASKED = { kind: "hold", words: "It is me: I bring my card", reach: "+33 1 00 00 00 00" };
const WRONG = { kind: "correction", words: "My given name has two letters more", reach: "me@example.org" };
const RACKET = { competition: "riverside-open", kind: "racket", name: "A blade of her own" };
const ANSWER = { decision: "granted", answer: "She showed her card at the desk." };

const forbidden: readonly Scenario[] = (
  [
    [REQUESTS, ASKED],
    [`${REQUESTS}/nothing/removal`, {}],
    [EQUIPMENT, RACKET],
    [`${EQUIPMENT}/riverside-open/racket/removal`, {}],
    ["/page-requests/nothing", ANSWER],
  ] as const
).map(([path, form]) => ({
  name: `${path}: nobody who is not signed in`,
  method: "POST",
  path,
  form,
  expects: { status: 401 },
}));

const asking: readonly Scenario[] = [
  {
    name: "a player's page says where it is asked about",
    path: PLAYER,
    expects: { status: 200, contains: [REQUESTS] },
  },
  { name: "requests: not for readers", path: REQUESTS, expects: { status: 303 } },
  { name: "requests: of nobody", path: "/players/nobody-known/requests", as: "member", expects: { status: 404 } },
  {
    name: "requests: made of nobody",
    method: "POST",
    path: "/players/nobody-known/requests",
    as: "member",
    form: ASKED,
    expects: { status: 404 },
  },
  {
    name: "requests: without how to be reached, what was typed stands there still",
    method: "POST",
    path: REQUESTS,
    as: "member",
    form: { ...ASKED, reach: "" },
    expects: { status: 400, contains: ["It is me: I bring my card"] },
  },
  {
    name: "requests: a member asks to hold the page",
    method: "POST",
    path: REQUESTS,
    as: "member",
    json: ASKED,
    expects: { status: 200, facts: ["page-request-made"], remembers: { hold: /"id":"([\w-]+)","kind":"hold"/ } },
  },
  {
    name: "requests: once is enough",
    method: "POST",
    path: REQUESTS,
    as: "member",
    form: ASKED,
    expects: { status: 409, contains: ["This is asked for already"] },
  },
  {
    name: "requests: an editor asks for the same",
    method: "POST",
    path: REQUESTS,
    as: "editor",
    json: { ...ASKED, words: "No, it is me" },
    expects: { status: 200, facts: ["page-request-made"], remembers: { other: /"id":"([\w-]+)","kind":"hold"/ } },
  },
  {
    name: "requests: a correction, by a page",
    method: "POST",
    path: REQUESTS,
    as: "member",
    form: WRONG,
    expects: { status: 303, to: REQUESTS, facts: ["page-request-made"] },
  },
  {
    name: "requests: who asked reads them, with the words as they were typed",
    path: REQUESTS,
    as: "member",
    expects: {
      status: 200,
      contains: [WRONG.words, ASKED.reach, "waits for an answer"],
      absent: ["No, it is me", HELD],
    },
  },
  {
    name: "requests: nobody else does",
    path: `${PLAYER}.json`,
    expects: { status: 200, absent: [ASKED.reach, WRONG.words] },
  },
];

const deciding: readonly Scenario[] = [
  { name: "all requests: not for readers", path: "/page-requests", expects: { status: 303 } },
  { name: "all requests: not for editors", path: "/page-requests", as: "editor", expects: { status: 403 } },
  {
    name: "all requests: nobody decides about themselves without the role",
    method: "POST",
    path: "/page-requests/{hold}",
    as: "member",
    form: ANSWER,
    expects: { status: 403 },
  },
  {
    name: "all requests: who runs everything reads them",
    path: "/page-requests",
    as: "organiser",
    expects: { status: 200, contains: [ASKED.words, WRONG.reach, "No, it is me"] },
  },
  {
    name: "all requests: a decision needs its reason",
    method: "POST",
    path: "/page-requests/{hold}",
    as: "organiser",
    form: { decision: "granted", answer: "" },
    expects: { status: 400, contains: ['role="alert"'] },
  },
  {
    name: "all requests: what was not granted is not ended",
    method: "POST",
    path: "/page-requests/{hold}",
    as: "organiser",
    json: { ...ANSWER, decision: "ended" },
    expects: { status: 404 },
  },
  {
    name: "equipment: not by who holds nothing",
    method: "POST",
    path: EQUIPMENT,
    as: "member",
    form: RACKET,
    expects: { status: 403 },
  },
  {
    name: "all requests: granted",
    method: "POST",
    path: "/page-requests/{hold}",
    as: "organiser",
    form: ANSWER,
    expects: { status: 303, to: "/page-requests", facts: ["page-request-answered"] },
  },
  {
    name: "all requests: decided once",
    method: "POST",
    path: "/page-requests/{hold}",
    as: "organiser",
    json: ANSWER,
    expects: { status: 404 },
  },
  {
    name: "all requests: a page is held by one",
    method: "POST",
    path: "/page-requests/{other}",
    as: "organiser",
    form: ANSWER,
    expects: { status: 409, contains: ["somebody holds the page"] },
  },
  {
    name: "all requests: the other is refused with the reason",
    method: "POST",
    path: "/page-requests/{other}",
    as: "organiser",
    form: { decision: "refused", answer: "The card was hers." },
    expects: { status: 303, facts: ["page-request-answered"] },
  },
  {
    name: "requests: who asked reads why",
    path: REQUESTS,
    as: "editor",
    expects: { status: 200, contains: ["The card was hers."] },
  },
  {
    name: "requests: and is told",
    path: "/notifications",
    as: "editor",
    expects: { status: 200, contains: ["The card was hers."] },
  },
  {
    name: "a player's page says that it is held",
    path: PLAYER,
    expects: { status: 200, contains: [HELD], absent: ["Mina"] },
  },
];

const holding: readonly Scenario[] = [
  {
    name: "equipment: not by anybody else",
    method: "POST",
    path: EQUIPMENT,
    as: "editor",
    form: RACKET,
    expects: { status: 403 },
  },
  {
    name: "equipment: not where the player does not play",
    method: "POST",
    path: EQUIPMENT,
    as: "member",
    form: { ...RACKET, competition: "paris-2024" },
    expects: { status: 400, contains: ["A blade of her own"] },
  },
  {
    name: "equipment: declared by who holds the page",
    method: "POST",
    path: EQUIPMENT,
    as: "member",
    form: RACKET,
    expects: { status: 303, to: REQUESTS, facts: ["equipment-declared"] },
  },
  {
    name: "equipment: it stands on both pages",
    path: REQUESTS,
    as: "member",
    expects: {
      status: 200,
      contains: ["A blade of her own"],
      remembers: { blade: /equipment\/riverside-open\/([\w-]+)\/removal/ },
    },
  },
  { name: "equipment: and readers see it", path: PLAYER, expects: { status: 200, contains: ["A blade of her own"] } },
  {
    name: "equipment: what nobody declared is not removed",
    method: "POST",
    path: `${EQUIPMENT}/riverside-open/nothing/removal`,
    as: "member",
    json: {},
    expects: { status: 404 },
  },
  {
    name: "equipment: removed again",
    method: "POST",
    path: `${EQUIPMENT}/riverside-open/{blade}/removal`,
    as: "member",
    form: {},
    expects: { status: 303, to: REQUESTS, facts: ["equipment-removed"] },
  },
  {
    name: "requests: nobody ends what is another's",
    method: "POST",
    path: `${REQUESTS}/{hold}/removal`,
    as: "editor",
    json: {},
    expects: { status: 404 },
  },
  {
    name: "all requests: what was granted is ended with a reason",
    method: "POST",
    path: "/page-requests/{hold}",
    as: "organiser",
    form: { decision: "ended", answer: "The card was another's." },
    expects: { status: 303, facts: ["page-request-answered"] },
  },
  { name: "a player's page is nobody's again", path: PLAYER, expects: { status: 200, absent: [HELD] } },
  {
    name: "requests: what still waits can be taken back",
    path: REQUESTS,
    as: "member",
    expects: { status: 200, remembers: { open: /requests\/([\w-]+)\/removal/ } },
  },
  {
    name: "requests: and is",
    method: "POST",
    path: `${REQUESTS}/{open}/removal`,
    as: "member",
    form: {},
    expects: { status: 303, to: REQUESTS, facts: ["page-request-ended"] },
  },
];

/** What members ask about the page of a player, and how it is decided; in this order. */
export const pageRequestScenarios: readonly Scenario[] = [...forbidden, ...asking, ...deciding, ...holding];
