import type { DeskMatch } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { mayPublish } from "./publishing.ts";
import type { TranslateDesk } from "./desk-words.ts";

interface RowActionsProps {
  readonly match: DeskMatch;
  /** What the desk's address carries; empty, or with its question mark. */
  readonly query: string;
  readonly t: TranslateDesk;
  readonly children?: ComponentChildren;
}

/** What the desk can do with a match now. `data-key` is the key that does it. */
export function RowActs({ match, query, t, children }: RowActionsProps) {
  const { row } = match;
  if (row.status === "waiting" || row.status === "bye") return null;
  const address = `/desk/matches/${row.id}`;
  return (
    <div class="desk-buttons">
      {mayPublish(match) ? (
        <form method="post" action={`${address}/publication${query}`}>
          <input type="hidden" name="version" value={row.version} />
          <button class="quiet" data-key="p">
            {t("desk.act.publish")}
          </button>
        </form>
      ) : null}
      {match.leftToOthers ? <p class="quiet">{t("desk.second-eyes.others")}</p> : null}
      <ChairActs match={match} query={query} t={t} />
      {children}
    </div>
  );
}

function ChairActs({ match: { row, chair }, query, t }: RowActionsProps) {
  const address = `/desk/matches/${row.id}/chair`;
  if (chair === null) {
    return row.status === "over" || row.kind === "team" ? null : (
      <form method="post" action={address + query}>
        <button class="quiet" data-key="c">
          {t("desk.act.chair")}
        </button>
      </form>
    );
  }
  return (
    <details>
      <summary data-key="c">{t("desk.act.chair-menu")}</summary>
      <form method="post" action={`${address}/withdrawal${query}`}>
        <p>{t("desk.act.withdraw-says")}</p>
        <button class="quiet">{t("desk.act.withdraw")}</button>
      </form>
      {row.status === "over" ? null : (
        <form method="post" action={address + query}>
          <p>{t("desk.act.chair-again-says")}</p>
          <button class="quiet">{t("desk.act.chair-again")}</button>
        </form>
      )}
    </details>
  );
}
