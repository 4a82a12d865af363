import { isNamed, isNamedInFull, sentencesOf, type EventId, type MomentId, type PlayerId } from "@podium/engine";
import type { NamedIn, PlayerPage } from "@podium/protocol";
import { notesOfTexts } from "../claims/present.ts";
import type { PlayerRow } from "../entries/entries.ts";
import { momentsOfEvents, type MomentRow } from "../moments/moments.ts";
import { presentPhoto } from "../moments/present.ts";
import { withTags } from "../moments/photo-tags.ts";
import { plainParagraphs, presentReaction } from "../reports/present.ts";
import { stateOf } from "../reports/reports.ts";
import { momentId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** What was said of somebody about some events, the photos of them in which they agreed to be named, and where that stands. */
export interface HungOn extends Pick<PlayerPage, "named" | "photos"> {
  readonly moments: readonly MomentId[];
}

/** Reads what the open moments of some events hold of somebody, in a few statements, however many. */
export async function hungOn(db: Db, player: PlayerRow, events: readonly EventId[]): Promise<HungOn> {
  const moments = (await momentsOfEvents(db, events)).filter(({ opened_at_ms: at }) => at !== null);
  if (moments.length === 0) return { named: [], photos: [], moments: [] };
  return {
    named: await namedIn(db, player, moments),
    photos: await photosWith(db, player.id, moments),
    moments: moments.map(({ id }) => id),
  };
}

async function namedIn(db: Db, player: PlayerRow, moments: readonly MomentRow[]): Promise<NamedIn[]> {
  const ids = moments.map(({ id }) => id);
  const names = { ...player, others: Object.values<string>(JSON.parse(player.names)) };
  const isNaming = (words: string) => isNamedInFull(words, names);
  const reports = (
    await db.selectFrom("reports").selectAll().where("moment_id", "in", ids).orderBy("position").execute()
  ).filter((row) => stateOf(row) === "published");
  const reactions = (
    await db.selectFrom("reactions").selectAll().where("moment_id", "in", ids).orderBy("position").execute()
  ).filter(({ state, words, translation }) => state !== "taken-back" && isNaming(`${words}\n${translation ?? ""}`));
  const notes = (
    await notesOfTexts(
      db,
      [...reports, ...reactions].map(({ id }) => id),
    )
  ).filter(({ sentence }) => isNaming(sentence));
  return moments.flatMap(({ id, title }): NamedIn[] => {
    const ofMoment = reports.filter((row) => row.moment_id === id);
    const named: NamedIn = {
      moment: { id, title: JSON.parse(title) },
      reports: ofMoment.flatMap((row) => {
        const { id: report, headline, language, source, date } = row;
        const sentence = sentenceNaming([headline, ...plainParagraphs(row.paragraphs)], isNaming);
        return sentence === null ? [] : [{ id: report, headline, language, source, date, sentence }];
      }),
      reactions: reactions.filter((row) => row.moment_id === id).map((row) => presentReaction(row, ofMoment)),
      notes: notes.filter(({ about }) => about.startsWith(`${id}/`)),
    };
    return named.reports.length + named.reactions.length === 0 ? [] : [named];
  });
}

/** The first sentence that names somebody; null where none does. */
function sentenceNaming(texts: readonly string[], isNaming: (words: string) => boolean): string | null {
  const text = texts.find(isNaming);
  if (text === undefined) return null;
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());
  return sentences.find(isNaming) ?? text;
}

async function photosWith(db: Db, player: PlayerId, moments: readonly MomentRow[]): Promise<HungOn["photos"]> {
  const rows = await db
    .selectFrom("photos")
    .innerJoin("photo_tags", "photo_tags.photo_id", "photos.id")
    .selectAll("photos")
    .where("photo_tags.player_id", "=", player)
    .where("photos.shown", "=", 1)
    .where(
      "photos.moment_id",
      "in",
      moments.map(({ id }) => id),
    )
    .orderBy("photos.position", "desc")
    .execute();
  return (await withTags(db, rows)).flatMap(({ row, tags }) => {
    const own = tags.find(({ player_id: id }) => id === player);
    const photo = own !== undefined && isNamed(own.tag) ? presentPhoto(row, tags) : null;
    const moment = moments.find(({ id }) => id === momentId(row.moment_id));
    return photo === null || moment === undefined
      ? []
      : [{ photo, moment: { id: moment.id, title: JSON.parse(moment.title) } }];
  });
}
