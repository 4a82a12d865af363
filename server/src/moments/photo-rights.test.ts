import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type Refusal, type TagChoice } from "@podium/engine";
import sharp, { type Sharp } from "sharp";
import { transact, type UnitOfWork } from "../app.ts";
import { exportCompetition } from "../exchange/export.ts";
import { phonePhoto } from "../images/pictures.testing.ts";
import { momentIn } from "../storage/codes.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { photoSizesOf } from "./photo-sizes.ts";
import {
  answerRequest,
  decideTag,
  issueTagLink,
  requestByToken,
  requestTakeDown,
  saveTag,
  tagByToken,
} from "./photo-rights.ts";
import { tagsOf } from "./photo-tags.ts";
import { addPhoto, describePhoto, photoRow, photosOf, showPhoto, storePhoto } from "./photos.ts";

const MOMENT = momentIn({ moment: "paris-2024-xd-podium" });
const PAGE = "/moments/paris-2024-xd-podium";
const FORMATS = ["avif", "webp", "jpeg"] as const;

/** The server reads no AVIF; this test does. */
function read(bytes: Uint8Array): Sharp {
  sharp.unblock({ operation: ["VipsForeignLoadHeif"] });
  return sharp(bytes);
}

let here: Installation;
before(async () => {
  here = await install();
});
after(() => here.close());

/** What came of work that is not refused. */
async function inUnit<Of>(work: (unit: UnitOfWork) => Promise<Of | Refusal>): Promise<Of> {
  const done = await transact(here.app, null, work);
  assert.ok(!isRefused(done), JSON.stringify(done));
  return done;
}
const makeSizes = (photo: string) => photoSizesOf(here.app).run({ photo }, new AbortController().signal);

/** A photo on the page, its sizes made, with the address of one of the people in it. */
async function shownPhoto(): Promise<{ readonly photo: string; readonly token: string }> {
  const stored = await storePhoto(here.app, await phonePhoto(240, 180));
  assert.ok(!isRefused(stored));
  const token = await inUnit(async (unit) => {
    await addPhoto(unit, MOMENT, { photo: stored, isShown: true });
    const tag = (await tagsOf(unit.db, stored.id)).find(({ family }) => family === "SHIN") ?? assert.fail("no tag");
    await saveTag(unit, tag, { act: "save", left: 50, top: 50, width: 25, height: 25 });
    return issueTagLink(unit, tag);
  });
  await makeSizes(stored.id);
  return { photo: stored.id, token };
}

const decide = (token: string, choice: TagChoice) => inUnit((unit) => decideTag(unit, token, choice));

/** Everything that readers can get of a photo: page, JSON, hall screen, export, and each of its files with what is written into it. */
async function everythingOf(photo: string): Promise<string> {
  const texts: string[] = [];
  for (const path of [PAGE, `${PAGE}.json`, `${PAGE}/screen`])
    texts.push(figuresIn(await (await fetch(here.url + path)).text()));
  const exported = await exportCompetition(here.app.storage.db, "paris-2024");
  assert.ok(exported !== undefined && !isRefused(exported));
  texts.push(photosIn(JSON.stringify(exported)));
  for (const bytes of await filesOf(photo)) texts.push((await read(bytes).metadata()).xmpAsString ?? "");
  return texts.join("\n");
}

/** Of a page what belongs to photos: the medal itself is public. */
function figuresIn(page: string): string {
  if (page.startsWith("{"))
    return JSON.stringify(JSON.parse(page).data?.moment?.photos ?? JSON.parse(page).moment?.photos ?? page);
  return [...page.matchAll(/<figure class="photo"[^]*?<\/figure>|<meta[^>]*og:image[^>]*>/g)]
    .map(([part]) => part)
    .join("\n");
}

function photosIn(text: string): string {
  return [...text.matchAll(/"photos":[^]{0,5000}/g)].map(([part]) => part).join("\n");
}

