import type { Pace, Refusal } from "@podium/engine";
import { admitHere } from "../people/pacing.ts";
import type { Route } from "../http/route.ts";
import { clientOf, type RequestContext } from "./request-context.ts";

/** What people send by hand is far below; a desk that enters a whole round from paper too. */
const OF_A_PERSON: Pace = { everyMs: 100, burst: 600 };

/** Who is not signed in signs in; a hall of people behind one address may do so together. */
const FROM_A_NETWORK: Pace = { everyMs: 100, burst: 300 };

/** Admits what somebody sends before its body is read: who sends without end costs nothing but the answer that says so. */
export function admitWriting(context: RequestContext, route: Route): true | Refusal {
  if (route.method !== "POST" || route.pacesItself === true) return true;
  const { app, viewer } = context;
  return viewer === null
    ? admitHere(app, FROM_A_NETWORK, [`writing from ${clientOf(context)}`])
    : admitHere(app, OF_A_PERSON, [`writing by ${viewer.id}`]);
}
