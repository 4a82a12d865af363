import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type Refusal, type TagChoice } from "@podium/engine";
import { transact, type UnitOfWork } from "../app.ts";
import { exportWithPhotos } from "../exchange/export-photos.ts";
import { phonePhoto } from "../images/pictures.testing.ts";
import { decideTag, issueTagLink, requestTakeDown, saveTag } from "../moments/photo-rights.ts";
import { openPhotoLink } from "../moments/photo-links.ts";
import { photoSizesOf } from "../moments/photo-sizes.ts";
import { tagsOf } from "../moments/photo-tags.ts";
import { addPhoto, describePhoto, photoRow, showPhoto, storePhoto } from "../moments/photos.ts";
import { momentIn, playerIn } from "../storage/codes.ts";
import { crawl, type PublicReading, readAt, unread } from "./public-reading.testing.ts";
import { install, type Installation } from "./scenario.testing.ts";

/** How she is written in the example, in every script. Her medal is public: what may not be is one word more than where nobody said that she is in a photo. */
const NAME = /yu-?bin|신유빈|申裕斌/giu;
const MOMENT = momentIn({ moment: "paris-2024-xd-podium" });
const LANGUAGES = ["en", "ko", "zh"] as const;

let here: Installation;
before(async () => {
  here = await install();
});
after(() => here.close());

const ABOUT_HER = /shin-yubin|\/kor\b|paris-2024-xd-podium|\/photos\//;

async function inUnit<Of>(work: (unit: UnitOfWork) => Promise<Of | Refusal>): Promise<Of> {
  const done = await transact(here.app, null, work);
  assert.ok(!isRefused(done), JSON.stringify(done));
  return done;
}

async function makeSizes(photo: string): Promise<void> {
  await photoSizesOf(here.app).run({ photo }, new AbortController().signal);
}

/** A photo in front of the moment in which everything that can say so says that she is in it, and in which the others agreed to be named. */
async function photoOfAll(choice: TagChoice): Promise<string> {
  const stored = await storePhoto(here.app, await phonePhoto(700, 1200));
  assert.ok(!isRefused(stored));
  const tokens = await inUnit(async (unit) => {
    await addPhoto(unit, MOMENT, { photo: stored, isShown: true });
    const tags = await tagsOf(unit.db, stored.id);
    const issued: { family: string; token: string }[] = [];
    for (const [index, tag] of tags.entries()) {
      await saveTag(unit, tag, { act: "save", left: 5 + index * 15, top: 20, width: 12, height: 40 });
      issued.push({ family: tag.family, token: await issueTagLink(unit, tag) });
    }
    return issued;
  });
  for (const { family, token } of tokens)
    await inUnit((unit) => decideTag(unit, token, family === "SHIN" ? choice : "accept"));
  await inUnit((unit) =>
    describePhoto(unit, stored.id, {
      alt: "Lim Jonghoon and Shin Yu-bin, SHIN Yubin",
      caption: "신유빈 선수와 申裕斌, taken by Yubin Shin",
      credit: "Shin Yubin",
      licence: "By permission of Shin Yubin",
    }),
  );
  await makeSizes(stored.id);
  return stored.id;
}

/** Addresses to which no link of the example leads, and keys that others hold who are in the photo, asked about it or send one, and the screen of the hall. */
async function addressesOfOthers(photo: string): Promise<string[]> {
  return inUnit(async (unit) => {
    const row = (await photoRow(unit.db, photo)) ?? assert.fail("no photo");
    const other = (await tagsOf(unit.db, photo)).find(({ family }) => family === "LIM") ?? assert.fail("no tag");
    const person = await issueTagLink(unit, other);
    const selfie = await openPhotoLink(unit, MOMENT, { minutes: 10, uploads: 5, isShown: false });
    const asked = await requestTakeDown(unit, row, { reason: "It was not agreed.", tag: null });
    const member = await unit.db.selectFrom("persons").select("id").executeTakeFirstOrThrow();
    const comment = await unit.db.selectFrom("comments").select(["id", "thread_id"]).executeTakeFirstOrThrow();
    return [
      `/members/${member.id}`,
      `/threads/${comment.thread_id}/comments/${comment.id}/versions`,
      `/threads/${comment.thread_id}/comments/${comment.id}/translations`,
      "/players/shin-yubin/record",
      `/embedded?about=moment:${MOMENT}`,
      `/photo-tags/${person}`,
      `/photo-tags/${person}/photo`,
      `/photo-requests/${asked}`,
      `/selfie/${selfie}`,
      `/moments/${MOMENT}/screen`,
      "/screens/paris-2024",
      "/competitions/paris-2024/xd/draw",
      "/competitions/paris-2024/xd/draw/1",
      "/password",
      "/password/new",
      "/mail/confirmation",
      "/mail/unsubscribe",
      "/notes",
      "/notes/ratings.ndjson",
      "/notes/scores.ndjson",
    ];
  });
}

