import type { EventPage, Language, MatchRow } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { ConversationLine } from "../ui/conversation-line.tsx";
import { entryName, matchName } from "../ui/match-names.ts";
import { Medal } from "../ui/medal.tsx";
import { EntryName, Words } from "../ui/names.tsx";
import { NextTo } from "../ui/next-to.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { dayInWords } from "../ui/times.ts";
import { CompetitionDetails } from "./competition-details.tsx";
import { byDay } from "./days.ts";
import { EventPartsNav } from "./event-parts.tsx";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";
import { Broadcasts } from "../ui/broadcasts.tsx";
import { MomentLine } from "./moment-line.tsx";
import { Phase } from "./phase.tsx";

interface EventProps {
  readonly data: EventPage;
  readonly language: Language;
}

interface ScreenProps extends EventProps {
  /** Its draw while the balls come out. */
  readonly drawing: ComponentChildren;
}

/** An event: the bracket is the page; groups before it, the order of play and the places after it. */
export function EventScreen({ data, language, drawing }: ScreenProps) {
  const isOver = data.event.over === data.event.matches && data.event.matches > 0;
  return (
    <LiveTopics topics={isOver ? [] : [`event:${data.event.id}`]} language={language}>
      <article class="event-page">
        <section class="sheet" data-lines={sheetSize(data)}>
          <InventedCompetition competition={data.competition} language={language} />
          <EventHead data={data} language={language} />
          {data.parts === null ? null : <EventPartsNav parts={data.parts} language={language} />}
          <div class={isToBeDrawn(data) ? "event-draw is-open" : "event-draw"} data-draw={data.event.id}>
            {data.phases.map((phase) => (
              <Phase key={phase.code} phase={phase} isAlone={isPlain(data)} language={language} />
            ))}
            {drawing}
            {data.parts === null && data.phases.length === 0 && drawing === null ? (
              <p class="lead">{liveWords(language)("live.no-draw")}</p>
            ) : null}
          </div>
        </section>
        <Broadcasts broadcasts={data.broadcasts} language={language} />
        {data.moment ? <MomentLine moment={data.moment} language={language} /> : null}
        <ConversationLine conversation={data.conversation} language={language} />
        {isShown(data, "order") ? <OrderOfPlay matches={data.orderOfPlay} language={language} /> : null}
        {isShown(data, "places") ? <Places data={data} language={language} /> : null}
        <BesideEvent data={data} language={language} />
      </article>
    </LiveTopics>
  );
}

/** Its draw may be made while the page is open: it keeps the room, so that nothing below moves. */
function isToBeDrawn({ draw }: EventPage): boolean {
  return draw === "to-come" || draw === "under-way";
}

/** A small event shows everything, the overview of a large one something of everything, its parts one thing each. */
function isShown({ parts }: EventPage, what: "order" | "places"): boolean {
  return parts === null || parts.shown.kind === "overview" || parts.shown.kind === what;
}

function EventHead({ data, language }: EventProps) {
  return (
    <>
      <PageHead
        language={language}
        way={[competitionStep(data.competition, language)]}
        title={<Words text={data.event.title} language={language} />}
        details={
          <>
            <CompetitionDetails competition={data.competition} language={language} />
            <span>{liveWords(language)(`live.entries.${data.event.kind}`, { count: data.event.entries })}</span>
            <span>{shared(language)("ui.best-of", { games: data.bestOf })}</span>
            <a class="no-print" href={`/competitions/${data.event.id}/matches.ics`}>
              {liveWords(language)("live.calendar")}
            </a>
            {data.draw === null ? null : (
              <a href={`/competitions/${data.event.id}/draw`}>{liveWords(language)(`live.draw.${data.draw}`)}</a>
            )}
          </>
        }
      />
      <Medals data={data} language={language} />
      <SeedingNote data={data} language={language} />
      <Rulings data={data} language={language} />
    </>
  );
}

