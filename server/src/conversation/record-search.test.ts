import assert from "node:assert/strict";
import { after, test } from "node:test";
import { transact, type UnitOfWork } from "../app.ts";
import { importCompetition } from "../exchange/import.ts";
import { registerPlayers } from "../entries/entries.ts";
import { releaseOf } from "../reports/release.ts";
import { beginReport, withdrawReport, writeReport, type ReportChange } from "../reports/writing.ts";
import { eventId } from "../storage/codes.ts";
import { migrate } from "../storage/migrations.ts";
import { openPglite } from "../storage/pglite.testing.ts";
import { searchRecord } from "./record-search.ts";
import { emptyApp, granted } from "./thread.testing.ts";

type TestApp = Awaited<ReturnType<typeof emptyApp>>;

const apps: TestApp[] = [];
after(async () => {
  for (const app of apps) {
    app.live.close();
    await app.storage.close();
  }
});

const STORAGES: Readonly<Record<string, () => Promise<TestApp>>> = {
  SQLite: emptyApp,
  PostgreSQL: async () => {
    const app = await emptyApp();
    await app.storage.close();
    const storage = await openPglite();
    await migrate(storage);
    return { ...app, storage };
  },
};

const FILE = {
  format: "podium-competition/1",
  competition: {
    id: "cup",
    title: { en: "Cup of Łódź 2026", ko: "우치 탁구 대회" },
    place: { en: "Hall Zatoka", zh: "罗兹体育馆" },
    zone: "UTC",
    from: "2026-05-02",
    to: "2026-05-03",
  },
  players: [
    { id: "shin", family: "SHIN", given: "Yubin", names: { ko: "신유빈", zh: "申裕斌" } },
    { id: "lim", family: "LIM", given: "Jonghoon", names: { ko: "임종훈" } },
    { id: "shin-ha", family: "SHIN", given: "Ha-eun", names: { ar: "شين ها أون" } },
    { id: "muller", family: "MÜLLER", given: "Jörg", names: { ja: "ミュラー" } },
  ],
  events: [
    {
      code: "xd",
      title: { en: "Mixed doubles" },
      kind: "doubles",
      bestOf: 3,
      entries: [
        { code: "a", players: ["lim", "shin"] },
        { code: "b", players: ["muller", "shin-ha"] },
      ],
    },
  ],
};

/** What each question finds: players, pairs, competitions. */
const QUESTIONS: Readonly<Record<string, readonly [players: string, pairs: string, competitions: string]>> = {
  "Shin Yu-bin": ["shin", "lim+shin", ""],
  "yubin SHIN": ["shin", "lim+shin", ""],
  신유빈: ["shin", "lim+shin", ""],
  申裕斌: ["shin", "lim+shin", ""],
  "Shin Haeun": ["shin-ha", "muller+shin-ha", ""],
  shin: ["shin shin-ha", "lim+shin muller+shin-ha", ""],
  "Lim / Shin": ["", "lim+shin", ""],
  "Müller Shin": ["", "muller+shin-ha", ""],
  "muller jorg": ["muller", "muller+shin-ha", ""],
  شين: ["shin-ha", "muller+shin-ha", ""],
  ミュラー: ["muller", "muller+shin-ha", ""],
  임종훈: ["lim", "lim+shin", ""],
  "cup lodz": ["", "", "cup"],
  탁구: ["", "", "cup"],
  罗兹: ["", "", "cup"],
  zatoka: ["", "", "cup"],
  "Lim Müller": ["", "", ""],
  nobody: ["", "", ""],
  "' OR '1": ["", "", ""],
};

for (const [name, open] of Object.entries(STORAGES)) {
  const imported = async () => {
    const app = await open();
    apps.push(app);
    granted(await importCompetition(app, null, JSON.stringify(FILE)));
    return app;
  };
  const inUnit = <T>(app: TestApp, work: (unit: UnitOfWork) => Promise<T>) => transact(app, null, work);

  test(`people, pairs and competitions are found by their names in every script, a name that is added too: ${name}`, async () => {
    const app = await imported();
    const { db } = app.storage;
    for (const [question, expected] of Object.entries(QUESTIONS)) {
      const { players, pairs, competitions } = await searchRecord(db, question);
      const found = [
        players.map(({ id }) => id),
        pairs.map(([one, other]) => `${one.id}+${other.id}`),
        competitions.map(({ id }) => id),
      ];
      assert.deepEqual(
        found.map((ids) => ids.toSorted().join(" ")),
        expected,
        question,
      );
    }
    await inUnit(app, async (unit) =>
      registerPlayers(unit, [{ id: "muller", family: "MÜLLER", given: "Jörg", names: { zh: "穆勒" } }]),
    );
    for (const question of ["穆勒", "ミュラー"])
      assert.deepEqual(
        (await searchRecord(db, question)).players.map(({ id }) => id),
        ["muller"],
      );
  });

  test(`a report is found by the words that its readers see, and by nobody before and after: ${name}`, async () => {
    const app = await imported();
    const { db } = app.storage;
    const found = async (question: string) => (await searchRecord(db, question)).reports.map(({ href }) => href);
    const begun = { headline: "Rackets", language: "en", text: "A net was torn.", credit: "Ann", source: "Hall" };
    const id = granted(await inUnit(app, (unit) => beginReport(unit, eventId("cup/xd"), begun)));
    let version = 1;
    const write = async (change: Partial<ReportChange>) => {
      const asked = { ...begun, version, step: "save", embargoMs: null, ...change } as ReportChange;
      ({ version } = granted(await inUnit(app, (unit) => writeReport(unit, id, asked))));
    };
    assert.deepEqual(await found("torn"), []);
    await write({ step: "publish" });
    assert.deepEqual(await found("torn"), [], "the moment has not been opened");
    await db.updateTable("moments").set({ opened_at_ms: 1 }).execute();
    assert.equal((await found("net torn")).length, 1);
    await write({ text: "A cord was mended.", correction: "It was the cord." });
    assert.deepEqual(await found("torn"), []);
    assert.equal((await found("rackets mended")).length, 1);
    granted(await inUnit(app, (unit) => withdrawReport(unit, id, { version, reason: "It was another hall." })));
    assert.deepEqual(await found("mended"), []);
    version += 1;
    await write({ step: "publish", embargoMs: app.at.ms + 1000 });
    assert.deepEqual(await found("torn"), []);
    app.at.ms += 2000;
    await releaseOf(app).run({ report: id }, new AbortController().signal);
    assert.equal((await found("torn")).length, 1);
  });
}
