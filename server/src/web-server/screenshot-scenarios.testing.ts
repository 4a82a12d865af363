import { phonePhoto } from "../images/pictures.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const REACTIONS = "/newsroom/paris-2024/paris-2024-xd-podium/reactions";
const JPEG = { "content-type": "image/jpeg" };
const SCREENSHOT = await phonePhoto();

/** What is kept aside of a reaction that stands in the newsroom as `weibo-2`. */
export const screenshotScenarios: readonly Scenario[] = [
  {
    name: "who captured it is told to its staff, and to nobody else",
    path: `${REACTIONS}.json`,
    as: "organiser",
    expects: { status: 200, contains: ['"capturedBy":"', '"hasScreenshot":false'] },
  },
  {
    name: "a screenshot of it is kept aside",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "editor",
    headers: JPEG,
    body: SCREENSHOT,
    expects: { status: 303, to: `${REACTIONS}?notice=screenshot-kept`, facts: ["reaction-pictured"] },
  },
  {
    name: "another one takes its place",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "organiser",
    headers: JPEG,
    body: SCREENSHOT,
    expects: { status: 303, facts: ["reaction-pictured"] },
  },
  {
    name: "what is no picture is refused with a sentence",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "editor",
    headers: JPEG,
    body: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    expects: { status: 422, contains: ["no photo that can be read"] },
  },
  {
    name: "of a reaction that is not there none is kept",
    method: "POST",
    path: `${REACTIONS}/nothing/screenshot`,
    as: "editor",
    headers: JPEG,
    body: SCREENSHOT,
    expects: { status: 404 },
  },
  { name: "its staff looks at it", path: `${REACTIONS}/weibo-2/screenshot`, as: "organiser", expects: { status: 200 } },
  { name: "no guest does", path: `${REACTIONS}/weibo-2/screenshot`, expects: { status: 303 } },
  { name: "nobody else does", path: `${REACTIONS}/weibo-2/screenshot`, as: "member", expects: { status: 403 } },
  { name: "there is none of another", path: `${REACTIONS}/weibo/screenshot`, as: "editor", expects: { status: 404 } },
  {
    name: "its staff removes it",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot/removal`,
    as: "editor",
    expects: { status: 303, to: `${REACTIONS}?notice=screenshot-removed`, facts: ["reaction-unpictured"] },
  },
  {
    name: "what is removed is not there",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "editor",
    expects: { status: 404 },
  },
  {
    name: "what is not there is not removed",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot/removal`,
    as: "organiser",
    expects: { status: 404, facts: [] },
  },
  {
    name: "another is kept in its place",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "editor",
    headers: JPEG,
    body: SCREENSHOT,
    expects: { status: 303, facts: ["reaction-pictured"] },
  },
  {
    name: "with a reaction that is taken back its screenshot goes",
    method: "POST",
    path: `${REACTIONS}/weibo-2/state`,
    as: "editor",
    form: { state: "taken-back" },
    expects: { status: 303, facts: ["reaction-marked", "reaction-unpictured"] },
  },
  {
    name: "nothing is left of it",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "editor",
    expects: { status: 404 },
  },
  {
    name: "and none is kept anew",
    method: "POST",
    path: `${REACTIONS}/weibo-2/screenshot`,
    as: "editor",
    headers: JPEG,
    body: SCREENSHOT,
    expects: { status: 409, facts: [], contains: ["no screenshot of it is kept"] },
  },
];
