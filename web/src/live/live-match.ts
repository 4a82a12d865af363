import type { BySide, Side } from "@podium/engine";
import type { LiveMessage, MatchRow, RallyMessage } from "@podium/protocol";
import { gamesWonBy } from "../ui/games-won.ts";
import { blockWidth, leadArea, leadLine, RALLY_WIDTH, runningScore } from "./lead.ts";
import { announce, type LiveListener } from "./live-page.ts";
import { isNewer, make, write } from "./patch.ts";
import { renewPlay } from "./play-renewal.ts";
import { largeScore, rallyCall, type RallyCall } from "./score-shown.ts";

const SIDES = ["home", "away"] as const;
/** A match that is played on while the page is read is read again a few times; then the next message does it. */
const RENEWALS_MAX = 3;

/** `<live-match match="...">`: the page of one match; follows it while it is played, plays it again when it is over. */
export class LiveMatch extends HTMLElement implements LiveListener {
  connectedCallback(): void {
    this.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches("[data-part=replay]"))
        this.#replay(Number(target.value));
    });
  }

  onMessage(message: LiveMessage): void {
    const id = this.getAttribute("match");
    if (message.kind === "rally" && message.match === id) this.#onRally(message);
    if (message.kind !== "match" || message.match.id !== id || !isNewer(this, message.match.version)) return;
    this.dataset["status"] = message.match.status;
    this.#patchScore(message.match);
    this.#patchEnding(message.match.status);
    this.#patchGames(message.match);
    for (const side of SIDES) this.#patchCall(side, null);
    void this.#renew();
    announce(this, this.#inWords(message.match.games.at(-1), message.match.gamesWon ?? { home: 0, away: 0 }));
  }

  /** The score is in the message; the rally goes behind the last one, unless one was missed in between. */
  #onRally(rally: RallyMessage): void {
    const shown = Number(this.dataset["version"] ?? 0);
    if (!isNewer(this, rally.version)) return;
    const [home, away] = rally.score;
    const [homeGames, awayGames] = rally.won;
    const score = { home, away };
    const won = { home: homeGames, away: awayGames };
    for (const side of SIDES) {
      const half = this.querySelector(`.half[data-side=${side}]`);
      write(half?.querySelector("[data-part=large]"), score[side]);
      write(half?.querySelector("[data-part=won]"), won[side]);
      this.#patchGame(rally.game, side, { score, won: won[side] });
      this.#patchCall(side, rallyCall(rally, side));
    }
    this.#patchService(rally);
    if (rally.version !== shown + 1 || this.#isRenewing) void this.#renew();
    else if (rally.by !== undefined) this.#addRally(rally.game, rally.by);
    announce(this, this.#inWords(score, won));
  }

  #isRenewing = false;

  /**
   * What only the server draws, and what was missed, comes with the page: read at a time of its own, and once more
   * when something was played meanwhile.
   */
  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    for (let tries = 1; tries <= RENEWALS_MAX; tries += 1) {
      const version = await renewPlay(this);
      if (version === null || version >= Number(this.dataset["version"] ?? 0)) break;
    }
    this.#isRenewing = false;
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
      write(half?.querySelector("[data-part=won]"), gamesWonBy(match, side));
    }
  }

  #patchCall(side: Side, call: RallyCall | null): void {
    const place = this.querySelector(`.half[data-side=${side}] [data-part=call]`);
    if (place) place.textContent = call === null ? "" : place.getAttribute(`data-${call}`);
  }

  /** "To be played" goes with the first service, and "finished" with the last rally when it is taken back. */
  #patchEnding(status: MatchRow["status"]): void {
    const ending = this.querySelector<HTMLElement>("[data-part=ending]");
    if (ending && status === "live") write(ending, "");
    if (ending && status === "over") write(ending, ending.dataset["over"] ?? "");
  }

  #patchGames(match: MatchRow): void {
    for (const side of SIDES) {
      this.querySelector(`.game-table [data-side=${side}]`)?.classList.toggle("winner", match.winner === side);
      for (const [index, score] of match.games.entries())
        this.#patchGame(index + 1, side, { score, won: gamesWonBy(match, side) });
    }
  }

  #patchGame(game: number, side: Side, { score, won }: { score: BySide<number>; won: number | string }): void {
    const row = this.querySelector(`.game-table [data-side=${side}]`);
    const cell = row?.querySelector(`[data-game="${game}"]`);
    write(cell, score[side]);
    cell?.classList.toggle("more", score[side] > score[side === "home" ? "away" : "home"]);
    write(row?.querySelector("[data-part=won]"), won);
  }

  #patchService({ server, receiver }: RallyMessage): void {
    for (const player of this.querySelectorAll<HTMLElement>("[data-seat]")) {
      const seat = player.dataset["seat"];
      player.dataset["role"] = seat === server ? "server" : seat === receiver ? "receiver" : "";
    }
  }

  #addRally(game: number, winner: Side): void {
    const list = this.querySelector(`.tape[data-game="${game}"] ol`);
    if (!list) return;
    const before = [...list.children].map((item) => (item instanceof HTMLElement ? item.dataset["side"] : ""));
    const rallies = [...before.filter((side) => side === "home" || side === "away"), winner];
    const last = runningScore(rallies).at(-1);
    if (last) list.append(rallyItem(last));
    const block = this.querySelector(`.block[data-game="${game}"] svg`);
    if (block) patchBlock(block, rallies);
  }

  #inWords(points: BySide<number> | undefined, won: BySide<number>): string {
    const score: Record<string, number> = {
      homeGames: won.home,
      awayGames: won.away,
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
