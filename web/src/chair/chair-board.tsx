import type { MatchState } from "@podium/engine";
import type { ComponentChildren } from "preact";
import { type Board, boardOf, type Half } from "./board.ts";
import { callSentences, scoreOnBoard, type Told } from "./calls.ts";
import { ChairMenu } from "./chair-menu.tsx";
import { ContestPanel } from "./contest-panel.tsx";
import { Halves } from "./halves.tsx";
import { Mark } from "./mark.tsx";
import { clockText, isTimeUp } from "./stoppage.ts";
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
        {held ? (
          <ContestPanel seed={seed} say={say} phone={phone} />
        ) : (
          <Field {...props} refusal={refusal} board={board} told={told} />
        )}
      </div>
      <div class="chair-foot">{held ? null : <Undo {...props} />}</div>
    </div>
  );
}

/** A word; it is said aloud only when something waits, not after every touch. */
function Network({ phone, say }: { readonly phone: Phone; readonly say: SayChair }) {
  const waits = !phone.connected || phone.box.closed !== null;
  return (
    <p class={waits ? "chair-network waits" : "chair-network"} role={waits ? "status" : undefined}>
      {networkWord(phone, say)}
    </p>
  );
}

function Games({ board, told: { say, state } }: { readonly board: Board; readonly told: Told }) {
  return (
    <div class="chair-games" aria-label={say("chair.games")}>
      <b>{board.left.games}</b>
      <TimeOutTaken half={board.left} say={say} />
      <ol>
        {board.finished.map((score, at) => (
          <li key={at}>{scoreOnBoard(score, board)}</li>
        ))}
      </ol>
      {state.expedite ? <span class="chair-expedite">{say("chair.expedite-on")}</span> : null}
      <TimeOutTaken half={board.right} say={say} />
      <b>{board.right.games}</b>
    </div>
  );
}

function TimeOutTaken({ half, say }: { readonly half: Half; readonly say: SayChair }) {
  return half.timeOutTaken ? <Mark short={say("chair.mark.time-out")} words={say("chair.time-out-taken")} /> : null;
}

function Field(props: ChairBoardProps & { readonly board: Board; readonly told: Told }) {
  const { board, told, seed, say, state, after, refusal } = props;
  if (board.mode === "choose") {
    return (
      <>
        <CallLine sentences={beforeTheGame(told)} refusal={refusal} clock={clockOf(props, board)} />
        <ServiceChoice seed={seed} say={say} state={state} after={after} />
      </>
    );
  }
  return (
    <>
      <Halves board={board} seed={seed} say={say} after={after} />
      <CallLine sentences={callSentences(told)} refusal={refusal} clock={clockOf(props, board)}>
        {answerTo(props, board)}
      </CallLine>
    </>
  );
}

/** The choice stands below; the interval goes on meanwhile. */
function beforeTheGame(told: Told): readonly string[] {
  const sentences = callSentences(told);
  return sentences.length === 0 && told.state.progress === "interval" ? [told.say("chair.call.interval")] : sentences;
}

/** How long play has stood still, and that its minute is over, while the umpire waits for it to go on. */
function clockOf({ state, say, phone }: ChairBoardProps, { mode }: Board): string | null {
  const waits =
    mode === "interval" ||
    (mode === "choose" && state.progress === "interval") ||
    state.timeOut !== null ||
    state.medical !== null;
  const standsForMs = phone?.stoppedForMs ?? null;
  if (!waits || standsForMs === null) return null;
  return isTimeUp(state, standsForMs)
    ? say("chair.clock-up", { clock: clockText(standsForMs) })
    : clockText(standsForMs);
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
        <p aria-live="polite">
          {sentences.map((sentence) => (
            <span key={sentence}>{sentence} </span>
          ))}
        </p>
        {clock === null ? null : (
          <span class="numeral" role="timer">
            {clock}
          </span>
        )}
      </div>
      {refusal === null ? null : (
        <p class="chair-refusal" role="alert">
          {refusal}
        </p>
      )}
      {children}
    </div>
  );
}

/** What the umpire answers before the halves are live again; it also turns the board when ends change. */
function answerTo({ say, seed, after, phone }: ChairBoardProps, { mode }: Board): ComponentChildren {
  if (mode === "time-out") {
    return (
      <TouchForm sendTo={seed.sendTo} after={after} fields={{ kind: "time-out-ended" }} class="chair-ending">
        <button class="chair-answer">{say("chair.menu.time-out-ended")}</button>
      </TouchForm>
    );
  }
  if (phone === null || (mode !== "ends" && mode !== "interval")) return null;
  return (
    <button type="button" class="chair-answer" onClick={phone.acknowledge}>
      {say(mode === "ends" ? "chair.ends-changed" : "chair.next-game")}
    </button>
  );
}

function Undo({ seed, say, state, after }: ChairBoardProps) {
  const may = state.mayRecord.includes("undo");
  return (
    <TouchForm sendTo={seed.sendTo} after={after} fields={{ kind: "undo" }} class="chair-undo">
      <button disabled={!may}>{say("chair.undo")}</button>
    </TouchForm>
  );
}
