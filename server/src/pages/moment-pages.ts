import type { MatchRow, MomentPage } from "@podium/protocol";
import { presentThreadAbout } from "../conversation/present.ts";
import { storylinesOf } from "../history/storylines.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Ask, type Route } from "../http/route.ts";
import { momentRow } from "../moments/moments.ts";
import { presentMoment } from "../moments/present.ts";
import { anyone } from "../people/policy.ts";
import { presentReaction, presentReport } from "../reports/present.ts";
import { reactionRows, reportRows } from "../reports/reports.ts";
import { openBook, topicsOf, type OpenBook } from "./book.ts";
import { sameForAll, type Asked } from "./same-for-all.ts";

export const momentPages: readonly Route[] = [
  { method: "GET", path: "/moments/:moment", may: anyone, answer: showMoment },
];

const DECIDING_ROUNDS = ["final", "bronze"];

const momentAlone = sameForAll(showMomentAlone);

/** The thread depends on who reads it, the moment does not. */
async function showMoment(ask: Ask): Promise<Answer> {
  const { world, viewer } = ask;
  const given = await momentAlone(ask);
  if (given.kind !== "page" || given.page.page !== "moment") return given;
  const { data } = given.page;
  const thread = await presentThreadAbout(world, { kind: "moment", id: data.moment.id }, { viewer, sort: "best" });
  return answer.page({ page: "moment", data: { ...data, thread } }, [
    ...(given.topics ?? []),
    ...(thread === null ? [] : [`thread:${thread.id}`]),
  ]);
}

async function showMomentAlone({ world, params, path }: Asked): Promise<Answer> {
  const { db } = world.storage;
  const row = await momentRow(db, params["moment"] ?? "");
  const book = row && (await openBook(db, row.event_id));
  if (row === undefined || book == null) return answer.refusal(notFound(path));
  const data: MomentPage = {
    moment: presentMoment(row),
    competition: book.competition,
    event: book.card,
    podium: book.medals,
    result: decidingMatches(book),
    storylines: await storylinesOf(db, row.event_id),
    reports: (await reportRows(db, row.id)).map(presentReport),
    reactions: (await reactionRows(db, row.id)).map(presentReaction),
    thread: null,
  };
  return answer.page({ page: "moment", data }, [
    `moment:${row.id}`,
    `event:${row.event_id}`,
    ...topicsOf([book.competition]),
  ]);
}

/** The final, then the match for bronze; without one, the semi-finals whose losers share it. */
function decidingMatches(book: OpenBook): MatchRow[] {
  return DECIDING_ROUNDS.flatMap((round) => book.matches.filter((match) => match.round === round));
}
