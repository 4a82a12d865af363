import { isRefused, type MatchState, type Refusal, replay } from "@podium/engine";
import type { LogConflict, LogLine } from "../client/outbox.ts";
import { scoreText } from "./calls.ts";
import { closedWords, type Phone } from "./phone.ts";
import type { ChairData } from "./initial-data.ts";
import { refusalWords, type TranslateChair } from "./translation.ts";

interface PanelProps {
  readonly chair: ChairData;
  readonly t: TranslateChair;
  readonly phone: Phone;
}

/** Stands in place of the halves while the umpire must decide, or when the chair was withdrawn. */
export function ConflictPanel(props: PanelProps) {
  const { conflict, closed } = props.phone.box;
  return (
    <section class="chair-held" role="alert">
      {closed !== null || conflict === null ? <Closed {...props} /> : <ConflictChoice {...props} conflict={conflict} />}
    </section>
  );
}

function Closed({ t, phone }: PanelProps) {
  return (
    <>
      <p>{t("chair.closed")}</p>
      {closedWords(phone, t).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function ConflictChoice({ chair, t, phone, conflict }: PanelProps & { readonly conflict: LogConflict }) {
  const { log } = phone.box;
  const stands = fold(chair, log);
  const added = fold(chair, [...log, ...conflict.lines]);
  return (
    <>
      <p>
        {conflict.refusal === null
          ? t("chair.conflict-other")
          : t("chair.conflict-refused", { message: refusalWords(conflict.refusal, chair) })}
      </p>
      <p>{t("chair.conflict-mine", { count: conflict.lines.length })}</p>
      <p class="chair-sides">
        {chair.sides.home.short} – {chair.sides.away.short}
      </p>
      <dl>
        <dt>{t("chair.conflict-stands")}</dt>
        <dd>{scoreWords(stands, chair, t)}</dd>
        <dt>{t("chair.conflict-with")}</dt>
        <dd>{scoreWords(added, chair, t)}</dd>
      </dl>
      {isRefused(added) ? null : (
        <button type="button" onClick={phone.addConflicting}>
          {t("chair.conflict-add")}
          <small>{t("chair.conflict-add-says")}</small>
        </button>
      )}
      <button type="button" onClick={phone.handIn}>
        {t("chair.conflict-referee")}
        <small>{t("chair.conflict-referee-says")}</small>
      </button>
      <button type="button" onClick={phone.dropConflicting}>
        {t("chair.conflict-drop")}
        <small>{t("chair.conflict-drop-says")}</small>
      </button>
    </>
  );
}

function fold(chair: ChairData, lines: readonly LogLine[]): MatchState | Refusal {
  return replay(
    chair.rules,
    lines.map((line) => line.entry),
  );
}

function scoreWords(state: MatchState | Refusal, chair: ChairData, t: TranslateChair): string {
  if (isRefused(state)) return t("chair.conflict-impossible", { message: refusalWords(state, chair) });
  const points = state.games.at(-1)?.score ?? { home: 0, away: 0 };
  return t("chair.score-now", {
    games: scoreText(state.gamesWon.home, state.gamesWon.away),
    points: scoreText(points.home, points.away),
  });
}
