import type { BySide, MatchRules, Seat, Side } from "@podium/engine";
import type { ChairPage, Frame, Language, MatchRow, Slot } from "@podium/protocol";
import type { LogLine } from "../client/outbox.ts";
import { entryName, matchName, playerName, shortEntryName, slotName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { type ChairWords, translateChair } from "./translation.ts";
import { chairWords } from "./words.ts";

/** A name and the language it is in, when it is not the page's. */
export interface ChairName {
  readonly text: string;
  readonly lang: string | null;
  /** The family name, for one line. */
  readonly short: string;
}

/** All that the chair needs to go on without the network; stands in the page as data. */
export interface ChairData extends ChairWords {
  readonly match: string;
  /** The version of the match when the page was read. */
  readonly version: number;
  /** The match and its table in one line. */
  readonly title: string;
  readonly sendTo: string;
  readonly rules: MatchRules;
  readonly log: readonly LogLine[];
  readonly players: Readonly<Partial<Record<Seat, ChairName>>>;
  readonly sides: BySide<ChairName>;
  /** Of whom an umpire may note something. */
  readonly people: readonly { readonly id: string; readonly text: string }[];
  /** The built file that lets this page open without a network; null where there is none. */
  readonly worker: string | null;
  /** Why the last tap without script was not recorded. */
  readonly refusal: string | null;
}

function titleOf(match: MatchRow, language: Language): string {
  const name = matchName(match, language);
  return match.table === null ? name : `${shared(language)("ui.table", { table: match.table })}, ${name}`;
}

const SEATS_OF: BySide<readonly [Seat, Seat]> = { home: ["home1", "home2"], away: ["away1", "away2"] };

/** What stands on the chair's page, as the phone needs it. */
export function chairData(
  { match, rules, log, sendTo, refusal }: ChairPage,
  { language, demo, assets }: Pick<Frame, "language" | "demo" | "assets">,
): ChairData {
  const words = chairWords(language);
  return {
    ...words,
    match: match.id,
    version: match.version,
    title: demo ? `${translateChair(words)("chair.demo")}: ${titleOf(match, language)}` : titleOf(match, language),
    sendTo,
    rules,
    log,
    players: { ...playersOf("home", match.home, language), ...playersOf("away", match.away, language) },
    people: [match.home, match.away].flatMap(({ entry }) =>
      (entry?.players ?? []).map((player) => ({ id: player.id, text: playerName(player, language).text })),
    ),
    worker: assets["entry-chair-worker.ts"] ?? null,
    refusal,
    sides: { home: sideName(match.home, language), away: sideName(match.away, language) },
  };
}

function playersOf(side: Side, { entry }: Slot, language: Language): ChairData["players"] {
  const names = (entry?.players ?? []).map((player) => ({
    ...playerName(player, language),
    short: player.names[language] ?? player.family,
  }));
  const [first, second] = SEATS_OF[side];
  return {
    ...(names[0] === undefined ? {} : { [first]: names[0] }),
    ...(names[1] === undefined ? {} : { [second]: names[1] }),
  };
}

function sideName(slot: Slot, language: Language): ChairName {
  if (slot.entry === null) return { text: slotName(slot, language), lang: null, short: slotName(slot, language) };
  return { text: entryName(slot.entry, language), lang: null, short: shortEntryName(slot.entry, language) };
}
