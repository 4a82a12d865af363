import type { DraftEventView, DraftFile, DraftView, DrawLine, EventPart, PlayerLine } from "@podium/protocol";
import type { Draft } from "./drafts.ts";

/** A draft as its pages show it. */
export function presentDraft({ id, version, file }: Draft): DraftView {
  const { title, place, zone, from, to } = file.competition;
  return {
    id,
    version,
    title,
    place: place?.["en"] ?? null,
    zone,
    from,
    to,
    events: file.events.map((event) => presentDraftEvent(file, event)),
  };
}

/** An event of a draft. */
export function presentDraftEvent({ players }: DraftFile, event: EventPart): DraftEventView {
  const { code, title, sport, kind, bestOf, entries, draw } = event;
  const people = new Map(players.map((player) => [player.id, nameOf(player)]));
  const views = entries.map((entry) => ({
    code: entry.code,
    name: entry.players.map((id) => people.get(id) ?? id).join(" / "),
    association: entry.association ?? null,
    seed: entry.seed ?? null,
    rank: entry.rank ?? null,
  }));
  const names = new Map(views.map((entry) => [entry.code, entry.name]));
  return {
    code,
    title,
    sport: sport ?? "table-tennis",
    kind,
    bestOf,
    entries: views,
    seeding: event.seeding ?? null,
    draw:
      draw === undefined
        ? null
        : {
            groups: (draw.groups ?? []).map((group) => ({
              name: group.name,
              entries: group.entries.map((line) => lineInWords(line, names) ?? ""),
            })),
            lines: (draw.lines ?? []).map((line) => lineInWords(line, names)),
          },
  };
}

function nameOf({ family, given }: PlayerLine): string {
  return given === undefined ? family : `${family} ${given}`;
}

function lineInWords(line: DrawLine, names: ReadonlyMap<string, string>): string | null {
  if (typeof line !== "string") return "group" in line ? `${line.group} ${line.place}` : null;
  return line === "bye" ? null : (names.get(line) ?? line);
}
