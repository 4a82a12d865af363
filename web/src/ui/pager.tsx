import type { Language, PageNumbers } from "@podium/protocol";
import { shared } from "./shared-words.ts";

/** The way to the pages before and after this one of a long list, by default the latest first; nothing where there is one page. */
export function Pager({
  later,
  earlier,
  language,
  byTime = true,
}: PageNumbers & {
  readonly language: Language;
  readonly byTime?: boolean;
}) {
  if (later === null && earlier === null) return null;
  const t = shared(language);
  return (
    <nav class="pager" aria-label={t("ui.pages")}>
      {later === null ? null : (
        <a rel="prev" href={`?page=${later}`}>
          {t(byTime ? "ui.later" : "ui.previous")}
        </a>
      )}
      {earlier === null ? null : (
        <a rel="next" href={`?page=${earlier}`}>
          {t(byTime ? "ui.earlier" : "ui.next")}
        </a>
      )}
    </nav>
  );
}
