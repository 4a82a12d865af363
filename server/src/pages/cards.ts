import type { EntryView, MatchPage, MedalRow, MomentPage, ReportPage, Text } from "@podium/protocol";
import type { Side } from "@podium/engine";
import { canDraw } from "../images/letters.ts";

/** What stands on the picture that is shown where a page is shared. */
export interface ShareCard {
  /** The event, in small letters at the top; empty where there are no outlines for its title. */
  readonly event: string;
  readonly competition: string;
  /** The headline of a report. */
  readonly headline: string | null;
  readonly credit: string | null;
  /** Who won the medals, or the two sides of a match. */
  readonly rows: readonly CardRow[];
  /** The games of a match: 11-6. */
  readonly games: readonly string[];
}

export interface CardRow {
  readonly mark: MedalRow["medal"] | null;
  readonly names: string;
  readonly association: string;
  /** Games won, where they are known. */
  readonly score: string;
  readonly isStrong: boolean;
}

/** The card of a match; null where a name on it is written in letters of which we have no outlines: better none than half of one. */
export function matchCard({
  competition,
  event,
  match,
}: Pick<MatchPage, "competition" | "event" | "match">): ShareCard | null {
  const rows = (["home", "away"] as const).map((side) => sideRow(match, side));
  if (rows.some((row) => row === null)) return null;
  return {
    ...headOf(competition.title, event.title),
    headline: null,
    credit: null,
    rows: rows.filter((row) => row !== null),
    games: match.games.map(({ home, away }) => `${home}–${away}`),
  };
}

function sideRow(match: MatchPage["match"], side: Side): CardRow | null {
  const { entry } = match[side];
  const names = entry === null ? null : namesOf(entry);
  if (entry === null || names === null) return null;
  const won = match.gamesWon?.[side];
  const isStrong = match.winner === null || match.winner === side;
  return { mark: null, names, association: codeOf(entry), score: won === undefined ? "" : String(won), isStrong };
}

/** The card of a moment: who stands on the podium, and the score of the final. */
export function momentCard({
  competition,
  event,
  podium,
  result,
}: Pick<MomentPage, "competition" | "event" | "podium" | "result">): ShareCard | null {
  const final = result[0];
  const rows = podium.slice(0, 4).map(({ medal, entry }): CardRow | null => {
    const names = namesOf(entry);
    const side = (["home", "away"] as const).find((each) => final?.[each].entry?.id === entry.id);
    const score = side === undefined ? "" : String(final?.gamesWon?.[side] ?? "");
    if (names === null) return null;
    return { mark: medal, names, association: codeOf(entry), score, isStrong: medal === "gold" };
  });
  if (rows.length === 0 || rows.some((row) => row === null)) return null;
  return {
    ...headOf(competition.title, event.title),
    headline: null,
    credit: null,
    rows: rows.filter((row) => row !== null),
    games: [],
  };
}

/** The card of a report: its headline over the podium; where there are no outlines for it, that of its moment. */
export function reportCard(data: Omit<ReportPage, "card">): ShareCard | null {
  const card = momentCard(data);
  const { headline, credit } = data.report;
  if (card === null || !canDraw(headline)) return card;
  return { ...card, headline, credit: canDraw(credit) ? credit : null };
}

function headOf(competition: Text, event: Text): Pick<ShareCard, "competition" | "event"> {
  return { competition: drawableIn(competition), event: drawableIn(event) };
}

/** A title in English, else in any language that can be drawn. */
function drawableIn(text: Text): string {
  return [text["en"], ...Object.values(text)].find((words) => words !== undefined && canDraw(words)) ?? "";
}

function namesOf(entry: EntryView): string | null {
  const names =
    entry.name === null
      ? entry.players.map(({ family, given }) => `${family} ${given}`.trim()).join(" / ")
      : drawableIn(entry.name);
  return names !== "" && canDraw(names) ? names : null;
}

function codeOf({ association }: EntryView): string {
  return association !== null && canDraw(association.code) ? association.code : "";
}
