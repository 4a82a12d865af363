import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { isRefused, type Refusal, type TagChoice } from "@podium/engine";
import type { CompetitionFile } from "@podium/protocol";
import { transact, type App, type UnitOfWork } from "../app.ts";
import { openS3Server, type S3Server } from "../files/s3-server.testing.ts";
import { noise, phonePhoto } from "../images/pictures.testing.ts";
import { decideTag, issueTagLink, saveTag } from "../moments/photo-rights.ts";
import { photoSizesOf } from "../moments/photo-sizes.ts";
import { tagsOf } from "../moments/photo-tags.ts";
import { addPhoto, describePhoto, photosOf, storePhoto } from "../moments/photos.ts";
import { hangPhoto } from "../reports/reports.ts";
import { momentIn } from "../storage/codes.ts";
import { everyRow } from "../storage/rows.testing.ts";
import { exampleText, install, type Installation } from "../web-server/scenario.testing.ts";
import { exportWithPhotos } from "./export-photos.ts";
import { importCompetition } from "./import.ts";
import { photoFolder, writePhotos } from "./photo-folder.ts";

const MOMENT = momentIn({ moment: "paris-2024-xd-podium" });
/** Who declines in one photo, and is blurred in another. */
const DECLINED = /shin-yubin|yu-?bin|신유빈|申裕斌/iu;

async function inUnit<Of>(app: App, work: (unit: UnitOfWork) => Promise<Of | Refusal>): Promise<Of> {
  const done = await transact(app, null, work);
  assert.ok(!isRefused(done), JSON.stringify(done));
  return done;
}

const REPORT = "three-steps-six-players-one-photograph";

/** A photo in which all six stand; Shin decides as told, the others agree. */
async function photoWith(app: App, choice: TagChoice, isShown: boolean): Promise<string> {
  const stored = await storePhoto(app, await phonePhoto(900, 700));
  assert.ok(!isRefused(stored));
  await inUnit(app, async (unit) => {
    await addPhoto(unit, MOMENT, { photo: stored, isShown });
    for (const [index, tag] of (await tagsOf(unit.db, stored.id)).entries()) {
      await saveTag(unit, tag, { act: "save", left: 5 + index * 15, top: 20, width: 12, height: 40, consent: "yes" });
      await decideTag(unit, await issueTagLink(unit, tag), tag.family === "SHIN" ? choice : "accept");
    }
    await unit.db
      .updateTable("photos")
      .set({ shown: isShown ? 1 : 0 })
      .where("id", "=", stored.id)
      .execute();
    return describePhoto(unit, stored.id, {
      alt: "Six players on a podium",
      caption: "Taken by Yubin Shin",
      credit: "A credit",
      licence: "CC BY 4.0",
    });
  });
  await photoSizesOf(app).run({ photo: stored.id }, new AbortController().signal);
  return stored.id;
}

async function exported(app: App, folder: string): Promise<CompetitionFile> {
  const told = await exportWithPhotos(app, "paris-2024");
  assert.ok(!isRefused(told));
  assert.equal(await writePhotos(folder, told.photos), undefined);
  return told.file;
}

function photosIn(file: CompetitionFile) {
  return (file.moments ?? []).flatMap(({ photos = [] }) => photos);
}

async function keysOf(app: App): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of app.files.list()) keys.push(key);
  return keys;
}

