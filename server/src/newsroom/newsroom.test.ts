import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile, NewsroomReportPage } from "@podium/protocol";
import { checkTextsOf } from "../claims/stored-claims.ts";
import { exportCompetition } from "../exchange/export.ts";
import { importCompetition } from "../exchange/import.ts";
import { releaseOf } from "../reports/release.ts";
import { install, NOW_MS, play, type Installation } from "../web-server/scenario.testing.ts";

const ROOM = "/newsroom/paris-2024";
const MOMENT = "paris-2024-xd-podium";
const HOUR_MS = 3_600_000;
const WORDS = { language: "en", credit: "Courier", source: "The Courier", text: "One.\n\nTwo." };

let here: Installation;

before(async () => {
  here = await install();
});

after(() => here.close());

const release = (report: string) => releaseOf(here.app).run({ report }, new AbortController().signal);

async function statusOf(path: string): Promise<number> {
  return (await fetch(here.url + path)).status;
}

async function begin(headline: string): Promise<string> {
  const { text } = await play(here, {
    name: headline,
    method: "POST",
    path: `${ROOM}/reports`,
    as: "editor",
    json: { event: "xd", headline, language: "en" },
    expects: { status: 200, facts: ["report-begun"] },
  });
  return JSON.parse(text).id;
}

