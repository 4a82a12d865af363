import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { isRefused, type Refusal, type ThreadId, wordList } from "@podium/engine";
import {
  threadPart,
  type CommentForm,
  type Role,
  type ThreadPart,
  type ThreadView,
  type Viewer,
} from "@podium/protocol";

import { readConfig } from "../config.ts";
import type { Subject } from "../facts/fact.ts";
import { flow } from "../flow.ts";
import { openBus } from "../live/bus.ts";
import { openLive } from "../live/live.ts";
import { migrate } from "../storage/migrations.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import { noReplays, transact, type App } from "../app.ts";
import { commentCode, type CommentRow } from "./comment-rows.ts";
import { openThread, postComment } from "./conversation.ts";
import { isHeld } from "./holding.ts";
import { presentThread, type ThreadQuery } from "./present.ts";
import { personId, threadId } from "../storage/codes.ts";
import { openFetcher } from "../fetcher/fetcher.ts";
import { openDiskFiles } from "../files/disk.ts";

/** What the threads of these tests are about. */
export const SUBJECT: Subject = { kind: "moment", id: "the-moment" };
export const START_MS = Date.UTC(2024, 6, 30, 14, 0, 0);

/** An empty installation in memory. Its clock stands still until it is moved. */
export async function emptyApp(): Promise<App & { at: { ms: number } }> {
  const storage = await openTestDatabase();
  await migrate(storage);
  const at = { ms: START_MS };
  const live = openLive();
  return {
    at,
    config: readConfig({}),
    storage,
    fetcher: openFetcher({ ports: new Set() }),
    files: openDiskFiles("no-files-here"),
    live,
    bus: openBus(live),
    flow,
    clock: () => at.ms,
    replays: noReplays(),
    jobWorkers: new Set(),
    states: new Map(),
    randomId: (bytes) => randomBytes(bytes).toString("base64url"),
  };
}

export function person(id: string, ...roles: readonly Role[]): Viewer {
  return { id: personId(id), name: `Name of ${id}`, roles: { "*": ["member", ...roles] } };
}

/** What was hoped for; fails the test with the sentence of a refusal. */
export function granted<T>(answer: T | Refusal): T {
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
  return answer;
}

/** The code of the refusal that was hoped for. */
export function refusedAs(answer: unknown): string {
  assert.ok(isRefused(answer), "It was not refused.");
  return answer.code;
}

const THREAD = threadId("thread-one");

export async function opened(app: App, id = THREAD, subject: Subject = SUBJECT): Promise<ThreadId> {
  return granted(await transact(app, null, (unit) => openThread(unit, { id, subject, title: { en: "The moment" } })))
    .id;
}

export async function posted(
  app: App,
  viewer: Viewer,
  form: CommentForm & { readonly thread?: ThreadId },
): Promise<CommentRow> {
  const { thread = THREAD, ...rest } = form;
  const row = granted(
    await transact(app, viewer.id, (unit) =>
      postComment(unit, { viewer, thread, form: rest, pageLanguage: "en", words: wordList([]) }),
    ),
  );
  assert.ok(!isHeld(row), "It was held.");
  return row;
}

export async function shownTo(app: App, viewer: Viewer | null, query: Partial<ThreadQuery> = {}): Promise<ThreadView> {
  return granted(await presentThread(app, THREAD, { viewer, sort: "old", ...query }));
}

/** The name of a comment in its thread. */
export const codeOf = (row: CommentRow): string => commentCode(row.id);

/** A thread as it stands in a file, in its smallest form. */
export function filePart(comments: readonly Record<string, unknown>[], more: Record<string, unknown> = {}): ThreadPart {
  return threadPart.parse({
    id: "thread-one",
    title: { en: "The moment" },
    authors: [
      { id: "ann", name: "Ann", place: "Oslo", invented: true },
      { id: "bo", name: "Bo" },
    ],
    comments: comments.map((comment, index) => ({
      author: "ann",
      at: new Date(START_MS + index * 60_000).toISOString(),
      body: `Words ${index + 1}.`,
      ...comment,
    })),
    ...more,
  });
}
