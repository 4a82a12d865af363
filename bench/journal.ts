import { competitionId, personId } from "../server/src/storage/codes.ts";
import { deedsOf } from "../server/src/facts/journal.ts";
import { keepDeedWords } from "../server/src/facts/deed-words.ts";
import { readConfig } from "../server/src/config.ts";
import { openPodium, type Podium } from "../server/src/podium.ts";
import { asRow, type SizedCost } from "./growth.ts";
import type { Row } from "./row.ts";
import { inTemporaryFolder } from "./server-process.ts";

const SIZES = [1_000, 10_000, 100_000];
const TIMES = 50;
const ROWS_AT_ONCE = 500;
const COMPETITION = "bench";
/** One in so many deeds has the word that is searched. */
const RARE = 400;

/** What a search in the record of what was done costs, by how much was done: a word that few deeds have, and one that most have. */
export async function measureJournal(): Promise<Row[]> {
  const rare: SizedCost[] = [];
  const common: SizedCost[] = [];
  for (const size of SIZES)
    await inTemporaryFolder(async (folder) => {
      const podium = await openPodium(readConfig({ PODIUM_DATA: folder, PODIUM_EXAMPLES: "none" }));
      await fill(podium, size);
      rare.push({ size, ms: await searchCost(podium, "umbrella") });
      common.push({ size, ms: await searchCost(podium, "score") });
      await podium.close();
    });
  return [asRow("a search in the journal, a rare word", rare, "deeds"), asRow("a common word", common, "deeds")];
}

async function fill({ app }: Podium, size: number): Promise<void> {
  const { db } = app.storage;
  for (let from = 0; from < size; from += ROWS_AT_ONCE) {
    const facts = Array.from({ length: ROWS_AT_ONCE }, (_, at) => ({
      at_ms: from + at,
      who: personId("podium"),
      kind: "match-reset",
      subject_kind: "match",
      subject_id: `${COMPETITION}/os/a-${from + at}`,
      subject_seq: 1,
      client_id: null,
      data: JSON.stringify({ reason: (from + at) % RARE === 0 ? "umbrella in play" : "score sheet misread" }),
      competition: COMPETITION,
    }));
    const rows = await db.insertInto("facts").values(facts).returning(["seq", "data"]).execute();
    await keepDeedWords(
      db,
      rows.map(({ seq, data }) => ({ seq, data: JSON.parse(data), competition: COMPETITION })),
    );
  }
}

async function searchCost({ app }: Podium, word: string): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < TIMES; time += 1)
    await deedsOf(app.storage.db, {
      competition: competitionId(COMPETITION),
      words: [{ word, people: [], subjects: [] }],
      limit: 51,
    });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / TIMES;
}

if (import.meta.main)
  for (const { what, figure, note } of await measureJournal()) console.log(`${what}: ${figure}; ${note}`);
