import type { DrawPage, Frame, Language } from "@podium/protocol";
import { EntryName, Words } from "../ui/names.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { DrawnRecord } from "./drawn-record.tsx";
import { drawWords, findDrawWords } from "./draw-words.ts";

interface DrawProps {
  readonly data: DrawPage;
  readonly frame: Frame;
}

/** The draw of an event: to come, under way on every open page, or on record. */
export function DrawScreen({ data, frame }: DrawProps) {
  const { language } = frame;
  const way = [
    competitionStep(data.competition, language),
    { href: `/competitions/${data.event.id}`, words: <Words text={data.event.title} language={language} /> },
  ];
  return (
    <article class="draw-page" data-draw={data.event.id}>
      <InventedCompetition competition={data.competition} language={language} />
      <PageHead language={language} way={way} title={drawWords(language)("draw.title")} />
      <DrawParts data={data} frame={frame} />
    </article>
  );
}

/** What stands on the public page and at the desk alike. */
export function DrawParts({ data, frame }: DrawProps) {
  const { language } = frame;
  const t = drawWords(language);
  return (
    <>
      <p class="lead">{t(`draw.says.${stateOf(data)}`)}</p>
      <ToCome data={data} language={language} />
      {data.records.map((view, at) => (
        <section key={view.number} class="draw-record">
          {data.records.length === 1 && at === 0 ? null : <h2>{t("draw.number", { number: view.number })}</h2>}
          <DrawnRecord
            view={view}
            entries={data.entries}
            event={data.event.id}
            zone={data.competition.zone}
            nowMs={frame.nowMs}
            language={language}
          />
        </section>
      ))}
      {data.records.some(({ record }) => record.withdrawn === undefined) ? null : (
        <EntriesToDraw data={data} language={language} />
      )}
    </>
  );
}

/** Where a draw is. */
function stateOf({ records, rules, isDrawn }: DrawPage): "to-come" | "under-way" | "made" | "unknown" {
  const current = records[0]?.record.withdrawn === undefined ? records[0] : undefined;
  if (current !== undefined) return current.showing === null ? "made" : "under-way";
  return rules === null || isDrawn ? "unknown" : "to-come";
}

interface PartProps {
  readonly data: DrawPage;
  readonly language: Language;
}

/** What will be drawn, and the commitment to it. */
function ToCome({ data, language }: PartProps) {
  const t = drawWords(language);
  const { obstacle, commitments, committedAtMs, rules } = data;
  if (rules === null || data.isDrawn || (commitments.length === 0 && obstacle === null)) return null;
  return (
    <section class="draw-to-come">
      <p>
        <strong>{t(`draw.format.${rules.format}`)}</strong> {t(`draw.format.${rules.format}.says`)}
      </p>
      {obstacle === null ? null : (
        <p dir="auto">
          {t("draw.obstacle")} {refusalSentence(obstacle, language)}
        </p>
      )}
      <dl class="draw-chance">
        {commitments.map(({ id, commitment }) => (
          <div key={id}>
            <dt>
              {commitments.length === 1
                ? t("draw.commitment")
                : t("draw.commitment.of", { phase: findDrawWords(language)(`draw.phase.${id}`) ?? id })}
            </dt>
            <dd>
              <code>{commitment}</code>
            </dd>
          </div>
        ))}
        {commitments.length === 0 ? null : (
          <div>
            <dt>{t("draw.committed")}</dt>
            <dd>
              {committedAtMs === null ? (
                t("draw.committed.not-yet")
              ) : (
                <Time ms={committedAtMs} zone={data.competition.zone} language={language} form="full" />
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function EntriesToDraw({ data, language }: PartProps) {
  if (data.entries.length === 0) return null;
  return (
    <section>
      <h2>{drawWords(language)("draw.entries")}</h2>
      <ul class="entries">
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <EntryName entry={entry} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}