suite("photos in a competition's file", () => {
  const folder = mkdtempSync(join(tmpdir(), "podium-photos-"));
  let bucket: S3Server;
  let here: Installation;
  let file: CompetitionFile;

  before(async () => {
    bucket = await openS3Server(["podium-photos"]);
    here = await install();
    await photoWith(here.app, "accept", false);
    const declined = await photoWith(here.app, "decline", true);
    await inUnit(here.app, (unit) => hangPhoto(unit, `${MOMENT}/${REPORT}`, declined));
    await photoWith(here.app, "blur", true);
    file = await exported(here.app, join(folder, "here"));
  });
  after(async () => {
    await here.close();
    await bucket.close();
    rmSync(folder, { recursive: true });
  });

  test("are those that everybody may see, with who agreed; who declined is named in none of it", () => {
    const photos = photosIn(file);
    assert.deepEqual(
      photos.map(({ file: name }) => name),
      ["paris-2024-xd-podium-1.jpeg", "paris-2024-xd-podium-2.jpeg"],
    );
    assert.deepEqual(
      readdirSync(join(folder, "here")),
      photos.map(({ file: name }) => name),
    );
    const reports = (file.moments ?? []).flatMap((moment) => moment.reports ?? []);
    assert.deepEqual(
      reports.flatMap(({ id, photo }) => (photo === undefined ? [] : [[id, photo]])),
      [[REPORT, "paris-2024-xd-podium-1.jpeg"]],
    );
    for (const { people, alt, caption, credit, licence } of photos) {
      assert.equal(people?.length, 5);
      assert.ok(people.every(({ region, consentNeeded }) => region !== undefined && consentNeeded));
      assert.deepEqual([alt, credit, licence], ["Six players on a podium", "A credit", "CC BY 4.0"]);
      assert.equal(caption, undefined, "what names who declined is withheld");
    }
    assert.doesNotMatch(JSON.stringify(photos), DECLINED);
    for (const { file: name } of photos) {
      const bytes = readFileSync(join(folder, "here", name));
      assert.doesNotMatch(bytes.toString("utf8"), DECLINED);
      assert.doesNotMatch(bytes.toString("latin1"), /SERIAL-4711|Camera Maker/, "as the page has it, not the original");
    }
  });

  for (const store of ["a folder", "a bucket"] as const)
    test(`come back the same from an installation that keeps photos in ${store}, and once`, async () => {
      const s3 = {
        PODIUM_S3_ENDPOINT: bucket.endpoint,
        PODIUM_S3_BUCKET: "podium-photos",
        PODIUM_S3_REGION: "us-east-1",
        PODIUM_S3_KEY: bucket.key,
        PODIUM_S3_SECRET: bucket.key,
      };
      const there = await install({ examples: [], settings: store === "a bucket" ? s3 : {} });
      try {
        const source = photoFolder(join(folder, "here"));
        const imported = await importCompetition(there.app, null, { text: JSON.stringify(file), source });
        assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
        assert.equal((await keysOf(there.app)).length, 2, "one original each");
        for (const { id } of await photosOf(there.app.storage.db, MOMENT))
          await photoSizesOf(there.app).run({ photo: id }, new AbortController().signal);
        assert.deepEqual(await exported(there.app, join(folder, store)), file);
        const page = await (await fetch(`${there.url}/moments/${MOMENT}`)).text();
        assert.equal(page.match(/<picture/g)?.length, 2);
        const before = [await everyRow(there.app.storage.db), await keysOf(there.app)];
        const again = await importCompetition(there.app, null, { text: JSON.stringify(file), source });
        assert.ok(isRefused(again) && again.code === "competition-exists", "imported again it changes nothing");
        assert.deepEqual([await everyRow(there.app.storage.db), await keysOf(there.app)], before);
      } finally {
        await there.close();
      }
    });

  suite("that are hostile", () => {
    let there: Installation;
    const bad = join(folder, "bad");
    before(async () => {
      there = await install({ examples: [] });
      mkdirSync(bad);
      const good = readFileSync(join(folder, "here", "paris-2024-xd-podium-1.jpeg"));
      writeFileSync(join(bad, "good.jpeg"), good);
      writeFileSync(join(bad, "broken.jpeg"), good.subarray(0, good.length / 2));
      writeFileSync(join(bad, "text.png"), "<svg><script>alert(1)</script></svg>");
      writeFileSync(join(bad, "large.jpeg"), Buffer.alloc(31 * 1024 * 1024, good));
      writeFileSync(join(bad, "bomb.png"), await (await noise(16, 17000)).png().toBuffer());
      symlinkSync("/etc/hostname", join(bad, "link.jpeg"));
      mkdirSync(join(bad, "folder.jpeg"));
    });
    after(() => there.close());

    const named = (photos: unknown) => ({
      ...JSON.parse(exampleText("paris-2024")),
      moments: [{ ...momentOf(), photos }],
    });
    const momentOf = () => {
      const { thread: _thread, ...moment } = JSON.parse(exampleText("paris-2024")).moments[0];
      return moment;
    };
    const good = { file: "good.jpeg", alt: "Six players" };
    const cases: readonly (readonly [name: string, photos: readonly object[], code: string])[] = [
      ["a way out of the folder", [{ file: "../../etc/passwd.jpeg" }], "file-invalid"],
      ["an absolute path", [{ file: "/etc/passwd" }], "file-invalid"],
      ["a hidden file", [{ file: ".secret.jpeg" }], "file-invalid"],
      ["a link to elsewhere", [good, { file: "link.jpeg" }], "file-unknown"],
      ["a folder", [{ file: "folder.jpeg" }], "file-unknown"],
      ["what is not there", [good, { file: "nothing.jpeg" }], "file-unknown"],
      ["one photo twice", [good, good], "file-exists"],
      ["half a photo", [good, { file: "broken.jpeg" }], "photo-unreadable"],
      ["no photo", [{ file: "text.png" }], "photo-unreadable"],
      ["more bytes than a photo has", [{ file: "large.jpeg" }], "photo-too-large"],
      ["more lines than a photo has", [{ file: "bomb.png" }], "photo-too-large"],
      [
        "more photos than a moment has",
        Array.from({ length: 201 }, (_, at) => ({ file: `p${at}.jpeg` })),
        "file-invalid",
      ],
      ["nobody who is known", [{ ...good, people: [{ player: "nobody-here" }] }], "photo-tag-unknown"],
      [
        "a region beyond its edge",
        [{ ...good, people: [{ player: "shin-yubin", region: { left: 999 } }] }],
        "file-invalid",
      ],
    ];
    for (const [name, photos, code] of cases)
      test(`${name}: refused with its line, and nothing is kept`, async () => {
        const before = await everyRow(there.app.storage.db);
        const refusal = await importCompetition(there.app, null, {
          text: JSON.stringify(named(photos), null, 1),
          source: photoFolder(bad),
        });
        assert.ok(isRefused(refusal));
        assert.equal(refusal.code, code, refusal.message);
        assert.match(refusal.message, /^Line [1-9]\d+/);
        assert.deepEqual(await everyRow(there.app.storage.db), before);
        assert.deepEqual(await keysOf(there.app), []);
      });

    test("without a folder the file is refused, and says how it is named", async () => {
      const refusal = await importCompetition(there.app, null, JSON.stringify(named([good])));
      assert.ok(isRefused(refusal));
      assert.match(refusal.message, /--photos FOLDER/);
    });

    test("a folder that is not empty is not written into", async () => {
      const told = await exportWithPhotos(here.app, "paris-2024");
      assert.ok(!isRefused(told));
      const refusal = await writePhotos(bad, told.photos);
      assert.ok(refusal?.code === "file-exists");
      assert.equal((await writePhotos(join(bad, "no", "folder"), told.photos))?.code, "file-unknown");
    });

    for (const isNew of [true, false])
      test(`a photo that cannot be written is told in a sentence, and nothing half done is left in a folder that ${isNew ? "is new" : "was there"}`, async () => {
        const folder = join(bad, "..", `unwritable-${isNew}`);
        if (!isNew) mkdirSync(folder);
        const read = () => Promise.resolve(new Uint8Array(8));
        const refusal = await writePhotos(folder, [
          { name: "one.jpeg", read },
          { name: "no/such/folder.jpeg", read },
        ]);
        assert.equal(refusal?.code, "file-unknown");
        assert.match(refusal?.message ?? "", /could not be written .* Nothing was exported/);
        assert.equal(existsSync(folder), !isNew);
        if (!isNew) assert.deepEqual(readdirSync(folder), []);
      });
  });
});
