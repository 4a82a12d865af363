import { isRefused, refuse, type Refusal } from "@podium/engine";
import { threadImportForm, type ThreadImportPage } from "@podium/protocol";
import { findSubject, subjectIn } from "../conversation/subjects.ts";
import { importThreadFile, type ThreadImport } from "../exchange/threads/import-thread.ts";
import { sourceText } from "../exchange/threads/source-text.ts";
import { parseBody } from "../http/body.ts";
import { notAllowed, notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { holdersAnywhere, holdsOne } from "../people/policy.ts";

/** Larger files are for the command, which holds up nobody. */
const FILE_BYTES_MAX = 4 * 1024 * 1024;
/** Each is several statements of one unit of work, in which nobody else writes. */
const COMMENTS_MAX = 2000;
const IMPORTS_OF_A_PERSON = { everyMs: 30_000, burst: 6 };
const PATH = "/conversations/import";

const staff = holdersAnywhere("organiser", "moderator");

/** The conversation of another site, brought in from a file by those who look after ours. */
export const threadImportRoutes: readonly Route[] = [
  { method: "GET", path: PATH, policy: staff, answer: async () => show({}) },
  { method: "POST", path: PATH, policy: staff, bytesMax: FILE_BYTES_MAX, answer: bringIn },
];

function show(page: Partial<Omit<ThreadImportPage, "refusal">> & { readonly refusal?: Refusal }): Answer {
  const { kind = "", subject = "", done = null, refusal } = page;
  const told = refusal === undefined ? null : { code: refusal.code, message: refusal.message };
  return answer.form({ page: "thread-import", data: { kind, subject, done, refusal: told } }, refusal ?? null);
}

async function bringIn(request: RouteRequest): Promise<Answer> {
  const file = await request.file();
  const { kind = "", subject = "" } = isRefused(file) ? {} : file.fields;
  const done = isRefused(file) ? file : await importFrom(request, file);
  if (request.wantsJson) return isRefused(done) ? answer.refusal(done) : answer.json({ imported: done });
  return isRefused(done) ? show({ kind, subject, refusal: done }) : show({ kind, subject, done });
}

async function importFrom(
  { app, viewer }: RouteRequest,
  { bytes, fields }: { readonly bytes: Uint8Array; readonly fields: Readonly<Record<string, string>> },
): Promise<ThreadImport | Refusal> {
  if (viewer === null) return notSignedIn();
  const form = parseBody({ fields }, threadImportForm);
  if (isRefused(form)) return form;
  const subject = subjectIn(form.subject);
  if (isRefused(subject)) return subject;
  const found = await findSubject(app.storage.db, subject);
  // What is gone is of no competition any more: its conversation is for staff of all.
  if (!holdsOne(viewer, found?.competition, ["organiser", "moderator"]))
    return found === null
      ? refuse("subject-unknown", `There is no ${subject.kind} ${subject.id}.`)
      : notAllowed("organisers and moderators of the competition");
  const calm = await admit(app, IMPORTS_OF_A_PERSON, [`import by ${viewer.id}`]);
  if (isRefused(calm)) return calm;
  return importThreadFile(app, viewer.id, { ...form, text: sourceText(bytes), commentsMax: COMMENTS_MAX });
}
