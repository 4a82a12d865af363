import type { Scenario } from "./scenario.testing.ts";

const VERSIONS = "/threads/paris-2024-xd-podium/comments/xd-podium-02/versions";

/** The page of a member, whom one does not want to hear of, and the versions of a comment. */
export const memberScenarios: readonly Scenario[] = [
  { name: "member: nobody", path: "/members/nobody", expects: { status: 404 } },
  {
    name: "member: the address stands among the cases of a moderator",
    path: "/moderation",
    as: "moderator",
    expects: { status: 200, remembers: { member: /\/moderation\/members\/([\w-]+)/ } },
  },
  {
    name: "member: the page says the name and no address",
    path: "/members/{member}",
    expects: { status: 200, contains: ["Written last"], absent: ["@demo.invalid", "/block"] },
  },
  {
    name: "block: not by a guest",
    method: "POST",
    path: "/members/{member}/block",
    json: { blocked: "yes" },
    expects: { status: 401 },
  },
  {
    name: "block: of nobody",
    method: "POST",
    path: "/members/nobody/block",
    as: "referee",
    json: { blocked: "yes" },
    expects: { status: 404 },
  },
  {
    name: "block: yes or no",
    method: "POST",
    path: "/members/{member}/block",
    as: "referee",
    json: { blocked: "perhaps" },
    expects: { status: 400 },
  },
  {
    name: "block: by a member",
    method: "POST",
    path: "/members/{member}/block",
    as: "referee",
    form: { blocked: "yes" },
    expects: { status: 303, to: "/members/{member}" },
  },
  {
    name: "block: it stands on the page of the member, for who blocks alone",
    path: "/members/{member}",
    as: "referee",
    expects: { status: 200, contains: ["Tell me of this member again"] },
  },
  {
    name: "versions: of a comment that was never changed",
    path: VERSIONS,
    expects: { status: 200, contains: ["It was never changed."] },
  },
  { name: "versions: of nothing", path: VERSIONS.replace("02", "99"), expects: { status: 404 } },
];
