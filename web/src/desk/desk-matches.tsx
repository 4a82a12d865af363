import {
  DESK_SECTIONS,
  type DeskMatch,
  type DeskPage,
  type DeskSection,
  deskSectionOf,
  deskState,
  type EventCard,
  type Frame,
} from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { DeskRow } from "./desk-row.tsx";
import { deskWords, type TranslateDesk } from "./desk-words.ts";
import { Notice } from "./notice.tsx";

interface DeskProps {
  readonly data: DeskPage;
  readonly frame: Frame;
}

/** All matches of a competition: what needs a decision on top, then what is played, what comes, what is done. */
export function Desk({ data, frame }: DeskProps) {
  const { language } = frame;
  const t = deskWords(language);
  const way = [{ href: "/desk", words: t("desk.title") }];
  const title = (
    <a href={`/competitions/${data.competition.id}`}>
      <Words text={data.competition.title} language={language} />
    </a>
  );
  return (
    <div class="desk" data-desk={data.competition.id}>
      <PageHead
        language={language}
        way={way}
        title={title}
        details={<EventDetails events={data.events} frame={frame} />}
      />
      <InventedCompetition competition={data.competition} language={language} />
      {data.notice === null ? null : <Notice notice={data.notice} matches={data.matches} frame={frame} />}
      <p class="desk-keys quiet" hidden>
        {t("desk.keys")}
      </p>
      {DESK_SECTIONS.map((section) => (
        <Section key={section} section={section} matches={matchesIn(section, data, frame)} frame={frame} />
      ))}
    </div>
  );
}

function EventDetails({ events, frame }: { readonly events: readonly EventCard[]; readonly frame: Frame }) {
  const t = deskWords(frame.language);
  return events.map(({ id, title, over, matches, live }) => (
    <span key={id}>
      <a href={`/competitions/${id}`}>
        <Words text={title} language={frame.language} />
      </a>
      : {t("desk.count", { over, matches, live })}
    </span>
  ));
}

interface SectionProps {
  readonly section: DeskSection;
  readonly matches: readonly DeskMatch[];
  readonly frame: Frame;
}

function Section({ section, matches, frame }: SectionProps) {
  const t = deskWords(frame.language);
  return (
    <section class="desk-section" data-section={section}>
      <h2>
        {t(`desk.section.${section}`)}
        <span class="numeral">{matches.length}</span>
      </h2>
      {section === "decide" && matches.length > 0 ? <p class="quiet">{t("desk.act.publish-says")}</p> : null}
      {matches.length === 0 ? (
        <p class="quiet">{t(`desk.section.${section}-empty`)}</p>
      ) : (
        <MatchTable matches={matches} frame={frame} t={t} />
      )}
    </section>
  );
}

const COLUMNS = ["time", "table", "match", "entries", "score", "state", "chair", "acts"] as const;

function MatchTable({ matches, frame, t }: Pick<SectionProps, "matches" | "frame"> & { readonly t: TranslateDesk }) {
  return (
    <table class="desk-grid">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class={`desk-${column}`}>
              {t(`desk.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => (
          <DeskRow key={match.row.id} match={match} frame={frame} />
        ))}
      </tbody>
    </table>
  );
}

function matchesIn(section: DeskSection, { matches }: DeskPage, { nowMs }: Frame): readonly DeskMatch[] {
  return matches.filter((match) => deskSectionOf(deskState(match, nowMs)) === section);
}
