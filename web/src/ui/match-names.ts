import type { Source } from "@podium/engine";
import type { EntryView, Language, MatchRow, PlayerView, Slot } from "@podium/protocol";
import { shared } from "./shared-words.ts";

/** A name and the language it is in, for the `lang` attribute. */
export interface Named {
  readonly text: string;
  readonly lang: string | null;
}

/** The athlete's name in the reader's script where it is known, else as the federation writes it: `SUN Yingsha`. */
export function playerName(player: PlayerView, language: Language): Named {
  const own = player.names[language];
  if (own !== undefined) return { text: own, lang: language };
  return { text: `${player.family} ${player.given}`.trim(), lang: null };
}

/** Everybody of an entry in one line: `WANG Chuqin / SUN Yingsha`. */
export function entryName(entry: EntryView, language: Language): string {
  return entry.players.map((player) => playerName(player, language).text).join(" / ");
}

/** Family names only, for small places: `WANG / SUN`. */
export function shortEntryName(entry: EntryView, language: Language): string {
  return entry.players.map((player) => player.names[language] ?? player.family).join(" / ");
}

/** `qf` as people call it; the rounds of a group have its name. */
export function roundName(round: string, language: Language): string {
  const t = shared(language);
  if (round === "final" || round === "bronze" || round === "sf" || round === "qf") return t(`ui.round.${round}`);
  const entries = entriesLeft(round);
  return entries === null ? round : t("ui.round.of", { entries });
}

/** What a match is called in its event: "Quarter-finals, match 2", "Final", "Group A". */
export function matchName(match: Pick<MatchRow, "round" | "order" | "group">, language: Language): string {
  if (match.group !== null) return shared(language)("ui.round.group", { group: match.group });
  return numberedMatch(match.round, String(match.order), language);
}

/** Who will stand in a slot that nobody has reached yet: "Winner of quarter-finals, match 2". */
export function sourceName(source: Source, language: Language): string {
  const t = shared(language);
  if (source.from === "bye") return t("ui.bye");
  if (source.from === "place") return t("ui.place-of", { place: source.place, group: source.group });
  if (source.from === "winner" || source.from === "loser")
    return t(`ui.${source.from}-of`, { match: codeName(source.match, language) });
  return t("ui.to-be-drawn");
}

/** The side of a match in one line. */
export function slotName(slot: Slot, language: Language): string {
  return slot.entry ? entryName(slot.entry, language) : sourceName(slot.source, language);
}

/** "A / B against C / D": the title of a match. */
export function versus(match: MatchRow, language: Language): string {
  return shared(language)("ui.versus", { home: slotName(match.home, language), away: slotName(match.away, language) });
}

function codeName(code: string, language: Language): string {
  const [, round, order] = /^([a-z]+\d*)-(\d+)$/.exec(code) ?? [];
  return round === undefined || order === undefined ? roundName(code, language) : numberedMatch(round, order, language);
}

/** The round's name where it has one match; else its number in it. */
function numberedMatch(round: string, order: string, language: Language): string {
  const t = shared(language);
  if (round === "qf" || round === "sf") return t(`ui.match.${round}`, { order });
  const entries = entriesLeft(round);
  return entries === null ? roundName(round, language) : t("ui.match.of", { entries, order });
}

/** `r16`: sixteen are left. */
function entriesLeft(round: string): string | null {
  return /^r(\d+)$/.exec(round)?.[1] ?? null;
}
