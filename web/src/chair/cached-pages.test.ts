import assert from "node:assert/strict";
import { test } from "node:test";
import { answerFor, cachePages, type CachePorts, cachedKind, type CacheStore } from "./cached-pages.ts";

const ORIGIN = "https://podium.example";
const CHAIR = `${ORIGIN}/chair/a-token_1`;
const SCRIPT = `${ORIGIN}/assets/chair-1.js`;

const addresses: readonly (readonly [string, ReturnType<typeof cachedKind>])[] = [
  [CHAIR, "page"],
  [SCRIPT, "asset"],
  [`${CHAIR}/log`, null],
  [`${CHAIR}/log/touch`, null],
  [`${ORIGIN}/chair/`, null],
  [`${ORIGIN}/matches/a/b/c`, null],
  [`${ORIGIN}/desk`, null],
  [`${ORIGIN}/`, null],
  [`https://elsewhere.example/chair/a`, null],
  [`https://elsewhere.example/assets/a.js`, null],
];

for (const [address, kind] of addresses) {
  test(`${address} is ${kind === null ? "never kept" : `kept as ${kind}`}`, () =>
    assert.equal(cachedKind(address, ORIGIN), kind));
}

test("a page comes from the network while there is one, and from the phone when there is none", async () => {
  const hall = hallOf({ [CHAIR]: ["first", 200] });
  assert.equal(await textOf(CHAIR, "page", hall), "first");
  hall.answers = { [CHAIR]: ["second", 200] };
  assert.equal(await textOf(CHAIR, "page", hall), "second");
  hall.answers = {};
  assert.equal(await textOf(CHAIR, "page", hall), "second");
});

test("a page that was never opened is not invented when there is no network", async () => {
  await assert.rejects(answerFor(CHAIR, "page", hallOf({}).ports));
});

test("a hall's network that does not answer is waited for three seconds, then the kept page opens", async () => {
  const hall = hallOf({ [CHAIR]: ["kept", 200] });
  await answerFor(CHAIR, "page", hall.ports);
  const asleep: number[] = [];
  const silent = {
    ...hall.ports,
    fetch: () => new Promise<Response>(() => undefined),
    sleep: (ms: number) => {
      asleep.push(ms);
      return Promise.resolve();
    },
  };
  assert.equal(await (await answerFor(CHAIR, "page", silent)).text(), "kept");
  assert.deepEqual(asleep, [3000]);
});

test("a chair that was withdrawn says so and no longer opens without a network", async () => {
  const hall = hallOf({ [CHAIR]: ["board", 200] });
  await answerFor(CHAIR, "page", hall.ports);
  hall.answers = { [CHAIR]: ["withdrawn", 404] };
  assert.equal((await answerFor(CHAIR, "page", hall.ports)).status, 404);
  hall.answers = {};
  await assert.rejects(answerFor(CHAIR, "page", hall.ports));
});

test("while the server is in trouble the kept page opens", async () => {
  const hall = hallOf({ [CHAIR]: ["board", 200] });
  await answerFor(CHAIR, "page", hall.ports);
  hall.answers = { [CHAIR]: ["trouble", 503] };
  assert.equal(await textOf(CHAIR, "page", hall), "board");
});

test("what an open page was made of is kept at once, without anything else, and asked for once", async () => {
  const hall = hallOf({ [CHAIR]: ["board", 200], [SCRIPT]: ["script", 200], [`${ORIGIN}/desk`]: ["desk", 200] });
  await cachePages([CHAIR, SCRIPT, `${ORIGIN}/desk`], ORIGIN, hall.ports);
  await cachePages([CHAIR, SCRIPT], ORIGIN, hall.ports);
  assert.deepEqual(hall.requested, [CHAIR, SCRIPT]);
  hall.answers = {};
  assert.equal(await textOf(SCRIPT, "asset", hall), "script");
});

test("the twelve newest chairs stay", async () => {
  const chairs = Array.from({ length: 14 }, (_, at) => `${ORIGIN}/chair/match-${at}`);
  const hall = hallOf(Object.fromEntries(chairs.map((address) => [address, ["board", 200]])));
  await cachePages(chairs, ORIGIN, hall.ports);
  assert.deepEqual([...hall.shelves.page.keys()], chairs.slice(2));
});

interface Hall {
  answers: Readonly<Record<string, readonly [string, number]>>;
  readonly requested: string[];
  readonly shelves: Readonly<Record<"page" | "asset", Map<string, Response>>>;
  readonly ports: CachePorts;
}

/** A browser's caches in memory, and a network that answers as set up and is down otherwise. */
function hallOf(answers: Hall["answers"]): Hall {
  const shelves = { page: new Map<string, Response>(), asset: new Map<string, Response>() };
  const hall: Hall = {
    answers,
    requested: [],
    shelves,
    ports: {
      store: (kind) => Promise.resolve(storeOf(shelves[kind])),
      fetch: (address) => {
        hall.requested.push(address);
        const [text, status] = hall.answers[address] ?? [];
        return text === undefined
          ? Promise.reject(new TypeError("no network"))
          : Promise.resolve(new Response(text, { status: status ?? 200 }));
      },
      sleep: () => new Promise(() => undefined),
    },
  };
  return hall;
}

function storeOf(cached: Map<string, Response>): CacheStore {
  const nameOf = (requested: RequestInfo | URL): string =>
    requested instanceof Request ? requested.url : String(requested);
  return {
    match: (requested) => Promise.resolve(cached.get(nameOf(requested))?.clone()),
    put: (requested, answer) => Promise.resolve(void cached.set(nameOf(requested), answer)),
    delete: (requested) => Promise.resolve(cached.delete(nameOf(requested))),
    keys: () => Promise.resolve([...cached.keys()].map((address) => new Request(address))),
  };
}

async function textOf(address: string, kind: "page" | "asset", { ports }: Hall): Promise<string> {
  return (await answerFor(address, kind, ports)).text();
}
