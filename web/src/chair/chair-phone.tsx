import type { LogEntry, MatchState } from "@podium/engine";
import { entryOfForm, isRefused, record, replay } from "@podium/engine";
import { render } from "preact";
import { type OutboxSync, startSync } from "../client/sync.ts";
import { type OutboxStore, openOutboxStore, localTextStorage } from "../client/outbox-store.ts";
import {
  conflictAdded,
  conflictDropped,
  handedIn,
  heldLines,
  withConflict,
  joined,
  openedOutbox,
  type Outbox,
  shownLines,
  withLine,
} from "../client/outbox.ts";
import { postHeld, postLines, readLines } from "../client/requests.ts";
import { answeredOnOpening, positionOf } from "./board.ts";
import { limitsOf } from "./phone-limits.ts";
import { mayLose, type Phone } from "./phone.ts";
import { openPhoneIncidents, type PhoneIncidents } from "./phone-incidents.ts";
import { returnLawOf, type ReturnCount } from "./returns.ts";
import { type Clock, clockOf, stoppageOf, warmUpMs } from "./stoppage.ts";
import { ChairBoard } from "./chair-board.tsx";
import type { ChairData } from "./initial-data.ts";
import { refusalWords, type TranslateChair, translateChair } from "./translation.ts";

/** As long as an answer takes to say that what was heard came from here. */
const HEARD_MS = 400;

/** The chair on a phone: scores with the laws at hand, stores what was tapped, and sends it when it can. */
export class ChairPhone {
  readonly #root: HTMLElement;
  readonly #chair: ChairData;
  readonly #t: TranslateChair;
  readonly #store: OutboxStore;
  readonly #sync: OutboxSync;
  readonly #incidents: PhoneIncidents;
  /** Whether lines were stored; incidents are stored apart. */
  #stored = true;
  #connected = true;
  #refusal: string | null;
  #acknowledged: string | null = null;
  /** The newest version of the match that came from here or was read, and the newest one that was heard of. */
  #version: number;
  #newest = 0;
  readonly #limits = limitsOf(globalThis);
  #knowsLimits: boolean;
  #warmUpSinceMs: number | null = null;
  /** Lines that were handed in to the referee, and whether some are on their way. */
  #handed = { count: 0, now: false };
  /** Returns counted in the rally after so many lines. */
  #returns = { after: 0, count: 0 };

