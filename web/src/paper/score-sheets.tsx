import type { Side } from "@podium/engine";
import type { CompetitionView, Frame, Language, MatchRow, RubberOnPaper, ScoreSheetView } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { entryLines, matchName, sourceName } from "../ui/match-names.ts";
import { Association, Words } from "../ui/names.tsx";
import { QrDrawing } from "../ui/qr-drawing.tsx";
import { inParts } from "../ui/parts.ts";
import { shared } from "../ui/shared-words.ts";
import { MatchTime } from "../ui/time.tsx";
import { paperWords } from "./paper-words.ts";

interface SheetsProps {
  readonly competition: CompetitionView;
  readonly sheets: readonly ScoreSheetView[];
  readonly frame: Frame;
}

/** Three matches on a sheet, to be cut apart; a tie between teams has one of its own. */
const MATCHES_A_SHEET = 3;

/** A form for each match that is to be umpired on paper. */
export function ScoreSheets({ competition, sheets, frame }: SheetsProps) {
  const ties = sheets.filter(({ match }) => match.kind === "team");
  const matches = sheets.filter(({ match }) => match.kind !== "team");
  if (sheets.length === 0) return <p class="paper-sheet">{paperWords(frame.language)("paper.nothing")}</p>;
  return (
    <>
      {inParts(matches, MATCHES_A_SHEET).map((three) => (
        <section class="paper-sheet score-sheets" key={three[0]?.match.id}>
          {three.map(({ match }) => (
            <MatchForm key={match.id} competition={competition} match={match} frame={frame} />
          ))}
        </section>
      ))}
      {ties.map(({ match, rubbers }) => (
        <section class="paper-sheet" key={match.id}>
          <TieForm competition={competition} match={match} rubbers={rubbers} frame={frame} />
        </section>
      ))}
    </>
  );
}

interface FormProps {
  readonly competition: CompetitionView;
  readonly match: MatchRow;
  readonly frame: Frame;
}

function FormHead({ competition, match, frame }: FormProps) {
  const { language } = frame;
  const t = paperWords(language);
  return (
    <header class="form-head">
      <div>
        <p>
          <Words text={competition.title} language={language} />
        </p>
        <h2>
          <Words text={match.eventTitle} language={language} />, {matchName(match, language)}
        </h2>
        <p>
          <MatchTime match={match} language={language} />{" "}
          {match.table === null ? (
            <>
              {t("paper.table")} <span class="line-short" />
            </>
          ) : (
            <b>{shared(language)("ui.table", { table: match.table })}</b>
          )}{" "}
          {shared(language)("ui.best-of", { games: match.bestOf })}
        </p>
      </div>
      <QrDrawing text={`${frame.origin}/matches/${match.id}`} label={t("paper.qr")} />
    </header>
  );
}

function MatchForm({ competition, match, frame }: FormProps) {
  const { language } = frame;
  return (
    <article class="score-sheet">
      <FormHead competition={competition} match={match} frame={frame} />
      <Boxes columns={match.bestOf} language={language} withMarks>
        {(["home", "away"] as const).map((side) => (
          <tr key={side}>
            <th scope="row">
              <SideNames match={match} side={side} language={language} />
            </th>
            <BlankBoxes count={match.bestOf} />
            <td class="box" />
            <td class="box" />
            <td class="box" />
          </tr>
        ))}
      </Boxes>
      <Signatures language={language} />
    </article>
  );
}

/** The people of a side, one line each, or where they will come from. */
function SideNames({
  match,
  side,
  language,
}: {
  readonly match: MatchRow;
  readonly side: Side;
  readonly language: Language;
}) {
  const slot = match[side];
  if (slot.entry === null) return <span class="source">{sourceName(slot.source, language)}</span>;
  const given = match.handicap?.[side] ?? 0;
  return (
    <>
      {entryLines(slot.entry, language).map(({ text, lang }) => (
        <span class="name" lang={lang ?? undefined} dir="auto" key={text}>
          {text}
        </span>
      ))}{" "}
      <Association entry={slot.entry} language={language} />
      {given === 0 ? null : <> {paperWords(language)("paper.handicap", { points: given })}</>}
    </>
  );
}

interface BoxesProps {
  readonly columns: number;
  readonly language: Language;
  /** With columns for time-outs and cards. */
  readonly withMarks?: boolean;
  readonly children: ComponentChildren;
}

function Boxes({ columns, language, withMarks = false, children }: BoxesProps) {
  const t = paperWords(language);
  return (
    <table class="boxes">
      <thead>
        <tr>
          <th />
          {Array.from({ length: columns }, (_, at) => (
            <th key={at} class="numeral">
              {at + 1}
            </th>
          ))}
          <th>{t("paper.games")}</th>
          {withMarks ? <th>{t("paper.time-out")}</th> : null}
          {withMarks ? <th>{t("paper.cards")}</th> : null}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function BlankBoxes({ count }: { readonly count: number }) {
  return Array.from({ length: count }, (_, at) => <td key={at} class="box" />);
}

function Signatures({ language }: { readonly language: Language }) {
  const t = paperWords(language);
  return (
    <p class="signatures">
      {(["paper.winner", "paper.result", "paper.umpire", "paper.signature"] as const).map((key) => (
        <span key={key}>
          {t(key)} <span class="line" />
        </span>
      ))}
    </p>
  );
}

function TieForm({ competition, match, rubbers, frame }: FormProps & { readonly rubbers: readonly RubberOnPaper[] }) {
  const { language } = frame;
  const columns = Math.max(match.bestOf, ...rubbers.map(({ bestOf }) => bestOf));
  return (
    <article class="tie-sheet">
      <FormHead competition={competition} match={match} frame={frame} />
      <p class="tie-teams">
        {(["home", "away"] as const).map((side) => (
          <b key={side}>
            <SideNames match={match} side={side} language={language} />
          </b>
        ))}
      </p>
      <Boxes columns={columns} language={language}>
        {rubbers.map((rubber, at) => (
          <RubberRows key={at} number={at + 1} rubber={rubber} columns={columns} language={language} />
        ))}
      </Boxes>
      <Signatures language={language} />
    </article>
  );
}

interface RubberProps {
  readonly number: number;
  readonly rubber: RubberOnPaper;
  readonly columns: number;
  readonly language: Language;
}

/** A rubber in two rows: the letters of its players, with their names where the line-ups are open, else a line to write on. */
function RubberRows({ number, rubber, columns, language }: RubberProps) {
  return (["home", "away"] as const).map((side) => (
    <tr key={side} class={side === "home" ? "rubber" : undefined}>
      <th scope="row">
        <span class="numeral">{side === "home" ? number : ""}</span> {rubber[side].join(" ")}{" "}
        {rubber.match !== null && rubber.match[side].entry?.name === null ? (
          <SideNames match={rubber.match} side={side} language={language} />
        ) : (
          <span class="line" />
        )}
      </th>
      <BlankBoxes count={columns} />
      <td class="box" />
    </tr>
  ));
}
