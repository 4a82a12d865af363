import { isRefused } from "@podium/engine";
import type { EntryPage, MatchPage, PathView, PlayerPage } from "@podium/protocol";
import { presentAssociation } from "../competitions/present.ts";
import { associationRows } from "../competitions/competitions.ts";
import { entriesOfPlayer, playerRow } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { foldMatch } from "../matches/matches.ts";
import { presentMatchWhole } from "../matches/present.ts";
import { anyone } from "../people/policy.ts";
import { codeOf } from "../storage/codes.ts";
import { momentCardOfEvent, openBook, topicsOf, topicsOfMoments, type OpenBook } from "./book.ts";
import { sameForAll, type Asked } from "./same-for-all.ts";

export const matchPages: readonly Route[] = [
  { method: "GET", path: "/matches/:competition/:event/:match", may: anyone, answer: sameForAll(showMatch) },
  { method: "GET", path: "/entries/:competition/:event/:entry", may: anyone, answer: sameForAll(showEntry) },
  { method: "GET", path: "/players/:player", may: anyone, answer: sameForAll(showPlayer) },
];

async function showMatch({ world, params, path }: Asked): Promise<Answer> {
  const { db } = world.storage;
  const event = `${params["competition"]}/${params["event"]}`;
  const id = `${event}/${params["match"]}`;
  const book = await openBook(db, event);
  const folded = await foldMatch(db, id, world.folded);
  if (book === null || isRefused(folded)) return answer.refusal(notFound(path));
  const match = await presentMatchWhole(db, id, folded);
  if (match === null) return answer.refusal(notFound(path));
  const data: MatchPage = {
    competition: book.competition,
    event: book.card,
    match,
    moment: await momentCardOfEvent(db, event),
  };
  return answer.page({ page: "match", data }, [`match:${id}`, `event:${event}`, ...topicsOfMoments([data.moment])]);
}

async function showEntry({ world, params, path }: Asked): Promise<Answer> {
  const book = await openBook(world.storage.db, `${params["competition"]}/${params["event"]}`);
  const way = book && pathThrough(book, params["entry"] ?? "");
  if (book === null || way == null) return answer.refusal(notFound(path));
  const data: EntryPage = { path: way };
  return answer.page({ page: "entry", data }, [`event:${book.row.id}`, ...topicsOf([book.competition])]);
}

async function showPlayer({ world, params, path }: Asked): Promise<Answer> {
  const { db } = world.storage;
  const player = await playerRow(db, params["player"] ?? "");
  if (player === undefined) return answer.refusal(notFound(path));
  const entries = await entriesOfPlayer(db, player.id);
  const books = await Promise.all(
    entries.map(async (entry) => ({ code: codeOf(entry.id), book: await openBook(db, entry.event_id) })),
  );
  const paths = books.flatMap(({ code, book }) => (book && pathThrough(book, code)) ?? []);
  const competition = paths[0]?.competition.id ?? "";
  const names = new Map((await associationRows(db, competition)).map(({ code, name }) => [code, name]));
  const data: PlayerPage = {
    player: presentPlayer(player),
    association: player.association === null ? null : presentAssociation(player.association, names),
    paths,
  };
  return answer.page({ page: "player", data }, [
    ...new Set(paths.flatMap((way) => [`event:${way.event.id}`, `competition:${way.competition.id}`])),
  ]);
}

/** The matches of one entry in the order in which they are played. */
function pathThrough(book: OpenBook, code: string): PathView | null {
  const entry = book.setting.entries.get(code);
  if (entry === undefined) return null;
  return {
    competition: book.competition,
    event: book.card,
    entry,
    matches: book.matches.filter((match) => match.home.entry?.code === code || match.away.entry?.code === code),
    medal: book.medals.find((row) => row.entry.code === code)?.medal ?? null,
  };
}
