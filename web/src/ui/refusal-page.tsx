import type { Frame, RefusalPage } from "@podium/protocol";
import { signInAddress } from "./links.ts";
import { PageHead } from "./page-head.tsx";
import { refusalSentence, shared } from "./shared-words.ts";

/** A refusal as a page: what happened, what was saved, what to do. */
export function Refusal({ refusal, frame }: { readonly refusal: RefusalPage; readonly frame: Frame }) {
  const t = shared(frame.language);
  const missing = refusal.status === 404;
  const title = missing ? t("ui.refusal.not-found") : t("ui.refusal.title", { status: String(refusal.status) });
  return (
    <section class="refusal-page">
      <PageHead language={frame.language} way={[]} title={title} />
      <p class="lead" dir="auto">
        {refusalSentence(refusal, frame.language)}
      </p>
      {missing || refusal.code === "half-way" ? null : (
        <p>{refusal.status >= 500 ? t("ui.refusal.later") : t("ui.refusal.unchanged")}</p>
      )}
      <p class="ways-out">
        {refusal.status === 401 ? <a href={signInAddress(frame.path)}>{t("ui.refusal.signed-in-first")}</a> : null}
        <a href="/">{t("ui.refusal.to-home")}</a>
      </p>
    </section>
  );
}
