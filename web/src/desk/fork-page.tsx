import type { ForkedLine, LogEntry } from "@podium/engine";
import type { DeskMatch, ForkPage, ForkScore, Frame, Language, MatchRow } from "@podium/protocol";
import { matchName, shortEntryName, slotName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { deskWords, type TranslateDesk } from "./desk-words.ts";

/** Matches that two phones told differently: each waits for the referee. It stands empty too: an open desk puts them in. */
export function Forked({ matches, frame }: { readonly matches: readonly DeskMatch[]; readonly frame: Frame }) {
  const { language } = frame;
  const t = deskWords(language);
  if (matches.length === 0) return <section class="desk-forked" data-section="forked" />;
  return (
    <section class="desk-forked" data-section="forked">
      <div class="refused">
        <h2>{t("desk.fork.waits")}</h2>
        <ul>
          {matches.flatMap(({ row, forks }) =>
            forks.map(({ id, sentAtMs }) => (
              <li key={id}>
                <a href={`/desk/matches/${row.id}/forks/${id}`}>
                  {slotName(row.home, language)} – {slotName(row.away, language)},{" "}
                  {t("desk.fork.handed-in", { time: secondsOf(sentAtMs, row.zone) })}
                </a>{" "}
                <Words text={row.eventTitle} language={language} />, {matchName(row, language)}
              </li>
            )),
          )}
        </ul>
      </div>
    </section>
  );
}

/** Where one match stands: what waits for the referee of it, each by when it came. */
export function ForksOf({
  match: { row, forks },
  language,
}: {
  readonly match: DeskMatch;
  readonly language: Language;
}) {
  const t = deskWords(language);
  return forks.map(({ id, sentAtMs }) => (
    <small key={id} class="desk-fork">
      {" "}
      <a href={`/desk/matches/${row.id}/forks/${id}`}>
        {t("desk.fork.waits-here")}, {t("desk.fork.handed-in", { time: secondsOf(sentAtMs, row.zone) })}
      </a>
    </small>
  ));
}

interface ForkProps {
  readonly data: ForkPage;
  readonly frame: Frame;
}

/** Two phones told one match: what each noted since they part, in the order of their clocks, and what would stand. */
export function ForkScreen({ data, frame }: ForkProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, match, fork, refusal } = data;
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> },
    {
      href: `/desk/matches/${match.id}`,
      words: `${slotName(match.home, language)} – ${slotName(match.away, language)}`,
    },
  ];
  return (
    <div class="desk">
      <PageHead
        language={language}
        way={way}
        title={t("desk.fork.title")}
        details={<Time ms={fork.sentAtMs} zone={match.zone} language={language} form="full" />}
      />
      <p>{t(fork.lines.length === 0 ? "desk.fork.replaced" : "desk.fork.says")}</p>
      {refusal === null ? null : (
        <div class="refused" role="alert">
          <p dir="auto">{refusalSentence(refusal, language)}</p>
          <p class="quiet">{t("desk.plan.refused")}</p>
        </div>
      )}
      <Lines data={data} frame={frame} />
    </div>
  );
}

function Lines({ data, frame: { language } }: ForkProps) {
  const t = deskWords(language);
  const { match, fork, score, shown } = data;
  const address = `/desk/matches/${match.id}/forks/${fork.id}`;
  return (
    <form class="fork" method="post" action={address}>
      <input type="hidden" name="version" value={match.version} />
      <input type="hidden" name="shown" value={shown} />
      {fork.lines.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("desk.fork.counts")}</th>
              <th scope="col">{t("desk.fork.time")}</th>
              <th scope="col">{t("desk.fork.what")}</th>
              <th scope="col">{t("desk.fork.by")}</th>
            </tr>
          </thead>
          <tbody>
            {fork.lines.map((line) => (
              <Line key={`${line.of}-${line.index}`} line={line} data={data} language={language} />
            ))}
          </tbody>
        </table>
      )}
      <p role="status">
        {score === null ? null : (
          <>
            {t("desk.fork.stands")} <b class="numeral">{scoreWords(score, t)}</b>
          </>
        )}
      </p>
      <div class="desk-buttons">
        {fork.lines.length === 0 ? null : <button class="quiet">{t("desk.fork.work-out")}</button>}
        {shown === "" ? null : (
          <button name="confirm" value="yes">
            {t(fork.lines.length === 0 ? "desk.fork.set-aside" : "desk.fork.settle")}
          </button>
        )}
      </div>
    </form>
  );
}

function scoreWords({ games, points }: ForkScore, t: TranslateDesk): string {
  return t("desk.fork.score", {
    games: `${games.home}–${games.away}`,
    points: `${points.home}–${points.away}`,
  });
}

interface LineProps {
  readonly line: ForkedLine;
  readonly data: ForkPage;
  readonly language: Language;
}

function Line({ line, data: { match, chosen }, language }: LineProps) {
  const t = deskWords(language);
  const { of, index, entry, isTwin } = line;
  const name = `${of}-${index}`;
  const words = wordsOf(entry, { match, language });
  const time = entry.atMs === undefined ? "" : secondsOf(entry.atMs, match.zone);
  const phone = t(of === "log" ? "desk.fork.of-log" : "desk.fork.of-other");
  const label = [words, time, phone].filter((part) => part !== "").join(", ");
  return (
    <tr class={`fork-${of}`}>
      <td>
        <input type="checkbox" name={name} aria-label={label} checked={chosen.includes(name)} />
      </td>
      <td class="numeral">{time}</td>
      <td dir="auto">{words}</td>
      <td>
        {phone}
        {isTwin ? ` · ${t("desk.fork.twin")}` : ""}
      </td>
    </tr>
  );
}

/** `14:20:05`, by the clocks of the hall. */
function secondsOf(ms: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "medium" }).format(ms);
}

/** What a line says, with the side it is about. */
function wordsOf(
  entry: LogEntry,
  { match, language }: { readonly match: MatchRow; readonly language: Language },
): string {
  const t = deskWords(language);
  const side = sideOfLine(entry);
  const slot = side === null ? null : match[side];
  const name =
    slot === null ? "" : slot.entry === null ? slotName(slot, language) : shortEntryName(slot.entry, language);
  const score = entry.kind === "game" || entry.kind === "rubbers" ? `${entry.score.home}–${entry.score.away}` : "";
  return t(`desk.fork.line.${entry.kind}`, { side: name, score });
}

function sideOfLine(entry: LogEntry): "home" | "away" | null {
  switch (entry.kind) {
    case "rally":
      return entry.winner;
    case "service":
    case "order-corrected":
      return entry.server.startsWith("home") ? "home" : "away";
    case "time-out":
    case "medical":
    case "card":
    case "retired":
    case "disqualified":
      return entry.side;
    default:
      return null;
  }
}
