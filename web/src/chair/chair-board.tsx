import type { MatchState } from "@podium/engine";
import type { ComponentChildren } from "preact";
import { incidentsToSend } from "../client/incidents.ts";
import { unsentCount } from "../client/outbox.ts";
import { type Board, boardOf, type BoardHalf } from "./board.ts";
import { callSentences, scoreOnBoard, type ChairContext } from "./calls.ts";
import { ChairMenu } from "./chair-menu.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { Halves } from "./halves.tsx";
import { LimitsPanel } from "./limits-panel.tsx";
import { Mark } from "./mark.tsx";
import { callsForALook, networkWord, type Phone } from "./phone.ts";
import type { ChairData } from "./initial-data.ts";
import { ServiceChoice } from "./service-choice.tsx";
import { TapForm } from "./tap-form.tsx";
import type { TranslateChair } from "./translation.ts";

export interface ChairBoardProps {
  readonly chair: ChairData;
  readonly t: TranslateChair;
  readonly state: MatchState;
  /** Lines that the page knows. */
  readonly after: number;
  /** The position whose change of ends or interval the umpire has answered. */
  readonly acknowledged: string | null;
  readonly refusal: string | null;
  /** Null without script: every tap then goes to the server and comes back. */
  readonly phone: Phone | null;
}

/** The umpire's whole screen: the same on the server and on the phone. */
export function ChairBoard(props: ChairBoardProps) {
  const { chair, t, state, acknowledged, phone } = props;
  const refusal =
    props.refusal ?? (phone === null || (phone.stored && phone.incidentsStored) ? null : t("chair.unkept"));
  const context = { state, chair, t, acknowledged };
  const board = boardOf(state, acknowledged);
  const isConflict = phone !== null && (phone.box.conflict !== null || phone.box.closed !== null);
  const limits = phone === null || phone.knowsLimits ? null : phone.limits;
  const held = isConflict || limits !== null;
  return (
    <div class={`chair-board mode-${board.mode}`}>
      <div class="chair-top">
        <h1 class="chair-title">{chair.title}</h1>
        {phone === null ? null : <Network phone={phone} t={t} />}
        <ChairMenu context={context} sendTo={chair.sendTo} after={props.after} phone={phone} />
      </div>
      <Games board={board} context={context} />
      <div class="chair-field">
        {isConflict ? (
          <ConflictPanel chair={chair} t={t} phone={phone} />
        ) : limits !== null && phone !== null ? (
          <LimitsPanel limits={limits} t={t} phone={phone} />
        ) : (
          <Field {...props} refusal={refusal} board={board} context={context} />
        )}
      </div>
      <div class="chair-foot">
        {held ? null : <Undo {...props} />}
        {held ? null : <Returns phone={phone} t={t} />}
      </div>
    </div>
  );
}

/** A word; it is said aloud only when something waits, not after every tap. */
function Network({ phone, t }: { readonly phone: Phone; readonly t: TranslateChair }) {
  const waits = callsForALook(phone);
  return (
    <p class={waits ? "chair-network waits" : "chair-network"} role={waits ? "status" : undefined}>
      {networkWord(phone, t)}
    </p>
  );
}

function Games({ board, context: { t, state } }: { readonly board: Board; readonly context: ChairContext }) {
  return (
    <div class="chair-games" aria-label={t("chair.games")}>
      <b>{board.left.games}</b>
      <TimeOutTaken half={board.left} t={t} />
      <ol>
        {board.finished.map((score, at) => (
          <li key={at}>{scoreOnBoard(score, board)}</li>
        ))}
      </ol>
      {state.expedite ? <span class="chair-expedite">{t("chair.expedite-on")}</span> : null}
      <TimeOutTaken half={board.right} t={t} />
      <b>{board.right.games}</b>
    </div>
  );
}

function TimeOutTaken({ half, t }: { readonly half: BoardHalf; readonly t: TranslateChair }) {
  return half.timeOutTaken ? <Mark short={t("chair.mark.time-out")} words={t("chair.time-out-taken")} /> : null;
}

