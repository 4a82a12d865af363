import type { DeskMatch } from "@podium/protocol";

/** The state of a match as the desk speaks of it. */
export type DeskState = "publish" | "unattended" | "late" | "live" | "ready" | "waiting" | "published";

/** The part of the desk a match stands in; what needs a decision comes first. */
export const SECTIONS = ["decide", "live", "next", "done"] as const;
export type DeskSection = (typeof SECTIONS)[number];

/** What is to be said of a match now; `nowMs` in milliseconds since 1970. */
export function deskState({ row, chair, published }: DeskMatch, nowMs: number): DeskState {
  if (row.status === "over") return published ? "published" : "publish";
  if (row.status === "live") return chair === null && !row.invented ? "unattended" : "live";
  if (row.status !== "ready") return "waiting";
  return row.startMs !== null && row.startMs < nowMs && chair === null ? "late" : "ready";
}

/** What cannot wait stands above what can: play without a chair before results to publish. */
const PRIORITY: readonly DeskState[] = ["unattended", "late", "publish", "live", "ready", "waiting", "published"];

/** Compares two states by how soon the desk must act; equal ones keep their order. */
export function byPriority(a: DeskState, b: DeskState): number {
  return PRIORITY.indexOf(a) - PRIORITY.indexOf(b);
}

const SECTION_OF: Readonly<Record<DeskState, DeskSection>> = {
  publish: "decide",
  unattended: "decide",
  late: "decide",
  live: "live",
  ready: "next",
  waiting: "next",
  published: "done",
};

/** Where a match in this state stands. */
export function sectionOf(state: DeskState): DeskSection {
  return SECTION_OF[state];
}
