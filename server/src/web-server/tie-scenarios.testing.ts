import type { Scenario } from "./scenario.testing.ts";

/** Two teams whose tie is to be played by the Olympic order. */
export function twoTeams(): object {
  return {
    format: "podium-competition/1",
    competition: { id: "two-teams", title: "Two Teams", zone: "UTC", from: "2026-05-02", to: "2026-05-02" },
    events: [
      {
        code: "t",
        title: "Teams",
        kind: "team",
        bestOf: 3,
        tie: "olympic",
        entries: [
          { code: "a", name: "Harbour", players: ["ADAMS Ann", "BAKER Bea", "COOK Cat"] },
          { code: "b", name: "Hill" },
        ],
        draw: { lines: ["a", "b"] },
      },
    ],
  };
}

const TIE = "/desk/matches/two-teams/t/final";
const HOME = { side: "home", "place-A": "ADAMS Ann", "place-B": "Baker", "place-C": "COOK Cat" };
const AWAY = { side: "away", "place-X": "XU Xia", "place-Y": "YOUNG Yui", "place-Z": "ZIMMER Zoe" };

/** Line-ups of a tie, and its rubbers. */
export const tieScenarios: readonly Scenario[] = [
  ...["line-ups", "players", "replay"].flatMap((action): Scenario[] => [
    {
      name: `${action}: not for a guest`,
      method: "POST",
      path: `${TIE}/${action}`,
      form: HOME,
      expects: { status: 401 },
    },
    {
      name: `${action}: not for an editor`,
      method: "POST",
      path: `${TIE}/${action}`,
      as: "editor",
      form: HOME,
      expects: { status: 403 },
    },
  ]),
  {
    name: "line-up: a place is empty, and what was typed is still there",
    method: "POST",
    path: `${TIE}/line-ups`,
    as: "referee",
    form: { ...HOME, "place-C": "" },
    expects: { status: 422, contains: ["Name who plays at C.", 'value="Baker"'] },
  },
  {
    name: "line-up: one player at two letters",
    method: "POST",
    path: `${TIE}/line-ups`,
    as: "referee",
    json: { ...HOME, "place-C": "ADAMS Ann" },
    expects: { status: 422, contains: ["player-twice"] },
  },
  {
    name: "line-up: of a match that is no tie",
    method: "POST",
    path: "/desk/matches/riverside-open/os/sf-1/line-ups",
    as: "organiser",
    json: HOME,
    expects: { status: 422, contains: ["not-a-tie"] },
  },
  {
    name: "line-up: one side hands in, and nobody sees who",
    method: "POST",
    path: `${TIE}/line-ups`,
    as: "referee",
    form: HOME,
    expects: { status: 303, facts: ["line-up-handed-in"] },
  },
  {
    name: "line-up: the desk sees that it is in",
    path: TIE,
    as: "organiser",
    expects: { status: 200, contains: ["Handed in.", "Not handed in yet."], absent: ['value="Baker"'] },
  },
  {
    name: "line-up: nothing of it stands on the page of the tie",
    path: "/matches/two-teams/t/final",
    expects: { status: 200, absent: ["rubber 1"] },
  },
  {
    name: "players: a tie has none of its own",
    method: "POST",
    path: `${TIE}/players`,
    as: "referee",
    json: { home: "COOK Cat", away: "XU Xia" },
    expects: { status: 422, contains: ["not-a-tie"] },
  },
  {
    name: "line-up: the other side hands in, and both open together",
    method: "POST",
    path: `${TIE}/line-ups`,
    as: "referee",
    json: AWAY,
    expects: {
      status: 200,
      facts: [
        "line-up-handed-in",
        "team-joined",
        "team-joined",
        "rubber-laid-out",
        "team-joined",
        "rubber-laid-out",
        "rubber-laid-out",
        "rubber-laid-out",
        "rubber-laid-out",
      ],
    },
  },
  {
    name: "line-up: open on the page of the tie",
    path: "/matches/two-teams/t/final",
    expects: { status: 200, contains: ["BAKER", "COOK", "ZIMMER"] },
  },
  {
    name: "line-up: too late to hand in another one",
    method: "POST",
    path: `${TIE}/line-ups`,
    as: "referee",
    json: AWAY,
    expects: { status: 422, contains: ["line-ups-open"] },
  },
  {
    name: "rubbers: they stand at the desk",
    path: "/desk/two-teams",
    as: "referee",
    expects: { status: 200, contains: ["/desk/matches/two-teams/t/final-rubber-5"] },
  },
  {
    name: "players: a substitute who would play three times",
    method: "POST",
    path: `${TIE}-rubber-5/players`,
    as: "referee",
    form: { home: "ADAMS Ann", away: "XU Xia" },
    expects: { status: 422, contains: ["ADAMS Ann"] },
  },
  {
    name: "players: a substitute",
    method: "POST",
    path: `${TIE}-rubber-5/players`,
    as: "referee",
    form: { home: "DOE Dot", away: "XU Xia" },
    expects: { status: 303, facts: ["team-joined", "rubber-laid-out"] },
  },
  {
    name: "chair: a tie has none",
    method: "POST",
    path: `${TIE}/chair`,
    as: "referee",
    json: {},
    expects: { status: 422, contains: ["tie-of-rubbers"] },
  },
  {
    name: "replay: nothing was played yet",
    method: "POST",
    path: `${TIE}-rubber-1/replay`,
    as: "referee",
    json: { version: 0, reason: "The lights went out" },
    expects: { status: 422, contains: ["nothing-to-replay"] },
  },
  {
    name: "replay: the result that is set aside",
    method: "POST",
    path: `${TIE}-rubber-2/result`,
    as: "referee",
    json: { version: 0, games: [], outcome: "play", score: { home: 2, away: 0 } },
    expects: { status: 200, facts: ["match-line", "match-finished", "match-line"] },
  },
  {
    name: "replay: a match that was abandoned is played again",
    method: "POST",
    path: `${TIE}-rubber-2/replay`,
    as: "referee",
    form: { version: "1", reason: "The lights went out" },
    expects: { status: 303, facts: ["match-reset", "match-reopened", "match-line"] },
  },
  {
    name: "chair: a rubber has one",
    method: "POST",
    path: `${TIE}-rubber-1/chair`,
    as: "referee",
    json: {},
    expects: { status: 200, facts: ["chair-issued"] },
  },
];
