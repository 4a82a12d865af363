import { measureClaims } from "./claims.ts";
import { measureCorrections } from "./corrections.ts";
import { measureEngine } from "./engine.ts";
import { measureFanOut } from "./fan-out.ts";
import { measureLargeFanOut } from "./fan-out-large.ts";
import { measureGrowth } from "./growth.ts";
import { measureHall } from "./hall.ts";
import { measureJournal } from "./journal.ts";
import { measureKnockOut } from "./knock-out.ts";
import { addLongThread } from "./long-thread.ts";
import { measureModeration } from "./moderation.ts";
import { measureNotes } from "./notes.ts";
import { measurePageGrowth } from "./page-growth.ts";
import { measurePages } from "./pages.ts";
import { measurePhone } from "./phone.ts";
import { measurePhotos } from "./photos.ts";
import { count, type Row } from "./row.ts";
import { measureSchedule } from "./schedule.ts";
import { measureThreadGrowth } from "./thread-growth.ts";
import { measureWordPress } from "./wordpress.ts";
import { inTemporaryFolder, startServer } from "./server-process.ts";
import { cpus, totalmem } from "node:os";

const MEGABYTE = 1024 * 1024;

function print(row: Row): void {
  process.stdout.write(`| ${row.what} | ${row.figure} | ${row.note} |\n`);
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} x ${cpu?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 1024 / MEGABYTE)} GiB, ${process.platform}, Node ${process.version}`;
}

process.stdout.write(
  `Measured on ${machine()}. On a shared machine read the figures of one run against one another.\n\n`,
);
process.stdout.write("| what | figure | how |\n| --- | --- | --- |\n");
measureClaims().forEach(print);
measureEngine().forEach(print);
measureSchedule().forEach(print);
measureModeration().forEach(print);
measureNotes().forEach(print);
(await measurePhotos()).forEach(print);
(await measureKnockOut()).forEach(print);
(await measureGrowth()).forEach(print);
(await measurePageGrowth()).forEach(print);
(await measureThreadGrowth()).forEach(print);
(await measureCorrections()).forEach(print);
(await measureJournal()).forEach(print);
(await measureHall()).forEach(print);
await inTemporaryFolder(async (folder) => {
  const first = await startServer(folder);
  print({
    what: "first start to first page",
    figure: `${count(first.startedAfterMs)} ms`,
    note: "an empty database; both examples loaded through the laws",
  });
  await first.stop();
  const thread = await addLongThread(folder);
  const server = await startServer(folder);
  print({ what: "start to first page", figure: `${count(server.startedAfterMs)} ms`, note: "the database is there" });
  print({
    what: "idle memory",
    figure: `${count((server.residentBytes() ?? Number.NaN) / MEGABYTE)} MB`,
    note: "resident, after the first page",
  });
  (await measurePhone(server)).forEach(print);
  (await measurePages(server, thread)).forEach(print);
  (await measureFanOut(server)).forEach(print);
  await server.stop();
});
(await measureLargeFanOut()).forEach(print);
(await measureWordPress()).forEach(print);
