import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LEAVING, type LeavingForm } from "@podium/protocol";
import { exportCompetition } from "../exchange/export.ts";
import { crawl, type PublicReading, readAt, unread } from "./public-reading.testing.ts";
import { cookieIn, install, type Installation, type Who } from "./scenario.testing.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const PASSWORD = "nine tables and one net";
/** A name and a word that nobody writes but the member who leaves, and what may be read of them after that. */
const LEAVERS = {
  keep: { name: "Wendeline", word: "quellbrunn", stays: [/Wendeline/, /quellbrunn/] },
  anonymous: { name: "Torvaldine", word: "zwirbelnuss", stays: [/zwirbelnuss/] },
  delete: { name: "Marigund", word: "knopfling", stays: [] },
} as const;

interface Member {
  readonly email: string;
  readonly cookie: string;
  readonly page: string;
  readonly comments: readonly string[];
}

let here: Installation;
before(async () => {
  here = await install();
});
after(() => here.close());

async function send(path: string, cookie: string, form: Readonly<Record<string, string>>): Promise<string> {
  here.at.ms += 3_600_000;
  const headers = { cookie, "content-type": "application/json" };
  const answer = await fetch(here.url + path, {
    method: "POST",
    headers,
    body: JSON.stringify(form),
    redirect: "manual",
  });
  const text = await answer.text();
  assert.ok(answer.status < 400, `${path}: ${answer.status} ${text}`);
  return text;
}

async function sendAs(who: Who, path: string, form: Readonly<Record<string, string>>): Promise<string> {
  return send(path, await here.signIn(who), form);
}

/** Somebody who joined and did everything that leaves a trace: wrote, wrote anew, answered, added a note, voted, reported. */
async function member({ name, word }: (typeof LEAVERS)[LeavingForm["choice"]]): Promise<Member> {
  const email = `${name.toLowerCase()}@mail.example`;
  await send("/sign-up", "", { name, email, password: PASSWORD });
  const body = new URLSearchParams({ email, password: PASSWORD });
  const cookie = cookieIn(await fetch(`${here.url}/sign-in`, { method: "POST", body, redirect: "manual" }));
  const comments: string[] = [];
  for (const place of ["hall", "stand", "door"]) {
    const posted = await send(`${THREAD}/comments`, cookie, { body: `The ${word} of the ${place}, an umbrella.` });
    comments.push(/"id":"([\w-]+)"/.exec(posted)?.[1] ?? assert.fail(posted));
  }
  const [first = "", second = ""] = comments;
  await send(`${THREAD}/comments/${first}/revision`, cookie, { body: `Another ${word}, an umbrella still.` });
  await sendAs("referee", `${THREAD}/comments`, { parent: first, body: "So there are others." });
  await send(`${THREAD}/comments/xd-podium-02/vote`, cookie, { value: "1" });
  await send(`${THREAD}/comments/xd-podium-02/flag`, cookie, { reason: "other", words: `No ${word} here.` });
  const about = `comment:paris-2024-xd-podium/${second}`;
  await send("/notes", cookie, { about, body: `The ${word} has a source.`, sources: "https://example.org/" });
  await sendAs("moderator", `${THREAD}/comments/${second}/flag`, { reason: "off-topic" });
  const { id } = await here.app.storage.db
    .selectFrom("persons")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return { email, cookie, page: `/members/${id}`, comments };
}

/** Where somebody may be named who wrote: also addresses to which no page leads any more. */
function addressesOf({ page, comments }: Member): string[] {
  const about = `/notes?about=${encodeURIComponent(`comment:paris-2024-xd-podium/${comments[1]}`)}`;
  return [
    page,
    about,
    "/conversations?q=umbrella",
    "/notes",
    "/notes/ratings.ndjson",
    "/notes/scores.ndjson",
    "/moderation/log",
    "/embedded?about=moment:paris-2024-xd-podium",
    ...["new", "old", "controversial", "across-borders"].map((sort) => `${THREAD}?sort=${sort}`),
    ...comments.flatMap((id) => [
      `${THREAD}/comments/${id}`,
      `${THREAD}/comments/${id}/versions`,
      `${THREAD}/comments/${id}/translations`,
    ]),
  ];
}

/** Where something is read by everybody: on any page and its data, in the export, in any row that is stored. */
async function placesOf(sought: RegExp, reading: PublicReading, also: readonly string[]) {
  const told = await crawl(reading, [...also, ...also.flatMap(jsonOf)]);
  const pages = [...told].filter(([, count]) => count > 0).map(([path]) => path);
  const exported = JSON.stringify(await exportCompetition(here.app.storage.db, "paris-2024"));
  const rows = [...(await here.rows())].flatMap(([table, found]) =>
    found.filter((row) => sought.test(row)).map((row) => `${table}: ${row}`),
  );
  return { told, places: [...pages, ...(sought.test(exported) ? ["the export"] : []), ...rows] };
}

function jsonOf(path: string): string[] {
  const [page = "", query = ""] = path.split("?");
  return page.endsWith("son") ? [] : [`${page}.json${query === "" ? "" : `?${query}`}`];
}

/** Routes that are read where somebody declined to be in a photo; what members write stands on none of them. */
const OF_PHOTOS_AND_DRAWS = /photo|selfie|screen|draw|^\/password|^\/mail|record$/;

for (const choice of LEAVING)
  test(`${choice}: what a member who has left did not leave is read on no page, in no data, no export and no row`, async () => {
    const { name, word, stays } = LEAVERS[choice];
    const left = await member(LEAVERS[choice]);
    const cookie = await here.signIn("editor");
    const also = addressesOf(left);
    const gone = [left.email, name, word].filter((words) => !stays.some((stay) => stay.test(words)));
    const sought = new RegExp(gone.join("|"), "i");
    const read = { here, language: "en", cookie, always: /paris-2024-xd-podium/ };
    // Pages that were read before are kept: what left must not come out of them.
    const before = { ...read, sought: new RegExp(`${name}|${word}`, "g") };
    const counts: number[] = [];
    for (const path of also) counts.push((await readAt(before, path)).count);
    assert.ok(counts.filter((count) => count > 0).length > 8, "what is sought afterwards is there");
    await send("/account/leaving", left.cookie, { choice, sure: "on" });
    const { told, places } = await placesOf(sought, { ...read, sought: new RegExp(sought, "gi") }, also);
    assert.deepEqual(places, []);
    const others = unread(told).filter((path) => !OF_PHOTOS_AND_DRAWS.test(path));
    assert.deepEqual(others, [], "every public route is read");
    for (const stay of stays) {
      const { count } = await readAt(
        { ...read, sought: new RegExp(stay, "g") },
        "/threads/paris-2024-xd-podium?sort=new",
      );
      assert.ok(count >= 3, `${stay} stays`);
    }
    const again = new URLSearchParams({ email: left.email, password: PASSWORD });
    assert.equal((await fetch(`${here.url}/sign-in`, { method: "POST", body: again, redirect: "manual" })).status, 401);
  });
