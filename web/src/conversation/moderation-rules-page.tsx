import type { Frame, ModerationRulesPage } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { moderation, whyNotChanged } from "./moderation-words.ts";

interface RulesProps {
  readonly data: ModerationRulesPage;
  readonly frame: Frame;
}

/** What is held for moderators: by which words, and how much of newcomers. */
export function ModerationRules({ data, frame }: RulesProps) {
  const { language } = frame;
  const t = moderation(language);
  const { competition, refusal } = data;
  return (
    <div class="moderation-rules">
      <PageHead
        language={language}
        way={[{ href: "/moderation", words: t("moderation.title") }]}
        title={
          competition === null ? t("moderation.everywhere") : <Words text={competition.title} language={language} />
        }
        details={t(competition === null ? "moderation.rules-all" : "moderation.rules-one")}
      />
      {refusal === null ? null : (
        <p class="refused" role="alert" id="refused" dir="auto">
          {whyNotChanged(refusal, language)}
        </p>
      )}
      <WordsHeld data={data} frame={frame} />
      <Newcomers data={data} frame={frame} />
    </div>
  );
}

function addressOf({ competition }: ModerationRulesPage): string {
  return competition === null ? "/moderation/rules" : `/moderation/${competition.id}/rules`;
}

function WordsHeld({ data, frame }: RulesProps) {
  const t = moderation(frame.language);
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t("moderation.words")}</h2>
      <p class="quiet">{t("moderation.words-say")}</p>
      <form method="post" action={`${addressOf(data)}/words`}>
        <Field name="add" words={t("moderation.words-add")} help={t("moderation.one-a-line")}>
          <textarea id="field-add" name="add" rows={4} dir="auto" aria-describedby="help-add">
            {data.entered["add"] ?? ""}
          </textarea>
        </Field>
        <Field name="drop" words={t("moderation.words-drop")} help={t("moderation.one-a-line")}>
          <textarea id="field-drop" name="drop" rows={2} dir="auto" aria-describedby="help-drop">
            {data.entered["drop"] ?? ""}
          </textarea>
        </Field>
        <div class="buttons">
          <button>{t("moderation.save")}</button>
        </div>
      </form>
      <details>
        <summary>{t("moderation.listed", { count: data.words.length })}</summary>
        <ul class="words-listed">
          {data.words.map((word) => (
            <li key={word} dir="auto">
              {word}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Newcomers({ data, frame }: RulesProps) {
  const t = moderation(frame.language);
  const { rules, entered } = data;
  return (
    <section aria-labelledby="newcomers">
      <h2 id="newcomers">{t("moderation.newcomers")}</h2>
      <form class="entrance" method="post" action={addressOf(data)}>
        <Field name="first" words={t("moderation.first-held")} help={t("moderation.first-held-says")}>
          <input
            id="field-first"
            name="firstHeld"
            type="number"
            min={0}
            max={20}
            required
            value={entered["firstHeld"] ?? String(rules.firstHeld)}
            aria-describedby="help-first"
          />
        </Field>
        <Field name="links" words={t("moderation.newcomer-links")} help={t("moderation.newcomer-links-say")}>
          <input
            id="field-links"
            name="newcomerLinks"
            type="number"
            min={0}
            max={20}
            required
            value={entered["newcomerLinks"] ?? String(rules.newcomerLinks)}
            aria-describedby="help-links"
          />
        </Field>
        <div class="buttons">
          <button>{t("moderation.save")}</button>
        </div>
      </form>
    </section>
  );
}
