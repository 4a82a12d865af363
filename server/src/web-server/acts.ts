import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { z } from "zod";
import { transact, type App } from "../app.ts";
import { asTexts, parseBody, type RequestBody } from "../http/body.ts";
import { notAllowed, notFound } from "../http/refusal-status.ts";
import type { Params, Route, RouteRequest } from "../http/route.ts";
import { inventedPerson } from "../people/accounts.ts";
import { DEMO_PEOPLE, demoEmail } from "../people/demo.ts";
import { routes } from "./routes.ts";

const actsFile = z.strictObject({
  format: z.literal("podium-acts/1"),
  acts: z
    .array(
      z.strictObject({
        /** Which of the invented people of the demo does it. */
        as: z.enum(["organiser", "referee", "editor", "moderator", "member"]),
        /** The address to which the form of the page is sent. */
        to: z.string().max(500),
        form: z.record(z.string().max(60), z.string().max(200_000)),
      }),
    )
    .max(1000),
});
type Act = z.infer<typeof actsFile>["acts"][number];

/**
 * Does what a file says that people of the desk and the newsroom have done: each act is a form, sent by an invented person to the
 * route that answers it, with its policy, parsing and refusals. The first that is refused ends it, with its number.
 */
export async function playActs(app: App, text: string): Promise<undefined | Refusal> {
  const parsed = actsFile.safeParse(jsonOf(text));
  if (!parsed.success)
    return refuse("file-invalid", `These are no acts: ${z.prettifyError(parsed.error).slice(0, 300)}`);
  for (const [index, act] of parsed.data.acts.entries()) {
    const refusal = await play(app, act);
    if (refusal !== undefined)
      return refuse(refusal.code, `Act ${index + 1}, ${act.to}: ${refusal.message}`, refusal.detail);
  }
  return undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

async function play(app: App, act: Act): Promise<undefined | Refusal> {
  const found = routeTo(act.to);
  if (found === null) return notFound(act.to);
  const viewer = await viewerOfDemo(app, act.as);
  if (isRefused(viewer)) return viewer;
  const { route, params } = found;
  if (!route.policy.allows(viewer, params)) return notAllowed(route.policy.description);
  const given = await route.answer(requestOf(app, act, { viewer, params }));
  if (given.kind === "refusal") return given.refusal;
  return given.kind === "json" ? undefined : notFound(act.to);
}

function routeTo(path: string): { readonly route: Route; readonly params: Params } | null {
  for (const route of routes) {
    const params = route.method === "POST" ? paramsIn(route.path, path) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

/** What stands in an address for the names of its pattern; null where it is not under it. */
function paramsIn(pattern: string, path: string): Params | null {
  const [names, given] = [pattern.split("/"), path.split("/")];
  if (names.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const part = given[at] ?? "";
    if (name.startsWith(":")) params[name.slice(1)] = part;
    else if (name !== part) return null;
  }
  return params;
}

/** One of the invented people with the role that is theirs in the demo; nobody can sign in as them by it. */
async function viewerOfDemo(app: App, key: Act["as"]): Promise<Viewer | Refusal> {
  const person = DEMO_PEOPLE.find((one) => one.key === key);
  if (person === undefined) return refuse("not-found", `There is no ${key} in the demo.`);
  const { name, role } = person;
  const id = await transact(app, null, (unit) => inventedPerson(unit, { name, email: demoEmail(person) }));
  return isRefused(id) ? id : { id, name, roles: { "*": ["member", role] } };
}

/** The form as the page sends it, from this machine itself. */
function requestOf(
  app: App,
  { to, form }: Act,
  { viewer, params }: { readonly viewer: Viewer; readonly params: Params },
): RouteRequest {
  const body: RequestBody = { fields: asTexts(form) };
  return {
    app,
    viewer,
    params: asTexts(params),
    query: {},
    language: "en",
    client: "127.0.0.1",
    headers: new Headers(),
    path: to,
    wantsJson: true,
    read: async (schema) => parseBody(body, schema),
    file: async () => refuse("form-invalid", "The field file is not right: an act sends none.", { field: "file" }),
    fields: async () => body.fields,
  };
}
