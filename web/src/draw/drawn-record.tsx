import {
  ballsIn,
  ballsShown,
  type DrawRecordView,
  type EntryView,
  type Language,
  type ProvenDraw,
} from "@podium/protocol";
import { entryName } from "../ui/match-names.ts";
import { Time } from "../ui/time.tsx";
import "./draw-elements.ts";
import { drawWords, findDrawWords, type TranslateDraw } from "./draw-words.ts";
import { type GroupNow, groupsAfter, type LineNow, linesAfter, numbered, type NumberedBall } from "./drawn-balls.ts";

interface RecordProps {
  readonly view: DrawRecordView;
  readonly entries: readonly EntryView[];
  /** Of the event; without one there is nothing to download or to listen to. */
  readonly event: string | null;
  readonly zone: string;
  readonly nowMs: number;
  readonly language: Language;
  /** What came out alone, on a page that is about more. */
  readonly isBrief?: boolean;
}

/** A draw on record: what came out, where the chance came from, and how anybody verifies it. */
export function DrawnRecord(props: RecordProps) {
  const { view, event, nowMs, language, isBrief = false } = props;
  const { record, showing, number } = view;
  const balls = view.balls ?? ballsIn(record.draws);
  const shown = showing === null ? balls : ballsShown(showing, balls, nowMs);
  const parts = numbered(record.draws).map((each) => each.filter((ball) => ball.number <= shown));
  const naming = namingOf(props);
  return (
    <draw-show
      class="drawn"
      event={event ?? ""}
      number={String(number)}
      data-from={showing?.from ?? balls}
      data-since={showing?.sinceMs ?? 0}
      data-pace={showing?.paceMs ?? 0}
      data-now={nowMs}
      data-balls={balls}
      data-shown={shown}
    >
      <Withdrawn {...props} />
      {showing === null ? null : (
        <BallNow
          words={ballInWords(parts.flat().at(-1), naming)}
          step={shown === 0 ? naming.t("draw.step.soon") : naming.t("draw.step", { ball: shown, balls })}
          rooms={longestWords(record.draws, naming)}
        />
      )}
      <div data-part="drawn">
        {record.draws.map((draw, at) => {
          const out = (parts[at] ?? []).map(({ ball }) => ball);
          return (
            <DrawnPhase
              key={draw.id}
              draw={showing === null ? draw : drawnSoFar(draw, out)}
              isAlone={record.draws.length === 1}
              context={{ naming, newest: showing === null ? null : (out.at(-1)?.entry ?? null) }}
            />
          );
        })}
      </div>
      {isBrief ? null : <Chance {...props} />}
      {isBrief ? null : <EveryBall balls={parts.flat()} naming={naming} />}
      {event === null || showing !== null ? null : <Verification view={view} event={event} language={language} />}
    </draw-show>
  );
}

/** A draw of which these balls are out. */
interface DrawSoFar {
  readonly id: string;
  readonly lines?: readonly LineNow[] | undefined;
  readonly drawn?: readonly GroupNow[] | undefined;
}

function drawnSoFar(draw: ProvenDraw, out: readonly NumberedBall["ball"][]): DrawSoFar {
  const { id, lines, size, drawn, entries } = draw;
  if (drawn === undefined) return { id, lines: linesAfter(out, lines?.length ?? size ?? 0) };
  const names = drawn.map(({ name }) => name);
  return { id, drawn: groupsAfter(out, names, Math.ceil(entries.length / names.length)) };
}

function Withdrawn({ view, zone, language }: RecordProps) {
  const { withdrawn } = view.record;
  if (withdrawn === undefined) return null;
  const t = drawWords(language);
  return (
    <p class="draw-withdrawn">
      <strong>{t("draw.withdrawn")}</strong> <Time ms={Date.parse(withdrawn.at)} zone={zone} language={language} />:{" "}
      <span dir="auto">{withdrawn.reason ?? t("draw.withdrawn.changed")}</span>
    </p>
  );
}

interface BallNowProps {
  readonly words: string;
  readonly step: string;
  readonly rooms: readonly string[];
}

