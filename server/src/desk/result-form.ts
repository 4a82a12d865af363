import { isRefused, type MatchRules, refuse, type Refusal, writtenGames } from "@podium/engine";
import { resultForm, type DeskMatchPage, type ResultForm } from "@podium/protocol";
import { z } from "zod";
import type { RouteRequest } from "../http/route.ts";

/** A result as a page sends it: the games in one field, as they are written on a score sheet. */
const writtenResult = z.object({
  games: z.string().trim().max(200).default(""),
  outcome: resultForm.shape.outcome,
  against: resultForm.shape.against,
  version: z.coerce.number().int().min(0),
  drawKept: resultForm.shape.drawKept,
  confirm: z.literal("yes").optional(),
});

/** A result as it was sent: by a script, or by a page, where it is confirmed once its consequences were shown. */
export async function readResult(
  request: RouteRequest,
  { isTie, rules }: { readonly isTie: boolean; readonly rules: MatchRules },
): Promise<{ form: ResultForm; confirmed: boolean } | Refusal> {
  if (request.wantsJson) {
    const form = await request.read(resultForm);
    return isRefused(form) ? form : { form, confirmed: true };
  }
  const written = await request.read(writtenResult);
  if (isRefused(written)) return written;
  const games = writtenGames(rules, written.games);
  const { confirm, ...rest } = written;
  const [score, ...others] = games ?? [];
  const isScore =
    score !== undefined &&
    others.length === 0 &&
    (rest.outcome === "play" || rest.outcome === "abandoned") &&
    (isTie || isOfGames(score));
  const form = resultForm.safeParse({ ...rest, ...(isScore ? { games: [], score } : { games }) });
  if (games === null || !form.success) return REFUSED_GAMES;
  return { form: form.data, confirmed: confirm === "yes" };
}

const REFUSED_GAMES = refuse(
  "games-unreadable",
  "Write the games as 11-7 8-11 11-9, home first, or by the points of the loser: 7 -8 9.",
);

const GAMES_MAX = 6;

/** Whether the only two numbers of a match that was played out are its games won: no game ends as low as that. */
function isOfGames({ home, away }: { readonly home: number; readonly away: number }): boolean {
  return Math.max(home, away) < GAMES_MAX;
}

/** The fields of the form as they were typed, to be shown again. */
export async function enteredIn(request: RouteRequest): Promise<NonNullable<DeskMatchPage["entered"]>> {
  const fields = await request.fields();
  return {
    games: fields["games"] ?? "",
    outcome: fields["outcome"] ?? "play",
    against: fields["against"] ?? null,
    drawKept: fields["drawKept"] ?? null,
  };
}
