import assert from "node:assert/strict";
import { test } from "node:test";
import { answerFor, keep, type Keeping, keptKind, type Shelf } from "./kept-pages.ts";

const ORIGIN = "https://podium.example";
const CHAIR = `${ORIGIN}/chair/a-token_1`;
const SCRIPT = `${ORIGIN}/assets/chair-1.js`;

const addresses: readonly (readonly [string, ReturnType<typeof keptKind>])[] = [
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
    assert.equal(keptKind(address, ORIGIN), kind));
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
  await assert.rejects(answerFor(CHAIR, "page", hallOf({}).keeping));
});

test("a hall's network that does not answer is waited for three seconds, then the kept page opens", async () => {
  const hall = hallOf({ [CHAIR]: ["kept", 200] });
  await answerFor(CHAIR, "page", hall.keeping);
  const asleep: number[] = [];
  const silent = {
    ...hall.keeping,
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
  await answerFor(CHAIR, "page", hall.keeping);
  hall.answers = { [CHAIR]: ["withdrawn", 404] };
  assert.equal((await answerFor(CHAIR, "page", hall.keeping)).status, 404);
  hall.answers = {};
  await assert.rejects(answerFor(CHAIR, "page", hall.keeping));
});

test("while the server is in trouble the kept page opens", async () => {
  const hall = hallOf({ [CHAIR]: ["board", 200] });
  await answerFor(CHAIR, "page", hall.keeping);
  hall.answers = { [CHAIR]: ["trouble", 503] };
  assert.equal(await textOf(CHAIR, "page", hall), "board");
});

test("what an open page was made of is kept at once, without anything else, and asked for once", async () => {
  const hall = hallOf({ [CHAIR]: ["board", 200], [SCRIPT]: ["script", 200], [`${ORIGIN}/desk`]: ["desk", 200] });
  await keep([CHAIR, SCRIPT, `${ORIGIN}/desk`], ORIGIN, hall.keeping);
  await keep([CHAIR, SCRIPT], ORIGIN, hall.keeping);
  assert.deepEqual(hall.asked, [CHAIR, SCRIPT]);
  hall.answers = {};
  assert.equal(await textOf(SCRIPT, "asset", hall), "script");
});

test("the twelve newest chairs stay", async () => {
  const chairs = Array.from({ length: 14 }, (_, at) => `${ORIGIN}/chair/match-${at}`);
  const hall = hallOf(Object.fromEntries(chairs.map((address) => [address, ["board", 200]])));
  await keep(chairs, ORIGIN, hall.keeping);
  assert.deepEqual([...hall.shelves.page.keys()], chairs.slice(2));
});

interface Hall {
  answers: Readonly<Record<string, readonly [string, number]>>;
  readonly asked: string[];
  readonly shelves: Readonly<Record<"page" | "asset", Map<string, Response>>>;
  readonly keeping: Keeping;
}

/** A browser's shelves in memory, and a network that answers what it is told and is gone otherwise. */
function hallOf(answers: Hall["answers"]): Hall {
  const shelves = { page: new Map<string, Response>(), asset: new Map<string, Response>() };
  const hall: Hall = {
    answers,
    asked: [],
    shelves,
    keeping: {
      shelf: (kind) => Promise.resolve(shelfOf(shelves[kind])),
      fetch: (address) => {
        hall.asked.push(address);
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

function shelfOf(kept: Map<string, Response>): Shelf {
  const nameOf = (asked: RequestInfo | URL): string => (asked instanceof Request ? asked.url : String(asked));
  return {
    match: (asked) => Promise.resolve(kept.get(nameOf(asked))?.clone()),
    put: (asked, answer) => Promise.resolve(void kept.set(nameOf(asked), answer)),
    delete: (asked) => Promise.resolve(kept.delete(nameOf(asked))),
    keys: () => Promise.resolve([...kept.keys()].map((address) => new Request(address))),
  };
}

async function textOf(address: string, kind: "page" | "asset", { keeping }: Hall): Promise<string> {
  return (await answerFor(address, kind, keeping)).text();
}
