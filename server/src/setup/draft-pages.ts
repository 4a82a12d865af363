import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { DraftEventPage, DraftFile, EventPart } from "@podium/protocol";
import { playersByName } from "../entries/entries.ts";
import type { Db } from "../storage/storage.ts";
import { answer, type Answer, type RouteRequest } from "../http/route.ts";
import { pageOf, shown, type Beside } from "./draft-answers.ts";
import { draftBy } from "./drafts.ts";
import { entryTerms } from "./entry-terms.ts";
import { presentDraftTerms, presentWaiting } from "./present-applications.ts";
import { presentDraft, presentDraftEvent } from "./present.ts";
import { rankingLists } from "./seeding.ts";

/** The page of a competition that is being prepared. */
export async function showDraft(request: RouteRequest, beside: Beside = {}): Promise<Answer> {
  const { db } = request.app.storage;
  const draft = await draftBy(db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const terms = presentDraftTerms(await entryTerms(db, draft.id), draft);
  const data = { draft: presentDraft(draft), terms, drafts: [], earlier: [], ...shown(beside) };
  return pageOf({ page: "draft", data }, beside);
}

/** The page of one of its events. */
export async function showEventOf(request: RouteRequest, code: string, beside: Beside): Promise<Answer> {
  const { db } = request.app.storage;
  const draft = await draftBy(db, request.params["draft"] ?? "");
  if (isRefused(draft)) return answer.refusal(draft);
  const event = eventIn(draft.file, code);
  if (isRefused(event)) return answer.refusal(event);
  const data: DraftEventPage = {
    draft: presentDraft(draft),
    event: presentDraftEvent(draft.file, event),
    applications: await presentWaiting(db, draft, event),
    known: await knownNames(db),
    rankings: await rankingLists(db),
    listed: beside.listed ?? null,
    ...shown(beside),
  };
  return pageOf({ page: "draft-event", data }, beside);
}

/** As many as a page carries without growing heavy. */
const KNOWN_MAX = 1_000;

/** People who are known here as somebody would type them; of namesakes in one association one. */
async function knownNames(db: Db): Promise<string[]> {
  const players = await playersByName(db, { offset: 0, limit: KNOWN_MAX });
  const typed = players.map(({ family, given, association }) => {
    const name = `${family.toUpperCase()} ${given}`.trim();
    return association === null ? name : `${name}; ${association}`;
  });
  return [...new Set(typed)];
}

/** The event with this code; refuses `event-unknown`. */
export function eventIn(file: DraftFile, code: string): EventPart | Refusal {
  return (
    file.events.find((event) => event.code === code) ??
    refuse("event-unknown", `There is no event ${code}.`, { event: code })
  );
}
