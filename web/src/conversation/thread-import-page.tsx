import { type Frame, SOURCE_KINDS, type ThreadImportPage, type ThreadImportView } from "@podium/protocol";
import { PageHead } from "../ui/page-head.tsx";
import { whyNot } from "./conversation-words.ts";
import { importing as words } from "./moderation-words.ts";

interface ThreadImportProps {
  readonly data: ThreadImportPage;
  readonly frame: Frame;
}

/** Where staff bring in the conversation of another site, and what came of it. */
export function ThreadImport({ data, frame }: ThreadImportProps) {
  const { language } = frame;
  const t = words(language);
  return (
    <div class="thread-import">
      <PageHead language={language} way={[]} title={t("importing.title")} details={t("importing.says")} />
      {data.done === null ? null : <Done done={data.done} frame={frame} />}
      <form class="answer" method="post" action="/conversations/import" encType="multipart/form-data">
        {data.refusal === null ? null : (
          <p class="refused" role="alert">
            {whyNot(data.refusal, language)}
          </p>
        )}
        <label class="field">
          {t("importing.kind")}
          <select name="kind">
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === data.kind}>
                {t(`importing.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <div class="field">
          <label for="import-subject">{t("importing.subject")}</label>
          <input
            id="import-subject"
            name="subject"
            required
            maxLength={260}
            dir="ltr"
            value={data.subject}
            aria-describedby="import-subject-says"
          />
          <p class="quiet" id="import-subject-says">
            {t("importing.subject-says")}
          </p>
        </div>
        <label class="field">
          {t("importing.file")}
          <input type="file" name="file" required />
        </label>
        <button>{t("importing.go")}</button>
      </form>
    </div>
  );
}

/** What became of the comments of a file, by the words under which it stands. */
const COUNTS = [
  ["importing.imported", "imported"],
  ["importing.already-there", "alreadyThere"],
  ["importing.deleted", "deleted"],
  ["importing.removed", "removed"],
  ["importing.more", "more"],
  ["importing.without-parent", "withoutParent"],
  ["importing.too-deep", "tooDeep"],
  ["importing.without-time", "withoutTime"],
  ["importing.repeated", "repeated"],
] as const;

function Done({ done, frame }: { readonly done: ThreadImportView; readonly frame: Frame }) {
  const t = words(frame.language);
  const { claimed, found } = done;
  return (
    <section role="status">
      <h2>{claimed === null ? t("importing.done-unclaimed", { found }) : t("importing.done", { claimed, found })}</h2>
      {done.title === null ? null : <p dir="auto">{done.title}</p>}
      {done.postedBy === null ? null : <p dir="auto">{t("importing.posted-by", { name: done.postedBy })}</p>}
      <ul>
        {COUNTS.filter(([, of], index) => index === 0 || done[of] > 0).map(([key, of]) => (
          <li key={of}>
            {t(key)}: {done[of]}
          </li>
        ))}
      </ul>
      {done.ignored.length === 0 ? null : (
        <details>
          <summary>
            {t("importing.ignored")}: {done.ignored.length}
          </summary>
          <ul>
            {done.ignored.map((line, index) => (
              <li key={index} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <a href={`/threads/${done.thread}`}>{t("importing.open")}</a>
      </p>
    </section>
  );
}
