import { type Refusal } from "@podium/engine";
import { type DraftEventPage, type DraftPage } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { answer, type Answer, type RouteRequest } from "../http/route.ts";
import { type Draft, type DraftSeen } from "./drafts.ts";
import { presentDraft } from "./present.ts";

/** What stands on a page beside the draft: why something was not taken, and what was typed. */
export interface Beside {
  readonly refusal?: Refusal;
  readonly entered?: Readonly<Record<string, string>>;
  readonly listed?: DraftEventPage["listed"];
}

export function shown({ refusal, entered }: Beside): Pick<DraftPage, "refusal" | "entered"> {
  return { refusal: refusal ?? null, entered: entered ?? {} };
}

export function pageOf(page: Extract<Answer, { kind: "page" }>["page"], { refusal }: Beside): Answer {
  return answer.form(page, refusal);
}

/** Why nothing was done: the page again with what was typed, or the refusal alone for who asks in JSON. */
export async function refusedOn(
  request: RouteRequest,
  refusal: Refusal,
  show: (request: RouteRequest, beside: Beside) => Promise<Answer>,
): Promise<Answer> {
  if (request.wantsJson) return answer.refusal(refusal);
  return show(request, { refusal, entered: await request.fields() });
}

/** Does something with a draft, in one unit of work. */
export function act<T>(request: RouteRequest, work: (unit: UnitOfWork) => Promise<T | Refusal>): Promise<T | Refusal> {
  return transact(request.app, request.viewer?.id ?? null, work);
}

export function seen({ params }: RouteRequest, { version }: { readonly version: number }): DraftSeen {
  return { id: params["draft"] ?? "", version };
}

export function goOn(request: RouteRequest, draft: Draft, to = ""): Answer {
  return request.wantsJson ? answer.json(presentDraft(draft)) : answer.seeOther(`/desk/drafts/${draft.id}${to}`);
}
