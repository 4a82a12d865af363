import type { Scenario } from "./scenario.testing.ts";

const ROOM = "/newsroom/paris-2024";
const MOMENT = "paris-2024-xd-podium";
const HTML = '<script>alert("names a moment")</script>"><img src=x onerror=alert(1)>';

/** What a moment is called, and what it was; in this order. Who may not is asked beside the other forms of the newsroom. */
export const momentNameScenarios: readonly Scenario[] = [
  {
    name: "a moment is named in one language, and what was said of it in that language is replaced",
    method: "POST",
    path: `${ROOM}/${MOMENT}/name`,
    as: "editor",
    form: { language: "fr", title: "Six joueurs", summary: HTML },
    expects: { status: 303, to: `${ROOM}?notice=moment-named`, facts: ["moment-named"] },
  },
  {
    name: "its name is read in that language beside the others, and markup stays text",
    path: `/moments/${MOMENT}.json`,
    expects: {
      status: 200,
      contains: ['"fr":"Six joueurs"', '"en":"Six players in one frame"', '"fr":"<script>alert('],
    },
  },
  {
    name: "a summary that is left out is taken away",
    method: "POST",
    path: `${ROOM}/${MOMENT}/name`,
    as: "organiser",
    json: { language: "fr", title: "Six joueurs" },
    expects: { status: 200, facts: ["moment-named"] },
  },
  {
    name: "nothing is left of it",
    path: `/moments/${MOMENT}.json`,
    expects: { status: 200, contains: ['"fr":"Six joueurs"'], absent: ["names a moment"] },
  },
  {
    name: "a moment without a name stays as it is called",
    method: "POST",
    path: `${ROOM}/${MOMENT}/name`,
    as: "editor",
    json: { language: "en", title: " " },
    expects: { status: 400, contains: ['"field":"title"'] },
  },
  {
    name: "a moment is not named under another competition",
    method: "POST",
    path: `/newsroom/riverside-open/${MOMENT}/name`,
    as: "editor",
    form: { language: "en", title: "Another" },
    expects: { status: 404 },
  },
];
