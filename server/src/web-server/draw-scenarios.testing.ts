import type { CompetitionFile } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { forbiddenForms, type OrganisersForm } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const EVENT = "autumn-cup/open-singles";
const PAGE = `/competitions/${EVENT}/draw`;
const DESK = `/desk/events/${EVENT}/draw`;
const SWISS = "/desk/events/swiss-cup/os/draw/rounds";
const HTML = "<script>alert(1)</script>";

/** Every form of the draw at the desk; a referee may send them too. */
const FORMS: readonly OrganisersForm[] = [
  [DESK, { how: "at-once" }],
  [`${DESK}/rules`, { format: "swiss" }],
  [`${DESK}/pace`, { pace: "all" }],
  [`${DESK}/removal`, { reason: "A name was missing." }],
  [`${DESK}/rounds`, { round: "2" }],
];

const forbidden: readonly Scenario[] = [
  ...forbiddenForms(FORMS).filter(({ as }) => as !== "referee"),
  { name: `${DESK}: a guest is asked to sign in`, path: DESK, expects: { status: 303 } },
  { name: `${DESK}: not for an editor`, path: DESK, as: "editor", expects: { status: 403 } },
  { name: "no draw of no event", path: "/competitions/autumn-cup/nowhere/draw", expects: { status: 404 } },
  { name: "no such draw on record", path: `${PAGE}/9`, expects: { status: 404 } },
  {
    name: "no draw of no event at the desk",
    path: "/desk/events/autumn-cup/nowhere/draw",
    as: "organiser",
    expects: { status: 404 },
  },
];

