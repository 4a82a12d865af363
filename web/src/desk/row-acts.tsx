import type { DeskMatch } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import type { TranslateDesk } from "./desk-words.ts";

interface RowActionsProps {
  readonly match: DeskMatch;
  readonly t: TranslateDesk;
  readonly children?: ComponentChildren;
}

/** What the desk can do with a match now. `data-key` is the key that does it. */
export function RowActs({ match, t, children }: RowActionsProps) {
  const { row, published } = match;
  if (row.status === "waiting" || row.status === "bye") return null;
  const address = `/desk/matches/${row.id}`;
  return (
    <div class="desk-buttons">
      {row.status === "over" && !published ? (
        <form method="post" action={`${address}/publication`}>
          <input type="hidden" name="version" value={row.version} />
          <button class="quiet" data-key="p">
            {t("desk.act.publish")}
          </button>
        </form>
      ) : null}
      <ChairActs match={match} t={t} />
      {children}
    </div>
  );
}

function ChairActs({ match: { row, chair }, t }: RowActionsProps) {
  const address = `/desk/matches/${row.id}/chair`;
  if (chair === null) {
    return row.status === "over" ? null : (
      <form method="post" action={address}>
        <button class="quiet" data-key="c">
          {t("desk.act.chair")}
        </button>
      </form>
    );
  }
  return (
    <details>
      <summary data-key="c">{t("desk.act.chair-menu")}</summary>
      <form method="post" action={`${address}/withdrawal`}>
        <p>{t("desk.act.withdraw-says")}</p>
        <button class="quiet">{t("desk.act.withdraw")}</button>
      </form>
      {row.status === "over" ? null : (
        <form method="post" action={address}>
          <p>{t("desk.act.chair-again-says")}</p>
          <button class="quiet">{t("desk.act.chair-again")}</button>
        </form>
      )}
    </details>
  );
}
