import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { drawRecordsOf } from "../draw/draw-records.ts";
import { presentShownDraw } from "../draw/present.ts";
import { holdsOne, readers } from "../people/policy.ts";
import { eventIn } from "../storage/codes.ts";

const DRAW = "/competitions/:competition/:event/draw";

/** The draw of an event: before it is made, while its balls come out, and on record. */
export const drawPages: readonly Route[] = [
  { method: "GET", path: DRAW, policy: readers, answer: showDraw },
  { method: "GET", path: `${DRAW}/:number`, policy: readers, answer: sendRecord },
];

/** Without topics: it shows how far the draw has come by now. */
async function showDraw({ app, params, path }: RouteRequest): Promise<Answer> {
  const data = await presentShownDraw(app.storage.db, eventIn(params), app.clock());
  return data === null ? answer.refusal(notFound(path)) : answer.page({ page: "draw", data });
}

/** A draw as the lines that `podium draw verify` reads; before its last ball is out for those alone who make it. */
async function sendRecord({ app, params, path, viewer }: RouteRequest): Promise<Answer> {
  const event = eventIn(params);
  const found = (await drawRecordsOf(app.storage.db, event)).find(({ number }) => String(number) === params["number"]);
  const mayKnow = viewer !== null && holdsOne(viewer, params["competition"], ["organiser", "referee"]);
  if (found === undefined || (found.showing !== null && !mayKnow)) return answer.refusal(notFound(path));
  const lines = found.record.draws.map((draw) => `${JSON.stringify(draw)}\n`).join("");
  const name = `${event.replaceAll("/", "-")}-draw-${found.number}.ndjson`;
  const headers = {
    "content-type": "application/x-ndjson; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  };
  return { kind: "response", response: new Response(lines, { headers }) };
}
