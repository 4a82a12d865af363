import {
  isNamed,
  isNamedIn,
  nameKey,
  refuse,
  type EventId,
  type PhotoTag,
  type PlayerId,
  type Refusal,
} from "@podium/engine";
import type { PhotoRegion } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { PersonInPicture, PictureWords, Region } from "../images/xmp.ts";
import { medalsOf } from "../medals/medals.ts";
import { entryIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** A person in a photo as stored, with their names. */
export type PhotoTagRow = Awaited<ReturnType<typeof tagsOfPhotos>>[number];

/** Photos, each with the people in it. */
export async function withTags<Row extends { readonly id: string }>(
  db: Db,
  photos: readonly Row[],
): Promise<{ readonly row: Row; readonly tags: PhotoTagRow[] }[]> {
  const ids = photos.map(({ id }) => id);
  const tags = await tagsOfPhotos(db, ids);
  return photos.map((row) => ({ row, tags: tags.filter(({ photo_id: photo }) => photo === row.id) }));
}

/** The people in some photos, from the left. */
async function tagsOfPhotos(db: Db, photos: readonly string[]) {
  if (photos.length === 0) return [];
  const rows = await tagQuery(db)
    .where("photo_tags.photo_id", "in", photos)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(withPart);
}

/** The people in a photo, from the left. */
export function tagsOf(db: Db, photo: string): Promise<PhotoTagRow[]> {
  return tagsOfPhotos(db, [photo]);
}

/** The tag of a link's token. */
export async function tagByHash(db: Db, hash: string): Promise<PhotoTagRow | undefined> {
  const row = await tagQuery(db).where("photo_tags.token_hash", "=", hash).executeTakeFirst();
  return row && withPart(row);
}

function tagQuery(db: Db) {
  return db
    .selectFrom("photo_tags")
    .innerJoin("players", "players.id", "photo_tags.player_id")
    .selectAll("photo_tags")
    .select(["players.family", "players.given", "players.names", "players.association"]);
}

/** A row with what the engine decides by, and the part of the photo. */
function withPart<Row extends Awaited<ReturnType<ReturnType<typeof tagQuery>["execute"]>>[number]>(row: Row) {
  const region: PhotoRegion | null = row.region === null ? null : JSON.parse(row.region);
  const tag: PhotoTag = {
    state: row.state,
    isBlurred: row.blurred === 1,
    isConsentNeeded: row.consent_needed === 1,
    isLocated: region !== null,
  };
  return { ...row, region, tag };
}

/** Silver, gold, bronze: how they stand on a podium, seen from the front. */
const FROM_LEFT = ["silver", "gold", "bronze"];

/** Whom to propose: the medallists of an event, and whom the picture itself says to show. */
export interface Proposal {
  readonly event: EventId;
  readonly people: readonly PersonInPicture[];
}

/**
 * Proposes people as those in a photo: the medallists of the event as they stand on a podium, or, where the picture names people
 * who are entered, those, with their regions. Nobody is named by it.
 */
export async function proposePeople(unit: UnitOfWork, photo: string, { event, people }: Proposal): Promise<void> {
  const entered = people.length === 0 ? [] : await enteredPlayers(unit.db, event);
  const written = people.flatMap(({ name, region }) => {
    const player = entered.find((known) => isCalled(known, name));
    return player === undefined ? [] : [{ player: player.id, region: region === null ? null : percentOf(region) }];
  });
  if (written.length === 0) return proposeMedallists(unit, photo, event);
  await insertTags(unit, photo, { people: written, from: 1 });
}

function enteredPlayers(db: Db, event: EventId) {
  return db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("players", "players.id", "entry_players.player_id")
    .select(["players.id", "players.family", "players.given", "players.names"])
    .where("entries.event_id", "=", event)
    .execute();
}

type NamedPlayer = Awaited<ReturnType<typeof enteredPlayers>>[number];

function isCalled({ family, given, names }: NamedPlayer, name: string): boolean {
  return [`${family} ${given}`, ...Object.values<string>(JSON.parse(names))].some(
    (known) => nameKey(known) === nameKey(name),
  );
}

function percentOf({ x, y, width, height }: Region): PhotoRegion {
  const percent = (part: number) => Math.round(part * 1000) / 10;
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}

async function proposeMedallists(unit: UnitOfWork, photo: string, event: EventId): Promise<void> {
  const won = await medalsOf(unit.db, event);
  const entries = won
    .toSorted((one, other) => FROM_LEFT.indexOf(one.medal) - FROM_LEFT.indexOf(other.medal))
    .map(({ entry }) => entryIdOf(event, entry));
  if (entries.length === 0) return;
  const rows = await unit.db
    .selectFrom("entry_players")
    .select(["entry_id", "player_id"])
    .where("entry_id", "in", entries)
    .orderBy("position")
    .execute();
  const players = entries.flatMap((entry) =>
    rows.filter(({ entry_id: of }) => of === entry).map(({ player_id: player }) => player),
  );
  await insertTags(unit, photo, { people: [...new Set(players)].map((player) => ({ player, region: null })), from: 1 });
}

/** Somebody who is proposed, and where they stand in the photo; null where nobody has said it. */
interface ProposedPerson {
  readonly player: PlayerId;
  readonly region: PhotoRegion | null;
}

/** Adds people to a photo, each proposed and not named; who is in it already stays as they are. */
export async function insertTags(
  unit: UnitOfWork,
  photo: string,
  { people, from }: { readonly people: readonly ProposedPerson[]; readonly from: number },
): Promise<void> {
  if (people.length === 0) return;
  const values = people.map(({ player, region }, index) => ({
    id: unit.randomId(9),
    photo_id: photo,
    player_id: player,
    position: from + index,
    state: "proposed" as const,
    blurred: 0,
    consent_needed: 0,
    region: region === null ? null : JSON.stringify(region),
    token_hash: null,
    decided_at_ms: null,
  }));
  await unit.db
    .insertInto("photo_tags")
    .values(values)
    .onConflict((conflict) => conflict.columns(["photo_id", "player_id"]).doNothing())
    .execute();
}

/** Somebody who agreed elsewhere to be named in a photo. */
export interface AgreedPerson extends ProposedPerson {
  readonly isConsentNeeded: boolean;
}

/** Names in a photo who agreed to it, from the left; each may take it back here. Refuses `photo-tag-unknown`. */
export async function insertAgreed(
  unit: UnitOfWork,
  photo: string,
  people: readonly AgreedPerson[],
): Promise<undefined | Refusal> {
  for (const [index, { player, isConsentNeeded, region }] of people.entries()) {
    const known = await unit.db.selectFrom("players").select("id").where("id", "=", player).executeTakeFirst();
    if (known === undefined) return refuse("photo-tag-unknown", `Nobody is known as ${player}.`, { player });
    await insertTags(unit, photo, { people: [{ player, region }], from: index + 1 });
    await unit.db
      .updateTable("photo_tags")
      .set({ state: "accepted", consent_needed: isConsentNeeded ? 1 : 0, decided_at_ms: unit.nowMs })
      .where("photo_id", "=", photo)
      .where("player_id", "=", player)
      .execute();
  }
  return undefined;
}

type Words = Omit<PictureWords, "people">;

/**
 * What may be said of a photo: words that name somebody who declined are withheld, wherever they would stand, until the
 * editor writes them anew.
 */
export function publicWords({ alt, caption, credit, licence }: Words, tags: readonly PhotoTagRow[]): Words {
  const open = (words: string | null) => (words !== null && namesDeclined(words, tags) ? null : words);
  return { alt: open(alt), caption: open(caption), credit: open(credit), licence: open(licence) };
}

/** Whether words name somebody in the photo who declined to be named in it. */
export function namesDeclined(words: string, tags: readonly PhotoTagRow[]): boolean {
  return tags.some(
    ({ tag, family, given, names }) =>
      tag.state === "declined" && isNamedIn(words, { family, given, others: Object.values<string>(JSON.parse(names)) }),
  );
}

/** What the files of a photo show and say of the people in it. */
export interface PeopleInFiles {
  /** Who accepted, as they are written, from the left. */
  readonly people: readonly PersonInPicture[];
  readonly blurred: readonly Region[];
}

/** What the files of a photo may show and say. */
export function peopleInFiles(tags: readonly PhotoTagRow[]): PeopleInFiles {
  return {
    people: tags.filter(({ tag }) => isNamed(tag)).map(personInPicture),
    blurred: tags.flatMap(({ tag, region }) => (tag.isBlurred && region !== null ? [partsOf(region)] : [])),
  };
}

function personInPicture({ family, given, region }: PhotoTagRow): PersonInPicture {
  return { name: `${family} ${given}`.trim(), region: region === null ? null : partsOf(region) };
}

function partsOf({ left, top, width, height }: PhotoRegion): Region {
  return { x: left / 100, y: top / 100, width: width / 100, height: height / 100 };
}
