import type { MatchState, Side } from "@podium/engine";
import type { LiveMessage, MatchRow } from "@podium/protocol";
import { blockWidth, leadArea, leadLine, RALLY_WIDTH, runningScore } from "./lead.ts";
import { announce, type LiveListener } from "./live-page.ts";
import { isNewer, make, write } from "./patch.ts";
import { playSignature, renewPlay } from "./play-renewal.ts";
import { largeScore, sideCall } from "./score-shown.ts";

const SIDES = ["home", "away"] as const;

/** `<live-match match="...">`: the page of one match; follows it while it is played, plays it again when it is over. */
export class LiveMatch extends HTMLElement implements LiveListener {
  #state: MatchState | null = null;
  #requested = "";

  connectedCallback(): void {
    this.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches("[data-part=replay]"))
        this.#replay(Number(target.value));
    });
  }

  onMessage(message: LiveMessage): void {
    if (
      message.kind !== "match" ||
      message.match.id !== this.getAttribute("match") ||
      !isNewer(this, message.match.version)
    )
      return;
    this.dataset["status"] = message.match.status;
    this.#patchScore(message.match);
    this.#patchEnding(message.match.status);
    this.#patchGames(message.match);
    this.#state = message.state;
    if (message.state) this.#patchPlay(message.state);
    this.#patchCalls(message.state);
    void this.#renewDrawing(playSignature(message.state));
    announce(this, this.#inWords(message.match));
  }

  #patchScore(match: MatchRow): void {
    const score = largeScore(match);
    for (const side of SIDES) {
      const half = this.querySelector(`.half[data-side=${side}]`);
      half?.classList.toggle("winner", match.winner === side);
      write(
        half?.querySelector("[data-part=large]"),
        match.status === "waiting" || match.status === "ready" ? "" : score[side],
      );
      write(half?.querySelector("[data-part=won]"), match.gamesWon[side]);
    }
  }

  /** Marks and graph come with the page alone, once for each change; what was played while it came is put in again. */
  async #renewDrawing(due: string): Promise<void> {
    const drawn = this.querySelector<HTMLElement>(".lead-graph")?.dataset["play"] ?? "";
    if (due === drawn || due === this.#requested) return;
    this.#requested = due;
    await renewPlay(this);
    if (this.#state) this.#patchPlay(this.#state);
  }

  #patchCalls(state: MatchState | null): void {
    for (const side of SIDES) {
      const call = state === null ? null : sideCall(state, side);
      const place = this.querySelector(`.half[data-side=${side}] [data-part=call]`);
      if (place) place.textContent = call === null ? "" : place.getAttribute(`data-${call}`);
    }
  }

  /** "To be played" goes with the first service, and "finished" with the last rally when it is taken back. */
  #patchEnding(status: MatchRow["status"]): void {
    const ending = this.querySelector<HTMLElement>("[data-part=ending]");
    if (ending && status === "live") write(ending, "");
    if (ending && status === "over") write(ending, ending.dataset["over"] ?? "");
  }

  #patchGames(match: MatchRow): void {
    for (const side of SIDES) {
      const row = this.querySelector(`.game-table [data-side=${side}]`);
      row?.classList.toggle("winner", match.winner === side);
      for (const [index, game] of match.games.entries()) {
        const cell = row?.querySelector(`[data-game="${index + 1}"]`);
        write(cell, game[side]);
        cell?.classList.toggle("more", game[side] > game[side === "home" ? "away" : "home"]);
      }
      write(row?.querySelector("[data-part=won]"), match.gamesWon[side]);
    }
  }

  #patchPlay(state: MatchState): void {
    for (const player of this.querySelectorAll<HTMLElement>("[data-seat]")) {
      const seat = player.dataset["seat"];
      player.dataset["role"] =
        seat === state.service?.server ? "server" : seat === state.service?.receiver ? "receiver" : "";
    }
    for (const [index, game] of state.games.entries()) {
      if (game.rallies) this.#patchGame(index + 1, game.rallies);
    }
  }

  #patchGame(game: number, rallies: readonly Side[]): void {
    const block = this.querySelector(`.block[data-game="${game}"] svg`);
    if (block) patchBlock(block, rallies);
    const list = this.querySelector(`.tape[data-game="${game}"] ol`);
    if (list && list.children.length !== rallies.length) list.replaceChildren(...runningScore(rallies).map(rallyItem));
  }

  #inWords({ games, gamesWon }: MatchRow): string {
    const points = games.at(-1);
    const score: Record<string, number> = {
      homeGames: gamesWon.home,
      awayGames: gamesWon.away,
      homePoints: points?.home ?? 0,
      awayPoints: points?.away ?? 0,
    };
    return (this.dataset["announce"] ?? "").replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(score[name] ?? gap));
  }

  /** Shows the match as it stood after so many rallies: in words, on the scorer's sheet and in the graph. */
  #replay(rally: number): void {
    let before = 0;
    for (const tape of this.querySelectorAll<HTMLElement>(".tape")) {
      const items = [...tape.querySelectorAll<HTMLElement>("li")];
      for (const [index, item] of items.entries()) item.classList.toggle("after", before + index >= rally);
      const inGame = Math.max(0, Math.min(items.length, rally - before));
      const isNow = rally > before && rally <= before + items.length;
      this.#showCursor(tape.dataset["game"] ?? "", isNow ? inGame : null);
      if (isNow) this.#sayReplayed(tape.dataset["game"] ?? "", items.slice(0, inGame));
      before += items.length;
    }
    if (rally === 0) this.#sayReplayed("1", []);
  }

  #showCursor(game: string, rally: number | null): void {
    const svg = this.querySelector<SVGSVGElement>(`.block[data-game="${game}"] svg`);
    const half = svg ? -svg.viewBox.baseVal.y : 0;
    svg?.querySelector(".cursor")?.setAttribute("d", rally === null ? "" : `M${rally * RALLY_WIDTH} ${-half}V${half}`);
  }

  #sayReplayed(game: string, played: readonly HTMLElement[]): void {
    const output = this.querySelector<HTMLElement>("[data-part=replayed]");
    if (!output) return;
    const home = played.filter((item) => item.dataset["side"] === "home").length;
    const params: Record<string, string> = { game, home: String(home), away: String(played.length - home) };
    output.textContent = (output.dataset["pattern"] ?? "").replaceAll(
      /\{(\w+)\}/g,
      (gap, name: string) => params[name] ?? gap,
    );
  }
}

function patchBlock(svg: Element, rallies: readonly Side[]): void {
  svg.querySelector(".area.home")?.setAttribute("d", leadArea(rallies, "home"));
  svg.querySelector(".area.away")?.setAttribute("d", leadArea(rallies, "away"));
  svg.querySelector(".line")?.setAttribute("d", leadLine(rallies));
  const [x, y, width, height] = (svg.getAttribute("viewBox") ?? "").split(" ");
  svg.setAttribute("viewBox", `${x} ${y} ${Math.max(Number(width), blockWidth(rallies))} ${height}`);
}

function rallyItem({ winner, home, away }: { winner: Side; home: number; away: number }): HTMLElement {
  const item = make("li");
  item.dataset["side"] = winner;
  const numeral = make("span", { text: String(winner === "home" ? home : away) });
  numeral.ariaHidden = "true";
  item.append(numeral, make("span", { className: "unseen", text: `${home}–${away}` }));
  return item;
}