/** A competition that was published without a draw is drawn at its desk, in public and then again. */
export const drawScenarios: readonly Scenario[] = [
  ...forbidden,
  {
    name: "the commitment is there before the draw",
    path: PAGE,
    expects: { status: 200, contains: ["Not drawn yet", "Commitment", "ADAMS", "Published"], absent: ["Ball 1 of"] },
  },
  { name: "the desk of the draw", path: DESK, as: "referee", expects: { status: 200, contains: ["Start the draw"] } },
  {
    name: "a draw of something else than what was seen is not started",
    method: "POST",
    path: DESK,
    as: "organiser",
    form: { how: "at-once", seen: "0".repeat(64), randomness: "1 2 3" },
    expects: { status: 409, contains: ['value="1 2 3"', 'role="alert"'], facts: [] },
  },
  {
    name: "a pace is not set where nothing is drawn",
    method: "POST",
    path: `${DESK}/pace`,
    as: "organiser",
    form: { pace: "all" },
    expects: { status: 422, contains: ['role="alert"'] },
  },
  {
    name: "a pace that there is not is refused",
    method: "POST",
    path: `${DESK}/pace`,
    as: "organiser",
    form: { pace: "slowly" },
    expects: { status: 400 },
  },
  {
    name: "a round is not paired outside a Swiss system",
    method: "POST",
    path: `${DESK}/rounds`,
    as: "organiser",
    form: { round: "2" },
    expects: { status: 422 },
  },
  {
    name: "there is nothing to repeat yet",
    method: "POST",
    path: `${DESK}/removal`,
    as: "organiser",
    form: { reason: "Why not" },
    expects: { status: 422 },
  },
  {
    name: "a format that there is not is refused",
    method: "POST",
    path: `${DESK}/rules`,
    as: "organiser",
    form: { format: "suisse" },
    expects: { status: 400, facts: [] },
  },
  {
    name: "another format is another commitment",
    method: "POST",
    path: `${DESK}/rules`,
    as: "organiser",
    form: { format: "groups" },
    expects: { status: 303, to: DESK, facts: ["draw-committed"] },
  },
  {
    name: "the draw starts in public",
    method: "POST",
    path: DESK,
    as: "referee",
    form: { how: "in-public", randomness: "3 5 2 6", given: HTML },
    expects: { status: 303, to: DESK, facts: ["draw-begun"] },
  },
  {
    name: "it is under way, and the guest is text",
    path: PAGE,
    expects: {
      status: 200,
      contains: ["The draw is being made now", "The first ball", "&lt;script>"],
      absent: [HTML],
    },
  },
  {
    name: "no page tells what has not come out, nor what it follows from",
    path: `${PAGE}.json`,
    expects: { status: 200, contains: ['"transcript":[]', '"randomness":""'], absent: ["3 5 2 6"] },
  },
  {
    name: "nor does the page of a member",
    path: PAGE,
    as: "member",
    expects: { status: 200, absent: ["3 5 2 6", 'draw/2"'] },
  },
  { name: "there is no file of it before its last ball", path: `${PAGE}/2`, expects: { status: 404 } },
  {
    name: "who draws has it all",
    path: `${PAGE}/2`,
    as: "referee",
    expects: { status: 200, contains: ['"randomness":"3 5 2 6"', '"ball":1'] },
  },
  {
    name: "the event is not drawn before its last ball",
    path: `/competitions/${EVENT}`,
    expects: { status: 200, contains: ["The draw is being made now"] },
  },
  {
    name: "it is not drawn twice",
    method: "POST",
    path: DESK,
    as: "organiser",
    form: { how: "at-once" },
    expects: { status: 422, contains: ["drawn already"], facts: [] },
  },
  {
    name: "its format stays while it is drawn",
    method: "POST",
    path: `${DESK}/rules`,
    as: "organiser",
    form: { format: "swiss" },
    expects: { status: 422, facts: [] },
  },
  {
    name: "the next ball comes out",
    method: "POST",
    path: `${DESK}/pace`,
    as: "organiser",
    form: { pace: "next" },
    expects: { status: 303, to: DESK },
  },
  {
    name: "who comes late sees it, and no other",
    path: PAGE,
    expects: { status: 200, contains: ["Ball 1 of", " to group "], absent: ["3 5 2 6"] },
  },
  {
    name: "one ball is told",
    path: `${PAGE}.json`,
    expects: { status: 200, contains: ['"balls":', '"transcript":[{"ball":1'], absent: ['"transcript":[]', "3 5 2 6"] },
  },
  {
    name: "all balls are shown, and the draw is published",
    method: "POST",
    path: `${DESK}/pace`,
    as: "organiser",
    form: { pace: "all" },
    expects: { status: 303, to: DESK, facts: ["draw-published"] },
  },
  {
    name: "it can be verified and downloaded",
    path: PAGE,
    expects: {
      status: 200,
      contains: ["The draw is made", "podium draw verify autumn-cup-open-singles-draw-2.ndjson"],
    },
  },
  {
    name: "the file of the draw",
    path: `${PAGE}/2`,
    expects: { status: 200, contains: ['"id":"groups"', '"randomness":"3 5 2 6"'] },
  },
  {
    name: "it is not repeated without a reason",
    method: "POST",
    path: `${DESK}/removal`,
    as: "organiser",
    form: { reason: " " },
    expects: { status: 400, facts: [] },
  },
  {
    name: "it is taken back before the first result",
    method: "POST",
    path: `${DESK}/removal`,
    as: "organiser",
    form: { reason: `A name was missing. ${HTML}` },
    expects: { status: 303, to: DESK, facts: ["draw-withdrawn"] },
  },
  {
    name: "both the draw that was taken back and its reason stay on the page",
    path: PAGE,
    expects: { status: 200, contains: ["Taken back", "A name was missing. &lt;script>"], absent: [HTML] },
  },
  {
    name: "it is drawn again, at once, by the program",
    method: "POST",
    path: DESK,
    as: "organiser",
    form: { how: "at-once" },
    expects: { status: 303, to: DESK, facts: ["draw-begun", "draw-published"] },
  },
  {
    name: "where the chance came from is said",
    path: PAGE,
    expects: { status: 200, contains: ["made by the program", "Draw 3", "Draw 2", "Draw 1"] },
  },
  {
    name: "the next round of a Swiss system is paired once the round before is decided",
    method: "POST",
    path: SWISS,
    as: "referee",
    form: { round: "2" },
    expects: { status: 303, to: "/desk/events/swiss-cup/os/draw", facts: ["round-paired"] },
  },
  {
    name: "the same round is not paired twice",
    method: "POST",
    path: SWISS,
    as: "organiser",
    form: { round: "2" },
    expects: { status: 422, contains: ['role="alert"'], facts: [] },
  },
  {
    name: "the winners of the first round meet in the second",
    path: "/competitions/swiss-cup/os.json",
    expects: { status: 200, contains: ['"round":"s2"'] },
  },
];

/** A Swiss system of four whose first round is played. */
export function swissOfFour(): CompetitionFile {
  const entries = ["e1", "e2", "e3", "e4"];
  const pairings: [string, string][][] = [
    [
      ["e1", "e3"],
      ["e2", "e4"],
    ],
  ];
  const file = smallEvent(4, {
    draw: { phases: [{ code: "main", format: "swiss", entries, rounds: 2, pairings }] },
    matches: ["s1-1", "s1-2"].map((code) => ({ code, games: WON })),
  });
  return {
    ...file,
    competition: { ...file.competition, id: "swiss-cup" },
    players: file.players.map((player) => ({ ...player, id: `swiss-${player.id}` })),
    events: file.events.map((event) => ({
      ...event,
      entries: event.entries.map((entry) => ({ ...entry, players: entry.players.map((id) => `swiss-${id}`) })),
    })),
  };
}
