import { USUAL_SPORT } from "@podium/engine";
import type { DraftEventView, DraftFile, DraftView, EventPart, PlayerLine } from "@podium/protocol";
import { writtenSessions, writtenTables } from "../competitions/sessions.ts";
import { nameToDraw } from "../draw/draw-records.ts";
import { usualRules, type EventToDraw } from "../draw/draw-rules.ts";
import type { Draft } from "./drafts.ts";

/** A draft as its pages show it. */
export function presentDraft({ id, version, file }: Draft): DraftView {
  const { title, place, zone, from, to, tables = [], sessions = [] } = file.competition;
  return {
    id,
    version,
    title,
    place: place ?? null,
    zone,
    from,
    to,
    tables: writtenTables(tables),
    sessions: writtenSessions(sessions),
    events: file.events.map((event) => presentDraftEvent(file, event)),
  };
}

/** An event of a draft. */
export function presentDraftEvent({ players }: DraftFile, event: EventPart): DraftEventView {
  const { code, title, sport, kind, bestOf, entries, draw, drawRules, draws = [] } = event;
  const people = new Map(players.map((player) => [player.id, nameOf(player)]));
  const views = entries.map((entry) => ({
    code: entry.code,
    name:
      nameToDraw(
        entry.name,
        entry.players.map((id) => people.get(id) ?? id),
      ) ?? entry.code,
    association: entry.association ?? null,
    seed: entry.seed ?? null,
    rank: entry.rank ?? null,
    handicap: entry.handicap ?? null,
  }));
  const records = draws.map((record, at) => ({ number: at + 1, record, showing: null }));
  return {
    code,
    title,
    sport: sport ?? "table-tennis",
    kind,
    bestOf,
    entries: views,
    seeding: event.seeding ?? null,
    rules: drawRules ?? usualRules(entries.length),
    isDrawn: draw !== undefined,
    draws: records.reverse(),
  };
}

/** An event of a draft as its draw sees it. */
export function draftToDraw({ players }: DraftFile, event: EventPart): EventToDraw {
  const people = new Map(players.map((player) => [player.id, nameOf(player)]));
  const entries = event.entries.map(({ code, name, players: ids, association, seed, rank }) => ({
    code,
    name:
      nameToDraw(
        name,
        ids.map((id) => people.get(id) ?? id),
      ) ?? code,
    association,
    seed,
    rank,
  }));
  return { sport: event.sport ?? USUAL_SPORT, edition: event.edition, entries };
}

function nameOf({ family, given }: PlayerLine): string {
  return given === undefined ? family : `${family} ${given}`;
}
