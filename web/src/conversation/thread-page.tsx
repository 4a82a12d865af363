import type { Frame, ThreadPage } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { Words } from "../ui/names.tsx";
import { NextTo } from "../ui/next-to.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { Thread } from "./thread.tsx";

/** A conversation on a page of its own. */
export function ThreadScreen({
  data,
  frame,
  children,
}: {
  readonly data: ThreadPage;
  readonly frame: Frame;
  /** What it is about, beside it. */
  readonly children?: ComponentChildren;
}) {
  const { thread, focus, draft } = data;
  const { language } = frame;
  const way = [{ href: thread.subject.href, words: <Words text={thread.subject.title} language={language} /> }];
  return (
    <>
      <PageHead language={language} way={way} title={<Words text={thread.title} language={language} />} />
      <div class="with-aside">
        {children}
        <Thread thread={thread} frame={frame} focus={focus} draft={draft} />
      </div>
      <NextTo
        language={language}
        pages={
          thread.subject.kind === "moment"
            ? way.map((step) => ({ ...step, as: shared(language)("ui.beside.moment") }))
            : []
        }
      />
    </>
  );
}
