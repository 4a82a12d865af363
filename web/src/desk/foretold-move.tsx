import type { Violation } from "@podium/engine";
import { clockOf, type ForetoldMove, type Language, type MovesPage } from "@podium/protocol";
import { playerName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";
import { movableName } from "./movable-name.ts";

interface ForetoldProps {
  readonly data: MovesPage;
  readonly foretold: ForetoldMove;
  readonly language: Language;
}

/** What a move would break and whom else it would move, and the yes to what is shown. */
export function Foretold({ data, foretold, language }: ForetoldProps) {
  const t = deskWords(language);
  const { violations, others, shown } = foretold;
  const { entered } = data;
  return (
    <section class="moves-foretold" data-breaks={violations.length} data-others={others.length}>
      <p class="moves-moved" dir="auto">
        {shared(language)("ui.table", { table: entered["table"] ?? "" })}, {entered["time"]} ←{" "}
        {nameIn(data, entered["match"] ?? "", language)}
      </p>
      <p class="lead">{violations.length === 0 ? t("desk.moves.breaks-nothing") : t("desk.moves.breaks")}</p>
      {violations.length === 0 ? null : (
        <ul>
          {violations.map((violation) => (
            <li key={JSON.stringify(violation)} dir="auto">
              {sentenceOf(violation, { data, language })}
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <>
          <p>{t("desk.moves.make-room")}</p>
          <ul>
            {others.map(({ match, table, start }) => (
              <li key={match} dir="auto">
                {nameIn(data, match, language)} → {clockOf(start)}, {shared(language)("ui.table", { table })}
              </li>
            ))}
          </ul>
        </>
      )}
      <input type="hidden" name="shown" value={shown} />
      <button name="confirm" value="yes">
        {t("desk.moves.yes")}
      </button>
    </section>
  );
}

function nameIn({ matches }: MovesPage, id: string, language: Language): string {
  const match = matches.find(({ row }) => row.id === id);
  return match === undefined ? id : movableName(match, language);
}

function sentenceOf(
  violation: Violation,
  { data, language }: { readonly data: MovesPage; readonly language: Language },
): string {
  const t = deskWords(language);
  switch (violation.code) {
    case "too-early":
      return t("desk.moves.too-early", { time: clockOf(violation.time) });
    case "table-not-allowed":
      return t("desk.moves.table-not-allowed", { table: violation.table });
    case "in-break":
      return t("desk.moves.in-break", { from: clockOf(violation.from), to: clockOf(violation.to) });
    case "table-taken":
      return t("desk.moves.table-taken", {
        table: violation.table,
        match: nameIn(data, otherOf(violation, data), language),
      });
    case "no-rest": {
      const player = data.people[violation.person];
      return t(violation.minutes < 0 ? "desk.moves.at-once" : "desk.moves.no-rest", {
        player: player === undefined ? violation.person : playerName(player, language).text,
        match: nameIn(data, otherOf(violation, data), language),
        minutes: violation.minutes,
      });
    }
    default: {
      const isFeeding = violation.other === data.entered["match"];
      return t(isFeeding ? "desk.moves.feeds" : "desk.moves.not-fed", {
        match: nameIn(data, otherOf(violation, data), language),
      });
    }
  }
}

/** The one of both that is not moved. */
function otherOf({ match, other }: { readonly match: string; readonly other: string }, { entered }: MovesPage): string {
  return other === entered["match"] ? match : other;
}
