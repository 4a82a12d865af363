import type { EmbeddingPage, Frame } from "@podium/protocol";
import { translationsOf } from "../languages/catalogues.ts";
import { Field } from "../ui/field.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Words } from "../ui/names.tsx";
import { whyNotChanged } from "./moderation-words.ts";

const embed = translationsOf("embed");

/** Under whose pages conversations may stand, and what is put there. */
export function Embedding({ data, frame }: { readonly data: EmbeddingPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = embed(language);
  const { competition, origins, refusal, entered } = data;
  const address = `/competitions/${competition.id}`;
  return (
    <div class="moderation-rules">
      <PageHead
        language={language}
        way={[{ href: address, words: <Words text={competition.title} language={language} /> }]}
        title={t("embed.title")}
        details={t("embed.explain")}
      />
      {refusal === null ? null : (
        <p class="refused" role="alert" id="refused" dir="auto">
          {whyNotChanged(refusal, language)}
        </p>
      )}
      <form class="entrance" method="post" action={`/embedding/${competition.id}`}>
        <Field name="origins" words={t("embed.sites")} help={t("embed.sites-help")}>
          <textarea id="field-origins" name="origins" rows={4} dir="ltr" aria-describedby="help-origins">
            {entered["origins"] ?? origins.join("\n")}
          </textarea>
        </Field>
        <div class="buttons">
          <button>{t("embed.save")}</button>
        </div>
      </form>
      <h2>{t("embed.tag")}</h2>
      <p class="quiet">{t("embed.tag-help")}</p>
      <pre class="snippet" dir="ltr">
        <code>{`<script src="${frame.origin}/embed.js" data-about="moment:ID" data-language="${language}" async></script>`}</code>
      </pre>
    </div>
  );
}
