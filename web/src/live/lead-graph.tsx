import { SIDES, type Side } from "@podium/engine";
import type { Language, MatchMark, MatchView } from "@podium/protocol";
import { slotName } from "../ui/match-names.ts";
import { blockWidth, highestLead, leadArea, leadLine, leadSummary, POINT_HEIGHT, RALLY_WIDTH } from "./lead.ts";
import { liveWords } from "./live-words.ts";

interface MatchProps {
  readonly match: MatchView;
  readonly language: Language;
}

/** Who was ahead, rally by rally: a step line around zero, one block a game, in a table as well. */
export function LeadGraph({ match, language }: MatchProps) {
  const games = ralliesByGame(match);
  const scale = {
    width: Math.max(...games.map(blockWidth)),
    highest: Math.max(highestLead(games), match.status === "live" ? 6 : 0),
  };
  const names = { home: slotName(match.home, language), away: slotName(match.away, language) };
  return (
    <section class="lead-graph">
      <h2>{liveWords(language)("live.lead")}</h2>
      <p class="quiet">{liveWords(language)("live.lead-words", names)}</p>
      <ol class="blocks">
        {games.map((rallies, index) => (
          <Block
            key={index}
            game={index + 1}
            rallies={rallies}
            marks={match.marks.filter((mark) => mark.game === index + 1)}
            scale={scale}
            language={language}
          />
        ))}
      </ol>
      <Legend marks={match.marks} language={language} open={match.status === "live"} />
      <LeadTable match={match} games={games} language={language} />
    </section>
  );
}

/** While it is played the blocks of all possible games are there, so that nothing moves when one begins. */
function ralliesByGame(match: MatchView): (readonly Side[])[] {
  const given = pointsGiven(match);
  const played = (match.state?.games ?? []).map(({ rallies }) => (rallies === null ? [] : [...given, ...rallies]));
  const empty = match.status === "live" ? Array.from({ length: match.bestOf - played.length }, () => []) : [];
  return [...played, ...empty];
}

/** What a side is given at the start of a game, as if it had won so many rallies. */
function pointsGiven({ handicap }: MatchView): Side[] {
  if (handicap === null) return [];
  return SIDES.flatMap((side) => Array.from({ length: handicap[side] }, () => side));
}

interface BlockProps {
  readonly game: number;
  readonly rallies: readonly Side[];
  readonly marks: readonly MatchMark[];
  /** The same for all games of a match, so that they can be compared. */
  readonly scale: { readonly width: number; readonly highest: number };
  readonly language: Language;
}

function Block({ game, rallies, marks, scale, language }: BlockProps) {
  const { width } = scale;
  const half = scale.highest * POINT_HEIGHT + 16;
  return (
    <li class="block" data-game={game}>
      <svg width={width} height={2 * half} viewBox={`0 ${-half} ${width} ${2 * half}`} aria-hidden="true">
        <path class="area home" d={leadArea(rallies, "home")} />
        <path class="area away" d={leadArea(rallies, "away")} />
        <path class="zero" d={`M0 0H${width}`} />
        <path class="line" d={leadLine(rallies)} />
        {marks.map((mark, index) => (
          <Mark key={index} mark={mark} half={half} language={language} />
        ))}
        <path class="cursor" d="" />
      </svg>
      <span class="label">{liveWords(language)("live.game", { game })}</span>
    </li>
  );
}

const LETTERS: Readonly<Record<MatchMark["kind"], string>> = {
  "time-out": "T",
  medical: "M",
  card: "C",
  expedite: "E",
  "order-corrected": "O",
};

function Mark({
  mark,
  half,
  language,
}: {
  readonly mark: MatchMark;
  readonly half: number;
  readonly language: Language;
}) {
  const x = mark.afterPoints * RALLY_WIDTH;
  const y = mark.side === "away" ? half - 4 : 12 - half;
  return (
    <g class="graph-mark">
      <title>{liveWords(language)(`live.mark.${mark.kind}`)}</title>
      <path d={`M${x} ${mark.side === "away" ? y - 12 : y + 4}V0`} />
      <text x={x} y={y} text-anchor="middle">
        {LETTERS[mark.kind]}
      </text>
    </g>
  );
}

/** While the match is open its line is there before the first mark, so that nothing moves when one comes. */
function Legend({
  marks,
  language,
  open,
}: {
  readonly marks: readonly MatchMark[];
  readonly language: Language;
  readonly open: boolean;
}) {
  const kinds = [...new Set(marks.map((mark) => mark.kind))];
  if (kinds.length === 0)
    return open ? (
      <p class="legend facts" aria-hidden="true">
        {"\u00a0"}
      </p>
    ) : null;
  return (
    <p class="legend facts">
      {kinds.map((kind) => (
        <span key={kind}>
          <b>{LETTERS[kind]}</b> {liveWords(language)(`live.mark.${kind}`)}
        </span>
      ))}
    </p>
  );
}

function LeadTable({ match, games, language }: MatchProps & { readonly games: readonly (readonly Side[])[] }) {
  const words = liveWords(language);
  const played = games.filter((rallies) => rallies.length > 0);
  return (
    <details>
      <summary>{words("live.lead-table")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words("live.game-word")}
            </th>
            <th scope="col" class="number">
              {words("live.score-word")}
            </th>
            <th scope="col">{words("live.largest-lead", { name: slotName(match.home, language) })}</th>
            <th scope="col">{words("live.largest-lead", { name: slotName(match.away, language) })}</th>
            <th scope="col">{words("live.lead-changes")}</th>
          </tr>
        </thead>
        <tbody>
          {played.map((rallies, index) => (
            <LeadRow key={index} game={index} match={match} rallies={rallies} />
          ))}
        </tbody>
      </table>
      <ul class="unseen">
        {match.marks.map((mark, index) => (
          <li key={index}>{markWords(mark, language)}</li>
        ))}
      </ul>
    </details>
  );
}

function LeadRow({
  game,
  match,
  rallies,
}: {
  readonly game: number;
  readonly match: MatchView;
  readonly rallies: readonly Side[];
}) {
  const summary = leadSummary(rallies);
  const score = match.state?.games[game]?.score;
  return (
    <tr>
      <th scope="row" class="number">
        {game + 1}
      </th>
      <td class="number">{score ? `${score.home}–${score.away}` : ""}</td>
      <td>{summary.home}</td>
      <td>{summary.away}</td>
      <td>{summary.changes}</td>
    </tr>
  );
}

function markWords(mark: MatchMark, language: Language): string {
  return `${liveWords(language)("live.game", { game: mark.game })}, ${mark.afterPoints}: ${liveWords(language)(`live.mark.${mark.kind}`)}`;
}
