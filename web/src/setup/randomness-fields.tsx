import type { Language } from "@podium/protocol";
import { drawWords } from "../draw/draw-words.ts";
import { InputField } from "../ui/fields.tsx";

/** Where chance comes in: typed, rolled on the page, or, left empty, made by the program. */
export function RandomnessFields({
  entered,
  language,
}: {
  readonly entered: Readonly<Record<string, string>>;
  readonly language: Language;
}) {
  const t = drawWords(language);
  return (
    <div class="draw-randomness">
      <InputField
        name="randomness"
        words={t("draw.randomness.field")}
        help={t("draw.randomness.help")}
        value={entered["randomness"] ?? ""}
      />
      <input type="hidden" name="rolled" value="yes" disabled={entered["rolled"] !== "yes"} />
      <button type="button" class="quiet" data-part="roll" hidden>
        {t("draw.roll")}
      </button>
      <InputField name="given" words={t("draw.given.field")} value={entered["given"] ?? ""} />
    </div>
  );
}
