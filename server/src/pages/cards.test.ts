import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { MomentPage } from "@podium/protocol";
import sharp from "sharp";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { drawCard } from "./card-drawing.ts";
import { cardAddress } from "./card-routes.ts";
import { type CardRow, momentCard, type ShareCard } from "./cards.ts";

const row = (names: string, rest: Partial<CardRow> = {}): CardRow => ({
  mark: null,
  names,
  association: "AAA",
  score: "3",
  isStrong: true,
  ...rest,
});

const CARD: ShareCard = {
  event: "Singles",
  competition: "Riverside Open",
  headline: null,
  credit: null,
  rows: [row("ADAMS Eve"), row("BELL Ann", { score: "1", isStrong: false })],
  games: ["11–6"],
};

/** The pixels of a card, three bytes each. */
async function pixelsOf(card: ShareCard): Promise<Buffer> {
  const { data, info } = await sharp(await drawCard(card))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height, info.channels], [1200, 630, 3]);
  return data;
}

/** How much ink stands in a part of the picture. */
async function inkIn(card: ShareCard, { x, width }: { x: number; width: number }): Promise<number> {
  const pixels = await pixelsOf(card);
  let ink = 0;
  for (let y = 150; y < 480; y += 1)
    for (let at = x; at < x + width; at += 1) if ((pixels[(y * 1200 + at) * 3] ?? 255) < 120) ink += 1;
  return ink;
}

test("a card is 1200 x 630, with names at the left and scores at the right", async () => {
  assert.ok((await inkIn(CARD, { x: 64, width: 300 })) > 2_000);
  assert.ok((await inkIn(CARD, { x: 1060, width: 80 })) > 500);
  assert.equal(await inkIn(CARD, { x: 600, width: 300 }), 0);
});

test("names of any length end before the score, and no ink leaves the margin", async () => {
  const long = { ...CARD, rows: [row("ŻÓŁĆ-ØSTERGÅRD Maximilian ".repeat(12)), row("W".repeat(400))] };
  assert.equal(await inkIn(long, { x: 0, width: 63 }), 0);
  assert.equal(await inkIn(long, { x: 1138, width: 62 }), 0);
  assert.ok((await inkIn(long, { x: 700, width: 200 })) > 500);
});

test("a headline that is too long is cut in its third line", async () => {
  const report = { ...CARD, headline: "Words and words ".repeat(30), credit: "The Daily" };
  assert.ok((await inkIn(report, { x: 900, width: 200 })) > 2_000);
  assert.equal(await inkIn(report, { x: 1138, width: 62 }), 0);
});

test("another result has another address, the same one the same", () => {
  const other = { ...CARD, rows: [row("ADAMS Eve", { score: "2" }), ...CARD.rows.slice(1)] };
  assert.equal(cardAddress("/matches/a", CARD), cardAddress("/matches/a", { ...CARD }));
  assert.notEqual(cardAddress("/matches/a", CARD), cardAddress("/matches/a", other));
  assert.equal(cardAddress("/matches/a", null), null);
});

let here: Installation;
before(async () => {
  here = await install();
});
after(() => here.close());

async function paris(): Promise<MomentPage> {
  return JSON.parse(await (await fetch(`${here.url}/moments/paris-2024-xd-podium.json`)).text());
}

test("the card of Paris: gold, silver and bronze as written by the federations, and the score of the final", async () => {
  const card = momentCard(await paris());
  assert.deepEqual(
    card?.rows.map(({ mark, names, association, score }) => [mark, names, association, score]),
    [
      ["gold", "WANG Chuqin / SUN Yingsha", "CHN", "4"],
      ["silver", "RI Jong Sik / KIM Kum Yong", "PRK", "2"],
      ["bronze", "LIM Jonghoon / SHIN Yubin", "KOR", ""],
    ],
  );
});

test("a name without a form in Latin leaves a page without a card, and a title without one leaves the card without it", async () => {
  const data = await paris();
  const [gold = assert.fail("no medals"), ...others] = data.podium;
  const players = gold.entry.players.map((player) => ({ ...player, family: "왕", given: "" }));
  assert.equal(momentCard({ ...data, podium: [{ ...gold, entry: { ...gold.entry, players } }, ...others] }), null);
  assert.equal(momentCard({ ...data, event: { ...data.event, title: { ko: "혼합 복식" } } })?.event, "");
});

test("a card that somebody has is not sent again", async () => {
  const path = `${here.url}/moments/paris-2024-xd-podium/card.png`;
  const first = await fetch(path);
  assert.equal(first.headers.get("content-type"), "image/png");
  const again = await fetch(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  assert.equal(again.status, 304);
});