/** The files of the version that may be seen, by the addresses that readers have. */
async function filesOf(photo: string): Promise<Uint8Array[]> {
  const row = (await photoRow(here.app.storage.db, photo)) ?? assert.fail("no photo");
  if (row.made === null) return [];
  const sizes: [number, number][] = JSON.parse(row.sizes);
  const files: Uint8Array[] = [];
  for (const [width] of sizes)
    for (const format of FORMATS) {
      const response = await fetch(`${here.url}/photos/${photo}/${row.made}-${width}.${format}`);
      assert.equal(response.status, 200);
      files.push(new Uint8Array(await response.arrayBuffer()));
    }
  return files;
}

const NAMES = /shin|yubin|신유빈/i;

test("who accepts is named in the page, the JSON and every file; who declines in none of them, at once and for good", async () => {
  const { photo, token } = await shownPhoto();
  assert.doesNotMatch(await everythingOf(photo), NAMES);

  await decide(token, "accept");
  await makeSizes(photo);
  assert.equal((await everythingOf(photo)).match(/PersonInImage/g)?.length, 2 * 2 * (await filesOf(photo)).length);
  assert.match(figuresIn(await (await fetch(here.url + PAGE)).text()), NAMES);

  await inUnit((unit) =>
    describePhoto(unit, photo, {
      alt: "Shin Yu-bin and five others",
      caption: "신유빈이 찍은 사진",
      credit: null,
      licence: null,
    }),
  );
  await makeSizes(photo);
  await decide(token, "decline");
  assert.doesNotMatch(await everythingOf(photo), NAMES, "from the next request on");
  await makeSizes(photo);
  assert.ok((await filesOf(photo)).length > 0, "it is shown again");
  assert.doesNotMatch(await everythingOf(photo), NAMES, "nor once its files are made anew");
});

test("no file of an older version is left to be read, nor lies on the disk", async () => {
  const { photo, token } = await shownPhoto();
  for (const choice of ["accept", "decline", "accept", "blur"] as const) await decide(token, choice);
  await makeSizes(photo);
  const { version, sizes } = (await photoRow(here.app.storage.db, photo)) ?? assert.fail();
  for (const [width] of JSON.parse(sizes) as [number, number][])
    for (let older = 1; older < version; older += 1)
      for (const format of FORMATS)
        assert.equal(await here.app.files.get(`photos/${photo}/${older}-${width}.${format}`), null);
});

test("who asks not to be seen is a patch without detail in every size and format, the rest is as it was", async () => {
  const { photo, token } = await shownPhoto();
  const unblurred = await filesOf(photo);
  await decide(token, "blur");
  assert.deepEqual(await filesOf(photo), [], "nothing is shown before it is blurred");
  await makeSizes(photo);
  const files = await filesOf(photo);
  assert.equal(files.length, unblurred.length);
  for (const [index, bytes] of files.entries()) {
    assert.ok((await detail(bytes, 0.5)) * 4 < (await detail(unblurred[index] ?? bytes, 0.5)), `blurred ${index}`);
    assert.ok((await detail(bytes, 0.05)) * 2 > (await detail(unblurred[index] ?? bytes, 0.05)), `elsewhere ${index}`);
  }
});

/** How much neighbouring pixels differ in a square of a fifth of the width, from a point on the diagonal on. */
async function detail(bytes: Uint8Array, from: number): Promise<number> {
  const { width = 0, height = 0 } = await read(bytes).metadata();
  const region = {
    left: Math.round(width * from) + 4,
    top: Math.round(height * from) + 4,
    width: Math.floor(width * 0.2),
    height: Math.floor(height * 0.2),
  };
  const { data } = await read(bytes).extract(region).greyscale().raw().toBuffer({ resolveWithObject: true });
  let sum = 0;
  for (let at = 1; at < data.length; at += 1) sum += Math.abs((data[at] ?? 0) - (data[at - 1] ?? 0));
  return sum / data.length;
}

