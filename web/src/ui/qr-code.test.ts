import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { decodeQR } from "qr/decode.js";
import { qrCode } from "./qr-code.ts";

const PIXELS = 4;

/** What a camera sees of the drawing: black squares where the path says so, on white. */
function photograph({ side, path }: { readonly side: number; readonly path: string }) {
  const size = side * PIXELS;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, column, row] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let y = 0; y < PIXELS; y += 1)
      for (let x = 0; x < PIXELS; x += 1) {
        const at = ((Number(row) * PIXELS + y) * size + Number(column) * PIXELS + x) * 4;
        data.fill(0, at, at + 3);
      }
  return { width: size, height: size, data };
}

describe("a QR code", () => {
  test("of any address is read by a camera as that address", () => {
    fc.assert(
      fc.property(
        fc.webUrl().filter((url) => url.length <= 200),
        (url) => {
          const code = qrCode(url);
          assert.ok(code !== null);
          assert.equal(decodeQR(photograph(code)), url);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("has four light modules on every side", () => {
    const code = qrCode("https://podium.example/chair/x");
    assert.ok(code !== null);
    const places = [...code.path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    assert.deepEqual([Math.min(...places), Math.max(...places)], [4, code.side - 5]);
  });

  test("is not made of a text that is too long, counted in bytes", () => {
    assert.equal(qrCode("x".repeat(301)), null);
    assert.equal(qrCode("한".repeat(101)), null);
    assert.notEqual(qrCode("한".repeat(100)), null);
  });
});