function Field(props: ChairBoardProps & { readonly board: Board; readonly context: ChairContext }) {
  const { board, context, chair, t, state, after, refusal, phone } = props;
  if (board.mode === "choose") {
    return (
      <>
        <CallLine sentences={beforeTheGame(context, phone)} refusal={refusal} clock={clockWords(props)}>
          {warmUpOf(phone, t)}
        </CallLine>
        <ServiceChoice chair={chair} t={t} state={state} after={after} />
      </>
    );
  }
  return (
    <>
      <Halves board={board} chair={chair} t={t} after={after} returns={phone?.returns?.count ?? 0} />
      <CallLine sentences={callSentences(context)} refusal={refusal} clock={clockWords(props)}>
        {answerTo(props, board)}
      </CallLine>
    </>
  );
}

/** The choice stands below; the warm-up or the interval goes on meanwhile. */
function beforeTheGame(context: ChairContext, phone: Phone | null): readonly string[] {
  const { state, t } = context;
  const sentences = callSentences(context);
  if (sentences.length > 0) return sentences;
  if (state.progress === "interval") return [t("chair.call.interval")];
  return state.progress === "ready" && phone !== null && phone.clock !== null ? [t("chair.call.warm-up")] : [];
}

/** The time that is left until play goes on, or that it is up. */
function clockWords({ t, phone }: ChairBoardProps): string | null {
  const clock = phone?.clock ?? null;
  if (clock === null) return null;
  return clock.isUp ? t("chair.clock-up", { clock: clock.text }) : clock.text;
}

function warmUpOf(phone: Phone | null, t: TranslateChair): ComponentChildren {
  if (phone === null || phone.startWarmUp === null) return null;
  return (
    <button type="button" class="chair-answer" onClick={phone.startWarmUp}>
      {t("chair.warm-up")}
    </button>
  );
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
function answerTo({ t, chair, state, after, phone }: ChairBoardProps, { mode }: Board): ComponentChildren {
  if (mode === "over") {
    const words = t((state.outcome?.winner ?? null) === null ? "chair.what-next" : "chair.confirm-next");
    return <WhatNext chair={chair} words={words} isOpen={phone === null || mayLeave(phone)} />;
  }
  if (mode === "time-out") {
    return (
      <TapForm sendTo={chair.sendTo} after={after} fields={{ kind: "time-out-ended" }} class="chair-ending">
        <button class="chair-answer">{t("chair.menu.time-out-ended")}</button>
      </TapForm>
    );
  }
  if (phone === null || (mode !== "ends" && mode !== "interval")) return null;
  return (
    <button type="button" class="chair-answer" onClick={phone.acknowledge}>
      {t(mode === "ends" ? "chair.ends-changed" : "chair.next-game")}
    </button>
  );
}

/** The chair is left only when everything has arrived, for a place that the network can reach. */
function mayLeave({ box, connected, incidents }: Phone): boolean {
  return connected && unsentCount(box) + incidentsToSend(incidents).length === 0;
}

interface WhatNextProps {
  readonly chair: ChairData;
  readonly words: string;
  readonly isOpen: boolean;
}

/** To what both sides confirm, and the next match. Has its place before it is open, so that the result does not move. */
function WhatNext({ chair, words, isOpen }: WhatNextProps) {
  if (!isOpen)
    return (
      <button class="chair-answer" disabled>
        {words}
      </button>
    );
  return (
    <a class="chair-answer" href={chair.sendTo.replace(/log$/, "next")}>
      {words}
    </a>
  );
}

/** Under expedite the returns are counted beside it, and what it takes back first is a return. */
function Undo({ chair, t, state, after, phone }: ChairBoardProps) {
  const may = state.mayRecord.includes("undo");
  const returns = phone?.returns ?? null;
  if (returns !== null && returns.count > 0)
    return (
      <div class="chair-undo">
        <button type="button" onClick={returns.takeBack}>
          {t("chair.returns-back")}
        </button>
      </div>
    );
  return (
    <TapForm sendTo={chair.sendTo} after={after} fields={{ kind: "undo" }} class="chair-undo">
      <button disabled={!may}>{t("chair.undo")}</button>
    </TapForm>
  );
}

/** One tap for each good return of the receiving side; the last one wins the rally. */
function Returns({ phone, t }: { readonly phone: Phone | null; readonly t: TranslateChair }) {
  const returns = phone?.returns ?? null;
  if (returns === null) return null;
  const { count, of, add } = returns;
  return (
    <button type="button" class="chair-returns" onClick={add}>
      {t("chair.returns", { count, of })}
    </button>
  );
}