const READERS: readonly (readonly [TagChoice, (typeof LANGUAGES)[number], isMember: boolean])[] = [
  ["decline", "en", true],
  ["blur", "ko", false],
];

for (const [choice, language, isMember] of READERS)
  test(`${choice}, read in ${language}: she is named nowhere once more than in a photo of which nobody said that she is in it`, async () => {
    const cookie = isMember ? await here.signIn("member") : "";
    const photo = await photoOfAll(choice);
    const sizes = await sizesOf(photo);
    assert.equal(sizes.length, 3 * 3);
    const others = await addressesOfOthers(photo);
    const reading: PublicReading = { here, language, cookie, sought: NAME, always: ABOUT_HER };
    const told = await crawl(reading, ["/conversations?q=Yubin", ...sizes, ...others]);
    assert.deepEqual(unread(told), [], "every public route of the table is read");
    for (const path of [...sizes, ...others, `/photos/${photo}/request`, `/moments/${MOMENT}.json`])
      assert.ok(told.has(path), `${path} was read`);
    const exported = await exportedText();
    await assertOthersAreNamed(photo);
    await forgetHer(photo);
    const named = [...told].filter(([, count]) => count > 0);
    assert.ok(named.length > 20, "her medal is public");
    for (const [path, count] of named) assert.equal(count, (await readAt(reading, path)).count, path);
    assert.equal(exported.match(NAME)?.length, (await exportedText()).match(NAME)?.length);
    await inUnit((unit) => showPhoto(unit, photo, false));
  });

/** The same photo as if nobody had ever said that she is in it. */
async function forgetHer(photo: string): Promise<void> {
  const hers = here.app.storage.db.deleteFrom("photo_tags").where("photo_id", "=", photo);
  await hers.where("player_id", "=", playerIn({ player: "shin-yubin" })).execute();
  await inUnit((unit) => describePhoto(unit, photo, { alt: null, caption: null, credit: null, licence: null }));
}

/** The addresses of all its sizes, also of those that no page names. */
async function sizesOf(photo: string): Promise<string[]> {
  const row = (await photoRow(here.app.storage.db, photo)) ?? assert.fail("no photo");
  const sizes: [number, number][] = JSON.parse(row.sizes);
  return sizes.flatMap(([width]) =>
    ["avif", "webp", "jpeg"].map((format) => `/photos/${photo}/${row.made}-${width}.${format}`),
  );
}

/** The file of the competition, and the photos beside it as they are. */
async function exportedText(): Promise<string> {
  const exported = await exportWithPhotos(here.app, "paris-2024");
  assert.ok(!isRefused(exported));
  const photos = await Promise.all(exported.photos.map(({ read }) => read()));
  assert.ok(photos.length > 0 && photos.every((bytes) => bytes !== null), "the photo is exported");
  return [JSON.stringify(exported.file), ...photos.map((bytes) => Buffer.from(bytes ?? []).toString("utf8"))].join(
    "\n",
  );
}

/** What is searched is there: who agreed is named where she is not. */
async function assertOthersAreNamed(photo: string): Promise<void> {
  const page = await (await fetch(`${here.url}/moments/${MOMENT}.json`)).text();
  const shown: { photos: { id: string; people: { family: string }[] }[] } = JSON.parse(page).moment;
  const people = shown.photos.find(({ id }) => id === photo)?.people.map(({ family }) => family) ?? [];
  assert.ok(people.includes("LIM") && !people.includes("SHIN"), people.join());
}
