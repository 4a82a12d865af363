import type { Language } from "@podium/protocol";
import { shared } from "./shared-words.ts";

/** The way to the pages before and after this one of a long list, the latest first; nothing where there is one page. */
export function Pager({
  later,
  earlier,
  language,
}: {
  readonly later: number | null;
  readonly earlier: number | null;
  readonly language: Language;
}) {
  if (later === null && earlier === null) return null;
  const t = shared(language);
  return (
    <nav class="pager" aria-label={t("ui.pages")}>
      {later === null ? null : (
        <a rel="prev" href={`?page=${later}`}>
          {t("ui.later")}
        </a>
      )}
      {earlier === null ? null : (
        <a rel="next" href={`?page=${earlier}`}>
          {t("ui.earlier")}
        </a>
      )}
    </nav>
  );
}
