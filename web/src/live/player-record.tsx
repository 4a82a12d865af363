import type { BalanceView, Language, PlayerBalance, PlayerRecord, PlayerView } from "@podium/protocol";
import { PlayerName } from "../ui/names.tsx";
import { playersWords } from "./players-words.ts";
import { Medal } from "../ui/medal.tsx";

const MEDALS = ["gold", "silver", "bronze"] as const;

/** Won and lost in one line, as the language writes it. */
export function Balance({ balance, language }: { readonly balance: BalanceView; readonly language: Language }) {
  const t = playersWords(language);
  const { won, lost, undecided } = balance;
  if (won + lost + undecided === 0) return <p class="quiet">{t("players.no-matches")}</p>;
  return (
    <p class="balance numeral">
      {t("players.balance", { won, lost })}
      {undecided === 0 ? null : ` · ${t("players.undecided", { count: undecided })}`}
    </p>
  );
}

interface MedalCountsProps {
  readonly medals: PlayerRecord["medals"];
  readonly language: Language;
}

export function MedalCounts({ medals, language }: MedalCountsProps) {
  const won = MEDALS.filter((medal) => medals[medal] > 0);
  if (won.length === 0) return <p class="quiet">{playersWords(language)("players.no-medals")}</p>;
  return (
    <ul class="medal-counts">
      {won.map((medal) => (
        <li key={medal}>
          <Medal medal={medal} language={language} /> <b class="numeral">{medals[medal]}</b>
        </li>
      ))}
    </ul>
  );
}

interface RecordProps {
  readonly player: PlayerView;
  readonly record: PlayerRecord;
  readonly language: Language;
}

/** What all matches of a player add up to, with whom and against whom. */
export function RecordTables({ player, record, language }: RecordProps) {
  const t = playersWords(language);
  const { balance, medals, partners, opponents } = record;
  return (
    <section class="player-record">
      <h2>{t("players.record")}</h2>
      <Balance balance={balance} language={language} />
      <MedalCounts medals={medals} language={language} />
      <div class="record-tables">
        <People
          title={t("players.partners")}
          people={partners}
          hrefOf={(other) => pairAddress(player, other)}
          language={language}
        />
        <People
          title={t("players.opponents")}
          people={opponents}
          hrefOf={(other) => `/players/${player.id}/against/${other.id}`}
          language={language}
        />
      </div>
    </section>
  );
}

/** Where a pair has its page, whoever is named first. */
export function pairAddress(one: PlayerView, other: PlayerView): string {
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  return `/pairs/${first.id}/${second.id}`;
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly PlayerBalance[];
  readonly hrefOf: (player: PlayerView) => string;
  readonly language: Language;
}

function People({ title, people, hrefOf, language }: PeopleProps) {
  const t = playersWords(language);
  if (people.length === 0) return null;
  return (
    <table class="balances">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("players.player")}</th>
          <th scope="col" class="numeral">
            {t("players.won")}
          </th>
          <th scope="col" class="numeral">
            {t("players.lost")}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ player, balance }) => (
          <tr key={player.id}>
            <th scope="row">
              <a href={hrefOf(player)}>
                <PlayerName player={player} language={language} />
              </a>{" "}
              {player.association === null ? null : <span class="code">{player.association}</span>}
            </th>
            <td class="numeral">{balance.won}</td>
            <td class="numeral">{balance.lost}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Chooses an opponent by name, without script too. */
export function OpponentForm({
  player,
  name,
  language,
}: {
  readonly player: PlayerView;
  readonly name: string;
  readonly language: Language;
}) {
  const t = playersWords(language);
  return (
    <form class="search-form opponent-form" role="search" action={`/players/${player.id}/against`}>
      <div class="field">
        <label for="opponent-name">{t("players.opponent-name")}</label>
        <input id="opponent-name" type="search" name="name" value={name} maxLength={100} dir="auto" required />
      </div>
      <button>{t("players.choose")}</button>
    </form>
  );
}
