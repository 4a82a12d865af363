import type { DraftEventPage, Frame, Language, ListedLine } from "@podium/protocol";
import { drawWords } from "../draw/draw-words.ts";
import { DrawnRecord } from "../draw/drawn-record.tsx";
import { Field } from "../ui/field.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Refused } from "./draft-page.tsx";
import { Applications } from "./applications-section.tsx";
import { doubtParams } from "./doubt-params.ts";
import { RandomnessFields } from "./randomness-fields.tsx";
import { RulesFields } from "./rules-fields.tsx";
import { Seeding } from "./seeding.tsx";
import { InputField } from "../ui/fields.tsx";
import { setupWords } from "./setup-words.ts";
import { TextFields, valuesOfText } from "./text-fields.tsx";

interface EventProps {
  readonly data: DraftEventPage & { readonly nowMs: number };
  readonly language: Language;
}

/** An event that is being prepared: who is entered, the list to paste, the draw. */
export function DraftEvent({ data: page, frame }: { readonly data: DraftEventPage; readonly frame: Frame }) {
  const { language } = frame;
  const data = { ...page, nowMs: frame.nowMs };
  const t = setupWords(language);
  const { draft, event, listed } = data;
  const way = [
    { href: "/desk", words: t("setup.desk") },
    { href: `/desk/drafts/${draft.id}`, words: <Words text={draft.title} language={language} /> },
  ];
  return (
    <div class="setup">
      <PageHead
        language={language}
        way={way}
        title={<Words text={event.title} language={language} />}
        details={`${t(`setup.kind.${event.kind}`)} · ${t("setup.entries.count", { count: event.entries.length })}`}
      />
      <Refused data={data} language={language} />
      {listed === null ? <Entries data={data} language={language} /> : <Listed data={data} language={language} />}
      {listed === null ? <Applications data={data} language={language} /> : null}
      {listed === null && event.kind === "singles" ? <AddOne data={data} language={language} /> : null}
      <Paste data={data} language={language} />
      {listed === null ? <Seeding data={data} language={language} /> : null}
      {listed === null ? <Draw data={data} language={language} /> : null}
      <Title data={data} language={language} />
      <form method="post" action={`${addressOf(data)}/removal`} class="buttons">
        <input type="hidden" name="version" value={draft.version} />
        <button class="quiet">{t("setup.event.remove")}</button>
      </form>
    </div>
  );
}

function addressOf({ draft, event }: DraftEventPage): string {
  return `/desk/drafts/${draft.id}/events/${event.code}`;
}

