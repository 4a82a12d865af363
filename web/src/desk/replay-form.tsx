import type { DeskMatchPage, Language } from "@podium/protocol";
import { deskWords } from "./desk-words.ts";

/** A match that was abandoned, or did not count, is played again: what was played is set aside and stays on record. */
export function ReplayForm({ data, language }: { readonly data: DeskMatchPage; readonly language: Language }) {
  const t = deskWords(language);
  const { row } = data.desk;
  const hasRubbers = (data.tie?.rubbers.length ?? 0) > 0;
  if ((row.status !== "live" && row.status !== "over") || hasRubbers) return null;
  const typed = data.lineUpEntered["reason"];
  return (
    <details class="desk-replay" open={typed !== undefined}>
      <summary>{t("desk.replay")}</summary>
      <p class="quiet">{t("desk.replay.says")}</p>
      <form method="post" action={`/desk/matches/${row.id}/replay`}>
        <input type="hidden" name="version" value={row.version} />
        <p class="field">
          <label for="replay-reason">{t("desk.replay.reason")}</label>
          <input
            id="replay-reason"
            name="reason"
            defaultValue={typed ?? ""}
            autocomplete="off"
            maxLength={300}
            dir="auto"
            required
          />
        </p>
        <button class="quiet">{t("desk.replay.do")}</button>
      </form>
    </details>
  );
}
