import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { isRefused } from "@podium/engine";
import { transact } from "../server/src/app.ts";
import { plainText } from "../server/src/conversation/plain-text.ts";
import { phonePhoto } from "../server/src/images/pictures.testing.ts";
import { plainName } from "../server/src/people/names.ts";
import { giveRole } from "../server/src/people/roles.ts";
import { photoSizesOf } from "../server/src/moments/photo-sizes.ts";
import { install, type Installation, type Who } from "../server/src/web-server/scenario.testing.ts";
import { openBrowser } from "./browser.ts";
import { HOSTILE, HOSTILE_LINES, MARKUP_LINES, NAME_LINES } from "./hostile-strings.ts";
import { layTripwire, type Tripwire } from "./tripwire.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const MOMENT = "/moments/paris-2024-xd-podium";
const HOUR_MS = 3_600_000;

/** Strings on their way through one input: what was taken, and what its readers must find. */
type Taken = readonly string[];

/** As whom pages are read, which come one after the other, and what is sought on each. */
interface Reading {
  readonly as: Who | null;
  readonly next: () => string | null | Promise<string | null>;
  readonly found: (page: Page) => Promise<string[]>;
}

/** Every hostile string goes in through every input over HTTP; what comes of it is looked at in a real browser. */
suite("hostile strings", () => {
  let here: Installation;
  let browser: Browser;
  let page: Page;
  let wire: Tripwire;
  let sent = 0;

  before(async () => {
    [here, browser] = await Promise.all([install({ examples: ["paris-2024", "club-open"] }), openBrowser()]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en" });
    wire = await layTripwire(context, here.url);
    page = await context.newPage();
  });
  after(async () => {
    await browser.close();
    await here.close();
  });

  /** Sends a form at an hour of its own, so that nothing is held back for being the next one too soon. */
  async function send(path: string, as: Who | null, form: Readonly<Record<string, string>>): Promise<Response> {
    here.at.ms += HOUR_MS;
    sent += 1;
    const headers = new Headers({ "content-type": "application/json" });
    if (as !== null) headers.set("cookie", await here.signIn(as));
    return fetch(here.url + path, { method: "POST", headers, redirect: "manual", body: JSON.stringify(form) });
  }

  /** Sends each text through an input. What has no words after its normalisation, or too many, is refused; nothing else is, and nothing breaks. */
  async function sendAll(
    input: string,
    texts: readonly string[],
    way: {
      readonly post: (text: string, number: number) => Promise<Response>;
      readonly clean: (text: string) => string;
      readonly max: number;
    },
  ): Promise<Taken> {
    const taken: string[] = [];
    for (const [number, text] of texts.entries()) {
      const answer = await way.post(text, number);
      const words = await answer.text();
      const wanted = way.clean(text);
      const mayRefuse = wanted === "" || text.trim() === "" || text.length > way.max;
      assert.ok(answer.status < 500, `${input}, string ${number}: ${answer.status} ${JSON.stringify(text)}`);
      assert.equal(
        answer.status >= 400,
        mayRefuse,
        `${input}, string ${number}: ${answer.status} ${words.slice(0, 300)} ${JSON.stringify(text)}`,
      );
      if (!mayRefuse) taken.push(wanted);
    }
    return taken;
  }

  async function show(path: string, as: Who | null): Promise<void> {
    const cookie = as === null ? "" : await here.signIn(as);
    await page.context().clearCookies();
    const cookies = cookie.split("; ").filter((each) => each !== "");
    await page.context().addCookies(
      cookies.map((each) => {
        const [name = "", ...value] = each.split("=");
        return { name, value: value.join("="), url: here.url };
      }),
    );
    const answer = await page.goto(here.url + path);
    assert.equal(answer?.status(), 200, path);
    await page.evaluate(settled);
  }

  /** Shows pages one after the other, each harmless, and gathers what stands in them. */
  async function readAll(input: string, { as, next, found }: Reading): Promise<Set<string>> {
    const all = new Set<string>();
    for (let path = await next(); path !== null; path = await next()) {
      await show(path, as);
      await wire.assertHarmless(page, input);
      for (const text of await found(page)) all.add(text);
    }
    return all;
  }

  const texts = (selector: string) => (from: Page) =>
    from.locator(selector).evaluateAll((found) => found.map((each) => each.textContent));
  const values = (selector: string) => (from: Page) =>
    from.locator(selector).evaluateAll((found) => found.map((each) => (each as HTMLInputElement).value));

  function assertFound(input: string, taken: Taken, found: ReadonlySet<string>): void {
    for (const text of taken) assert.ok(found.has(text), `${input}: nobody reads ${JSON.stringify(text)}`);
  }

  /** All pages of the thread, by the addresses that lead on. */
  function threadPages(): () => Promise<string | null> {
    let after: string | null | undefined;
    return async () => {
      if (after === null) return null;
      const query = `sort=old${after === undefined ? "" : `&after=${after}`}`;
      const answer = await fetch(`${here.url}${THREAD}.json?${query}`);
      after = JSON.parse(await answer.text()).thread.next;
      return `${THREAD}?${query}`;
    };
  }

  /** The pages of the queue, one after the other: what was seen on one is let through. */
  function passingAll(): () => Promise<string | null> {
    let before: string[] = [];
    return async () => {
      if (before.length > 0) {
        const form = Object.fromEntries([["decision", "passed"], ...before.map((id) => [`case.${id}`, "on"])]);
        assert.equal((await send("/moderation/decisions", "moderator", form)).status, 200);
      }
      const cookie = await here.signIn("moderator");
      const queue = JSON.parse(await (await fetch(`${here.url}/moderation.json`, { headers: { cookie } })).text());
      before = queue.cases.map(({ id }: { id: string }) => id);
      return before.length === 0 ? null : "/moderation";
    };
  }

  test("the tripwire trips: markup that was let through is seen", async () => {
    await show(THREAD, null);
    await page.evaluate(() => {
      const [place] = document.querySelectorAll("main");
      place?.insertAdjacentHTML("beforeend", "<img src=x onerror=tripped(1)>");
    });
    await assert.rejects(() => wire.assertHarmless(page, "a page"), /a handler/);
  });

  test("comments, and the texts of links in them", async () => {
    const links = HOSTILE.map((text) => `[${text.replaceAll(/[[\]\\]/g, "\\$&")}](https://example.org/)`);
    const post = (body: string, number: number) =>
      send(`${THREAD}/comments`, number % 2 === 0 ? "member" : "referee", { body });
    const way = { post, clean: plainText, max: 10_000 };
    const taken = await sendAll("comments", [...batches(HOSTILE, "\n\n", 400), ...batches(links, "\n\n", 2_000)], way);
    await readAll("the queue", { as: "moderator", next: passingAll(), found: async () => [] });
    const shown = await readAll("comments", { as: null, next: threadPages(), found: texts(".comment-words") });
    const bodies = new Map<string, string | null>();
    const next = threadPages();
    for (let path = await next(); path !== null; path = await next()) {
      const { thread } = JSON.parse(await (await fetch(here.url + path.replace("?", ".json?"))).text());
      for (const { body, html, state } of thread.comments) if (state === "shown") bodies.set(body, html);
    }
    assertFound("comments", taken, new Set(bodies.keys()));
    const plain = [...bodies].filter(([, html]) => html === null).map(([body]) => body.replaceAll("\n", ""));
    assertFound("comments as they stand on the page", plain, shown);
  });

  test("what a reader writes to moderators about a comment", async () => {
    const { thread } = JSON.parse(await (await fetch(`${here.url}${THREAD}.json?sort=old`)).text());
    const [first, ...others]: { id: string }[] = thread.comments.filter(
      ({ state }: { state: string }) => state === "shown",
    );
    assert.ok(first !== undefined);
    const words = batches(HOSTILE, " ", 500);
    const post = (text: string, number: number) =>
      send(`${THREAD}/comments/${others[number]?.id ?? first.id}/flag`, "editor", { reason: "other", words: text });
    const taken = await sendAll("flags", words, { post, clean: plainText, max: 500 });
    assertFound(
      "flags",
      taken,
      await readAll("the queue", { as: "moderator", next: passingAll(), found: texts(".case-why q") }),
    );
  });

  test("why a comment was removed", async () => {
    const { thread } = JSON.parse(await (await fetch(`${here.url}${THREAD}.json?sort=old`)).text());
    const shown: { id: string }[] = thread.comments.filter(({ state }: { state: string }) => state === "shown");
    const reasons = batches(HOSTILE, " ", 500);
    assert.ok(shown.length > reasons.length);
    const post = (reason: string, number: number) =>
      send(`${THREAD}/comments/${shown[number]?.id}/removal`, "moderator", { reason });
    const taken = await sendAll("reasons", reasons, { post, clean: plainText, max: 500 });
    const gone = [...(await readAll("reasons", { as: null, next: threadPages(), found: texts(".comment-gone") }))];
    for (const reason of taken)
      assert.ok(
        gone.some((words) => words.includes(reason)),
        `reasons: nobody reads ${JSON.stringify(reason)}`,
      );
    await readAll("the log of moderation", {
      as: null,
      next: oneAfterTheOther(["/moderation/log"]),
      found: async () => [],
    });
  });

  test("notes of readers", async () => {
    const { thread } = JSON.parse(await (await fetch(`${here.url}${THREAD}.json?sort=new`)).text());
    const shown: { id: string }[] = thread.comments.filter(({ state }: { state: string }) => state === "shown");
    const about = (number: number) => `comment:paris-2024-xd-podium/${shown[number]?.id}`;
    const sources = "https://example.org/a?b=%22%3E%3Cimg%20src%3Dx%20onerror%3Dtripped(1)%3E";
    const bodies = batches(HOSTILE, "\n", 1_000);
    const post = (body: string, number: number) => send("/notes", "member", { about: about(number), body, sources });
    const taken = await sendAll("notes", bodies, { post, clean: plainText, max: 1_000 });
    await readAll("the queue", { as: "moderator", next: passingAll(), found: async () => [] });
    const pages = bodies.map((_, number) => `/notes?about=${encodeURIComponent(about(number))}`);
    assertFound(
      "notes",
      taken,
      await readAll("notes", { as: null, next: oneAfterTheOther(pages), found: texts(".note-words") }),
    );
  });

  test("incidents of the desk", async () => {
    const desk = "/desk/riverside-open/incidents";
    const post = (words: string) => send(desk, "organiser", { words, match: "os/qf-1", source: words.slice(0, 200) });
    const way = { post, clean: oneLineEnd, max: 300 };
    const taken = await sendAll("incidents", batches(HOSTILE, " ", 300), way);
    assertFound(
      "incidents",
      taken,
      await readAll("incidents", {
        as: "organiser",
        next: oneAfterTheOther([desk]),
        found: texts(".noted > li > p[dir]"),
      }),
    );
    const match = oneAfterTheOther(["/matches/riverside-open/os/qf-1"]);
    assertFound(
      "incidents",
      taken,
      await readAll("incidents", { as: null, next: match, found: texts(".incidents p[dir]") }),
    );
  });

  test("names of members", async () => {
    const password = "nine tables and one net";
    for (const [number, name] of HOSTILE_LINES.entries()) {
      const email = `weak.${number}@example.org`;
      const answer = await send("/sign-up", null, { name, email, password: "short" });
      assert.ok([400, 409, 422].includes(answer.status), `names, string ${number}: ${answer.status}`);
    }
    // An account costs a password that is hashed: these are the names that markup and unusual letters make.
    const names = batches(NAME_LINES, " ", 60).filter((_, number) => number % 4 === 0);
    const opened: string[] = [];
    for (const [number, name] of names.entries()) {
      const answer = await send("/sign-up", null, { name, email: `hostile.${number}@example.org`, password });
      const words = await answer.text();
      const isRefusedName = /"code":"(?:name-taken|name-of-office|name-held|form-invalid)"/.test(words);
      assert.ok(answer.status === 303 || isRefusedName, `names, string ${number}: ${words} ${JSON.stringify(name)}`);
      if (answer.status === 303) opened.push(plainName(name));
    }
    assert.ok(opened.length > names.length * 0.8, `${opened.length} of ${names.length} names are taken`);
    const people = await here.app.storage.db
      .selectFrom("persons")
      .select("id")
      .where("email", "like", "hostile.%")
      .execute();
    const given = { competition: "riverside-open", role: "editor", by: null } as const;
    for (const { id } of people) {
      const done = await transact(here.app, null, (unit) => giveRole(unit, id, given));
      assert.ok(!isRefused(done));
    }
    const staff = oneAfterTheOther(["/desk/riverside-open/staff"]);
    assertFound(
      "names",
      opened,
      await readAll("names", { as: "organiser", next: staff, found: texts(".staff bdi, .staff td, .staff th") }),
    );
    const profiles = oneAfterTheOther(people.slice(0, 5).map(({ id }) => `/members/${id}`));
    await readAll("profiles", { as: null, next: profiles, found: async () => [] });
  });

  test("what stands under a photo and in its place", async () => {
    const photos = "/desk/events/paris-2024/xd/photos";
    const headers = { "content-type": "image/jpeg", cookie: await here.signIn("editor") };
    const body = new Uint8Array(await phonePhoto());
    const stored = await (await fetch(here.url + photos, { method: "POST", headers, body })).text();
    const { id } = await here.app.storage.db
      .selectFrom("photos")
      .select("id")
      .orderBy("at_ms", "desc")
      .executeTakeFirstOrThrow();
    assert.ok(stored !== "");
    await photoSizesOf(here.app).run({ photo: id }, new AbortController().signal);
    await send(`${photos}/${id}`, "editor", { act: "describe", alt: "A table" });
    assert.equal((await send(`${photos}/${id}`, "editor", { act: "show" })).status, 200);
    const words = batches(HOSTILE_LINES, " ", 500).map((text) => text.trim());
    const figures = (from: Page) =>
      from
        .locator("figure")
        .evaluateAll((found) =>
          found.map(
            (each) =>
              `${each.querySelector("img:not(.stand-in)")?.getAttribute("alt")} · ${each.querySelector("figcaption > span")?.textContent.trim()}`,
          ),
        );
    for (let first = 0; first < words.length; first += 4) {
      const [alt = "-", caption = "-", credit = "-", licence = "-"] = words.slice(first, first + 4);
      const fields = { alt, caption, credit, licence };
      const answer = await send(`${photos}/${id}`, "editor", { act: "describe", ...fields });
      assert.equal(answer.status, 200, `captions: ${await answer.text()} ${JSON.stringify(fields)}`);
      const shown = await readAll("captions", { as: null, next: oneAfterTheOther([MOMENT]), found: figures });
      assertFound("captions", [[alt, caption, credit, licence].join(" · ")], shown);
    }
  });

  test("a report, its headline and who wrote it", async () => {
    const room = "/newsroom/paris-2024";
    const begun = await send(`${room}/reports`, "editor", { event: "xd", headline: "Hostile", language: "en" });
    assert.ok(begun.status < 400, await begun.text());
    const report = `${room}/paris-2024-xd-podium/reports/hostile`;
    const lines = batches(MARKUP_LINES, " ", 200).filter(({ length }) => length <= 200);
    const text = HOSTILE.join("\n\n");
    let version = 1;
    for (let first = 0; first < lines.length; first += 6) {
      const [headline = "-", place = "-", byline = "-", agency = "-", credit = "-", source = "-"] = lines.slice(
        first,
        first + 6,
      );
      const form = { headline, place, byline, agency, credit, source };
      const answer = await send(report, "editor", { ...form, language: "en", version: String(version), step: "save" });
      assert.ok(answer.status < 400, `${answer.status} ${await answer.text()}`);
      version += 1;
      const found = values("input[name], textarea[name]");
      const fields = await readAll("a report", { as: "editor", next: oneAfterTheOther([report]), found });
      assertFound(
        "the lines of a report",
        Object.values(form).map((words) => words.trim()),
        fields,
      );
    }
    const last = { headline: "Hostile", language: "en", credit: HOSTILE[20] ?? "", source: "Hostile" };
    const published = await send(report, "editor", { ...last, text, version: String(version), step: "publish" });
    assert.ok(published.status < 400, await published.text());
    await readAll("a report", {
      as: null,
      next: oneAfterTheOther([MOMENT, `${MOMENT}/reports/hostile`]),
      found: async () => [],
    });
  });

  test("reactions", async () => {
    const reactions = "/newsroom/paris-2024/paris-2024-xd-podium/reactions";
    const post = (words: string) =>
      send(reactions, "editor", {
        platform: words.slice(0, 90).trim() || "x",
        author: words.slice(0, 90),
        language: "en",
        words,
        knownBy: "screenshot",
      });
    const clean = oneLineEnd;
    const taken = await sendAll("reactions", batches(HOSTILE, " ", 300), { post, clean, max: 2_000 });
    for (const [path, as, selector] of [
      [MOMENT, null, ".reactions .original"],
      [reactions, "editor", "p"],
    ] as const)
      assertFound(
        "reactions",
        taken,
        await readAll("reactions", { as, next: oneAfterTheOther([path]), found: texts(selector) }),
      );
  });

  test("what is searched for", async () => {
    const queries = batches(MARKUP_LINES, " ", 200).filter(({ length }, number) => length <= 200 && number % 3 === 0);
    for (const query of HOSTILE) {
      const answer = await fetch(`${here.url}/conversations.json?${new URLSearchParams({ q: query.slice(0, 200) })}`);
      const { query: read = "" } = JSON.parse(await answer.text());
      assert.equal(read, query.slice(0, 200).toWellFormed(), "search");
    }
    const pages = queries.map((q) => `/conversations?${new URLSearchParams({ q })}`);
    const found = await readAll("search", { as: null, next: oneAfterTheOther(pages), found: values("#comment-words") });
    assertFound("search", queries, found);
  });
});

/** Texts joined to longer ones, each within a length. */
function batches(texts: readonly string[], between: string, max: number): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const last = joined.pop();
    if (last === undefined) joined.push(text);
    else if (last.length + between.length + text.length <= max) joined.push(last + between + text);
    else joined.push(last, text);
  }
  return joined;
}

/** What a page holds of words that are kept as they came, but for the blanks around them: HTML knows one line end. */
function oneLineEnd(text: string): string {
  return text.trim().replaceAll(/\r\n?/g, "\n");
}

function oneAfterTheOther(paths: readonly string[]): () => string | null {
  const waiting = [...paths];
  return () => waiting.shift() ?? null;
}

/** Runs in the page: its scripts have begun, and what they changed is painted. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
}
