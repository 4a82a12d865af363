import { isRefused } from "@podium/engine";
import { secondEyesForm } from "@podium/protocol";
import { transact } from "../app.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { holders } from "../people/policy.ts";
import { askForSecondEyes } from "../results/second-eyes.ts";
import { competitionIn } from "../storage/codes.ts";

/** Whether results are published by somebody else than who entered them: the organiser says. */
export const secondEyesRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/desk/:competition/second-eyes",
    policy: holders("organiser"),
    reads: secondEyesForm,
    answer: change,
  },
];

async function change(request: RouteRequest): Promise<Answer> {
  const form = await request.read(secondEyesForm);
  if (isRefused(form)) return answer.refusal(form);
  const competition = competitionIn(request.params);
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    askForSecondEyes(unit, competition, form.wanted === "yes"),
  );
  if (refusal !== undefined) return answer.refusal(refusal);
  return request.wantsJson ? answer.json(form) : answer.seeOther(`/desk/${competition}`);
}
