import type { Frame, ThreadPage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Thread } from "./thread.tsx";

/** A conversation on a page of its own. */
export function ThreadScreen({ data, frame }: { readonly data: ThreadPage; readonly frame: Frame }) {
  const { thread, focus, draft } = data;
  const { language } = frame;
  const way = [{ href: thread.subject.href, words: <Words text={thread.subject.title} language={language} /> }];
  return (
    <>
      <PageHead language={language} way={way} title={<Words text={thread.title} language={language} />} />
      <Thread thread={thread} frame={frame} focus={focus} draft={draft} />
    </>
  );
}
