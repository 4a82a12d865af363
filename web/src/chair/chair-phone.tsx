import type { LogEntry, MatchState } from "@podium/engine";
import { isRefused, record, replay } from "@podium/engine";
import { render } from "preact";
import { type Courier, startCourier } from "../client/courier.ts";
import { type Drawer, drawerOf, localShelf } from "../client/drawer.ts";
import {
  contestAdded,
  contestDropped,
  contested,
  joined,
  openedOutbox,
  type Outbox,
  shownLines,
  touched,
  unsentCount,
} from "../client/outbox.ts";
import { postLines, readLines } from "../client/requests.ts";
import { answeredOnOpening, momentOf } from "./board.ts";
import { stoppedForMs } from "./stoppage.ts";
import { ChairBoard } from "./chair-board.tsx";
import type { ChairSeed } from "./seed.ts";
import { entryOf } from "./touch.ts";
import { refusalWords, type SayChair, voiceOf } from "./voice.ts";

/** The chair on a phone: scores with the laws at hand, keeps what was touched, and sends it when it can. */
export class ChairPhone {
  readonly #root: HTMLElement;
  readonly #seed: ChairSeed;
  readonly #say: SayChair;
  readonly #drawer: Drawer;
  readonly #courier: Courier;
  #kept = true;
  #connected = true;
  #refusal: string | null;
  #acknowledged: string | null = null;

  constructor(root: HTMLElement, seed: ChairSeed) {
    this.#root = root;
    this.#seed = seed;
    this.#say = voiceOf(seed);
    this.#refusal = seed.refusal;
    this.#drawer = drawerOf(localShelf(), seed.match);
    const box = openedOutbox(this.#drawer.open(), seed.log);
    const state = this.#fold(box);
    this.#acknowledged = isRefused(state) ? null : answeredOnOpening(state, this.#drawer.answered());
    this.#kept = this.#drawer.put(box);
    this.#courier = startCourier(box, {
      send: async (after, lines) => {
        const reply = await postLines(seed.sendTo, after, lines);
        this.#setConnected(reply.kind !== "lost");
        return reply;
      },
      readLog: () => readLines(seed.sendTo),
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          setTimeout(resolve, milliseconds);
        }),
      changed: (now) => this.#changed(now),
    });
    this.#changed(box);
    void this.#courier.refresh();
    setInterval(() => this.#tick(), 1000);
  }

  /** Records what a form of the board asks for, at once and on this phone. */
  submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
    closeMenu(form);
    const fields = new FormData(form);
    if (submitter instanceof HTMLButtonElement && submitter.name !== "") fields.set(submitter.name, submitter.value);
    const entry = entryOf((name) => textOf(fields.get(name)), Date.now());
    if (entry === null) this.#refuse(this.#say("chair.refusal.not-understood"));
    else this.#record(entry);
  }

  /** The page is looked at again, or the network is back. */
  wake(): void {
    this.#courier.wake();
    void this.#courier.refresh();
  }

  /** Another tab of this phone wrote on the same match: what it kept counts here too. */
  takeOver(): void {
    const kept = this.#drawer.open();
    if (kept !== null) this.#courier.change((box) => joined(box, kept));
  }

  /** Whether closing the page would lose something. */
  mayLose(): boolean {
    return !this.#kept && unsentCount(this.#courier.box()) > 0;
  }

  #record(entry: LogEntry): void {
    const state = this.#fold(this.#courier.box());
    const next = isRefused(state) ? state : record(state, entry);
    if (isRefused(next)) return this.#refuse(refusalWords(next, this.#seed));
    this.#refusal = null;
    if (entry.kind === "undo") this.#acknowledged = null;
    this.#courier.change((box) => touched(box, { id: lineId(), entry }));
  }

  #refuse(sentence: string): void {
    this.#refusal = sentence;
    this.#draw(this.#courier.box());
  }

  #setConnected(connected: boolean): void {
    if (this.#connected === connected) return;
    this.#connected = connected;
    this.#draw(this.#courier.box());
  }

  #changed(box: Outbox): void {
    this.#kept = this.#drawer.put(box);
    this.#draw(box);
  }

  /** Only a clock that is shown goes on. */
  #tick(): void {
    if (this.#root.querySelector("[role=timer]") !== null) this.#draw(this.#courier.box());
  }

  #fold(box: Outbox): ReturnType<typeof replay> {
    return replay(
      this.#seed.rules,
      shownLines(box).map((line) => line.entry),
    );
  }

  #draw(box: Outbox): void {
    const state = this.#fold(box);
    if (!isRefused(state)) return this.#drawBoard(box, state);
    if (box.waiting.length > 0) this.#courier.change((now) => contested(now, { lines: now.waiting, refusal: state }));
    else
      render(
        <p class="chair-refusal" role="alert">
          {this.#say("chair.unreadable")}
        </p>,
        this.#root,
      );
  }

  #drawBoard(box: Outbox, state: MatchState): void {
    const phone = {
      box,
      connected: this.#connected,
      kept: this.#kept,
      stoppedForMs: stoppedForMs(state, shownLines(box), Date.now()),
      acknowledge: () => {
        this.#acknowledged = momentOf(state);
        this.#drawer.answer(this.#acknowledged);
        this.#draw(this.#courier.box());
      },
      addContested: () => this.#courier.change(contestAdded),
      dropContested: () => this.#courier.change(contestDropped),
    };
    const board = {
      seed: this.#seed,
      say: this.#say,
      state,
      after: box.log.length,
      acknowledged: this.#acknowledged,
      refusal: this.#refusal,
      phone,
    };
    render(<ChairBoard {...board} />, this.#root);
  }
}

/** Shows the score again; before the board is drawn anew, which may take the form away. */
function closeMenu(form: HTMLFormElement): void {
  const menu = form.closest<HTMLDetailsElement>("details.chair-menu");
  if (menu === null) return;
  for (const open of [menu, ...menu.querySelectorAll("details")]) open.open = false;
}

function textOf(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" ? value : null;
}

/** An id that no other phone makes. A hall's network often has no certificate, where randomUUID is missing. */
function lineId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
