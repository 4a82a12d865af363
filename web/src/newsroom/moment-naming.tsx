import type { Language, NewsroomEvent } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { InputField } from "../ui/fields.tsx";
import { newsroomWords } from "./newsroom-words.ts";

interface MomentNamingProps {
  readonly moment: NonNullable<NewsroomEvent["moment"]>;
  readonly competition: string;
  readonly language: Language;
}

/** What a moment is called and what it was, as it stands above the result: one language at a time. */
export function MomentNaming({ moment, competition, language }: MomentNamingProps) {
  const t = newsroomWords(language);
  const field = `summary-${moment.id}`;
  return (
    <details>
      <summary>{t("newsroom.name-moment")}</summary>
      <form method="post" action={`/newsroom/${competition}/${moment.id}/name`}>
        <InputField
          name="language"
          id={`language-${moment.id}`}
          words={t("newsroom.moment-language")}
          help={t("newsroom.name-moment.help")}
          value={language}
          isRequired
        />
        <InputField
          name="title"
          id={`title-${moment.id}`}
          words={t("newsroom.moment-title")}
          value={moment.title[language] ?? ""}
          isRequired
        />
        <Field name={field} words={t("newsroom.summary")} isWide>
          <textarea id={`field-${field}`} name="summary" rows={3} dir="auto" maxLength={2000}>
            {moment.summary?.[language] ?? ""}
          </textarea>
        </Field>
        <p class="buttons">
          <button class="quiet">{t("newsroom.name-moment")}</button>
        </p>
      </form>
    </details>
  );
}
