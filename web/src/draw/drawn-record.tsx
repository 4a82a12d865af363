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
import { drawWords, findDrawWords } from "./draw-words.ts";
import { leftFreeBy, numbered, type NumberedBall, placedBy } from "./drawn-balls.ts";

interface RecordProps {
  readonly view: DrawRecordView;
  readonly entries: readonly EntryView[];
  /** Of the event; without one there is nothing to download or to listen to. */
  readonly event: string | null;
  readonly zone: string;
  readonly nowMs: number;
  readonly language: Language;
}

/** A draw on record: what came out, where the chance came from, and how anybody verifies it. */
export function DrawnRecord(props: RecordProps) {
  const { view, event, nowMs, language } = props;
  const { record, showing, number } = view;
  const balls = ballsIn(record.draws);
  const shown = showing === null ? balls : ballsShown(showing, balls, nowMs);
  const parts = numbered(record.draws);
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
    >
      <Withdrawn {...props} />
      {showing === null ? null : (
        <BallNow shown={shown} words={parts.flat().map((ball) => ballInWords(ball, naming))} language={language} />
      )}
      {record.draws.map((draw, at) => (
        <DrawnPhase
          key={draw.id}
          draw={draw}
          isAlone={record.draws.length === 1}
          context={{ balls: parts[at] ?? [], shown, naming }}
        />
      ))}
      <Chance {...props} />
      <EveryBall balls={parts.flat()} shown={shown} naming={naming} />
      {event === null ? null : <Verification view={view} event={event} language={language} />}
    </draw-show>
  );
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
  readonly shown: number;
  /** What is said of each ball, in order. */
  readonly words: readonly string[];
  readonly language: Language;
}

/** As many as may wrap onto the most lines, though others have more letters. */
const LONGEST = 3;

/** The ball that has just come out, as large as a hall needs it; the room is that of the longest, so that nothing below moves. */
function BallNow({ shown, words, language }: BallNowProps) {
  const t = drawWords(language);
  const balls = words.length;
  const longest = words.toSorted((one, other) => other.length - one.length).slice(0, LONGEST);
  return (
    <p class="draw-now" role="status">
      <span data-part="step" data-soon={t("draw.step.soon")} data-words={t("draw.step", STEP)}>
        {shown === 0 ? t("draw.step.soon") : t("draw.step", { ball: shown, balls })}
      </span>
      <span class="draw-now-ball">
        <strong data-part="ball" dir="auto">
          {words[shown - 1] ?? ""}
        </strong>
        {longest.map((room, at) => (
          <strong key={at} class="draw-now-room" aria-hidden="true" dir="auto">
            {room}
          </strong>
        ))}
      </span>
    </p>
  );
}

interface EveryBallProps {
  readonly balls: readonly NumberedBall[];
  readonly shown: number;
  readonly naming: Naming;
}

function EveryBall({ balls, shown, naming }: EveryBallProps) {
  return (
    <details class="draw-balls">
      <summary>{drawWords(naming.language)("draw.balls")}</summary>
      <ol>
        {balls.map((ball) => (
          <li key={ball.number} data-ball={ball.number} hidden={ball.number > shown} dir="auto">
            {ballInWords(ball, naming)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Filled in by the script of the page. */
const STEP = { ball: "{ball}", balls: "{balls}" };

interface Naming {
  readonly nameOf: (id: string) => string;
  readonly language: Language;
}

function namingOf({ view, entries, language }: RecordProps): Naming {
  const t = drawWords(language);
  const names = new Map(view.record.draws.flatMap((draw) => draw.entries.map((entry) => [entry.id, entry] as const)));
  const views = new Map(entries.map((entry) => [entry.code, entry]));
  return {
    language,
    nameOf: (id) => {
      const entry = views.get(id);
      if (entry !== undefined) return entryName(entry, language);
      const { group, name } = names.get(id) ?? {};
      return group === undefined ? (name ?? id) : t("draw.place", { group, place: id.slice(group.length + 1) });
    },
  };
}

/** `SUN Yingsha to group B`. */
function ballInWords(numberedBall: NumberedBall | undefined, { nameOf, language }: Naming): string {
  if (numberedBall === undefined) return "";
  const { step, entry, result } = numberedBall.ball;
  const params = {
    entry: entry === null ? "" : nameOf(entry),
    result: step === "order" ? nameOf(String(result)) : String(result),
  };
  return findDrawWords(language)(`draw.ball.${step}`, params) ?? `${params.entry} ${params.result}`;
}

interface PhaseContext {
  readonly balls: readonly NumberedBall[];
  readonly shown: number;
  readonly naming: Naming;
}

function DrawnPhase({
  draw,
  isAlone,
  context,
}: {
  readonly draw: ProvenDraw;
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

function DrawnLines({
  lines,
  context,
}: {
  readonly lines: readonly (string | null)[];
  readonly context: PhaseContext;
}) {
  const { balls, naming } = context;
  return (
    <ol class="drawn-lines">
      {lines.map((id, at) => (
        <li key={at}>
          <Drawn
            ball={id === null ? leftFreeBy(balls, at + 1) : placedBy(balls, id)}
            words={id === null ? drawWords(naming.language)("draw.bye") : naming.nameOf(id)}
            isBye={id === null}
            shown={context.shown}
          />
        </li>
      ))}
    </ol>
  );
}

function DrawnGroups({
  groups,
  context,
}: {
  readonly groups: NonNullable<ProvenDraw["drawn"]>;
  readonly context: PhaseContext;
}) {
  const { balls, naming } = context;
  return (
    <div class="drawn-groups">
      {groups.map(({ name, entries }) => (
        <section key={name}>
          <h4>{drawWords(naming.language)("draw.group", { group: name })}</h4>
          <ol>
            {entries.map((id) => (
              <li key={id}>
                <Drawn ball={placedBy(balls, id)} words={naming.nameOf(id)} shown={context.shown} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface DrawnProps {
  readonly ball: number;
  readonly words: string;
  readonly isBye?: boolean;
  readonly shown: number;
}

/** What a ball brought: its place stands empty until it is out. */
function Drawn({ ball, words, isBye = false, shown }: DrawnProps) {
  return (
    <span class={isBye ? "drawn-name quiet" : "drawn-name"} data-ball={ball} hidden={ball > shown} dir="auto">
      {words}
    </span>
  );
}

/** Commitment, randomness, who and when. */
function Chance({ view, zone, language }: RecordProps) {
  const t = drawWords(language);
  const { draws, randomness, given, by, committed, at } = view.record;
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
      <div>
        <dt>{t("draw.randomness")}</dt>
        <dd>
          <code dir="auto">{draws[0]?.randomness}</code> ({t(`draw.randomness.${randomness}`)}
          {given === undefined ? "" : `, ${t("draw.given", { name: given })}`})
        </dd>
      </div>
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
