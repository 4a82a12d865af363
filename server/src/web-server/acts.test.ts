import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { isRefused } from "@podium/engine";
import { loadExamples } from "../exchange/examples.ts";
import { everyRow } from "../storage/rows.testing.ts";
import { playActs } from "./acts.ts";
import { actsText, exampleText, install, load, type Installation, type Who } from "./scenario.testing.ts";

interface Acts {
  readonly format: string;
  readonly acts: readonly { readonly as: Who; readonly to: string; readonly form: Readonly<Record<string, string>> }[];
}

const FINAL = "/moments/paris-2024-xd-podium";
const paris: Acts = JSON.parse(actsText("paris-2024") ?? "null");

/** The ceremony, the reports, and everything that was done with them, with who did it, as the journal has it. */
async function recordOf({ app: { storage } }: Installation) {
  const facts = await storage.db
    .selectFrom("facts")
    .leftJoin("persons", "persons.id", "facts.who")
    .select(["facts.kind", "subject_kind", "subject_id", "data", "persons.name"])
    .where("subject_kind", "in", ["ceremony", "report", "moment", "reaction", "photo", "broadcast"])
    .orderBy("seq")
    .execute();
  const reports = await storage.db.selectFrom("reports").selectAll().orderBy("id").execute();
  return {
    facts,
    moments: await storage.db.selectFrom("moments").selectAll().orderBy("id").execute(),
    ceremonies: await storage.db.selectFrom("ceremonies").selectAll().execute(),
    reports: reports.map(({ changed_by: by, ...report }) => ({ ...report, isByAnybody: by !== null })),
  };
}

suite("acts of an example", () => {
  const folder = mkdtempSync(join(tmpdir(), "podium-acts-"));
  let loaded: Installation;
  let done: Installation;

  before(async () => {
    loaded = await install({ examples: [], settings: { PODIUM_EXAMPLES: folder } });
    done = await install({ examples: [] });
    writeFileSync(join(folder, "paris-2024.json"), exampleText("paris-2024"));
  });
  after(async () => {
    await loaded.close();
    await done.close();
    rmSync(folder, { recursive: true });
  });

  const given = (acts: Acts) => writeFileSync(join(folder, "paris-2024.acts.json"), JSON.stringify(acts));
  const [first] = paris.acts;
  const refused = [
    { name: "by a wrong role", acts: [{ ...first, as: "editor" }], says: /Act 1, .*organiser, referee/ },
    {
      name: "of a form that is not right",
      acts: [first, { ...first, form: { number: "0" } }],
      says: /Act 2, .*number/,
    },
    { name: "out of order", acts: [first, first], says: /Act 2, .*gone on/ },
    { name: "to no address", acts: [{ ...first, to: "/desk/nothing" }], says: /Act 1, \/desk\/nothing/ },
    { name: "by nobody", acts: [{ ...first, as: "king" }], says: /These are no acts/ },
  ] as const;
  for (const { name, acts, says } of refused)
    test(`${name} leave nothing behind, of the example neither`, async () => {
      const empty = await everyRow(loaded.app.storage.db);
      given({ ...paris, acts } as Acts);
      const refusal = await loadExamples(loaded.app, () => {}, playActs);
      assert.ok(isRefused(refusal));
      assert.match(refusal.message, /^paris-2024\.acts\.json: /);
      assert.match(refusal.message, says);
      assert.deepEqual(await everyRow(loaded.app.storage.db), empty);
    });

  test("leave on record what the forms of the desk and the newsroom leave, by whom and in which order", async () => {
    given(paris);
    assert.equal(await loadExamples(loaded.app, () => {}, playActs), undefined);
    await load(done.app, exampleText("paris-2024"));
    for (const { as, to, form } of paris.acts) {
      const answer = await fetch(done.url + to, {
        method: "POST",
        headers: { cookie: await done.signIn(as), accept: "application/json" },
        body: new URLSearchParams(form),
      });
      assert.equal(answer.status, 200, `${to}: ${await answer.clone().text()}`);
    }
    const record = await recordOf(loaded);
    assert.deepEqual(record, await recordOf(done));
    assert.deepEqual(
      [...new Set(record.facts.map(({ kind, name }) => `${kind} by ${name}`))],
      [
        "moment-opened by null",
        "ceremony-prepared by Teo Brandt",
        "ceremony-step by Teo Brandt",
        "moment-named by Han Areum",
        "report-begun by Han Areum",
        "report-revised by Han Areum",
        "report-published by Han Areum",
      ],
    );
  });

  test("stand on the page of the moment: the steps of the ceremony, without times that nobody noted, and the reports", async () => {
    const page = await (await fetch(loaded.url + FINAL)).text();
    for (const words of [
      "took bronze. On the podium the six medallists drew together",
      "March of the Volunteers",
      "Three steps, six players, one photograph",
      "여섯 선수가 함께 선 시상대",
    ])
      assert.ok(page.includes(words), words);
    const answer = await fetch(`${loaded.url}${FINAL}.json`);
    const { ceremonies } = (await answer.json()) as {
      ceremonies: { phase: string; steps: { step: string; atMs: number | null }[] }[];
    };
    const [ceremony] = ceremonies;
    assert.equal(ceremony?.phase, "over");
    assert.deepEqual(
      ceremony?.steps.map(({ step, atMs }) => [step, atMs]),
      ["called", "on-podium", "medal", "medal", "medal", "music", "photo", "over"].map((step) => [step, null]),
    );
  });

  test("let nobody in: who did them has no password and no role, until the demo gives both", async () => {
    for (const table of ["credentials", "roles", "sessions"] as const)
      assert.deepEqual(await loaded.app.storage.db.selectFrom(table).selectAll().execute(), [], table);
    assert.match(await loaded.signIn("editor"), /session/);
  });
});
