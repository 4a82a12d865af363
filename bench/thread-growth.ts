import { isRefused, wordList } from "@podium/engine";
import { SORTS, type Viewer } from "@podium/protocol";
import { transact, type App } from "../server/src/app.ts";
import { postComment } from "../server/src/conversation/conversation.ts";
import { countOf } from "../server/src/conversation/counting.ts";
import { scoreThread } from "../server/src/conversation/across-borders.ts";
import { presentThread } from "../server/src/conversation/present.ts";
import { threadTopic } from "../server/src/conversation/thread-topic.ts";
import { vote } from "../server/src/conversation/voting.ts";
import { importCompetition } from "../server/src/exchange/import.ts";
import { makeHttpApp } from "../server/src/web-server/http-app.ts";
import { pageCacheOf } from "../server/src/web-server/page-cache.ts";
import { routes } from "../server/src/web-server/routes.ts";
import { loadWeb } from "../server/src/web-server/web.ts";
import { commentId, personId, threadId } from "../server/src/storage/codes.ts";
import { join } from "node:path";
import { asRow, must, sinceMs, withPodium, type SizedCost } from "./growth.ts";
import { competitionWithThread } from "./long-thread.ts";
import type { Row } from "./row.ts";

const SIZES = [200, 5_000, 50_000];
const WARM_UP = 15;
const MEASURED = 30;
const VOTERS = 40;
const THREAD = threadId("bench-thread");
const READER: Viewer = { id: personId("bench-reader"), name: "Reader", roles: { "*": ["member"] } };

/**
 * What a thread costs at three sizes: a first screen in every order, read anew after something was posted in it; the
 * whole page of 200 comments, written and zipped after a vote on one of them; a comment posted, a vote given, and the
 * count. Processor time in the server, without the network.
 */
export async function measureThreadGrowth(): Promise<Row[]> {
  const costs = new Map<string, SizedCost[]>();
  for (const size of SIZES) {
    for (const [what, ms] of await costsAt(size)) costs.set(what, [...(costs.get(what) ?? []), { size, ms }]);
  }
  return [...costs].map(([what, sized]) => asRow(what, sized, "comments"));
}

async function costsAt(size: number): Promise<readonly (readonly [what: string, ms: number])[]> {
  return withPodium(async ({ app }) => {
    must(await importCompetition(app, null, JSON.stringify(competitionWithThread(size))));
    await divide(app, size);
    await scoreThread(app, THREAD);
    const screens: (readonly [string, number])[] = [];
    for (const sort of SORTS) screens.push([`first screen, ${sort}`, await meanOf(() => readAnew(app, sort))]);
    let at = 0;
    const post = () => {
      at += 1;
      const form = { body: wordsOf(at), ...(at % 2 === 0 ? { parent: `c${at}` } : {}) };
      const asked = { viewer: READER, thread: THREAD, form, pageLanguage: "en" as const, words: wordList([]) };
      return transact(app, READER.id, (unit) => postComment(unit, asked));
    };
    const cast = (index: number) =>
      transact(app, READER.id, (unit) =>
        vote(unit, { viewer: READER, thread: THREAD, comment: `c${index}` }, index % 2 === 0 ? 1 : -1),
      );
    const web = await loadWeb(join(import.meta.dirname, "..", "web", "dist"));
    const http = makeHttpApp({ app, web, cache: pageCacheOf(app) }, routes);
    const page = async (index: number) => {
      must(await cast(index));
      const headers = { host: "127.0.0.1", "accept-encoding": "gzip" };
      const answer = await http.request(`http://127.0.0.1/threads/${THREAD}`, { headers });
      if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`);
      await answer.arrayBuffer();
    };
    return [
      ...screens,
      ["a vote given, and the page with it written and zipped", await meanOf(page, 80)],
      ["a comment posted", await meanOf(post)],
      ["a vote given", await meanOf(cast)],
      ["a thread counted", await meanOf(() => countOf(app.storage.db, THREAD))],
    ];
  });
}

/** Words by chance from a number: nobody repeats himself. */
function wordsOf(round: number): string {
  let state = round * 7_919 + 1;
  const letter = () => String.fromCodePoint(0x61 + ((state = (state * 48_271) % 2_147_483_647) % 26));
  return Array.from({ length: 8 }, () => Array.from({ length: 6 }, letter).join("")).join(" ");
}

async function readAnew(app: App, sort: (typeof SORTS)[number]): Promise<unknown> {
  await transact(app, null, async (unit) => unit.invalidate([threadTopic(THREAD)]));
  return presentThread(app, THREAD, { viewer: null, sort });
}

/** Two camps vote on the first comments, so that there is something to sort across borders and to dispute. */
async function divide(app: App, size: number): Promise<void> {
  await transact(app, null, async ({ db }) => {
    for (let index = 0; index < Math.min(size, 200); index += 1)
      await db
        .insertInto("votes")
        .values(
          Array.from({ length: VOTERS }, (_, voter) => ({
            comment_id: commentId(`${THREAD}/c${index}`),
            person_id: personId(`bench-voter-${voter}`),
            value: index % 4 === 0 || (index + voter) % 2 === 0 ? (1 as const) : (-1 as const),
            at_ms: 0,
          })),
        )
        .execute();
  });
}

/** Processor time of one, in milliseconds. What is refused is a fault of the bench. */
async function meanOf(work: (round: number) => Promise<unknown>, warmUp = WARM_UP): Promise<number> {
  for (let round = 0; round < warmUp; round += 1) answered(await work(round));
  const begun = process.cpuUsage();
  for (let round = warmUp; round < warmUp + MEASURED; round += 1) answered(await work(round));
  return sinceMs(begun) / MEASURED;
}

function answered(answer: unknown): void {
  if (isRefused(answer)) throw new Error(answer.message);
}
