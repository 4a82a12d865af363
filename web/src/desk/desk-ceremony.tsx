import type { CeremonyView, DeskCeremonyPage, Frame, Language, MedalRow } from "@podium/protocol";
import { CeremonySteps } from "../ui/ceremony-steps.tsx";
import { Field } from "../ui/field.tsx";
import { InputField } from "../ui/fields.tsx";
import { entryName } from "../ui/match-names.ts";
import { Medal } from "../ui/medal.tsx";
import { EntryName, Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";

interface CeremonyProps {
  readonly data: DeskCeremonyPage;
  readonly frame: Frame;
}

interface PartProps {
  readonly data: DeskCeremonyPage;
  readonly language: Language;
}

/** Where a ceremony is steered: what has happened, what may come next, and the way back by one step. */
export function DeskCeremony({ data, frame: { language } }: CeremonyProps) {
  const t = deskWords(language);
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${data.competition.id}`, words: <Words text={data.competition.title} language={language} /> },
  ];
  return (
    <div class="desk desk-ceremony">
      <PageHead
        language={language}
        way={way}
        title={
          <>
            {shared(language)("ui.ceremony")}: <Words text={data.event.title} language={language} />
          </>
        }
        details={data.moment === null ? null : <Addresses data={data} moment={data.moment} language={language} />}
      />
      <InventedCompetition competition={data.competition} language={language} />
      {data.refusal === null ? null : (
        <p class="refused" role="alert" dir="auto">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.moment === null ? <p>{t("desk.ceremony.not-decided")}</p> : null}
      {data.ceremonies.slice(0, -1).map((ceremony) => (
        <Told key={ceremony.number} ceremony={ceremony} data={data} language={language} />
      ))}
      <Current data={data} language={language} />
      <Outstanding data={data} language={language} />
    </div>
  );
}

function Addresses({ data, moment, language }: PartProps & { readonly moment: string }) {
  const t = deskWords(language);
  return (
    <>
      <a href={`/moments/${moment}`}>{t("desk.ceremony.page")}</a>{" "}
      <a href={`/moments/${moment}/screen`}>{t("desk.ceremony.screen")}</a>{" "}
      <a href={`/desk/events/${data.event.id}/photos`}>{t("desk.photos")}</a>
    </>
  );
}

function Told({ ceremony, data, language }: PartProps & { readonly ceremony: CeremonyView }) {
  const t = shared(language);
  return (
    <section>
      <h2>{t("ui.ceremony.number", { number: ceremony.number })}</h2>
      <CeremonySteps ceremony={ceremony} zone={data.competition.zone} language={language} />
    </section>
  );
}

/** The last ceremony: its medals, its steps, what may come next. */
function Current({ data, language }: PartProps) {
  const ceremony = data.ceremonies.at(-1);
  const t = deskWords(language);
  if (ceremony === undefined) return null;
  return (
    <>
      <Told ceremony={ceremony} data={data} language={language} />
      <ul class="medals">
        {ceremony.awards.map(({ medal, entry, state }) => (
          <li key={entry.id}>
            <Medal medal={medal} language={language} /> <EntryName entry={entry} language={language} />
            <span class="quiet">{t(`desk.ceremony.state.${state}`)}</span>
          </li>
        ))}
      </ul>
      <section>
        <h2>{t("desk.ceremony.next")}</h2>
        {data.next.length === 0 ? <p>{t("desk.ceremony.nothing-next")}</p> : null}
        <Selfie data={data} ceremony={ceremony} language={language} />
        <NextMedals data={data} ceremony={ceremony} language={language} />
        {(["called", "on-podium"] as const).map((step) => (
          <Plain key={step} step={step} data={data} ceremony={ceremony} language={language} />
        ))}
        <WithWords data={data} ceremony={ceremony} language={language} />
        {(["photo", "over"] as const).map((step) => (
          <Plain key={step} step={step} data={data} ceremony={ceremony} language={language} />
        ))}
        <Absent data={data} ceremony={ceremony} language={language} />
        <StepForm data={data} ceremony={ceremony} step="take-back">
          <button class="quiet">{t("desk.ceremony.take-back")}</button>
        </StepForm>
      </section>
    </>
  );
}

/** At the photo the code for phones is one press away. */
function Selfie({ data, ceremony, language }: CurrentProps) {
  const t = deskWords(language);
  if (ceremony.phase !== "photo") return null;
  return (
    <form method="post" action={`/desk/events/${data.event.id}/photos/link`}>
      <input type="hidden" name="minutes" value="10" />
      <input type="hidden" name="uploads" value="5" />
      <button>{t("desk.ceremony.selfie")}</button>{" "}
      <label>
        <input type="checkbox" name="shown" value="yes" /> {t("desk.photos.at-once")}
      </label>
    </form>
  );
}

interface CurrentProps extends PartProps {
  readonly ceremony: CeremonyView;
}

interface StepFormProps {
  readonly data: DeskCeremonyPage;
  readonly ceremony: Pick<CeremonyView, "number" | "version">;
  readonly step: string;
  readonly children: preact.ComponentChildren;
}

function StepForm({ data, ceremony, step, children }: StepFormProps) {
  return (
    <form method="post" action={`/desk/events/${data.event.id}/ceremony`}>
      <input type="hidden" name="number" value={ceremony.number} />
      <input type="hidden" name="version" value={ceremony.version} />
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  );
}

/** A step that needs no word. */
function Plain({
  step,
  data,
  ceremony,
  language,
}: CurrentProps & { readonly step: "called" | "on-podium" | "photo" | "over" }) {
  if (!data.next.includes(step)) return null;
  return (
    <StepForm data={data} ceremony={ceremony} step={step}>
      <button>{shared(language)(`ui.ceremony.${step}`)}</button>
    </StepForm>
  );
}

function NextMedals({ data, ceremony, language }: CurrentProps) {
  const awards = ceremony.awards.filter(({ entry }) => data.receivers.some(({ id }) => id === entry.id));
  return awards.map(({ medal, entry }) => (
    <StepForm key={entry.id} data={data} ceremony={ceremony} step="medal">
      <button name="entry" value={entry.code}>
        {shared(language)(`ui.medal.${medal}`)}: {entryName(entry, language)}
      </button>
    </StepForm>
  ));
}

/** Steps with names: who presents, what is played. */
function WithWords({ data, ceremony, language }: CurrentProps) {
  const t = deskWords(language);
  return (
    <>
      {data.next.includes("presenters") ? (
        <StepForm data={data} ceremony={ceremony} step="presenters">
          <Field name="presenters" words={t("desk.ceremony.presenters")} help={t("desk.ceremony.presenters.help")}>
            <textarea
              id="field-presenters"
              name="presenters"
              rows={2}
              dir="auto"
              required
              maxLength={1000}
              aria-describedby="help-presenters"
            >
              {data.entered["presenters"] ?? ""}
            </textarea>
          </Field>
          <button class="quiet">{t("desk.ceremony.name-them")}</button>
        </StepForm>
      ) : null}
      {data.next.includes("music") ? (
        <StepForm data={data} ceremony={ceremony} step="music">
          <InputField name="piece" words={t("desk.ceremony.piece")} value={data.entered["piece"] ?? ""} isRequired />
          <button>{t("desk.ceremony.play")}</button>
        </StepForm>
      ) : null}
    </>
  );
}

function Absent({ data, ceremony, language }: CurrentProps) {
  const t = deskWords(language);
  if (!data.next.includes("absent")) return null;
  const due = ceremony.awards.filter(({ state }) => state === "due");
  return (
    <StepForm data={data} ceremony={ceremony} step="absent">
      <Field name="absent" words={t("desk.ceremony.absent")}>
        <select id="field-absent" name="entry">
          {due.map(({ entry }) => (
            <option key={entry.id} value={entry.code}>
              {entryName(entry, language)}
            </option>
          ))}
        </select>
      </Field>
      <button class="quiet">{t("desk.ceremony.mark-absent")}</button>
    </StepForm>
  );
}

/** Medals that no ceremony has given yet, and those to be handed back after a correction. */
function Outstanding({ data, language }: PartProps) {
  const t = deskWords(language);
  const last = data.ceremonies.at(-1);
  const mayPrepare = data.moment !== null && (last === undefined || last.phase === "over") && data.due.length > 0;
  return (
    <>
      {data.back.length === 0 ? null : (
        <section>
          <h2>{t("desk.ceremony.back")}</h2>
          <Rows rows={data.back} language={language} />
        </section>
      )}
      {mayPrepare ? (
        <section>
          <h2>{t("desk.ceremony.due")}</h2>
          <Rows rows={data.due} language={language} />
          <StepForm data={data} ceremony={{ number: data.ceremonies.length + 1, version: 0 }} step="prepared">
            <button>{t("desk.ceremony.prepare")}</button>{" "}
            <button class="quiet" name="past" value="yes">
              {t("desk.ceremony.prepare-past")}
            </button>
          </StepForm>
        </section>
      ) : null}
    </>
  );
}

function Rows({ rows, language }: { readonly rows: readonly MedalRow[]; readonly language: Language }) {
  return (
    <ul class="medals">
      {rows.map(({ medal, entry }) => (
        <li key={`${medal} ${entry.id}`}>
          <Medal medal={medal} language={language} /> <EntryName entry={entry} language={language} />
        </li>
      ))}
    </ul>
  );
}
