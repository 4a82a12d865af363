import type { DraftEventPage, DraftEventView, Language } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { setupWords } from "./setup-words.ts";

interface SeedingProps {
  readonly data: DraftEventPage;
  readonly language: Language;
}

/** Seeds by hand, by a ranking list at a date, or by the matches played here. */
export function Seeding({ data, language }: SeedingProps) {
  const t = setupWords(language);
  if (data.event.entries.length < 2) return null;
  return (
    <section id="seeding">
      <h2>{t("setup.seeding")}</h2>
      <p class="quiet">{t("setup.seeding.says")}</p>
      <SeedingSource seeding={data.event.seeding} language={language} />
      <ByHand data={data} language={language} />
      {data.rankings.length === 0 ? null : <ByList data={data} language={language} />}
      <AddList data={data} language={language} />
      <ByRating data={data} language={language} />
    </section>
  );
}

function addressOf({ draft, event }: DraftEventPage): string {
  return `/desk/drafts/${draft.id}/events/${event.code}`;
}

function SeedingSource({
  seeding,
  language,
}: {
  readonly seeding: DraftEventView["seeding"];
  readonly language: Language;
}) {
  if (seeding === null) return null;
  const { by, title = "", source = "", published = "" } = seeding;
  return <p dir="auto">{setupWords(language)(`setup.seeding.is-${by}`, { title, source, published })}</p>;
}

/** Whether what was typed is of this form. */
function isTyped({ entered }: DraftEventPage, by: string): boolean {
  return entered["by"] === by;
}

function ByHand({ data, language }: SeedingProps) {
  const t = setupWords(language);
  const { draft, event, entered } = data;
  return (
    <details open={isTyped(data, "hand")}>
      <summary>{t("setup.seeding.by-hand")}</summary>
      <form method="post" action={`${addressOf(data)}/seeds`}>
        <input type="hidden" name="version" value={draft.version} />
        <input type="hidden" name="by" value="hand" />
        <div class="setup-seeds">
          {event.entries.map(({ code, name, seed }) => (
            <InputField
              key={code}
              name={`seed-${code}`}
              words={name}
              type="number"
              min={1}
              max={1024}
              value={isTyped(data, "hand") ? (entered[`seed-${code}`] ?? "") : String(seed ?? "")}
            />
          ))}
        </div>
        <p class="buttons">
          <button>{t("setup.seeding.save")}</button>
        </p>
      </form>
    </details>
  );
}

function Count({ data, by, language }: SeedingProps & { readonly by: string }) {
  const t = setupWords(language);
  const name = `seeds-${by}`;
  return (
    <Field name={name} words={t("setup.seeding.count")} help={t("setup.seeding.count-help")}>
      <input
        id={`field-${name}`}
        name="seeds"
        type="number"
        min={1}
        max={64}
        value={isTyped(data, by) ? (data.entered["seeds"] ?? "") : ""}
        aria-describedby={`help-${name}`}
      />
    </Field>
  );
}

function ByList({ data, language }: SeedingProps) {
  const t = setupWords(language);
  return (
    <details open={isTyped(data, "list")}>
      <summary>{t("setup.seeding.by-list")}</summary>
      <form method="post" action={`${addressOf(data)}/seeds`}>
        <input type="hidden" name="version" value={data.draft.version} />
        <input type="hidden" name="by" value="list" />
        <SelectField
          name="list"
          words={t("setup.seeding.list")}
          chosen={data.entered["list"] ?? ""}
          options={data.rankings.map(({ id, title, source, published }) => [id, `${title} (${source}, ${published})`])}
        />
        <Count data={data} by="list" language={language} />
        <p class="buttons">
          <button>{t("setup.seeding.by-list-do")}</button>
        </p>
      </form>
    </details>
  );
}

function AddList({ data, language }: SeedingProps) {
  const t = setupWords(language);
  const isMine = "published" in data.entered;
  const typed = (name: string) => (isMine ? (data.entered[name] ?? "") : "");
  return (
    <details open={isMine}>
      <summary>{t("setup.seeding.add")}</summary>
      <form method="post" action={`${addressOf(data)}/rankings`}>
        <InputField name="title" words={t("setup.seeding.title")} value={typed("title")} isRequired />
        <InputField name="source" words={t("setup.seeding.source")} value={typed("source")} isRequired />
        <InputField
          name="published"
          words={t("setup.seeding.published")}
          type="date"
          value={typed("published")}
          isRequired
        />
        <Field name="ranking" words={t("setup.seeding.lines")} help={t("setup.seeding.lines-help")}>
          <textarea
            id="field-ranking"
            name="list"
            rows={6}
            required
            dir="auto"
            aria-describedby="help-ranking"
            spellcheck={false}
          >
            {typed("list")}
          </textarea>
        </Field>
        <p class="buttons">
          <button>{t("setup.seeding.add-do")}</button>
        </p>
      </form>
    </details>
  );
}

function ByRating({ data, language }: SeedingProps) {
  const t = setupWords(language);
  return (
    <details open={isTyped(data, "rating")}>
      <summary>{t("setup.seeding.by-rating")}</summary>
      <p class="quiet">{t("setup.seeding.by-rating-says")}</p>
      <form method="post" action={`${addressOf(data)}/seeds`}>
        <input type="hidden" name="version" value={data.draft.version} />
        <input type="hidden" name="by" value="rating" />
        <Count data={data} by="rating" language={language} />
        <p class="buttons">
          <button>{t("setup.seeding.by-rating-do")}</button>
        </p>
      </form>
    </details>
  );
}
