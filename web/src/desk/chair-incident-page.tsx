import type { ChairIncidentPage, Frame, Language } from "@podium/protocol";
import { InputField, SelectField } from "../ui/fields.tsx";
import { IncidentLine } from "../ui/incidents.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { playerName } from "../ui/match-names.ts";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";

/** Where an umpire notes an incident in one line, and takes it back. */
export function ChairIncident({
  data,
  frame: { language },
}: {
  readonly data: ChairIncidentPage;
  readonly frame: Frame;
}) {
  const t = incidentsWords(language);
  const chair = `/chair/${data.token}`;
  return (
    <div class="desk">
      <PageHead
        language={language}
        way={[{ href: chair, words: t("incidents.chair.back") }]}
        title={t("incidents.chair")}
        details={t("incidents.chair.says")}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert" dir="auto">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      <NoteForm data={data} language={language} />
      <ul class="noted">
        {data.incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentLine incident={incident} language={language} at="match" />
            <form
              method="post"
              action={`${chair}/incidents/${incident.id.slice(incident.id.lastIndexOf("/") + 1)}/removal`}
            >
              <button class="quiet">{t("incidents.take-back")}</button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoteForm({ data, language }: { readonly data: ChairIncidentPage; readonly language: Language }) {
  const t = incidentsWords(language);
  return (
    <form method="post" action={`/chair/${data.token}/incidents`}>
      <InputField
        name="words"
        words={t("incidents.words")}
        value={data.entered["words"] ?? ""}
        maxLength={300}
        isRequired
      />
      <SelectField
        name="player"
        words={t("incidents.player")}
        chosen={data.entered["player"] ?? ""}
        options={[
          ["", t("incidents.nobody")],
          ...data.players.map((player) => [player.id, playerName(player, language).text] as const),
        ]}
      />
      <p class="buttons">
        <button>{t("incidents.note")}</button>
      </p>
    </form>
  );
}