/** As many as may wrap onto the most lines, though others have more letters. */
const LONGEST = 3;

/** The ball that has just come out, as large as a hall needs it; the room is that of the longest, so that nothing below moves. */
function BallNow({ words, step, rooms }: BallNowProps) {
  return (
    <p class="draw-now" role="status">
      <span data-part="step">{step}</span>
      <span class="draw-now-ball">
        <strong data-part="ball" dir="auto">
          {words}
        </strong>
        {rooms.map((room, at) => (
          <strong key={at} class="draw-now-room" aria-hidden="true" dir="auto">
            {room}
          </strong>
        ))}
      </span>
    </p>
  );
}

/** The longest that may be said of a ball, whatever comes out. */
function longestWords(draws: readonly ProvenDraw[], naming: Naming): string[] {
  const words = draws.flatMap(({ entries, lines, size, drawn }) => {
    const result = drawn?.at(-1)?.name ?? lines?.length ?? size ?? entries.length;
    const steps = drawn === undefined ? (["line", "put-back"] as const) : (["group"] as const);
    return entries.flatMap(({ id }) => [
      ...steps.map((step) => stepInWords({ step, entry: id, result }, naming)),
      stepInWords({ step: "order", entry: null, result: id }, naming),
    ]);
  });
  return words.toSorted((one, other) => other.length - one.length).slice(0, LONGEST);
}

interface EveryBallProps {
  readonly balls: readonly NumberedBall[];
  readonly naming: Naming;
}

function EveryBall({ balls, naming }: EveryBallProps) {
  return (
    <details class="draw-balls">
      <summary>{naming.t("draw.balls")}</summary>
      <ol data-part="balls">
        {balls.map((ball) => (
          <li key={ball.number} dir="auto">
            {ballInWords(ball, naming)}
          </li>
        ))}
      </ol>
    </details>
  );
}

interface Naming {
  readonly nameOf: (id: string) => string;
  readonly t: TranslateDraw;
  readonly language: Language;
}

function namingOf({ view, entries, language }: RecordProps): Naming {
  const t = drawWords(language);
  const names = new Map(view.record.draws.flatMap((draw) => draw.entries.map((entry) => [entry.id, entry] as const)));
  const views = new Map(entries.map((entry) => [entry.code, entry]));
  return {
    language,
    t,
    nameOf: (id) => {
      const entry = views.get(id);
      if (entry !== undefined) return entryName(entry, language);
      const { group, name } = names.get(id) ?? {};
      return group === undefined ? (name ?? id) : t("draw.place", { group, place: id.slice(group.length + 1) });
    },
  };
}

/** `SUN Yingsha to group B`. */
function ballInWords(numberedBall: NumberedBall | undefined, naming: Naming): string {
  return numberedBall === undefined ? "" : stepInWords(numberedBall.ball, naming);
}

function stepInWords(
  { step, entry, result }: Pick<NumberedBall["ball"], "step" | "entry" | "result">,
  { nameOf, language }: Naming,
): string {
  const params = {
    entry: entry === null ? "" : nameOf(entry),
    result: step === "order" ? nameOf(String(result)) : String(result),
  };
  return findDrawWords(language)(`draw.ball.${step}`, params) ?? `${params.entry} ${params.result}`;
}

interface PhaseContext {
  readonly naming: Naming;
  /** Whose ball is the last one that is out; null where that is nobody's, or all are. */
  readonly newest: string | null;
}

function DrawnPhase({
  draw,
  isAlone,
  context,
}: {
  readonly draw: DrawSoFar;
  readonly isAlone: boolean;
  readonly context: PhaseContext;
}) {
  const { language } = context.naming;
  return (
    <section class="drawn-phase">
      {isAlone ? null : <h3>{findDrawWords(language)(`draw.phase.${draw.id}`) ?? draw.id}</h3>}
      {draw.lines === undefined ? null : <DrawnLines lines={draw.lines} context={context} />}
      {draw.drawn === undefined ? null : <DrawnGroups groups={draw.drawn} context={context} />}
    </section>
  );
}

