import type { Scenario } from "./scenario.testing.ts";

const HERE = "/embedding/paris-2024";
const EMBEDDED = "/embedded?about=moment:paris-2024-xd-podium";
const SITE = "https://news.example";
const json = { accept: "application/json" };

/** Conversations under the pages of other sites. */
export const embeddingScenarios: readonly Scenario[] = [
  {
    name: "embedding: the script that other sites name",
    path: "/embed.js",
    expects: { status: 200, contains: ["/assets/embed-"] },
  },
  { name: "embedding: a guest is asked to sign in", path: HERE, expects: { status: 303 } },
  { name: "embedding: not for a moderator", path: HERE, as: "moderator", expects: { status: 403 } },
  {
    name: "embedding: nothing is told to a site that nobody allowed",
    path: EMBEDDED,
    headers: { ...json, origin: SITE },
    expects: { status: 403, contains: ["embedding-not-allowed"], absent: ['"comments"'] },
  },
  {
    name: "embedding: not set by a member",
    method: "POST",
    path: HERE,
    as: "member",
    form: { origins: SITE },
    expects: { status: 403 },
  },
  {
    name: "embedding: not set by a guest",
    method: "POST",
    path: HERE,
    form: { origins: SITE },
    expects: { status: 401 },
  },
  {
    name: "embedding: a path is no site, and what was typed stands there again",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: { origins: `${SITE}/sport\n<b>x` },
    expects: { status: 400, contains: [`${SITE}/sport`, "&lt;b>x"], absent: ["<b>x"] },
  },
  {
    name: "embedding: of a competition that is not there",
    method: "POST",
    path: "/embedding/nowhere",
    as: "organiser",
    form: { origins: SITE },
    expects: { status: 404 },
  },
  {
    name: "embedding: a site is allowed by an organiser",
    method: "POST",
    path: HERE,
    as: "organiser",
    form: { origins: `${SITE}/\n` },
    expects: { status: 303, facts: ["moderation-changed"] },
  },
  {
    name: "embedding: the page names the site and the tag",
    path: HERE,
    as: "organiser",
    expects: { status: 200, contains: [SITE, "/embed.js"] },
  },
  {
    name: "embedding: it is told what everybody reads, and no votes",
    path: EMBEDDED,
    headers: { ...json, origin: SITE },
    expects: { status: 200, contains: ['"comments"', '"shown"'], absent: ["myVote", '"up"', '"mine"'] },
  },
  {
    name: "embedding: another site is not allowed by it",
    path: EMBEDDED,
    headers: { ...json, origin: "https://other.example" },
    expects: { status: 403, absent: ['"comments"'] },
  },
  {
    name: "embedding: about nothing",
    path: "/embedded?about=nothing",
    headers: { ...json, origin: SITE },
    expects: { status: 404, contains: ["subject-unknown"] },
  },
];