  constructor(root: HTMLElement, chair: ChairData) {
    this.#root = root;
    this.#chair = chair;
    this.#t = translateChair(chair);
    this.#refusal = chair.refusal;
    this.#version = chair.version;
    this.#store = openOutboxStore(localTextStorage(), chair.match);
    this.#knowsLimits = this.#store.knowsLimits();
    const box = openedOutbox(this.#store.load(), chair.log);
    const state = this.#fold(box);
    this.#acknowledged = isRefused(state) ? null : answeredOnOpening(state, this.#store.answered());
    this.#stored = this.#store.save(box);
    this.#sync = startSync(box, {
      send: async (after, lines) => {
        const reply = await postLines(chair.sendTo, after, lines);
        this.setConnected(reply.kind !== "lost");
        if (reply.kind === "taken") this.#version = Math.max(this.#version, reply.version ?? 0);
        return reply;
      },
      readLog: () => readLines(chair.sendTo),
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          setTimeout(resolve, milliseconds);
        }),
      changed: (now) => this.#changed(now),
    });
    this.#incidents = openPhoneIncidents(chair, {
      changed: () => this.#draw(this.#sync.box()),
      connected: (isThere) => this.setConnected(isThere),
      closed: () => void this.#sync.refresh(),
    });
    this.#changed(box);
    void this.#sync.refresh();
    setInterval(() => this.#tick(), 1000);
  }

  /** Records what a form of the board asks for, at once and on this phone. */
  submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
    closeMenu(form);
    const fields = new FormData(form);
    if (form.dataset["incident"] !== undefined) return this.#incident(form, fields);
    if (submitter instanceof HTMLButtonElement && submitter.name !== "") fields.set(submitter.name, submitter.value);
    const entry = entryOfForm((name) => textOf(fields.get(name)), Date.now());
    if (entry === null) this.#refuse(this.#t("chair.refusal.not-understood"));
    else this.#record(entry);
  }

  /** The page is looked at again, or the network is back. */
  wake(): void {
    this.#sync.wake();
    this.#incidents.wake();
    if (this.#sync.box().closed !== null) void this.#handIn();
    void this.#sync.refresh();
  }

  /** The match has come to this version: what did not come from here is read, once the answer to what was sent is there. */
  receive(version: number): void {
    const isWaiting = this.#newest > this.#version;
    this.#newest = Math.max(this.#newest, version);
    if (isWaiting || version <= this.#version) return;
    setTimeout(() => {
      if (this.#newest <= this.#version) return;
      this.#version = this.#newest;
      void this.#sync.refresh();
    }, HEARD_MS);
  }

  /** Another tab of this phone wrote on the same match: what it stored counts here too. */
  takeOver(): void {
    const stored = this.#store.load();
    if (stored !== null) this.#sync.update((box) => joined(box, stored));
  }

  /** Whether closing the page would lose something. */
  mayLose(): boolean {
    return mayLose({ box: this.#sync.box(), ...this.#stores() });
  }

  #incident(form: HTMLFormElement, fields: FormData): void {
    const words = (textOf(fields.get("words")) ?? "").trim();
    if (words === "") return;
    const player = textOf(fields.get("player")) ?? "";
    form.reset();
    this.#incidents.add({ id: lineId(), words, player });
  }

  #stores(): Pick<Phone, "stored" | "incidents" | "incidentsStored"> {
    return { stored: this.#stored, incidents: this.#incidents.waiting(), incidentsStored: this.#incidents.areStored() };
  }

  #record(entry: LogEntry): void {
    const state = this.#fold(this.#sync.box());
    const next = isRefused(state) ? state : record(state, entry);
    if (isRefused(next)) return this.#refuse(refusalWords(next, this.#chair));
    this.#refusal = null;
    if (entry.kind === "undo") this.#acknowledged = null;
    this.#sync.update((box) => withLine(box, { id: lineId(), entry }));
  }

  #refuse(sentence: string): void {
    this.#refusal = sentence;
    this.#draw(this.#sync.box());
  }

  /** The server is there, or it is not. */
  setConnected(connected: boolean): void {
    if (this.#connected === connected) return;
    this.#connected = connected;
    this.#draw(this.#sync.box());
  }

  #changed(box: Outbox): void {
    this.#stored = this.#store.save(box);
    this.#draw(box);
    if (box.closed !== null) void this.#handIn();
  }

  /** What the log went on without goes to the desk, beside what stands there: the referee says what happened. */
  async #handIn(): Promise<void> {
    const held = heldLines(this.#sync.box());
    const { lines } = held;
    if (lines.length === 0 || this.#handed.now) return;
    this.#handed.now = true;
    const reply = await postHeld(this.#chair.sendTo.replace(/log$/, "fork"), held);
    this.#handed.now = false;
    if (reply.kind === "taken") {
      this.#handed.count += lines.length;
      this.#sync.update((box) => handedIn(box, lines));
    } else if (reply.kind === "refused" || reply.kind === "conflict")
      this.#refuse(refusalWords(reply.refusal, this.#chair));
  }

  /** Only a clock that is shown goes on. */
  #tick(): void {
    if (this.#root.querySelector("[role=timer]") !== null) this.#draw(this.#sync.box());
  }

  #fold(box: Outbox): ReturnType<typeof replay> {
    return replay(
      this.#chair.rules,
      shownLines(box).map((line) => line.entry),
    );
  }

  #draw(box: Outbox): void {
    const state = this.#fold(box);
    if (!isRefused(state)) return this.#drawBoard(box, state);
    if (box.waiting.length > 0) this.#sync.update((now) => withConflict(now, { lines: now.waiting, refusal: state }));
    else
      render(
        <p class="chair-refusal" role="alert">
          {this.#t("chair.unreadable")}
        </p>,
        this.#root,
      );
  }

  #clock(box: Outbox, state: MatchState): Clock | null {
    const lengthMs = warmUpMs(state);
    const warmUp =
      lengthMs === null || this.#warmUpSinceMs === null ? null : { beganAtMs: this.#warmUpSinceMs, lengthMs };
    const stoppage = stoppageOf(state, shownLines(box)) ?? warmUp;
    return stoppage === null ? null : clockOf(stoppage, Date.now());
  }

  #startWarmUp(): void {
    this.#warmUpSinceMs = Date.now();
    this.#draw(this.#sync.box());
  }

  #countOfReturns(box: Outbox, state: MatchState): ReturnCount | null {
    const law = returnLawOf(state);
    if (law === null) return null;
    const after = shownLines(box).length;
    const count = this.#returns.after === after ? this.#returns.count : 0;
    const set = (next: number): void => {
      this.#returns = { after, count: next };
      if (next < law.returns) this.#draw(this.#sync.box());
      else this.#record({ kind: "rally", winner: law.receiving, returns: next, atMs: Date.now() });
    };
    return { count, of: law.returns, add: () => set(count + 1), takeBack: () => set(count - 1) };
  }

  #drawBoard(box: Outbox, state: MatchState): void {
    const phone = {
      box,
      connected: this.#connected,
      ...this.#stores(),
      clock: this.#clock(box, state),
      startWarmUp: this.#warmUpSinceMs === null && warmUpMs(state) !== null ? () => this.#startWarmUp() : null,
      returns: this.#countOfReturns(box, state),
      limits: this.#limits,
      knowsLimits: this.#knowsLimits,
      readLimits: () => {
        this.#knowsLimits = true;
        this.#store.readLimits();
        this.#draw(this.#sync.box());
      },
      acknowledge: () => {
        this.#acknowledged = positionOf(state);
        this.#store.answer(this.#acknowledged);
        this.#draw(this.#sync.box());
      },
      dropIncident: (id: string) => this.#incidents.drop(id),
      handedIn: this.#handed.count,
      handIn: () => void this.#handIn(),
      addConflicting: () => this.#sync.update(conflictAdded),
      dropConflicting: () => this.#sync.update(conflictDropped),
    };
    const board = {
      chair: this.#chair,
      t: this.#t,
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
