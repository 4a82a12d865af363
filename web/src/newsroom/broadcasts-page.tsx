import { type Frame, inLanguage, type Language, type NewsroomBroadcastsPage } from "@podium/protocol";
import { BroadcastLine } from "../ui/broadcasts.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { newsroomWords } from "./newsroom-words.ts";

interface BroadcastsProps {
  readonly data: NewsroomBroadcastsPage;
  readonly frame: Frame;
}

/** Where a competition is shown, and where another broadcast is entered. */
export function NewsroomBroadcasts({ data, frame: { language } }: BroadcastsProps) {
  const t = incidentsWords(language);
  const { competition } = data;
  return (
    <div class="newsroom">
      <PageHead
        language={language}
        way={[
          { href: "/newsroom", words: newsroomWords(language)("newsroom.title") },
          { href: `/newsroom/${competition.id}`, words: <Words text={competition.title} language={language} /> },
        ]}
        title={t("incidents.newsroom")}
        details={t("incidents.newsroom.says")}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert" dir="auto">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.broadcasts.length === 0 ? <p>{t("incidents.newsroom.none")}</p> : null}
      <ul class="newsroom-reports">
        {data.broadcasts.map((broadcast) => (
          <li key={broadcast.id}>
            <BroadcastLine broadcast={broadcast} language={language} />
            <form method="post" action={`/newsroom/${competition.id}/broadcasts/${broadcast.id}/removal`}>
              <button class="quiet">{t("incidents.remove")}</button>
            </form>
          </li>
        ))}
      </ul>
      <Entering data={data} language={language} />
    </div>
  );
}

function Entering({ data, language }: { readonly data: NewsroomBroadcastsPage; readonly language: Language }) {
  const t = incidentsWords(language);
  const { entered } = data;
  return (
    <form method="post" action={`/newsroom/${data.competition.id}/broadcasts`}>
      <div class="newsroom-origin">
        <InputField name="name" words={t("incidents.broadcaster")} value={entered["name"] ?? ""} isRequired />
        <InputField
          name="territory"
          words={t("incidents.territory")}
          help={t("incidents.territory.help")}
          value={entered["territory"] ?? ""}
          maxLength={3}
          isRequired
        />
        <InputField
          name="language"
          words={t("incidents.language")}
          help={t("incidents.language.help")}
          value={entered["language"] ?? ""}
          isRequired
        />
        <SelectField
          name="event"
          words={t("incidents.event")}
          chosen={entered["event"] ?? ""}
          options={[
            ["", t("incidents.whole")],
            ...data.events.map(({ code, title }) => [code, inLanguage(title, language)] as const),
          ]}
        />
        <InputField name="url" type="url" words={t("incidents.url")} value={entered["url"] ?? ""} maxLength={1000} />
        <InputField name="from" type="date" words={t("incidents.from-day")} value={entered["from"] ?? ""} />
        <InputField name="until" type="date" words={t("incidents.until-day")} value={entered["until"] ?? ""} />
      </div>
      <p class="buttons">
        <button>{t("incidents.enter")}</button>
      </p>
    </form>
  );
}
