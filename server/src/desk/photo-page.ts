import type { EventId, Refusal } from "@podium/engine";
import type { DeskPhoto, DeskPhotosPage, DeskPhotoTag, PlayerView } from "@podium/protocol";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { entryRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest } from "../http/route.ts";
import { momentOfEvent } from "../moments/moments.ts";
import { photoLinkOf } from "../moments/photo-links.ts";
import { requestsOf } from "../moments/photo-rights.ts";
import { publicWords, withTags, type PhotoTagRow } from "../moments/photo-tags.ts";
import { photosOf, type PhotoRow } from "../moments/photos.ts";
import { playerInPhoto, presentPhoto, presentRequest } from "../moments/present.ts";
import { holders } from "../people/policy.ts";
import { competitionIn, eventIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

export const photoStaff = holders("organiser", "referee", "editor");
export const PHOTOS = "/desk/events/:competition/:event/photos";

interface Shown {
  /** The address of a link that was made just now, and whose it is where it is a person's. */
  readonly issued?: string;
  readonly issuedFor?: PlayerView;
  readonly refusal?: Refusal;
}

/** The page of the photos of an event. */
export async function showPhotos(request: RouteRequest, { issued, issuedFor, refusal }: Shown): Promise<Answer> {
  const { db } = request.app.storage;
  const event = eventIn(request.params);
  const [row, competition] = [await eventRow(db, event), await competitionRow(db, competitionIn(request.params))];
  if (row === undefined || competition === undefined) return answer.refusal(notFound(request.path));
  const moment = await momentOfEvent(db, event);
  const link = moment && (await photoLinkOf(db, moment.id, request.app.clock()));
  const data: DeskPhotosPage = {
    competition: presentCompetition(competition),
    event: { id: event, title: JSON.parse(row.title) },
    moment: moment?.id ?? null,
    photos: moment === undefined ? [] : (await withTags(db, await photosOf(db, moment.id))).map(photoAtDesk),
    requests: moment === undefined ? [] : (await requestsOf(db, moment.id)).map(presentRequest),
    players: await playersOf(db, event),
    link:
      link === undefined ? null : { untilMs: link.until_ms, uploadsLeft: link.uploads_left, isShown: link.shown === 1 },
    issued: issued ?? null,
    issuedFor: issuedFor ?? null,
    refusal: refusal ?? null,
  };
  return answer.form({ page: "desk-photos", data }, refusal);
}

function photoAtDesk({ row, tags }: { readonly row: PhotoRow; readonly tags: readonly PhotoTagRow[] }): DeskPhoto {
  const { id, at_ms: atMs, alt, caption, credit, licence } = row;
  const words = { alt, caption, credit, licence };
  const open = publicWords(row, tags);
  return {
    id,
    view: presentPhoto(row, tags),
    isShown: row.shown === 1,
    atMs,
    isByLink: row.sent_by === null,
    words,
    withheld: (["alt", "caption", "credit", "licence"] as const).filter((name) => words[name] !== open[name]),
    tags: tags.map(tagAtDesk),
  };
}

function tagAtDesk(row: PhotoTagRow): DeskPhotoTag {
  const { state, isBlurred, isConsentNeeded } = row.tag;
  return {
    id: row.id,
    player: playerInPhoto(row),
    position: row.position,
    state,
    isBlurred,
    isConsentNeeded,
    region: row.region,
    hasLink: row.token_hash !== null,
  };
}

/** Everybody entered, by name: who else can be in a photo. */
async function playersOf(db: Db, event: EventId): Promise<PlayerView[]> {
  const players = new Map<string, PlayerView>();
  for (const { players: of } of await entryRows(db, event))
    for (const player of of) players.set(player.id, presentPlayer(player));
  return [...players.values()].toSorted((one, other) => (one.family < other.family ? -1 : 1));
}

/** The page again with the sentence of what was refused. */
export function refusedAtDesk(request: RouteRequest, refusal: Refusal): Promise<Answer> | Answer {
  return request.wantsJson ? answer.refusal(refusal) : showPhotos(request, { refusal });
}

/** Back to the page after an act; JSON is told what came of it. */
export function toPhotos({ params, wantsJson }: RouteRequest, json: unknown): Answer {
  return wantsJson
    ? answer.json(json)
    : answer.seeOther(`/desk/events/${params["competition"]}/${params["event"]}/photos`);
}
