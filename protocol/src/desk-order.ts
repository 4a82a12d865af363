import type { DeskMatch } from "./desk.ts";

/** The state of a match as the desk speaks of it. */
type DeskState = "publish" | "undecided" | "unattended" | "late" | "live" | "ready" | "waiting" | "published";

/** The part of the desk a match stands in; what needs a decision comes first. */
export const DESK_SECTIONS = ["decide", "live", "next", "done"] as const;
export type DeskSection = (typeof DESK_SECTIONS)[number];

/** What is to be said of a match now; `nowMs` in milliseconds since 1970. */
export function deskState({ row, chair, published }: DeskMatch, nowMs: number): DeskState {
  if (row.status === "over" && row.outcome?.undecided === true) return "undecided";
  if (row.status === "over") return published ? "published" : "publish";
  if (row.status === "live") return chair === null && !row.invented ? "unattended" : "live";
  if (row.status !== "ready") return "waiting";
  return row.startMs !== null && row.startMs < nowMs && chair === null ? "late" : "ready";
}

/** What cannot wait stands above what can: play without a chair before results to publish. */
const PRIORITY: readonly DeskState[] = [
  "unattended",
  "undecided",
  "late",
  "publish",
  "live",
  "ready",
  "waiting",
  "published",
];

/** The matches as the desk lists them: by how soon it must act, then by their time; those without one last. */
export function inDeskOrder(matches: readonly DeskMatch[], nowMs: number): DeskMatch[] {
  const priorityOf = (match: DeskMatch) => PRIORITY.indexOf(deskState(match, nowMs));
  const startOf = ({ row }: DeskMatch) => row.startMs ?? Number.MAX_SAFE_INTEGER;
  return matches.toSorted((a, b) => priorityOf(a) - priorityOf(b) || startOf(a) - startOf(b));
}

const SECTION_OF: Readonly<Record<DeskState, DeskSection>> = {
  publish: "decide",
  undecided: "decide",
  unattended: "decide",
  late: "decide",
  live: "live",
  ready: "next",
  waiting: "next",
  published: "done",
};

/** Where a match in this state stands. */
export function deskSectionOf(state: DeskState): DeskSection {
  return SECTION_OF[state];
}