async function publish(report: string, form: Readonly<Record<string, unknown>>, status = 200): Promise<void> {
  const code = report.slice(MOMENT.length + 1);
  const cookie = await here.signIn("editor");
  const answer = await fetch(`${here.url}${ROOM}/${MOMENT}/reports/${code}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ ...WORDS, headline: code, step: "publish", ...form }),
  });
  assert.equal(answer.status, status, await answer.text());
}

async function page(report: string): Promise<NewsroomReportPage> {
  const cookie = await here.signIn("editor");
  const path = `${ROOM}/${MOMENT}/reports/${report.slice(MOMENT.length + 1)}.json`;
  return (await fetch(here.url + path, { headers: { cookie } })).json() as Promise<NewsroomReportPage>;
}

async function exported(unpublished: boolean): Promise<CompetitionFile> {
  const file = await exportCompetition(here.app.storage.db, "paris-2024", { unpublished });
  assert.ok(!isRefused(file));
  return JSON.parse(JSON.stringify(file));
}

test("what is embargoed is read from its instant on, also where its page was cached before", async () => {
  const report = await begin("Embargoed until seven");
  const path = `/moments/${MOMENT}/reports/embargoed-until-seven`;
  // 13:00 in Paris is NOW_MS.
  await publish(report, { version: 1, embargo: "2026-03-14T14:00" });
  const moment = async () => (await fetch(`${here.url}/moments/${MOMENT}`)).text();
  assert.ok(!(await moment()).includes("embargoed-until-seven"));
  here.at.ms = NOW_MS + HOUR_MS - 1;
  await release(report);
  assert.equal(await statusOf(path), 404);
  assert.ok(!JSON.stringify(await exported(false)).includes("embargoed-until-seven"));
  here.at.ms = NOW_MS + HOUR_MS;
  await release(report);
  assert.equal(await statusOf(path), 200);
  assert.ok((await moment()).includes("embargoed-until-seven"));
  await release(report);
  assert.deepEqual(
    (await page(report)).steps.map(({ step }) => step),
    ["published", "embargoed", "revised", "begun"],
  );
});

test("an embargo that is moved holds, and one that is taken back never ends", async () => {
  const report = await begin("Moved");
  const path = `/moments/${MOMENT}/reports/moved`;
  here.at.ms = NOW_MS;
  await publish(report, { version: 1, embargo: "2026-03-14T14:00" });
  await publish(report, { version: 2, embargo: "2026-03-14T16:00" });
  here.at.ms = NOW_MS + 2 * HOUR_MS;
  await release(report);
  assert.equal(await statusOf(path), 404);
  await publish(report, { version: 3, embargo: "2026-03-14T16:00", step: "draft" });
  here.at.ms = NOW_MS + 5 * HOUR_MS;
  await release(report);
  assert.equal(await statusOf(path), 404);
  assert.equal((await page(report)).report.state, "draft");
});

test("of two who save the same version at once, one is told", async () => {
  await begin("Twice");
  const cookie = await here.signIn("editor");
  const save = async (text: string) => {
    const answer = await fetch(`${here.url}${ROOM}/${MOMENT}/reports/twice`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ ...WORDS, headline: "Twice", text, version: 1 }),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses = await Promise.all([save("Mine."), save("Yours.")]);
  assert.deepEqual(statuses.toSorted(), [200, 409]);
});

test("what is exported is imported again as it was, and without asking nothing that is not published", async () => {
  const open = await exported(false);
  const whole = await exported(true);
  const states = (file: CompetitionFile) => (file.moments?.[0]?.reports ?? []).map(({ state }) => state ?? "published");
  assert.deepEqual(new Set(states(open)), new Set(["published"]));
  assert.deepEqual(states(whole).filter((state) => state === "draft").length, 2);
  const elsewhere = await install({ examples: [] });
  try {
    const imported = await importCompetition(elsewhere.app, null, JSON.stringify(whole));
    assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
    const again = await exportCompetition(elsewhere.app.storage.db, "paris-2024", { unpublished: true });
    assert.deepEqual(JSON.parse(JSON.stringify(again)).moments[0].reports, whole.moments?.[0]?.reports);
    const drafts = (await fetch(`${elsewhere.url}/moments/${MOMENT}`)).text();
    assert.ok(!(await drafts).includes("Twice"));
  } finally {
    await elsewhere.close();
  }
});

async function react(form: Readonly<Record<string, string>>): Promise<void> {
  await play(here, {
    name: form["words"] ?? "",
    method: "POST",
    path: `${ROOM}/${MOMENT}/reactions`,
    as: "editor",
    json: { platform: "Forum", language: "en", ...form },
    expects: { status: 200, facts: ["reaction-collected"] },
  });
}

const reactionsOf = (file: CompetitionFile) => file.moments?.[0]?.reactions ?? [];

test("a file has the reactions as they are known, and names no report that it does not hold", async () => {
  await begin("Quoting");
  await react({ words: "By a draft.", knownBy: "second-hand", report: "quoting" });
  await react({ words: "Taken back.", author: "Ada", knownBy: "screenshot" });
  const { id } = reactionsOf(await exported(true)).find(({ words }) => words === "Taken back.") ?? assert.fail();
  assert.ok(!id.includes("ada"));
  await play(here, {
    name: "its author takes it back",
    method: "POST",
    path: `${ROOM}/${MOMENT}/reactions/${id}/state`,
    as: "editor",
    json: { state: "taken-back" },
    expects: { status: 200, facts: ["reaction-marked"] },
  });
  for (const unpublished of [false, true]) {
    const file = await exported(unpublished);
    const told = reactionsOf(file);
    const byDraft = told.find(({ words }) => words === "By a draft.");
    assert.equal(byDraft?.report, unpublished ? "quoting" : undefined);
    assert.equal(byDraft?.knownBy, unpublished ? "second-hand" : undefined);
    assert.equal(told.find(({ words }) => words === "Taken back.")?.state, unpublished ? "taken-back" : undefined);
    const elsewhere = await install({ examples: [] });
    try {
      const imported = await importCompetition(elsewhere.app, null, JSON.stringify(file));
      assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
      const again = await exportCompetition(elsewhere.app.storage.db, "paris-2024", { unpublished: true });
      assert.ok(!isRefused(again));
      assert.deepEqual(reactionsOf(JSON.parse(JSON.stringify(again))), told);
    } finally {
      await elsewhere.close();
    }
  }
});

test("a translation that stands before its original in a file is refused", async () => {
  const file = await exported(false);
  const [first, ...rest] = file.moments?.[0]?.reports ?? [];
  assert.ok(first !== undefined && file.moments?.[0] !== undefined);
  const changed = {
    ...file,
    moments: [{ ...file.moments[0], reports: [{ ...first, translationOf: "later" }, ...rest] }],
  };
  const elsewhere = await install({ examples: [] });
  try {
    const refused = await importCompetition(elsewhere.app, null, JSON.stringify(changed));
    assert.ok(isRefused(refused) && refused.code === "report-unknown");
  } finally {
    await elsewhere.close();
  }
});

test("a published report shows what the record has beside what it contradicts", async () => {
  const report = await begin("A slip of one game");
  const text = "Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the mixed doubles final.";
  await publish(report, { version: 1, text });
  await checkTextsOf(here.app).run({ competition: "paris-2024" }, new AbortController().signal);
  const html = await (await fetch(`${here.url}/moments/${MOMENT}/reports/a-slip-of-one-game`)).text();
  assert.match(html, /class="record-notes".*4-1.*The record has: 4-2\..*\/matches\/paris-2024\/xd\/final/s);
});

test("the little Markdown of a report is elements on its page, and plain words for programs and for the record", async () => {
  const report = await begin("A marked report");
  const sentence =
    "**Wang Chuqin and Sun Yingsha** beat *Ri Jong Sik and Kim Kum Yong* 4-1 in the mixed doubles final.";
  const text = `${sentence}\n\n## Medals\n- gold\n- 1 < 2\n\n> We [read](https://courier.example/a?b=1&c) it.`;
  await publish(report, { version: 1, text });
  await checkTextsOf(here.app).run({ competition: "paris-2024" }, new AbortController().signal);
  const html = await (await fetch(`${here.url}/moments/${MOMENT}/reports/a-marked-report`)).text();
  assert.match(html, /<strong>Wang Chuqin and Sun Yingsha<\/strong> beat <em>Ri Jong Sik/);
  assert.match(html, /<h2 class="report-heading" dir="auto">Medals<\/h2>/);
  assert.match(html, /<ul><li dir="auto">gold<\/li><li dir="auto">1 &lt; 2<\/li><\/ul>/);
  assert.match(html, /<a href="https:\/\/courier\.example\/a\?b=1&amp;c" rel="noopener nofollow">read<\/a>/);
  assert.match(html, /class="record-notes".*4-1.*The record has: 4-2\./s);
  assert.match(html, /"articleBody":"Wang Chuqin and Sun Yingsha beat Ri Jong Sik/);
  assert.match(html, /name="description" content="Wang Chuqin and Sun Yingsha beat Ri/);
});
