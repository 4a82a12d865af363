import { isRefused } from "@podium/engine";
import { followingForm, followingOwnForm } from "@podium/protocol";
import { notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { mailSettingsOf, setMail } from "../people/letter-plan.ts";
import { signedIn } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import { findThreadAbout } from "./comment-rows.ts";
import { follow, followedBy, followedIn, unfollow } from "./following.ts";
import { admitPerson, transactAs } from "./post-answers.ts";

const PAGE = "/following";
const FOLLOWS_OF_A_PERSON = { everyMs: 2_000, burst: 60 };
const FOLLOWS_FROM_AN_ADDRESS = { everyMs: 500, burst: 300 };

/** What a member is told of because they asked to be. */
export const followingRoutes: readonly Route[] = [
  { method: "GET", path: PAGE, policy: signedIn, answer: show },
  { method: "POST", path: PAGE, policy: signedIn, reads: followingForm, answer: change },
  { method: "POST", path: `${PAGE}/own`, policy: signedIn, reads: followingOwnForm, answer: choose },
];

async function show({ app, viewer }: RouteRequest): Promise<Answer> {
  if (viewer === null) return answer.refusal(notSignedIn());
  const { db } = app.storage;
  const { followsOwn } = await mailSettingsOf(db, viewer.id);
  return answer.page({ page: "following", data: { followed: await followedBy(db, viewer), followsOwn } });
}

async function change(request: RouteRequest): Promise<Answer> {
  const { app, viewer, wantsJson } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(followingForm);
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admitPerson(request, "follow", [FOLLOWS_OF_A_PERSON, FOLLOWS_FROM_AN_ADDRESS]);
  if (isRefused(calm)) return answer.refusal(calm);
  const { about, follows, from } = form;
  const done = await transactAs(request, async (unit) => {
    if (follows === "no") return unfollow(unit, viewer.id, about);
    const followed = await followedIn(unit.db, viewer, about);
    return isRefused(followed) ? followed : follow(unit, viewer.id, followed);
  });
  if (isRefused(done)) return answer.refusal(done);
  if (wantsJson) return answer.json({ about, follows: follows === "yes" });
  const back = from === "list" ? PAGE : await addressOf(app.storage.db, about);
  const output = follows === "yes" ? "notice=followed" : "notice=unfollowed";
  return answer.seeOther(`${back}${back.includes("?") ? "&" : "?"}${output}`);
}

/** Where one reads what is followed. */
async function addressOf(db: Db, about: string): Promise<string> {
  const at = about.indexOf(":");
  const [kind, id] = [about.slice(0, at), about.slice(at + 1)];
  if (kind === "member") return `/members/${encodeURIComponent(id)}`;
  const thread = await findThreadAbout(db, { kind, id });
  return thread === undefined ? `/threads?${new URLSearchParams({ about })}` : `/threads/${thread.id}`;
}

async function choose(request: RouteRequest): Promise<Answer> {
  const { viewer, wantsJson } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(followingOwnForm);
  if (isRefused(form)) return answer.refusal(form);
  await transactAs(request, (unit) => setMail(unit, viewer.id, { followsOwn: form.own === "yes" }));
  return wantsJson ? answer.json(form) : answer.seeOther(`${PAGE}?notice=mail-set`);
}
