import { clockOf, type Frame, type MovableMatch, type MovesPage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { dayInWords } from "../ui/times.ts";
import { deskWords } from "./desk-words.ts";
import { movableName, untimedName } from "./movable-name.ts";
import { MoveForm } from "./move-form.tsx";

interface MovesProps {
  readonly data: MovesPage;
  readonly frame: Frame;
}

/** A planned day, table by table: each match is put elsewhere by the form, by the mouse or by the arrow keys. */
export function PlanMoves({ data, frame }: MovesProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, refusal, matches, tables } = data;
  const moved = matches.find(({ row }) => row.id === data.moved);
  return (
    <div class="desk" data-moves>
      <MovesHead data={data} frame={frame} />
      <InventedCompetition competition={competition} language={language} />
      {refusal === null ? null : (
        <div class="refused" role="alert">
          <p dir="auto">{refusalSentence(refusal, language)}</p>
          <p class="quiet">{t("desk.plan.refused")}</p>
        </div>
      )}
      {moved === undefined ? null : (
        <p class="notice" role="status" dir="auto">
          {t(moved.pinned ? "desk.moves.done-pinned" : "desk.moves.done", {
            match: movableName(moved, language),
            table: moved.table,
          })}
        </p>
      )}
      {matches.length === 0 ? (
        <p class="lead">{t("desk.moves.none")}</p>
      ) : (
        <>
          <MoveForm data={data} frame={frame} />
          <p class="quiet moves-keys" hidden>
            {t("desk.moves.keys")}
          </p>
          <div class="order-tables">
            {tables.map((table) => (
              <TableOfDay key={table} table={table} data={data} frame={frame} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** The planned days, and the way to the other pages of the day. */
function MovesHead({ data, frame: { language } }: MovesProps) {
  const t = deskWords(language);
  const { competition, day, days } = data;
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> },
  ];
  return (
    <PageHead
      language={language}
      way={way}
      title={t("desk.moves")}
      details={
        <>
          {days.map((each) => (
            <a key={each} href={`?day=${each}`} aria-current={each === day ? "page" : undefined}>
              {dayInWords(each, language)}
            </a>
          ))}
          <a href={`/desk/${competition.id}/plan`}>{t("desk.plan.link")}</a>
          <a href={`/desk/${competition.id}/day`}>{t("desk.day")}</a>
        </>
      }
    />
  );
}

function TableOfDay({ table, data, frame }: MovesProps & { readonly table: string }) {
  const { language } = frame;
  const t = deskWords(language);
  const here = data.matches.filter((match) => match.table === table);
  return (
    <section data-table={table}>
      <h2>{shared(language)("ui.table", { table })}</h2>
      <ol class="day-table">
        {here.map((match) => (
          <li key={match.row.id} data-start={clockOf(match.start)} data-end={clockOf(match.end)}>
            {match.mayMove ? (
              <a
                href={`?${new URLSearchParams({ day: data.day, match: match.row.id }).toString()}`}
                draggable
                data-match={match.row.id}
                data-pinned={match.pinned ? "yes" : undefined}
                aria-current={match.row.id === data.entered["match"] ? "true" : undefined}
              >
                <Line match={match} frame={frame} />
              </a>
            ) : (
              <Line match={match} frame={frame} />
            )}
            {match.pinned ? <span class="quiet"> {t("desk.moves.pinned")}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ match, frame }: { readonly match: MovableMatch; readonly frame: Frame }) {
  return (
    <>
      <strong>{clockOf(match.start)}</strong>{" "}
      <span dir="auto" data-part="name">
        {untimedName(match, frame.language)}
      </span>
    </>
  );
}
