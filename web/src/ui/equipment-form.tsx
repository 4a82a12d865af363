import { EQUIPMENT_KINDS, type Language } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { InputField, SelectField } from "./fields.tsx";
import { incidentsWords } from "./incidents-words.ts";

interface EquipmentFormProps {
  readonly action: string;
  /** What was typed before a refusal, in this form or in another one of the page: an item alone has a `name`. */
  readonly entered: Readonly<Record<string, string>>;
  readonly language: Language;
  /** Whose it is, or where it is declared. */
  readonly children: ComponentChildren;
}

/** Where an item of equipment is declared, at the desk and by who plays with it. */
export function EquipmentForm({ action, entered, language, children }: EquipmentFormProps) {
  const t = incidentsWords(language);
  const { name = "", kind = "racket" } = entered["name"] === undefined ? {} : entered;
  return (
    <form method="post" action={action}>
      {children}
      <SelectField
        name="kind"
        id="equipment-kind"
        words={t("incidents.kind")}
        chosen={kind}
        options={EQUIPMENT_KINDS.map((each) => [each, t(`incidents.equipment.${each}`)] as const)}
      />
      <InputField name="name" words={t("incidents.name")} value={name} isRequired />
      <p class="buttons">
        <button>{t("incidents.declare")}</button>
      </p>
    </form>
  );
}
