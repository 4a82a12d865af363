import type { Language, Page, PlayerView } from "@podium/protocol";
import { playerName } from "../ui/match-names.ts";

type PageOfPlayers = Extract<
  Page,
  { readonly page: "player" | "player-matches" | "player-record" | "player-against" | "pair" }
>;

/** The names of those a page is about, in the language of the reader. */
export function titleOfPlayers(page: PageOfPlayers, language: Language): string {
  const nameOf = (player: PlayerView) => playerName(player, language).text;
  if (page.page === "pair") return page.data.players.map(nameOf).join(" / ");
  const { player } = page.data;
  if (page.page !== "player-against" || page.data.meetings === null) return nameOf(player);
  return `${nameOf(player)} – ${nameOf(page.data.meetings.opponent)}`;
}
