import type { CompetitionPage, EventCard, Language, MedalTableRow } from "@podium/protocol";
import { ConversationLine } from "../ui/conversation-line.tsx";
import { LiveMark } from "../ui/live-mark.tsx";
import { EntryName, Words } from "../ui/names.tsx";
import { Medal } from "../ui/medal.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { CompetitionDetails } from "./competition-details.tsx";
import { dayInWords } from "../ui/times.ts";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { MatchesOfNow } from "./matches-of-now.tsx";
import { MomentLine } from "./moment-line.tsx";

/** A competition: its events, what is played now, the medals. */
export function CompetitionScreen({ data, language }: { readonly data: CompetitionPage; readonly language: Language }) {
  const isOver =
    data.events.length > 0 && data.events.every((event) => event.matches > 0 && event.over === event.matches);
  return (
    <LiveTopics topics={isOver ? [] : [`competition:${data.competition.id}`]} language={language}>
      <InventedCompetition competition={data.competition} language={language} />
      <PageHead
        language={language}
        way={[{ href: "/competitions", words: shared(language)("ui.around.competitions") }]}
        title={<Words text={data.competition.title} language={language} />}
        details={
          <>
            <CompetitionDetails competition={data.competition} language={language} />
            <a href={`/order-of-play/${data.competition.id}`}>{liveWords(language)("live.order.title")}</a>
            <a href={`/competitions/${data.competition.id}/matches.ics`}>{liveWords(language)("live.calendar")}</a>
            <a href={`/paper/${data.competition.id}`}>{liveWords(language)("live.paper")}</a>
          </>
        }
      />
      <Sessions data={data} language={language} />
      <Events events={data.events} language={language} />
      {data.moments.map((moment) => (
        <MomentLine key={moment.id} moment={moment} language={language} />
      ))}
      <ConversationLine conversation={data.conversation} language={language} />
      <MedalTable rows={data.medalTable} language={language} />
      <MatchesOfNow live={data.live} next={data.next} decided={data.decided} language={language} isOver={isOver} />
    </LiveTopics>
  );
}

/** When it is played in its days, and on how many tables. */
function Sessions({ data, language }: { readonly data: CompetitionPage; readonly language: Language }) {
  const { sessions, tables } = data;
  if (sessions.length + tables.length === 0) return null;
  const t = liveWords(language);
  return (
    <ul class="sessions facts">
      {sessions.map(({ date, from, to, title }) => (
        <li key={`${date} ${from}`}>
          {data.competition.from === data.competition.to ? null : <>{dayInWords(date, language)} </>}
          <time class="numeral" dateTime={`${date}T${from}`}>
            {from}–{to}
          </time>{" "}
          {title === undefined ? null : <span dir="auto">{title}</span>}
        </li>
      ))}
      {tables.length === 0 ? null : <li>{t("live.tables", { count: tables.length })}</li>}
    </ul>
  );
}

function Events({ events, language }: { readonly events: readonly EventCard[]; readonly language: Language }) {
  if (events.length === 0) return <p class="lead">{liveWords(language)("live.no-events")}</p>;
  return (
    <ul class="events">
      {events.map((event) => (
        <li key={event.id}>
          <EventLine event={event} language={language} />
        </li>
      ))}
    </ul>
  );
}

function EventLine({ event, language }: { readonly event: EventCard; readonly language: Language }) {
  return (
    <>
      <h2>
        <a href={`/competitions/${event.id}`}>
          <Words text={event.title} language={language} />
        </a>
      </h2>
      <p class="facts">
        <span>{liveWords(language)(`live.entries.${event.kind}`, { count: event.entries })}</span>
        <span>{liveWords(language)("live.played", { over: event.over, matches: event.matches })}</span>
        {event.live > 0 ? <LiveMark language={language} /> : null}
      </p>
      <ul class="medals">
        {event.medals.map(({ medal, entry }) => (
          <li key={`${medal} ${entry.id}`}>
            <Medal medal={medal} language={language} />
            <EntryName entry={entry} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}

function MedalTable({ rows, language }: { readonly rows: readonly MedalTableRow[]; readonly language: Language }) {
  if (rows.length === 0) return null;
  const medals = ["gold", "silver", "bronze"] as const;
  return (
    <section>
      <h2>{liveWords(language)("live.medal-table")}</h2>
      <table class="medal-table">
        <thead>
          <tr>
            <th class="number" scope="col">
              {liveWords(language)("live.place")}
            </th>
            <th scope="col">{liveWords(language)("live.association")}</th>
            {medals.map((medal) => (
              <th key={medal} class="number" scope="col">
                {shared(language)(`ui.medal.${medal}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.association.code}>
              <td class="number">{row.rank}</td>
              <th scope="row">
                <span class="code">{row.association.code}</span>{" "}
                <Words text={row.association.name} language={language} />
              </th>
              {medals.map((medal) => (
                <td key={medal} class="number">
                  {row[medal]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
