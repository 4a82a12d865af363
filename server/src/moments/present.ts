import type {
  CeremonyView,
  EntryView,
  MedalRow,
  MomentView,
  PhotoRequestView,
  PhotoView,
  PlayerView,
} from "@podium/protocol";
import { awardsOf, isNamed, phaseOf, type EntryCode, type EventId, type MedalWon, type MomentId } from "@podium/engine";
import { settingOf } from "../matches/present.ts";
import { medalsOf } from "../medals/medals.ts";
import type { Db } from "../storage/storage.ts";
import { ceremoniesOf, type StoredCeremony, type TimedStep } from "./ceremonies.ts";
import { PICTURE_FORMATS, type PictureFormat } from "../images/images.ts";
import { fileOf } from "./photo-files.ts";
import { photosOf, type PhotoRow } from "./photos.ts";
import type { PhotoRequestRow } from "./photo-rights.ts";
import { publicWords, withTags, type PhotoTagRow } from "./photo-tags.ts";
import type { MomentRow } from "./moments.ts";

/** The public view of a moment, without its photos. */
export function presentMoment(row: MomentRow): MomentView {
  return {
    id: row.id,
    title: JSON.parse(row.title),
    summary: row.summary === null ? null : JSON.parse(row.summary),
    atMs: row.at_ms,
    photos: [],
  };
}

/** The ceremonies of an event as everybody may see them, the oldest first. */
export async function presentCeremonies(db: Db, event: EventId): Promise<CeremonyView[]> {
  const ceremonies = await ceremoniesOf(db, event);
  if (ceremonies.length === 0) return [];
  const entries = (await settingOf(db, event))?.entries ?? new Map<string, EntryView>();
  const won = await medalsOf(db, event);
  return ceremonies.map((ceremony) => presentCeremony(ceremony, won, entries));
}

function presentCeremony(
  ceremony: StoredCeremony,
  won: readonly MedalWon[],
  entries: ReadonlyMap<string, EntryView>,
): CeremonyView {
  const rowOf = ({ medal, entry }: MedalWon) => medalRowOf({ medal, entry }, entries);
  return {
    number: ceremony.number,
    version: ceremony.version,
    phase: phaseOf(ceremony),
    awards: awardsOf(ceremony, won).flatMap((award) => rowOf(award).map((row) => ({ ...row, state: award.state }))),
    steps: ceremony.steps.map((step) => ({
      step: step.step,
      atMs: step.atMs,
      award: ceremony.awards.filter(({ entry }) => entry === entryIn(step)).flatMap(rowOf)[0] ?? null,
      presenters: step.step === "presenters" ? step.names : [],
      piece: step.step === "music" ? step.piece : null,
    })),
  };
}

function entryIn(step: TimedStep): EntryCode | null {
  return step.step === "medal" || step.step === "absent" ? step.entry : null;
}

/** A medal with the entry that it goes to, where that is known. */
export function medalRowOf({ medal, entry }: MedalWon, entries: ReadonlyMap<string, EntryView>): MedalRow[] {
  const view = entries.get(entry);
  return view === undefined ? [] : [{ medal, entry: view }];
}

/** A photo as everybody may see it; null while none of its files may be. */
export function presentPhoto(row: PhotoRow, tags: readonly PhotoTagRow[]): PhotoView | null {
  const { id, made } = row;
  const sizes: [number, number][] = JSON.parse(row.sizes);
  const largest = sizes.at(-1);
  if (made === null || largest === undefined) return null;
  const hrefOf = (width: number, format: PictureFormat) => `/photos/${id}/${fileOf(made, width, format)}`;
  const formats = PICTURE_FORMATS.filter((format) => format === "webp" || (format === "avif" && row.avif === 1));
  return {
    id,
    src: hrefOf(largest[0], "jpeg"),
    sources: formats.map((format) => ({
      type: `image/${format}`,
      srcset: sizes.map(([width]) => `${hrefOf(width, format)} ${width}w`).join(", "),
    })),
    width: largest[0],
    height: largest[1],
    standIn: `data:image/webp;base64,${row.stand_in}`,
    ...publicWords(row, tags),
    people: tags.filter(({ tag }) => isNamed(tag)).map(playerInPhoto),
  };
}

/** The photos of a moment that everybody may see, the one in front first. */
export async function presentPhotos(db: Db, moment: MomentId): Promise<PhotoView[]> {
  const rows = (await photosOf(db, moment)).filter(({ shown }) => shown === 1);
  return (await withTags(db, rows)).flatMap(({ row, tags }) => presentPhoto(row, tags) ?? []);
}

/** One of them; null while nobody may see it. */
export async function presentShownPhoto(db: Db, moment: MomentId, id: string): Promise<PhotoView | null> {
  return (await presentPhotos(db, moment)).find((photo) => photo.id === id) ?? null;
}

/** A person in a photo, as they are called everywhere else. */
export function playerInPhoto({ player_id: id, family, given, names, association }: PhotoTagRow): PlayerView {
  return { id, family, given, names: JSON.parse(names), association };
}

/** A request to take a photo down, as the desk and who asked see it. */
export function presentRequest(row: PhotoRequestRow): PhotoRequestView {
  return {
    id: row.id,
    photo: row.photo_id,
    reason: row.reason,
    isByPersonInIt: row.tag_id !== null,
    atMs: row.at_ms,
    dueMs: row.due_ms,
    answer: row.answer,
    answeredMs: row.answered_at_ms,
    isTakenDown: row.taken_down === 1,
  };
}
