import { type DeskIncidentsPage, type Frame, INCIDENT_KINDS, type Language } from "@podium/protocol";
import { EquipmentForm } from "../ui/equipment-form.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { IncidentLine } from "../ui/incidents.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { playerName } from "../ui/match-names.ts";
import { PlayerName, Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";

interface PartProps {
  readonly data: DeskIncidentsPage;
  readonly language: Language;
}

/** Where the desk notes what happened beside the play, and what players declare to play with. */
export function DeskIncidents({
  data,
  frame: { language },
}: {
  readonly data: DeskIncidentsPage;
  readonly frame: Frame;
}) {
  const t = incidentsWords(language);
  const { competition, refusal } = data;
  return (
    <div class="desk">
      <PageHead
        language={language}
        way={[
          { href: "/desk", words: deskWords(language)("desk.title") },
          { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> },
        ]}
        title={t("incidents.desk")}
        details={t("incidents.desk.says")}
      />
      {refusal === null ? null : (
        <p class="refused" role="alert" dir="auto">
          {refusalSentence(refusal, language)}
        </p>
      )}
      <Noted data={data} language={language} />
      <NoteForm data={data} language={language} />
      <Declared data={data} language={language} />
    </div>
  );
}

function Noted({ data, language }: PartProps) {
  const t = incidentsWords(language);
  if (data.incidents.length === 0) return <p>{t("incidents.none")}</p>;
  return (
    <ul class="noted">
      {data.incidents.map((incident) => (
        <li key={incident.id}>
          <IncidentLine incident={incident} language={language} />
          <form method="post" action={`/desk/${data.competition.id}/incidents/${lastPart(incident.id)}/removal`}>
            <button class="quiet">{t("incidents.take-back")}</button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function NoteForm({ data, language }: PartProps) {
  const t = incidentsWords(language);
  const { competition, entered } = data;
  return (
    <section>
      <h2>{t("incidents.note")}</h2>
      <form method="post" action={`/desk/${competition.id}/incidents`}>
        <InputField
          name="words"
          words={t("incidents.words")}
          value={entered["words"] ?? ""}
          maxLength={300}
          isRequired
        />
        <SelectField
          name="kind"
          words={t("incidents.kind")}
          chosen={entered["kind"] ?? "incident"}
          options={INCIDENT_KINDS.map((kind) => [kind, t(`incidents.kind.${kind}`)] as const)}
        />
        <InputField
          name="match"
          words={t("incidents.match-code")}
          help={t("incidents.match-code.help")}
          value={data.match}
        />
        <PlayerField id="noted" data={data} chosen={entered["player"] ?? ""} language={language} />
        <SelectField
          name="equipment"
          words={t("incidents.item")}
          chosen={entered["equipment"] ?? ""}
          options={[["", t("incidents.nobody")], ...data.equipment.map((item) => [item.id, item.name] as const)]}
        />
        <SourceFields data={data} language={language} />
        <p class="buttons">
          <button>{t("incidents.note")}</button>
        </p>
      </form>
    </section>
  );
}

/** When it happened, and how it is known. */
function SourceFields({ data: { competition, entered }, language }: PartProps) {
  const t = incidentsWords(language);
  return (
    <>
      <InputField
        name="at"
        type="datetime-local"
        words={t("incidents.at")}
        help={t("incidents.at.help", { zone: competition.zone })}
        value={entered["at"] ?? ""}
      />
      <InputField
        name="source"
        words={t("incidents.source")}
        help={t("incidents.source.help")}
        value={entered["source"] ?? ""}
      />
      <InputField name="url" type="url" words={t("incidents.url")} value={entered["url"] ?? ""} maxLength={1000} />
    </>
  );
}

interface PlayerFieldProps extends PartProps {
  readonly id: string;
  readonly chosen: string;
}

function PlayerField({ id, data, chosen, language }: PlayerFieldProps) {
  const t = incidentsWords(language);
  return (
    <SelectField
      name="player"
      id={`player-${id}`}
      words={t("incidents.player")}
      chosen={chosen}
      options={[
        ["", t("incidents.nobody")],
        ...data.players.map((player) => [player.id, playerName(player, language).text] as const),
      ]}
    />
  );
}

function Declared({ data, language }: PartProps) {
  const t = incidentsWords(language);
  const { competition, equipment, entered } = data;
  return (
    <section>
      <h2>{t("incidents.equipment")}</h2>
      {equipment.length === 0 ? <p>{t("incidents.no-equipment")}</p> : null}
      <ul class="noted">
        {equipment.map((item) => (
          <li key={item.id}>
            <p>
              <PlayerName player={item.player} language={language} />
              {": "}
              {t(`incidents.equipment.${item.kind}`)}, <bdi>{item.name}</bdi>
            </p>
            <form method="post" action={`/desk/${competition.id}/equipment/${item.id}/removal`}>
              <button class="quiet">{t("incidents.remove")}</button>
            </form>
          </li>
        ))}
      </ul>
      <EquipmentForm action={`/desk/${competition.id}/equipment`} entered={entered} language={language}>
        <PlayerField
          id="declared"
          data={data}
          chosen={entered["name"] === undefined ? "" : (entered["player"] ?? "")}
          language={language}
        />
      </EquipmentForm>
    </section>
  );
}
