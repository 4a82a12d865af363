import type { DeskMatch } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import type { SayDesk } from "./desk-words.ts";

interface ActsProps {
  readonly match: DeskMatch;
  readonly say: SayDesk;
  readonly children?: ComponentChildren;
}

/** What the desk can do with a match now. `data-key` is the key that does it. */
export function RowActs({ match, say, children }: ActsProps) {
  const { row, published } = match;
  if (row.status === "waiting" || row.status === "bye") return null;
  const address = `/desk/matches/${row.id}`;
  return (
    <div class="desk-buttons">
      {row.status === "over" && !published ? (
        <form method="post" action={`${address}/publication`}>
          <input type="hidden" name="version" value={row.version} />
          <button class="quiet" data-key="p">
            {say("desk.act.publish")}
          </button>
        </form>
      ) : null}
      <ChairActs match={match} say={say} />
      {children}
    </div>
  );
}

function ChairActs({ match: { row, chair }, say }: ActsProps) {
  const address = `/desk/matches/${row.id}/chair`;
  if (chair === null) {
    return row.status === "over" ? null : (
      <form method="post" action={address}>
        <button class="quiet" data-key="c">
          {say("desk.act.chair")}
        </button>
      </form>
    );
  }
  return (
    <details>
      <summary data-key="c">{say("desk.act.chair-menu")}</summary>
      <form method="post" action={`${address}/withdrawal`}>
        <p>{say("desk.act.withdraw-says")}</p>
        <button class="quiet">{say("desk.act.withdraw")}</button>
      </form>
      {row.status === "over" ? null : (
        <form method="post" action={address}>
          <p>{say("desk.act.chair-again-says")}</p>
          <button class="quiet">{say("desk.act.chair-again")}</button>
        </form>
      )}
    </details>
  );
}
