import type { TranslationView, TranslationsPage, Viewer } from "@podium/protocol";
import type { App } from "../app.ts";
import { leftOf } from "../people/names.ts";
import { holdsOne } from "../people/policy.ts";
import { asAnyone, presentComment } from "./present.ts";
import { competitionOfThread } from "./subjects.ts";
import { standingAmong, translationsOf, type TranslationRow } from "./translation-rows.ts";
import type { Readable } from "./translations.ts";

/** How a certain reader sees translations. */
interface TranslationReader {
  readonly viewer: Viewer | null;
  readonly moderates: boolean;
  /** Of the words that stand. */
  readonly revision: number;
}

/** A translation as a certain reader sees it; of one that was removed, only why. */
export function presentTranslation(row: TranslationRow, reader: TranslationReader): TranslationView {
  const isRemoved = row.removed_at_ms !== null;
  const mine = reader.viewer !== null && row.person_id === reader.viewer.id;
  const state = isRemoved ? "removed" : row.held_at_ms === null ? "standing" : "held";
  return {
    id: row.id,
    language: row.language,
    by: row.author_id === null ? "service" : "member",
    name: (row.author_id === null ? row.service : row.name) ?? "",
    ...(row.author_id === null ? {} : leftOf(row)),
    atMs: row.at_ms,
    body: isRemoved ? "" : row.body,
    html: isRemoved ? null : row.html,
    state,
    removal: isRemoved ? { reason: row.removal_reason ?? "", by: row.removed_by ?? "" } : null,
    isOld: row.revision !== reader.revision,
    mine,
    mayFlag: reader.viewer !== null && !mine && state === "standing" && row.author_id !== null,
    mayRemove: reader.moderates && state === "standing",
  };
}

/** The translations of a comment that a reader sees: those that wait, only their own. */
export async function presentTranslations(
  app: App,
  viewer: Viewer | null,
  { found, to }: { readonly found: Readable; readonly to: string },
): Promise<Omit<TranslationsPage, "draft" | "unserved">> {
  const { db } = app.storage;
  const { thread, row, revision } = found;
  const moderates =
    viewer !== null && holdsOne(viewer, (await competitionOfThread(db, thread)) ?? undefined, ["moderator"]);
  const all = await translationsOf(db, row.id);
  const shown = standingAmong(all, { language: to, revision });
  const seen = all.filter((each) => each.held_at_ms === null || each.person_id === (viewer?.id ?? ""));
  const present = (each: TranslationRow) => presentTranslation(each, { viewer, moderates, revision });
  return {
    title: JSON.parse(thread.title),
    comment: presentComment(row, asAnyone),
    to,
    shown: shown === undefined ? null : present(shown),
    others: seen.filter((each) => each !== shown).map(present),
    service: app.config.translation?.name ?? null,
    may: viewer === null ? "sign-in" : "write",
  };
}
