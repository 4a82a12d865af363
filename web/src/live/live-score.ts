import type { BySide, Side } from "@podium/engine";
import type { EntryView, LiveMessage, MatchRow, ScoreMessage } from "@podium/protocol";
import { gamesWonBy } from "../ui/games-won.ts";
import type { LiveListener } from "./live-page.ts";
import { isNewer, make, write } from "./patch.ts";

const SIDES = ["home", "away"] as const;

/** `<live-score match="...">`: two rows that follow a match. */
export class LiveScore extends HTMLElement implements LiveListener {
  onMessage(message: LiveMessage): void {
    const id = this.getAttribute("match");
    if (message.kind === "score" && message.match === id && isNewer(this, message.version)) this.#patchScore(message);
    if (message.kind !== "match" || message.match.id !== id || !isNewer(this, message.match.version)) return;
    this.dataset["status"] = message.match.status;
    for (const side of SIDES) this.#patch(message.match, side);
  }

  /** A page that missed a whole game is read anew. */
  #patchScore({ game, score: [home, away], won }: ScoreMessage): void {
    const score = { home, away };
    for (const [index, side] of SIDES.entries()) {
      const row = this.querySelector(`[data-side=${side}]`);
      const games = row?.querySelector(".games");
      if (!games) continue;
      if (games.children.length < game - 1)
        return void this.dispatchEvent(new CustomEvent("missed", { bubbles: true }));
      if (games.children.length < game) games.append(make("span"));
      writeGame(games.children[game - 1], score, side);
      write(row?.querySelector(".won"), won[index] ?? 0);
    }
  }

  #patch(match: MatchRow, side: Side): void {
    const row = this.querySelector<HTMLElement>(`[data-side=${side}]`);
    if (!row) return;
    row.classList.toggle("winner", match.winner === side);
    const entry = match[side].entry;
    if (entry && row.dataset["entry"] !== entry.id) seat(row, entry);
    patchGames(row.querySelector(".games"), match.games, side);
    write(row.querySelector(".won"), match.status === "live" || match.status === "over" ? gamesWonBy(match, side) : "");
  }
}

function patchGames(place: Element | null, games: readonly BySide<number>[], side: Side): void {
  if (!place) return;
  while (place.children.length > games.length) place.lastElementChild?.remove();
  while (place.children.length < games.length) place.append(make("span"));
  for (const [index, game] of games.entries()) writeGame(place.children[index], game, side);
}

function writeGame(numeral: Element | undefined, game: BySide<number>, side: Side): void {
  write(numeral, game[side]);
  numeral?.classList.toggle("more", game[side] > game[side === "home" ? "away" : "home"]);
}

/** Somebody has won their way into this row. */
function seat(row: HTMLElement, entry: EntryView): void {
  row.dataset["entry"] = entry.id;
  const link = document.createElement("a");
  link.href = `/entries/${entry.id}`;
  const language = document.documentElement.lang;
  for (const text of namesOf(entry, language)) {
    const name = make("span", { className: "name", text });
    name.dir = "auto";
    link.append(name);
  }
  const marks = make("span", { className: "mark-of" });
  if (entry.seed !== null) marks.append(make("span", { className: "seed", text: `(${entry.seed})` }), " ");
  if (entry.association) marks.append(make("abbr", { className: "code", text: entry.association.code }));
  // A place of its own: nothing has moved when two lines come where one was.
  const who = make("span", { className: "who" });
  who.append(link, " ", marks);
  row.querySelector(".who")?.replaceWith(who);
}

/** The players, or what the team is called. */
function namesOf({ name, players }: EntryView, language: string): string[] {
  if (name !== null) return [name[language] ?? name["en"] ?? Object.values(name)[0] ?? ""];
  return players.map(({ names, family, given }) => names[language] ?? `${family} ${given}`.trim());
}
