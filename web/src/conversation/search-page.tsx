import type { CommentSearchPage, FoundInRecord, Frame } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { timeInWords } from "../ui/times.ts";
import { authorName, commentAddress } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";
import { FoundRecord } from "./found-record.tsx";

interface SearchProps {
  readonly data: CommentSearchPage;
  readonly frame: Frame;
}

/** What was said, found by its words: the latest first. */
export function CommentSearch({ data, frame }: SearchProps) {
  const { language } = frame;
  const t = conversation(language);
  return (
    <div class="comment-search">
      <PageHead language={language} way={[]} title={t("conversation.search")} />
      <SearchForm data={data} frame={frame} />
      {data.record === null ? null : <FoundRecord record={data.record} frame={frame} />}
      {data.found.length > 0 && data.record !== null ? <h2>{t("conversation.found.comments")}</h2> : null}
      {data.found.length > 0 ? (
        <ol class="found-comments">
          {data.found.map((found) => (
            <Found key={`${found.comment.thread} ${found.comment.id}`} found={found} frame={frame} />
          ))}
        </ol>
      ) : data.query === "" || holdsSomething(data.record) ? null : (
        <p class="found-none" role="status">
          {t("conversation.search-none")}
        </p>
      )}
      {data.next === null ? null : (
        <a class="button quiet" rel="next" href={addressOf(data, data.next)}>
          {t("conversation.search-next")}
        </a>
      )}
    </div>
  );
}

function SearchForm({ data, frame }: SearchProps) {
  const t = conversation(frame.language);
  return (
    <form class="search-form" role="search" action="/conversations">
      <div class="field">
        <label for="comment-words">{t("conversation.search-words")}</label>
        <input id="comment-words" type="search" name="q" value={data.query} maxLength={200} dir="auto" />
      </div>
      {data.thread === null ? null : (
        <label class="choice">
          <input type="checkbox" name="thread" value={data.thread} checked /> {t("conversation.search-here")}
        </label>
      )}
      <button>{t("conversation.search-go")}</button>
    </form>
  );
}

function holdsSomething(record: FoundInRecord | null): boolean {
  return record !== null && Object.values(record).some((found) => found.length > 0);
}

/** A comment among others, with what it is about. */
export function Found({ found, frame }: { readonly found: CommentSearchPage["found"][number]; readonly frame: Frame }) {
  const { language } = frame;
  const { comment, title } = found;
  return (
    <li>
      <p class="quiet">
        <a href={commentAddress(comment.thread, comment.id)}>
          <Words text={title} language={language} />
        </a>
        {" · "}
        <bdi>{authorName(comment, conversation(language))}</bdi>
        {" · "}
        <time>{timeInWords(comment.atMs, { zone: "UTC", language, form: "date" })}</time>
      </p>
      <p class="found-words" dir="auto" lang={comment.language ?? undefined}>
        {comment.body}
      </p>
    </li>
  );
}

function addressOf({ query, thread }: CommentSearchPage, before: number): string {
  const params = new URLSearchParams({ q: query, ...(thread === null ? {} : { thread }), before: String(before) });
  return `/conversations?${params}`;
}
