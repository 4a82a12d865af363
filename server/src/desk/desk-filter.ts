import { byNumber } from "../competitions/tables.ts";
import type { DeskFilter, DeskMatch } from "@podium/protocol";
import type { RouteRequest } from "../http/route.ts";
import { codeOf } from "../storage/codes.ts";

/** Which matches the desk shows, as its address says. */
export function filterOf({ query }: Pick<RouteRequest, "query">): DeskFilter {
  return { table: query["table"] || null, event: query["event"] || null };
}

/** The matches of a table, of an event, or of both. */
export function filtered(matches: readonly DeskMatch[], { table, event }: DeskFilter): DeskMatch[] {
  return matches.filter(
    ({ row }) => (table === null || row.table === table) && (event === null || codeOf(row.event) === event),
  );
}

/** The tables that are played on, in their order. */
export function tablesOf(matches: readonly DeskMatch[]): string[] {
  return byNumber(matches.flatMap(({ row }) => row.table ?? []));
}

/** The address of the desk with the same filter. */
export function deskAddress(
  request: Pick<RouteRequest, "params" | "query">,
  more: Readonly<Record<string, string>> = {},
): string {
  const { table, event } = filterOf(request);
  const query = new URLSearchParams({
    ...(table === null ? {} : { table }),
    ...(event === null ? {} : { event }),
    ...more,
  }).toString();
  const path = `/desk/${request.params["competition"]}`;
  return query === "" ? path : `${path}?${query}`;
}
