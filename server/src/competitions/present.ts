import type { AssociationView, CompetitionView } from "@podium/protocol";
import type { CompetitionRow } from "./competitions.ts";

/** The public view of a competition. */
export function presentCompetition(row: Omit<CompetitionRow, "tables" | "sessions" | "second_eyes">): CompetitionView {
  return {
    id: row.id,
    title: JSON.parse(row.title),
    place: row.place === null ? null : JSON.parse(row.place),
    zone: row.zone,
    from: row.from_date,
    to: row.to_date,
    invented: row.invented === 1,
  };
}

/** An association; a code that nobody named stands for itself. */
export function presentAssociation(code: string, names: ReadonlyMap<string, string>): AssociationView {
  const name = names.get(code);
  return { code, name: name === undefined ? { en: code } : JSON.parse(name) };
}
