import type { MatchState } from "@podium/engine";
import type { ComponentChildren } from "preact";
import { type Board, boardOf } from "./board.ts";
import { callSentences, scoreOnBoard, type Told } from "./calls.ts";
import { ChairMenu } from "./chair-menu.tsx";
import { ContestPanel } from "./contest-panel.tsx";
import { Halves } from "./halves.tsx";
import { clockText } from "./stoppage.ts";
import { networkWord, type Phone } from "./phone.ts";
import type { ChairSeed } from "./seed.ts";
import { ServiceChoice } from "./service-choice.tsx";
import { TouchForm } from "./touch-form.tsx";
import type { SayChair } from "./voice.ts";

export interface ChairBoardProps {
  readonly seed: ChairSeed;
  readonly say: SayChair;
  readonly state: MatchState;
  /** Lines that the page knows. */
  readonly after: number;
  /** The moment whose change of ends or interval the umpire has answered. */
  readonly acknowledged: string | null;
  readonly refusal: string | null;
  /** Null without script: every touch then goes to the server and comes back. */
  readonly phone: Phone | null;
}

/** The umpire's whole screen: the same on the server and on the phone. */
export function ChairBoard(props: ChairBoardProps) {
  const { seed, say, state, acknowledged, phone } = props;
  const refusal = props.refusal ?? (phone === null || phone.kept ? null : say("chair.unkept"));
  const told = { state, seed, say, acknowledged };
  const board = boardOf(state, acknowledged);
  const held = phone !== null && (phone.box.contest !== null || phone.box.closed !== null);
  return (
    <div class={`chair-board mode-${board.mode}`}>
      <div class="chair-top">
        <h1 class="chair-title">{seed.title}</h1>
        {phone === null ? null : <Network phone={phone} say={say} />}
        <ChairMenu told={told} sendTo={seed.sendTo} after={props.after} />
      </div>
      <Games board={board} told={told} />
      <div class="chair-field">
        {held ? <ContestPanel seed={seed} say={say} phone={phone} /> : <Field {...props} refusal={refusal} board={board} told={told} />}
      </div>
      <div class="chair-foot">{held ? null : <Undo {...props} />}</div>
    </div>
  );
}

/** A word; it is said aloud only when something waits, not after every touch. */
function Network({ phone, say }: { readonly phone: Phone; readonly say: SayChair }) {
  const waits = !phone.connected || phone.box.closed !== null;
  return <p class={waits ? "chair-network waits" : "chair-network"} role={waits ? "status" : undefined}>{networkWord(phone, say)}</p>;
}

function Games({ board, told: { say, state } }: { readonly board: Board; readonly told: Told }) {
  return (
    <div class="chair-games" aria-label={say("chair.games")}>
      <b>{board.left.games}</b>
      <ol>{board.finished.map((score, at) => <li key={at}>{scoreOnBoard(score, board)}</li>)}</ol>
      {state.expedite ? <span class="chair-expedite">{say("chair.expedite-on")}</span> : null}
      <b>{board.right.games}</b>
    </div>
  );
}

function Field(props: ChairBoardProps & { readonly board: Board; readonly told: Told }) {
  const { board, told, seed, say, state, after, phone, refusal } = props;
  if (board.mode === "choose") {
    return (
      <>
        <CallLine sentences={callSentences(told)} refusal={refusal} />
        <ServiceChoice seed={seed} say={say} state={state} after={after} />
      </>
    );
  }
  const asks = phone !== null && (board.mode === "ends" || board.mode === "interval");
  const answer = asks ? <Answer mode={board.mode} say={say} onAnswer={phone.acknowledge} /> : null;
  return (
    <>
      <Halves board={board} seed={seed} say={say} after={after} />
      <CallLine sentences={callSentences(told)} refusal={refusal} clock={clockOf(props, board)}>{answer}</CallLine>
    </>
  );
}

/** How long play has stood still, while the umpire waits for it to go on. */
function clockOf({ state, phone }: ChairBoardProps, { mode }: Board): string | null {
  const waits = mode === "interval" || state.timeOut !== null || state.medical !== null;
  const standsForMs = phone?.stoppedForMs ?? null;
  return waits && standsForMs !== null ? clockText(standsForMs) : null;
}

interface CallLineProps {
  readonly sentences: readonly string[];
  readonly refusal: string | null;
  readonly clock?: string | null;
  readonly children?: ComponentChildren;
}

/** The law's next sentence, across the middle. */
function CallLine({ sentences, refusal, clock = null, children }: CallLineProps) {
  if (sentences.length === 0 && refusal === null && !children) return null;
  return (
    <div class="chair-call">
      <div class="chair-line">
        <p aria-live="polite">{sentences.map((sentence) => <span key={sentence}>{sentence} </span>)}</p>
        {clock === null ? null : <span class="numeral" role="timer">{clock}</span>}
      </div>
      {refusal === null ? null : <p class="chair-refusal" role="alert">{refusal}</p>}
      {children}
    </div>
  );
}

/** What the umpire answers before the halves are live again; it also turns the board when ends change. */
function Answer({ mode, say, onAnswer }: { readonly mode: Board["mode"]; readonly say: SayChair; readonly onAnswer: () => void }) {
  return <button type="button" class="chair-answer" onClick={onAnswer}>{say(mode === "ends" ? "chair.ends-changed" : "chair.next-game")}</button>;
}

function Undo({ seed, say, state, after }: ChairBoardProps) {
  const may = state.mayRecord.includes("undo");
  return (
    <TouchForm sendTo={seed.sendTo} after={after} fields={{ kind: "undo" }} class="chair-undo">
      <button disabled={!may}>{say("chair.undo")}</button>
    </TouchForm>
  );
}