function Entries({ data, language }: EventProps) {
  const t = setupWords(language);
  const { entries } = data.event;
  if (entries.length === 0) return <p>{t("setup.entries.none")}</p>;
  return (
    <section>
      <h2>{t("setup.entries")}</h2>
      <form method="post" action={`${addressOf(data)}/removal`}>
        <input type="hidden" name="version" value={data.draft.version} />
        <ol class="setup-entries">
          {entries.map((entry) => (
            <li key={entry.code}>
              <span dir="auto">{entry.name}</span> <span class="quiet">{entry.association}</span>{" "}
              {entry.seed === null ? null : <strong>{t("setup.entry.seed", { seed: entry.seed })}</strong>}{" "}
              {entry.rank === null ? null : <span class="quiet">{t("setup.entry.rank", { rank: entry.rank })}</span>}
              {entry.handicap === null ? null : (
                <span class="quiet">{t("setup.entry.handicap", { points: entry.handicap })}</span>
              )}
              <button
                class="quiet"
                name="entry"
                value={entry.code}
                aria-label={t("setup.entry.remove", { entry: entry.name })}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
      </form>
    </section>
  );
}

/** The list as it was understood, line by line, before it is taken in. */
function Listed({ data, language }: EventProps) {
  const t = setupWords(language);
  const { listed } = data;
  if (listed === null) return null;
  const doubtful = listed.lines.filter(({ doubts, isLeftOut }) => doubts.length > 0 || isLeftOut);
  return (
    <section>
      <h2>{t("setup.listed")}</h2>
      <p>{t("setup.listed.count", { count: listed.lines.length, doubtful: doubtful.length })}</p>
      <form method="post" action={`${addressOf(data)}/entries`}>
        <input type="hidden" name="version" value={data.draft.version} />
        <input type="hidden" name="list" value={listed.text} />
        <input type="hidden" name="take" value="yes" />
        <div class="setup-listed">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("setup.column.line")}</th>
                <th scope="col">{t("setup.column.name")}</th>
                <th scope="col">{t("setup.column.association")}</th>
                <th scope="col">{t("setup.column.look")}</th>
              </tr>
            </thead>
            <tbody>
              {listed.lines.map((line) => (
                <ListedRow key={line.line} line={line} chosen={data.entered[`line-${line.line}`]} language={language} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="buttons">
          <button>{t("setup.listed.take")}</button>
        </p>
      </form>
    </section>
  );
}

interface RowProps {
  readonly line: ListedLine;
  /** What was decided before, where the list comes back. */
  readonly chosen: string | undefined;
  readonly language: Language;
}

function ListedRow({ line, chosen = line.isLeftOut ? "leave-out" : "take", language }: RowProps) {
  const t = setupWords(language);
  return (
    <tr class={line.doubts.length > 0 || line.isLeftOut ? "doubtful" : ""}>
      <td class="numeral">{line.line}</td>
      <td dir="auto">{line.names.join(" / ")}</td>
      <td dir="auto">{line.association}</td>
      <td>
        {line.doubts.map((doubt, at) => (
          <p key={at}>{t(`setup.doubt.${doubt.code}`, doubtParams(doubt))}</p>
        ))}
        {line.doubts.length > 0 || line.isLeftOut ? (
          <select name={`line-${line.line}`} aria-label={t("setup.decide", { line: line.line })}>
            <option value="take" selected={chosen === "take"}>
              {t("setup.decide.take")}
            </option>
            {line.candidates.map((person) => (
              <option key={person.id} value={person.id} selected={chosen === person.id}>
                {t("setup.decide.is", {
                  name: `${person.family} ${person.given}`.trim(),
                  association: person.association ?? "",
                })}
              </option>
            ))}
            <option value="leave-out" selected={chosen === "leave-out"}>
              {t("setup.decide.leave-out")}
            </option>
          </select>
        ) : null}
      </td>
    </tr>
  );
}

/** One entry at a time, with completion over the people who are known here; without script, too. */
function AddOne({ data, language }: EventProps) {
  const t = setupWords(language);
  return (
    <form method="post" action={`${addressOf(data)}/entries`} class="setup-add-one">
      <input type="hidden" name="version" value={data.draft.version} />
      <input type="hidden" name="take" value="if-sure" />
      <Field name="one" words={t("setup.add-one")} help={t("setup.add-one.help")}>
        <input
          id="field-one"
          name="list"
          type="text"
          list="known-people"
          required
          maxLength={200}
          dir="auto"
          autocomplete="off"
          aria-describedby="help-one"
        />
      </Field>
      <datalist id="known-people">
        {data.known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p class="buttons">
        <button class="quiet">{t("setup.add-one.do")}</button>
      </p>
    </form>
  );
}

function Paste({ data, language }: EventProps) {
  const t = setupWords(language);
  return (
    <section>
      <h2>{t("setup.paste")}</h2>
      <form method="post" action={`${addressOf(data)}/entries`}>
        <input type="hidden" name="version" value={data.draft.version} />
        <Field name="list" words={t("setup.list")} help={t(`setup.list.help-${data.event.kind}`)}>
          <textarea
            id="field-list"
            name="list"
            rows={10}
            required
            dir="auto"
            aria-describedby="help-list"
            spellcheck={false}
          >
            {data.listed?.text ??
              ("published" in data.entered || "by" in data.entered ? "" : data.entered["list"]) ??
              ""}
          </textarea>
        </Field>
        <p class="buttons">
          <button class={data.listed === null ? "" : "quiet"}>{t("setup.list.check")}</button>
        </p>
      </form>
      <form method="post" action={`${addressOf(data)}/entries/file`} encType="multipart/form-data">
        <Field name="file" words={t("setup.file")} help={t("setup.file.help")}>
          <input
            id="field-file"
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
            aria-describedby="help-file"
          />
        </Field>
        <p class="buttons">
          <button class="quiet">{t("setup.file.check")}</button>
        </p>
      </form>
    </section>
  );
}

/** The format, and the draw: at once, or kept for a draw in public after the publication. */
function Draw({ data, language }: EventProps) {
  const t = setupWords(language);
  const { draft, event, entered } = data;
  if (event.isDrawn) return <Drawn data={data} language={language} />;
  return (
    <section>
      <h2>{t("setup.draw")}</h2>
      <p>{t("setup.draw.says")}</p>
      <form method="post" action={`${addressOf(data)}/draw`}>
        <input type="hidden" name="version" value={draft.version} />
        <RulesFields rules={event.rules} entered={entered} language={language} />
        {event.entries.length < 2 ? null : <RandomnessFields entered={entered} language={language} />}
        <p class="buttons">
          {event.entries.length < 2 ? null : <button>{t("setup.draw.do")}</button>}
          <button class="quiet" formAction={`${addressOf(data)}/rules`}>
            {t("setup.rules.save")}
          </button>
        </p>
      </form>
      <Records data={data} language={language} />
    </section>
  );
}

/** What the event is called, in its languages. */
function Title({ data, language }: EventProps) {
  const t = setupWords(language);
  const { draft, event, entered } = data;
  const isMine = Object.keys(entered).some((field) => field.startsWith("title-"));
  return (
    <details open={isMine}>
      <summary>{t("setup.event.title")}</summary>
      <form method="post" action={`${addressOf(data)}/title`}>
        <input type="hidden" name="version" value={draft.version} />
        <TextFields
          fields={{ title: t("setup.event.title") }}
          prefix="event-"
          values={isMine ? entered : valuesOfText("title", event.title, language)}
          language={language}
        />
        <p class="buttons">
          <button class="quiet">{t("setup.details.save")}</button>
        </p>
      </form>
    </details>
  );
}

/** Its draws as they were made; those taken back stay on record. */
function Records({ data: { event, nowMs, draft }, language }: EventProps) {
  return (
    <>
      {event.draws.map((view) => (
        <section key={view.number} class="draw-record">
          <DrawnRecord view={view} entries={[]} event={null} zone={draft.zone} nowMs={nowMs} language={language} />
        </section>
      ))}
    </>
  );
}

function Drawn({ data, language }: EventProps) {
  const t = setupWords(language);
  return (
    <section>
      <h2>{t("setup.drawn")}</h2>
      <Records data={data} language={language} />
      <form method="post" action={`${addressOf(data)}/draw/removal`}>
        <input type="hidden" name="version" value={data.draft.version} />
        <InputField
          name="reason"
          words={drawWords(language)("draw.repeat.reason")}
          value={data.entered["reason"] ?? ""}
          isRequired
        />
        <p class="buttons">
          <button class="quiet">{t("setup.draw.remove")}</button>
        </p>
      </form>
    </section>
  );
}