test("a report has the photo that an editor chose, as long as everybody may see it", async () => {
  const { photo, token } = await shownPhoto();
  const report = "three-steps-six-players-one-photograph";
  const page = async () => (await fetch(`${here.url}${PAGE}/reports/${report}`)).text();
  assert.doesNotMatch(await page(), /<picture/);
  const { db } = here.app.storage;
  await db.updateTable("reports").set({ photo }).where("id", "=", `${MOMENT}/${report}`).execute();
  await decide(token, "accept");
  await makeSizes(photo);
  assert.match(figuresIn(await page()), NAMES);
  await decide(token, "decline");
  assert.doesNotMatch(await page(), /<picture/, "nothing is shown before its files are made anew");
  await makeSizes(photo);
  assert.match(await page(), new RegExp(`<picture>.*/photos/${photo}/`));
  assert.doesNotMatch(figuresIn(await page()), NAMES);
  await inUnit((unit) => showPhoto(unit, photo, false));
  assert.doesNotMatch(await page(), /<picture/);
});

test("who is not to be seen, and whose place nobody has said, keeps the photo off its page", async () => {
  const { photo, token } = await shownPhoto();
  await inUnit(async (unit) => {
    const tag = await tagByToken(unit.db, token);
    assert.ok(!isRefused(tag));
    await saveTag(unit, tag, { act: "save" });
  });
  await decide(token, "blur");
  await makeSizes(photo);
  assert.equal((await photoRow(here.app.storage.db, photo))?.shown, 0);
});

test("asked by somebody in it a photo leaves its page; kept, it may come back; taken down, nothing is left of it", async () => {
  const { photo, token } = await shownPhoto();
  const asked = await inUnit(async (unit) => {
    const tag = await tagByToken(unit.db, token);
    const row = await photoRow(unit.db, photo);
    assert.ok(!isRefused(tag) && row !== undefined);
    return requestTakeDown(unit, row, { reason: "", tag });
  });
  assert.ok(!(await (await fetch(here.url + PAGE)).text()).includes(photo));
  const request = (await requestByToken(here.app.storage.db, asked)) ?? assert.fail("no request");
  assert.equal(request.due_ms - request.at_ms, 72 * 3_600_000);
  await inUnit((unit) => answerRequest(unit, request, { answer: "It goes.", isTakenDown: true }));
  await makeSizes(photo);
  assert.equal(await here.app.files.get(`originals/${photo}`), null);
  assert.equal(
    (await photosOf(here.app.storage.db, MOMENT)).some(({ id }) => id === photo),
    false,
  );
  const page = await (await fetch(`${here.url}/photo-requests/${asked}`)).text();
  assert.match(page, /was taken down/);
  assert.match(page, /It goes\./);
});

test("a photo that says who is in it proposes those who are entered, where they stand", async () => {
  const { photo } = await shownPhoto();
  const [named] = await tagsOf(here.app.storage.db, photo);
  assert.ok(named !== undefined);
  const words = { credit: null, caption: null, alt: null, licence: null };
  const people = [
    { name: "Félix LEBRUN", region: null },
    { name: "Yubin Shin", region: { x: 0.1, y: 0, width: 0.2, height: 1 } },
    { name: "Nobody Entered", region: null },
  ];
  const stored = await storePhoto(here.app, await phonePhoto(240, 180));
  assert.ok(!isRefused(stored));
  await inUnit((unit) => addPhoto(unit, MOMENT, { photo: { ...stored, words, people }, isShown: false }));
  const tags = await tagsOf(here.app.storage.db, stored.id);
  const shin = tags.find(({ family }) => family === "SHIN");
  assert.deepEqual(shin?.region, { left: 10, top: 0, width: 20, height: 100 });
  assert.ok(tags.every(({ state }) => state === "proposed"));
  assert.ok(tags.length < 6, "the medallists are not proposed beside them");
  await inUnit((unit) => showPhoto(unit, stored.id, false));
});
