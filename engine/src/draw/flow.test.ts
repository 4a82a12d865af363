import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { FlowNetwork } from "./flow.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);
const NODES = 5;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  /** In a first and a second wish. */
  readonly prices: readonly (-1 | 0 | 1)[];
}

const price = fc.constantFrom(-1 as const, 0 as const, 1 as const);
const arcs = fc.array(
  fc.record({
    from: fc.nat(NODES - 1),
    to: fc.nat(NODES - 1),
    capacity: fc.integer({ min: 0, max: 2 }),
    prices: fc.tuple(price, price),
  }),
  { minLength: 1, maxLength: 7 },
);

/** What runs into each node but for what runs out. */
function netOf(flow: readonly number[], all: readonly Arc[]): number[] {
  const net = Array.from({ length: NODES }, () => 0);
  for (const [index, { from, to }] of all.entries()) {
    net[from] = (net[from] ?? 0) - (flow[index] ?? 0);
    net[to] = (net[to] ?? 0) + (flow[index] ?? 0);
  }
  return net;
}

/** Every flow from node 0 to node 1, by trying every number on every arc. */
function everyFlow(all: readonly Arc[]): readonly (readonly number[])[] {
  const numbers = all.reduce<readonly (readonly number[])[]>(
    (flows, { capacity }) =>
      flows.flatMap((flow) => Array.from({ length: capacity + 1 }, (_, units) => [...flow, units])),
    [[]],
  );
  return numbers.filter((flow) => {
    const [source = 0, sink, ...others] = netOf(flow, all);
    return source <= 0 && sink === -source && others.every((units) => units === 0);
  });
}

test(`of all flows those that cost least are left, tried one by one (seed ${SEED})`, () => {
  fc.assert(
    fc.property(arcs, (drawn) => {
      const all = drawn.filter(({ from, to }) => from !== to);
      const network = new FlowNetwork();
      const nodes = Array.from({ length: NODES }, () => network.addNode());
      assert.deepEqual(nodes, [0, 1, 2, 3, 4]);
      const numbers = all.map(({ from, to, capacity }) => network.addArc(from, to, capacity));
      const flows = everyFlow(all);
      const most = Math.max(...flows.map((flow) => netOf(flow, all)[1] ?? 0));
      assert.equal(network.fill(0, 1), most);
      let left = flows.filter((flow) => netOf(flow, all)[1] === most);
      const sent = () => numbers.map((arc) => network.sent(arc));
      const isLeft = () => left.some((flow) => flow.join() === sent().join());
      assert.ok(isLeft());
      for (const wish of [0, 1]) {
        const costOf = (flow: readonly number[]) =>
          flow.reduce((sum, units, index) => sum + units * (all[index]?.prices[wish] ?? 0), 0);
        const prices = new Map(
          all.flatMap(({ prices }, index): [number, -1 | 1][] => {
            const one = prices[wish] ?? 0;
            return one === 0 ? [] : [[numbers[index] ?? 0, one]];
          }),
        );
        network.keepCheapest(prices);
        const least = Math.min(...left.map(costOf));
        left = left.filter((flow) => costOf(flow) === least);
        assert.ok(isLeft());
      }
      for (const [index, arc] of numbers.entries()) {
        const before = sent();
        const running = before[index] ?? 0;
        if (network.isSettled(arc)) assert.ok(left.every((flow) => (flow[index] ?? 0) >= running));
        const canMore = left.some((flow) => (flow[index] ?? 0) > running);
        assert.equal(network.force(arc), canMore);
        assert.equal(network.sent(arc), running + (canMore ? 1 : 0));
        assert.ok(isLeft());
        if (!canMore) assert.deepEqual(sent(), before);
        network.close(arc);
        left = left.filter((flow) => (flow[index] ?? 0) <= network.sent(arc));
      }
    }),
    { seed: SEED, numRuns: 400, endOnFailure: true },
  );
});

test("a unit that is reserved is out of play until it is put back", () => {
  const network = new FlowNetwork();
  for (let node = 0; node < 3; node += 1) network.addNode();
  const [first, second] = [network.addArc(0, 2, 2), network.addArc(2, 1, 2)];
  assert.equal(network.fill(0, 1), 2);
  const back = network.reserve(first);
  assert.equal(network.sent(first), 1);
  assert.equal(network.isSettled(first), false);
  const again = network.reserve(first);
  assert.deepEqual([network.sent(first), network.isSettled(first)], [0, true]);
  again();
  back();
  assert.deepEqual([network.sent(first), network.sent(second), network.isSettled(first)], [2, 2, false]);
});
