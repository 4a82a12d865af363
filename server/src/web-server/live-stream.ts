import { refuse } from "@podium/engine";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Answer } from "../http/route.ts";
import { seenBy } from "../live/live.ts";
import { takePlace } from "./stream-places.ts";
import { clientOf, type RequestContext } from "./request-context.ts";
import { sendRefusal } from "./responses.ts";

const tooManyFrom = (streams: number) =>
  refuse(
    "too-many-streams",
    `From your network ${streams} pages are followed live already. Close some, or read this one anew now and then.`,
    { streams },
  );

const LISTENERS_MAX = 20_000;

/**
 * Answers with the live stream, which is written to the raw socket from then on. A page that comes from another node may
 * know more than this one: it is waited until it has been told here too, so that nothing is told twice or left out.
 */
export async function openLiveStream(
  context: RequestContext,
  { topics, since, mayStill }: Extract<Answer, { kind: "live" }>,
): Promise<Response> {
  const { app, hono } = context;
  const { incoming, outgoing } = hono.env;
  if (hono.req.raw.method !== "GET")
    return sendRefusal(context, refuse("method-not-allowed", "A live stream is read by GET.", { path: "/live" }));
  if (app.live.listeners() >= LISTENERS_MAX)
    return sendRefusal(context, refuse("too-many-listeners", "Too many pages are open right now."));
  // Sent down a connection on which an earlier request is still being answered: there is no socket to write to yet.
  if (incoming === undefined || outgoing === undefined || outgoing.socket === null)
    return sendRefusal(context, refuse("form-invalid", "A live stream needs a connection of its own."));
  if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
  const leave = takePlace(app, clientOf(context));
  if (leave === null) return sendRefusal(context, tooManyFrom(app.config.streamsOfNetwork));
  outgoing.once("close", leave);
  const seen = seenBy(incoming, since);
  if (seen > app.live.lastId()) await app.bus.reach(seen);
  if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
  app.live.subscribe(incoming, outgoing, { topics, since, mayStill });
  return RESPONSE_ALREADY_SENT;
}
