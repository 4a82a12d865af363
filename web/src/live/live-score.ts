import type { BySide, Side } from "@podium/engine";
import type { EntryView, LiveMessage, MatchRow } from "@podium/protocol";
import type { LiveListener } from "./live-page.ts";
import { isNewer, make, write } from "./patch.ts";

const SIDES = ["home", "away"] as const;

/** `<live-score match="...">`: two rows that follow a match. */
export class LiveScore extends HTMLElement implements LiveListener {
  onMessage(message: LiveMessage): void {
    if (
      message.kind !== "match" ||
      message.match.id !== this.getAttribute("match") ||
      !isNewer(this, message.match.version)
    )
      return;
    this.dataset["status"] = message.match.status;
    for (const side of SIDES) this.#patch(message.match, side);
  }

  #patch(match: MatchRow, side: Side): void {
    const row = this.querySelector<HTMLElement>(`[data-side=${side}]`);
    if (!row) return;
    row.classList.toggle("winner", match.winner === side);
    const entry = match[side].entry;
    if (entry && row.dataset["entry"] !== entry.id) seat(row, entry);
    patchGames(row.querySelector(".games"), match.games, side);
    write(row.querySelector(".won"), match.status === "live" || match.status === "over" ? match.gamesWon[side] : "");
  }
}

function patchGames(place: Element | null, games: readonly BySide<number>[], side: Side): void {
  if (!place) return;
  const other = side === "home" ? "away" : "home";
  while (place.children.length > games.length) place.lastElementChild?.remove();
  while (place.children.length < games.length) place.append(make("span"));
  for (const [index, game] of games.entries()) {
    const numeral = place.children[index];
    write(numeral, game[side]);
    numeral?.classList.toggle("more", game[side] > game[other]);
  }
}

/** Somebody has won their way into this row. */
function seat(row: HTMLElement, entry: EntryView): void {
  row.dataset["entry"] = entry.id;
  const link = document.createElement("a");
  link.href = `/entries/${entry.id}`;
  const language = document.documentElement.lang;
  for (const player of entry.players) {
    const name = make("span", {
      className: "name",
      text: player.names[language] ?? `${player.family} ${player.given}`.trim(),
    });
    name.dir = "auto";
    link.append(name);
  }
  const marks = make("span", { className: "mark-of" });
  if (entry.seed !== null) marks.append(make("span", { className: "seed", text: `(${entry.seed})` }), " ");
  if (entry.association) marks.append(make("abbr", { className: "code", text: entry.association.code }));
  row.querySelector(".who")?.replaceChildren(link, " ", marks);
}
