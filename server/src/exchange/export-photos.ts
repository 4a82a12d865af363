import { isNamed, isRefused, refuse, type EventId, type Refusal } from "@podium/engine";
import type { CompetitionFile, MomentPart, PhotoPart } from "@podium/protocol";
import type { App } from "../app.ts";
import { momentOfEvent, type MomentRow } from "../moments/moments.ts";
import { fileOf } from "../moments/photo-files.ts";
import { publicWords, withTags, type PhotoTagRow } from "../moments/photo-tags.ts";
import { photosOf, type PhotoRow } from "../moments/photos.ts";
import { reportRows } from "../reports/reports.ts";
import { competitionId, eventIdOf, momentId, ofMoment } from "../storage/codes.ts";
import { exportCompetition, type ExportOptions } from "./export.ts";
import { present } from "./present-fields.ts";

/** A photo beside the file: its name there, and where its bytes are. */
export interface ExportedPhoto {
  readonly name: string;
  readonly read: () => Promise<Uint8Array | null>;
}

/** A competition with the photos of its moments. */
export interface ExportWithPhotos {
  readonly file: CompetitionFile;
  readonly photos: readonly ExportedPhoto[];
}

/**
 * The competition as `exportCompetition` has it, and the photos that everybody may see as everybody may see them: the largest
 * size, with who asked for it blurred, and named who agreed to be. No original leaves with them, and nobody who declined.
 */
export async function exportWithPhotos(
  app: App,
  asked: string,
  options: ExportOptions = {},
): Promise<ExportWithPhotos | Refusal> {
  const file = await exportCompetition(app.storage.db, asked, options);
  if (isRefused(file)) return file;
  const photos: ExportedPhoto[] = [];
  const moments: NonNullable<CompetitionFile["moments"]> = [];
  for (const moment of file.moments ?? []) {
    const told = await photosOfMoment(app, eventIdOf(competitionId(file.competition.id), moment.event));
    photos.push(...told.map(({ photo }) => photo));
    const photosTold = present({ photos: told.length === 0 ? undefined : told.map(({ part }) => part) });
    moments.push({ ...moment, ...photosTold, ...(await withTheirPhotos(app, moment, told)) });
  }
  return { file: { ...file, moments }, photos };
}

/** The reports of a moment, with the photos that stand in them where these are told. */
async function withTheirPhotos(
  { storage: { db } }: App,
  { id, reports }: MomentPart,
  told: Awaited<ReturnType<typeof photosOfMoment>>,
): Promise<Pick<MomentPart, "reports">> {
  if (reports === undefined || told.length === 0) return {};
  const rows = await reportRows(db, momentId(id));
  const fileIn = (report: string) => {
    const row = rows.find((each) => each.id === ofMoment(momentId(id), report));
    return told.find((each) => each.id === row?.photo)?.part.file;
  };
  return { reports: reports.map((report) => ({ ...report, ...present({ photo: fileIn(report.id) }) })) };
}

async function photosOfMoment({ storage: { db }, files }: App, event: EventId) {
  const moment = await momentOfEvent(db, event);
  if (moment?.opened_at_ms == null) return [];
  const shown = (await photosOf(db, moment.id)).filter((row) => row.shown === 1 && row.made !== null).toReversed();
  return (await withTags(db, shown)).flatMap(({ row, tags }, index) => {
    const key = largestOf(row);
    if (key === null) return [];
    const part = partOf(row, tags, nameOf(moment, index));
    return [{ id: row.id, part, photo: { name: part.file, read: () => files.get(key) } }];
  });
}

function nameOf({ id }: MomentRow, index: number): string {
  return `${id}-${index + 1}.jpeg`;
}

/** The file that the page shows where there is room for it. */
function largestOf({ id, made, sizes }: PhotoRow): string | null {
  const widths = (JSON.parse(sizes) as readonly (readonly [width: number, height: number])[]).map(([width]) => width);
  return made === null || widths.length === 0 ? null : `photos/${id}/${fileOf(made, Math.max(...widths), "jpeg")}`;
}

function partOf(row: PhotoRow, tags: readonly PhotoTagRow[], file: string): PhotoPart {
  const { alt, caption, credit, licence } = publicWords(row, tags);
  const people = tags.filter(({ tag }) => isNamed(tag));
  return {
    file,
    at: new Date(Number(row.at_ms)).toISOString(),
    ...present({
      alt: alt ?? undefined,
      caption: caption ?? undefined,
      credit: credit ?? undefined,
      licence: licence ?? undefined,
      people: people.length === 0 ? undefined : people.map(personOf),
    }),
  };
}

function personOf({ player_id: player, region, tag }: PhotoTagRow): NonNullable<PhotoPart["people"]>[number] {
  return { player, ...present({ region: region ?? undefined, consentNeeded: tag.isConsentNeeded || undefined }) };
}

/** Why a photo that the page shows cannot be written beside the file. */
export function lostPhoto(name: string): Refusal {
  return refuse("file-unreadable", `The photo ${name} is not there where photos are kept. Nothing was exported.`);
}