function DrawnLines({ lines, context }: { readonly lines: readonly LineNow[]; readonly context: PhaseContext }) {
  return (
    <ol class="drawn-lines">
      {lines.map((id, at) => (
        <li key={at}>{id === undefined ? null : <Drawn id={id} context={context} />}</li>
      ))}
    </ol>
  );
}

function DrawnGroups({ groups, context }: { readonly groups: readonly GroupNow[]; readonly context: PhaseContext }) {
  return (
    <div class="drawn-groups">
      {groups.map(({ name, entries }) => (
        <section key={name}>
          <h4>{context.naming.t("draw.group", { group: name })}</h4>
          <ol>
            {entries.map((id, at) => (
              <li key={at}>{id === undefined ? null : <Drawn id={id} context={context} />}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** What a ball brought: an entry, or a bye. */
function Drawn({ id, context: { naming, newest } }: { readonly id: string | null; readonly context: PhaseContext }) {
  const state = id === null ? "quiet" : id === newest ? "is-new" : "";
  return (
    <span class={`drawn-name ${state}`.trimEnd()} dir="auto">
      {id === null ? naming.t("draw.bye") : naming.nameOf(id)}
    </span>
  );
}

/** Commitment, randomness, who and when. */
function Chance({ view, zone, language }: RecordProps) {
  const t = drawWords(language);
  const { draws, by, committed, at } = view.record;
  return (
    <dl class="draw-chance">
      {draws.map(({ id, commitment }) => (
        <div key={id}>
          <dt>
            {draws.length === 1
              ? t("draw.commitment")
              : t("draw.commitment.of", { phase: findDrawWords(language)(`draw.phase.${id}`) ?? id })}
          </dt>
          <dd>
            <code>{commitment}</code>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("draw.committed")}</dt>
        <dd>
          {committed === undefined ? (
            t("draw.committed.not")
          ) : (
            <Time ms={Date.parse(committed)} zone={zone} language={language} form="full" />
          )}
        </dd>
      </div>
      <Randomness view={view} t={t} />
      <div>
        <dt>{t("draw.at")}</dt>
        <dd>
          <Time ms={Date.parse(at)} zone={zone} language={language} form="full" />
        </dd>
      </div>
      {by === undefined ? null : (
        <div>
          <dt>{t("draw.by")}</dt>
          <dd dir="auto">{by}</dd>
        </div>
      )}
    </dl>
  );
}

/** Until the last ball is out it is not told: anybody could draw the others from it. */
function Randomness({ view, t }: { readonly view: DrawRecordView; readonly t: TranslateDraw }) {
  const { draws, randomness, given } = view.record;
  return (
    <div>
      <dt>{t("draw.randomness")}</dt>
      <dd>
        {view.showing === null ? <code dir="auto">{draws[0]?.randomness}</code> : t("draw.randomness.later")} (
        {t(`draw.randomness.${randomness}`)}
        {given === undefined ? "" : `, ${t("draw.given", { name: given })}`})
      </dd>
    </div>
  );
}

/** By this browser, or without script by the command. */
function Verification({ view, event, language }: Pick<RecordProps, "view" | "language"> & { readonly event: string }) {
  const t = drawWords(language);
  const href = `/competitions/${event}/draw/${view.number}`;
  const file = `${event.replaceAll("/", "-")}-draw-${view.number}.ndjson`;
  return (
    <div class="draw-verification">
      <p class="buttons">
        <button
          type="button"
          data-part="verify"
          data-file={href}
          data-running={t("draw.verify.running")}
          data-yes={t("draw.verify.yes", { balls: "{balls}" })}
          data-no={t("draw.verify.no", { message: "{message}" })}
          hidden
        >
          {t("draw.verify")}
        </button>
        <a class="button quiet" href={href} download={file}>
          {t("draw.download")}
        </a>
      </p>
      <p class="quiet">{t("draw.verify.says")}</p>
      <p class="quiet">
        {t("draw.verify.command")} <code>podium draw verify {file}</code>
      </p>
      <p data-part="verdict" role="status" />
    </div>
  );
}
