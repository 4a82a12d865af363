import type { Language, MatchRow } from "@podium/protocol";
import { shared } from "./shared-words.ts";

interface CalledProps {
  readonly match: Pick<MatchRow, "id" | "status" | "table" | "calledMs">;
  readonly language: Language;
}

/** Says that the players of a match are called to their table; an open page of a match to come says it when they are. */
export function Called({ match, language }: CalledProps) {
  if (match.status !== "ready" && match.status !== "waiting") return null;
  const t = shared(language);
  const isCalled = match.calledMs !== null && match.table !== null;
  return (
    <strong
      class="called"
      data-called={match.id}
      data-words={t("ui.called-to", { table: "{table}" })}
      hidden={!isCalled}
    >
      {isCalled ? t("ui.called-to", { table: match.table ?? "" }) : ""}
    </strong>
  );
}
