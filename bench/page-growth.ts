import type { MatchId } from "@podium/engine";
import { request, Agent } from "node:http";
import { join } from "node:path";
import { transact } from "../server/src/app.ts";
import { importCompetition } from "../server/src/exchange/import.ts";
import { makeHttpApp } from "../server/src/web-server/http-app.ts";
import { pageCacheOf } from "../server/src/web-server/page-cache.ts";
import { routes } from "../server/src/web-server/routes.ts";
import { serve } from "../server/src/web-server/serve.ts";
import { loadWeb } from "../server/src/web-server/web.ts";
import { recordLines } from "../server/src/matches/matches.ts";
import type { Podium } from "../server/src/podium.ts";
import { asRow, mean, must, sinceMs, withPodium, type SizedCost } from "./growth.ts";
import { competitionOf } from "./growth-file.ts";
import type { Row } from "./row.ts";

const WARM_UP = 40;
const READ = 40;

/**
 * What a page costs when something that it shows has just changed, at three sizes: processor time of a request over
 * loopback, this process being server and reader at once.
 */
export async function measurePageGrowth(): Promise<Row[]> {
  const events: SizedCost[] = [];
  for (const size of [64, 256, 1024]) events.push({ size, ms: await eventPageCost(size) });
  const players: SizedCost[] = [];
  const homes: SizedCost[] = [];
  for (const size of [10, 100, 1000]) {
    const { playerMs, homeMs } = await amongCompetitions(size);
    players.push({ size, ms: playerMs });
    homes.push({ size, ms: homeMs });
  }
  return [
    asRow("event page after a rally in it", events),
    asRow("player's page after one more competition", players, "competitions"),
    asRow("home page after one more competition", homes, "competitions"),
  ];
}

type Read = (path: string) => Promise<number>;

async function eventPageCost(size: number): Promise<number> {
  return withPodium(async (podium) => {
    must(await importCompetition(podium.app, null, competitionOf(size, "knock-out", { isPlayed: false })));
    const match = await readyMatch(podium);
    let after = 0;
    const scoreRally = async () => {
      const entry =
        after === 0
          ? ({ kind: "service", server: "home1", receiver: "away1" } as const)
          : ({ kind: "rally", winner: after % 2 === 0 ? "home" : "away" } as const);
      const lines = [{ id: `line-${after}-bench`, entry }];
      must(await transact(podium.app, null, (unit) => recordLines(unit, match, { after, lines })));
      after += 1;
    };
    return served(podium, async (read) => {
      const took: number[] = [];
      for (let round = 0; round < WARM_UP + READ; round += 1) {
        await scoreRally();
        took.push(await read("/competitions/growth/ms"));
      }
      return mean(took.slice(WARM_UP));
    });
  });
}

async function readyMatch({ app }: Podium): Promise<MatchId> {
  const { id } = await app.storage.db
    .selectFrom("matches")
    .select("id")
    .where("status", "=", "ready")
    .executeTakeFirstOrThrow();
  return id;
}

/** All of the competitions have the same four players. */
async function amongCompetitions(size: number): Promise<{ playerMs: number; homeMs: number }> {
  return withPodium(async (podium) => {
    const add = async (number: number) => {
      const file = competitionOf(4, "knock-out", { isPlayed: true, id: `growth-${number}` });
      must(await importCompetition(podium.app, null, file));
    };
    for (let number = 0; number < size; number += 1) await add(number);
    return served(podium, async (read) => {
      const took = { player: [] as number[], home: [] as number[] };
      for (let round = 0; round < WARM_UP + READ; round += 1) {
        await add(size + round);
        took.player.push(await read("/players/p-e1"));
        took.home.push(await read("/"));
      }
      return { playerMs: mean(took.player.slice(WARM_UP)), homeMs: mean(took.home.slice(WARM_UP)) };
    });
  });
}

/** Opens the HTTP side on a free port; what reads a page answers the processor time that it took. */
async function served<T>(podium: Podium, work: (read: Read) => Promise<T>): Promise<T> {
  const web = await loadWeb(join(import.meta.dirname, "..", "web", "dist"));
  const dependencies = { app: podium.app, web, cache: pageCacheOf(podium.app) };
  const listening = await serve(dependencies, makeHttpApp(dependencies, routes));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    return await work(async (path) => {
      const begun = process.cpuUsage();
      await readWhole(new URL(path, listening.url), agent);
      return sinceMs(begun);
    });
  } finally {
    agent.destroy();
    await listening.close();
  }
}

function readWhole(url: URL, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url.pathname} answered ${answer.statusCode}.`));
      answer.on("end", resolve).resume();
    });
    sent.once("error", reject);
    sent.end();
  });
}
