import type { Source } from "@podium/engine";
import type { EntryView, Language, MatchRow, PlayerView, Slot } from "@podium/protocol";
import { inLanguage, languageOf } from "@podium/protocol";
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

/** What stands for an entry, a line each: its players, or what the team is called. */
export function entryLines(entry: Pick<EntryView, "name" | "players">, language: Language): Named[] {
  if (entry.name === null) return entry.players.map((player) => playerName(player, language));
  return [{ text: inLanguage(entry.name, language), lang: languageOf(entry.name, language) ?? null }];
}

/** Everybody of an entry in one line, or the team: `WANG Chuqin / SUN Yingsha`. */
export function entryName(entry: EntryView, language: Language): string {
  return entryLines(entry, language)
    .map(({ text }) => text)
    .join(" / ");
}

/** Family names only, for small places: `WANG / SUN`. */
export function shortEntryName(entry: EntryView, language: Language): string {
  if (entry.name !== null) return inLanguage(entry.name, language);
  return entry.players.map((player) => player.names[language] ?? player.family).join(" / ");
}

/** `qf` as people call it, whatever phase it is of; the rounds of a group have its name. */
export function roundName(round: string, language: Language): string {
  const t = shared(language);
  const name = plainRound(round);
  if (name === "bronze" && round !== name) return t("ui.round.place", { place: 3 }); // no medal is won in a plate
  if (name === "final" || name === "bronze" || name === "sf" || name === "qf") return t(`ui.round.${name}`);
  if (name === "final-2") return t("ui.round.second-final");
  const [, kind = "", first = "", last = ""] = /^([rwlps]?)(\d+)(?:-(\d+))?$/.exec(name) ?? [];
  if (first === "") return round;
  switch (kind) {
    case "r":
      return t("ui.round.of", { entries: first });
    case "w":
      return t("ui.round.upper", { round: first });
    case "l":
      return t("ui.round.lower", { round: first });
    case "p":
      return last === "" ? t("ui.round.place", { place: first }) : t("ui.round.places", { first, last });
    default: // of a Swiss system or a qualification
      return t("ui.round.swiss", { round: first });
  }
}

/** Outside the main draw the code of the phase stands before its rounds: `plate-qf`. */
function plainRound(round: string): string {
  return /(?:^|-)((?:final-2|final|bronze|sf|qf)|p\d+-\d+|[rwlps]?\d+)$/.exec(round)?.[1] ?? round;
}

type NamedMatch = Pick<MatchRow, "round" | "order" | "group"> & Partial<Pick<MatchRow, "phaseCode" | "rubber">>;

/** What a match is called in its event: "Quarter-finals, match 2", "Final", "Group A", "plate: Final", "Final, rubber 2". */
export function matchName(match: NamedMatch, language: Language): string {
  const { rubber = null } = match;
  const name = tieName(match, language);
  return rubber === null ? name : shared(language)("ui.match.rubber", { match: name, rubber });
}

/** What a match of the plan is called; of a rubber its tie. */
export function tieName({ round, order, group, phaseCode = null }: NamedMatch, language: Language): string {
  const t = shared(language);
  const isInGroup = group !== null && /^\d+$/.test(round);
  if (isInGroup) return t("ui.round.group", { group });
  const name = group === null ? numberedMatch(round, String(order), language) : roundName(round, language);
  const isMain = phaseCode === null || phaseCode === "main" || phaseCode === "groups";
  return isMain ? name : t("ui.match.in-phase", { phase: phaseCode, match: name });
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

/** The same by family names. */
export function shortSlotName({ entry, source }: Slot, language: Language): string {
  return entry === null ? sourceName(source, language) : shortEntryName(entry, language);
}

/** Who plays a match, in one short line: "KIM – LEE". */
export function sidesInShort({ home, away }: Pick<MatchRow, "home" | "away">, language: Language): string {
  return [home, away].map((slot) => shortSlotName(slot, language)).join(" – ");
}

/** "A / B against C / D": the title of a match. */
export function versus(match: MatchRow, language: Language): string {
  return shared(language)("ui.versus", { home: slotName(match.home, language), away: slotName(match.away, language) });
}

/** A code ends with the number of the match in its round, unless the round has one match: `sf-2`, `final`, `final-2`. */
function codeName(code: string, language: Language): string {
  const [, round, order] = /^(.*?\w(?:-\d+)?)-(\d+)$/.exec(code) ?? [];
  if (round === undefined || order === undefined || code.endsWith("final-2")) return roundName(code, language);
  return numberedMatch(round, order, language);
}

/** The round's name where it has one match; else its number in it. */
function numberedMatch(round: string, order: string, language: Language): string {
  const t = shared(language);
  const name = plainRound(round);
  if (name === "qf" || name === "sf") return t(`ui.match.${name}`, { order });
  const [, entries] = /^r(\d+)$/.exec(name) ?? [];
  if (entries !== undefined) return t("ui.match.of", { entries, order });
  const isAlone = /^(final|final-2|bronze|p\d+)$/.test(name);
  return isAlone ? roundName(round, language) : t("ui.match.in-round", { round: roundName(round, language), order });
}
