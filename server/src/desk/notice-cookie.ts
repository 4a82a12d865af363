import { isRefused } from "@podium/engine";
import type { DeskNotice } from "@podium/protocol";
import { z } from "zod";
import { isReachedByHttps } from "../http/own-name.ts";
import type { Answer, RouteRequest } from "../http/route.ts";
import { chairOf } from "../matches/chairs.ts";
import { deskAddress } from "./desk-filter.ts";

const NAME = "podium-desk";
/** As long as it may take until the umpire's phone has read the address. */
const SHOWN_SECONDS = 600;

const ONE_MATCH = { match: "", chairHref: null, matches: 1 };

const done = z.object({
  id: z.string(),
  kind: z.enum(["chair-issued", "result-entered", "result-published", "results-published"]),
  match: z.string(),
  /** The address of a chair: only its hash is stored here, so that the browser keeps it for the page that shows it. */
  chairHref: z.string().nullable(),
  matches: z.number(),
});
type Done = Omit<z.infer<typeof done>, "id">;

/**
 * Sends the browser back to the desk, which says there what was done: a page that is loaded again does nothing again.
 * The notice travels in a cookie of that desk alone, and is named in the address.
 */
export function backToDesk(request: RouteRequest, what: Pick<Done, "kind"> & Partial<Done>): Answer {
  const id = request.app.randomId(6);
  const value = Buffer.from(JSON.stringify({ ...ONE_MATCH, ...what, id })).toString("base64url");
  const secure = isReachedByHttps(request.app.config) ? "; Secure" : "";
  const path = `/desk/${request.params["competition"]}`;
  const cookie = `${NAME}=${value}; Path=${path}; Max-Age=${SHOWN_SECONDS}; HttpOnly; SameSite=Strict${secure}`;
  return { kind: "see-other", to: deskAddress(request, { did: id }), cookies: [cookie] };
}

/** What the desk says was done, as long as it is so: an address that was taken back is not shown again. Null when there is nothing to say. */
export async function noticeOf({ app, headers, query }: RouteRequest): Promise<DeskNotice | null> {
  const notice = noticeIn(headers.get("cookie") ?? "");
  if (notice === null || notice.id !== query["did"]) return null;
  if (notice.chairHref === null) return { ...notice, refusal: null };
  const chair = await chairOf(app.storage.db, notice.chairHref.slice("/chair/".length));
  return isRefused(chair) || chair.match_id !== notice.match ? null : { ...notice, refusal: null };
}

function noticeIn(cookies: string): z.infer<typeof done> | null {
  const value = new RegExp(`(?:^|; )${NAME}=([\\w-]{1,2000})`).exec(cookies)?.[1];
  if (value === undefined) return null;
  try {
    return done.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch {
    // Somebody else's cookie: nothing was done here.
    return null;
  }
}
