import { refuse, searchTerms, type ThreadId } from "@podium/engine";
import type { CommentSearchPage, Viewer } from "@podium/protocol";
import { z } from "zod";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { everyReader } from "./post-answers.ts";
import { findComments, type FoundComment } from "../storage/comment-search.ts";
import type { Db } from "../storage/storage.ts";
import { commentRows, type CommentRow, type ThreadRow } from "./comment-rows.ts";
import { findThreadFor } from "./prepared.ts";
import { searchRecord } from "./record-search.ts";
import { asAnyone, presentComment } from "./present.ts";

/** Comments on one page of what was found. */
const FOUND_A_PAGE = 20;

const asked = z.object({
  q: z.string().max(200, { abort: true }).default(""),
  thread: z.string().min(1).max(120).optional(),
  before: z.coerce.number().int().min(1).optional(),
});

/** What was said, found by its words. */
export const searchRoutes: readonly Route[] = [
  { method: "GET", path: "/conversations", policy: everyReader, answer: search },
];

async function search({ app, viewer, query }: RouteRequest): Promise<Answer> {
  const form = asked.safeParse(query);
  if (!form.success) return answer.refusal(refuse("form-invalid", "Search for up to 200 characters."));
  const { q, thread, before } = form.data;
  const { db } = app.storage;
  const found = await findComments(db, { terms: searchTerms(q), thread, before, limit: FOUND_A_PAGE + 1 });
  const data: CommentSearchPage = {
    query: q,
    thread: thread ?? null,
    found: await presentFound(db, viewer, found.slice(0, FOUND_A_PAGE)),
    record: thread === undefined && before === undefined && q !== "" ? await searchRecord(db, q) : null,
    next: found.length > FOUND_A_PAGE ? (found.at(FOUND_A_PAGE - 1)?.number ?? null) : null,
  };
  return answer.page({ page: "comment-search", data });
}

/** What was found, without what is said where something is still prepared. */
async function presentFound(
  db: Db,
  viewer: Viewer | null,
  found: readonly FoundComment[],
): Promise<CommentSearchPage["found"]> {
  const ids = found.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await commentRows(db).where("comments.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const threads = new Map<ThreadId, ThreadRow | undefined>();
  const shown: CommentRow[] = ids.flatMap((id) => byId.get(id) ?? []);
  for (const { thread_id: id } of shown) if (!threads.has(id)) threads.set(id, await findThreadFor(db, viewer, id));
  return shown.flatMap((row) => {
    const thread = threads.get(row.thread_id);
    if (thread === undefined) return [];
    return [{ title: JSON.parse(thread.title), comment: presentComment(row, asAnyone) }];
  });
}
