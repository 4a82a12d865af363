import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { publishedReports } from "../reports/reports.ts";
import { presentReport } from "../reports/present.ts";
import { competitionId, momentIn } from "../storage/codes.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { recordNotes } from "./record-notes.ts";

const PARIS = competitionId("paris-2024");

let here: Installation;

before(async () => {
  here = await install();
});

after(() => here.close());

test("a statement that the record contradicts is noted with its paragraph, the truth and the match", async () => {
  const paragraphs = [
    "The hall was full.",
    "Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the mixed doubles final.",
  ];
  const notes = await recordNotes(here.app.storage.db, PARIS, { language: "en", date: "2024-07-31", paragraphs });
  assert.deepEqual(
    notes.map(({ paragraph, words, truth, href }) => ({ paragraph, words, truth, href })),
    [{ paragraph: 1, words: "4-1", truth: "4-2", href: "/matches/paris-2024/xd/final" }],
  );
});

test("the reports of the examples say nothing that the record contradicts", async () => {
  const { db } = here.app.storage;
  const reports = await publishedReports(db, momentIn({ moment: "paris-2024-xd-podium" }));
  assert.ok(reports.length > 0);
  for (const report of reports) assert.deepEqual(await recordNotes(db, PARIS, presentReport(report, reports)), []);
});
