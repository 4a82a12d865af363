import type { DraftEventView, DraftTermsView, DraftView, Language } from "@podium/protocol";
import { InputField } from "../ui/fields.tsx";
import { Words } from "../ui/names.tsx";
import { setupWords } from "./setup-words.ts";

interface TermsProps {
  readonly draft: DraftView;
  readonly terms: DraftTermsView | null;
  readonly entered: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** Until when people may enter themselves, for which events, at what fee. */
export function TermsSection({ draft, terms, entered, language }: TermsProps) {
  const t = setupWords(language);
  const open = draft.events.filter(({ kind }) => kind !== "team");
  if (open.length === 0) return null;
  const typed = "closes" in entered ? entered : {};
  const values = { closes: terms?.closes ?? "", remark: terms?.remark ?? "", ...typed };
  return (
    <section id="terms">
      <h2>{t("setup.terms")}</h2>
      <p>{t("setup.terms.says")}</p>
      {terms === null ? null : (
        <p>
          <a href={`/enter/${draft.id}`}>{t("setup.terms.page")}</a>
        </p>
      )}
      <form method="post" action={`/desk/drafts/${draft.id}/terms`}>
        <InputField
          name="closes"
          words={t("setup.terms.closes")}
          help={t("setup.terms.closes-help", { zone: draft.zone })}
          type="datetime-local"
          value={values.closes}
          isRequired
        />
        {open.map((event) => (
          <OpenEvent key={event.code} event={event} terms={terms} entered={typed} language={language} />
        ))}
        <InputField name="remark" words={t("setup.terms.remark")} value={values.remark} />
        <p class="buttons">
          <button class="quiet">{t(terms === null ? "setup.terms.open" : "setup.terms.change")}</button>
        </p>
      </form>
    </section>
  );
}

interface OpenEventProps extends Pick<TermsProps, "terms" | "entered" | "language"> {
  readonly event: DraftEventView;
}

function OpenEvent({ event: { code, title }, terms, entered, language }: OpenEventProps) {
  const t = setupWords(language);
  const own = terms === null ? undefined : terms.events[code];
  const isTyped = "closes" in entered;
  const isOpen = isTyped ? entered[`open-${code}`] === "yes" : terms === null || own !== undefined;
  return (
    <fieldset class="setup-open-event">
      <legend>
        <Words text={title} language={language} />
      </legend>
      <p class="field">
        <label>
          <input type="checkbox" name={`open-${code}`} value="yes" checked={isOpen} /> {t("setup.terms.is-open")}
        </label>
      </p>
      <InputField
        name={`limit-${code}`}
        words={t("setup.terms.limit")}
        type="number"
        min={1}
        max={1024}
        value={entered[`limit-${code}`] ?? String(own?.limit ?? "")}
      />
      <InputField name={`fee-${code}`} words={t("setup.terms.fee")} value={entered[`fee-${code}`] ?? own?.fee ?? ""} />
    </fieldset>
  );
}
