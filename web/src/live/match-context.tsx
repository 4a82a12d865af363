import type { Side } from "@podium/engine";
import type { EventCard, Language, MatchPage, MatchRow, MedalRow } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { Medal } from "../ui/medal.tsx";
import { matchName, versus } from "../ui/match-names.ts";
import { EntryName, Words } from "../ui/names.tsx";
import { type Neighbour, NextTo } from "../ui/next-to.tsx";
import { liveWords } from "./live-words.ts";
import { Meeting } from "./meeting.tsx";
import { Stations } from "./path-line.tsx";

const SIDES = ["home", "away"] as const;

interface ContextProps {
  readonly data: MatchPage;
  readonly language: Language;
}

/** Where the winner and the loser go from here: to a match, to a medal, out; or what the match counts for. */
export function Stakes({ data, language }: ContextProps) {
  const t = liveWords(language);
  const { match, context, event } = data;
  const rows: readonly (readonly [string, ComponentChildren])[] =
    match.group === null
      ? (["winner", "loser"] as const).flatMap((who) => {
          const stake = stakeOf(data, who, language);
          return stake === null ? [] : [[t(`live.hung.${who}`), stake] as const];
        })
      : [[t("live.hung.group"), <GroupLink key="group" event={event} group={match.group} language={language} />]];
  if (rows.length === 0 || context === undefined) return null;
  return (
    <section class="stakes">
      <h2>{t("live.hung")}</h2>
      <dl>
        {rows.map(([who, stake]) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{stake}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function GroupLink({
  event,
  group,
  language,
}: {
  readonly event: EventCard;
  readonly group: string;
  readonly language: Language;
}) {
  return <a href={`/competitions/${event.id}`}>{liveWords(language)("live.in-group", { group })}</a>;
}

/** The medals of the two matches of the main phase that are played for some. */
const MEDALS: Readonly<Record<string, Partial<Record<"winner" | "loser", MedalRow["medal"]>>>> = {
  final: { winner: "gold", loser: "silver" },
  bronze: { winner: "bronze" },
};

function stakeOf({ match, context }: MatchPage, who: "winner" | "loser", language: Language): ComponentChildren {
  const next = context.next[who];
  if (next !== null) return <a href={`/matches/${next.id}`}>{matchName(next, language)}</a>;
  const medal = match.phaseCode === null || match.phaseCode === "main" ? MEDALS[match.round]?.[who] : undefined;
  if (medal !== undefined) return <Medal medal={medal} language={language} />;
  // The losers of semi-finals without a match for bronze may share it.
  const isOut = who === "loser" && match.round !== "sf" && match.round !== "bronze" && context.next.winner !== null;
  return isOut ? liveWords(language)("live.hung.out") : null;
}

/** How both sides came to this match, station by station. */
export function Ways({ data: { match, context }, language }: ContextProps) {
  const t = liveWords(language);
  const known = SIDES.filter((side) => match[side].entry !== null);
  if (known.every((side) => context.ways[side].length === 0)) return null;
  return (
    <section class="ways">
      <h2>{t("live.way")}</h2>
      {known.map((side) => (
        <Way key={side} match={match} side={side} matches={context.ways[side]} language={language} />
      ))}
    </section>
  );
}

interface WayProps {
  readonly match: MatchRow;
  readonly side: Side;
  readonly matches: readonly MatchRow[];
  readonly language: Language;
}

function Way({ match, side, matches, language }: WayProps) {
  const { entry } = match[side];
  if (entry === null) return null;
  return (
    <section class="path">
      <h3>
        <EntryName entry={entry} language={language} />
      </h3>
      {matches.length === 0 ? (
        <p class="quiet">{liveWords(language)("live.way-none")}</p>
      ) : (
        <Stations matches={matches} entry={entry} medal={null} language={language} />
      )}
    </section>
  );
}

/** Every other match of the same two that is on record. */
export function HeadToHead({ data: { match, context }, language }: ContextProps) {
  const t = liveWords(language);
  if (match.home.entry === null || match.away.entry === null) return null;
  return (
    <section class="meetings">
      <h2>{t("live.met")}</h2>
      {context.meetings.length === 0 ? <p class="quiet">{t("live.met-none")}</p> : null}
      <ul>
        {context.meetings.map((meeting) => (
          <li key={meeting.match.id}>
            <Meeting meeting={meeting} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The matches before and after this one in the plan, and the whole event between them. */
export function BesideMatch({ data: { context, event }, language }: ContextProps) {
  const t = liveWords(language);
  const { before, after } = context.beside;
  const neighbour = (match: MatchRow | null, as: string, rel: "prev" | "next"): Neighbour[] =>
    match === null
      ? []
      : [{ href: `/matches/${match.id}`, as, rel, words: `${matchName(match, language)}: ${versus(match, language)}` }];
  return (
    <NextTo
      language={language}
      pages={[
        ...neighbour(before, t("live.met-before"), "prev"),
        {
          href: `/competitions/${event.id}`,
          as: t("live.bracket"),
          words: <Words text={event.title} language={language} />,
        },
        ...neighbour(after, t("live.met-after"), "next"),
      ]}
    />
  );
}