function Medals({ data, language }: EventProps) {
  if (data.medals.length === 0) return null;
  return (
    <ul class="medals">
      {data.medals.map(({ medal, entry }) => (
        <li key={`${medal} ${entry.id}`}>
          <Medal medal={medal} language={language} />
          <EntryName entry={entry} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** Where the seeds come from: a seed is not a rank. */
function SeedingNote({ data, language }: EventProps) {
  if (data.seeding === null) return null;
  const { by, title = "", source = "", published = "" } = data.seeding;
  return (
    <p class="quiet" dir="auto">
      {liveWords(language)(`live.seeding.${by}`, { title, source, published })}
    </p>
  );
}

/** What was decided beside the results, each with its reason: medals, and a draw kept as it was played. */
function Rulings({ data, language }: EventProps) {
  if (data.rulings.length === 0) return null;
  return (
    <ul class="rulings">
      {data.rulings.map(({ entry, ruling, match, replacedBy, reason }) => (
        <li key={`${entry.id} ${match?.id ?? ""}`}>
          {match === null ? null : (
            <>
              <a href={`/matches/${match.id}`}>{matchName(match, language)}</a>:{" "}
            </>
          )}
          <EntryName entry={entry} language={language} />: {liveWords(language)(`live.ruling.${ruling}`)}.{" "}
          {replacedBy === null
            ? null
            : `${liveWords(language)("live.ruling.replaced-by", { entry: entryName(replacedBy, language) })}. `}
          <span dir="auto">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

function OrderOfPlay({ matches, language }: { readonly matches: readonly MatchRow[]; readonly language: Language }) {
  return (
    <section class="order-of-play">
      <h2>{liveWords(language)("live.order-of-play")}</h2>
      {matches.length === 0 ? <p class="quiet">{liveWords(language)("live.no-order")}</p> : null}
      {byDay(matches).map(({ day, matches: ofDay }) => (
        <section key={day} class="day">
          <h3>
            {day === ""
              ? shared(language)(ofDay.every(({ status }) => status === "over") ? "ui.no-time" : "ui.not-planned")
              : dayInWords(day, language)}
          </h3>
          <MatchList matches={ofDay} language={language} time="clock" empty="" />
        </section>
      ))}
    </section>
  );
}

function Places({ data, language }: EventProps) {
  if (data.placings.length === 0) return <Entries data={data} language={language} />;
  return (
    <section>
      <h2>{liveWords(language)(data.event.over === data.event.matches ? "live.places" : "live.places-so-far")}</h2>
      <table class="places">
        <thead>
          <tr>
            <th class="number" scope="col">
              {liveWords(language)("live.place")}
            </th>
            <th scope="col">{liveWords(language)("live.entry")}</th>
          </tr>
        </thead>
        <tbody>
          {data.placings.map(({ place, entry }) => (
            <tr key={entry.id}>
              <td class="number">{place}</td>
              <td>
                <EntryName entry={entry} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Entries({ data, language }: EventProps) {
  return (
    <section>
      <h2>{liveWords(language)("live.all-entries")}</h2>
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

/** Groups, a knock-out or both need no headings: they are seen. */
function isPlain({ phases }: EventPage): boolean {
  const inOrder = phases.map(({ code }) => code).join(" ");
  return ["groups", "main", "groups main"].includes(inOrder) && phases.every(({ title }) => title === null);
}

/** The competition, and the other events of it. */
function BesideEvent({ data, language }: EventProps) {
  const t = shared(language);
  const { href, words } = competitionStep(data.competition, language);
  return (
    <NextTo
      language={language}
      pages={[
        { href, words, as: t("ui.beside.competition") },
        ...data.others.map(({ id, title }) => ({
          href: `/competitions/${id}`,
          as: t("ui.beside.event"),
          words: <Words text={title} language={language} />,
        })),
      ]}
    />
  );
}

/** The lines of the draw decide the paper it is printed on. */
function sheetSize(data: EventPage): "a4" | "a3" {
  const [first] = data.phases.flatMap(({ brackets }) => brackets);
  return (first?.rounds[0]?.matches.length ?? 0) > 8 ? "a3" : "a4";
}
