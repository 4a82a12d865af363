import { isRefused, refuse, teamFormat, type Refusal } from "@podium/engine";
import { tiePart, type DraftEventForm, type TiePart } from "@podium/protocol";
import { asTeamFormat } from "../competitions/competitions.ts";

/**
 * How the ties of a team event are played as the form tells it: a named order, or the event's own, written `A-X, BC-YZ`,
 * `doubles singles singles`, or as their number alone. Refuses `order-of-play`.
 */
export function orderOfPlay({ tie, rubbers = "", wonBy = "", bestOf }: DraftEventForm): TiePart | Refusal {
  const words = rubbers.split(/[\s,;]+/u).filter((word) => word !== "");
  const [only = "", ...more] = words;
  const isNumber = more.length === 0 && /^\d+$/.test(only);
  const own = {
    rubbers: isNumber ? Number(only) : words,
    ...(wonBy === "" ? {} : wonBy === "all" ? { all: true } : { wonBy: Number(wonBy) }),
  };
  const read = tiePart.safeParse(tie === "own" ? own : tie);
  if (!read.success)
    return refuse(
      "order-of-play",
      'Write the rubbers in their order: "A-X, BC-YZ", "singles, doubles", or their number.',
      {
        field: "rubbers",
      },
    );
  const format = teamFormat(asTeamFormat(read.data), bestOf);
  return isRefused(format) ? refuse(format.code, format.message, { ...format.detail, field: "rubbers" }) : read.data;
}
