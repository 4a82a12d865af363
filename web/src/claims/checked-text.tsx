import type { Language } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import "./checked-elements.ts";
import { claimsWords } from "./claims-words.ts";

interface CheckedTextProps {
  /** Which competition the text is about; `all`: any. Left out where a field of the form says so. */
  readonly competition?: string;
  readonly language: Language;
  /** The field. */
  readonly children: ComponentChildren;
}

/**
 * A field whose text is held against the record while it is typed. Without script, a button beside it sends the text to
 * the page that does the same.
 */
export function CheckedText({ competition, language, children }: CheckedTextProps) {
  const t = claimsWords(language);
  return (
    <checked-text
      competition={competition}
      data-wrong-one={t("check.wrong-one")}
      data-wrong={t("check.wrong", { count: "{count}" })}
      data-truth={t("check.truth", { truth: "{truth}" })}
      data-mend={t("check.mend", { words: "{words}" })}
      data-go={t("check.go")}
    >
      {children}
      {competition === undefined ? null : (
        <p class="buttons">
          <button
            class="quiet"
            name="competition"
            value={competition}
            formAction="/check"
            formTarget="_blank"
            formNoValidate
          >
            {t("check.against")}
          </button>
        </p>
      )}
    </checked-text>
  );
}
