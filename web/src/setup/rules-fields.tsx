import { EVENT_FORMATS, type DrawRules, type Language } from "@podium/protocol";
import { drawWords } from "../draw/draw-words.ts";
import { InputField, SelectField } from "../ui/fields.tsx";
import { FormatDrawing } from "./format-drawing.tsx";

interface RulesProps {
  readonly rules: DrawRules;
  /** What was typed, where it comes back beside a refusal. */
  readonly entered: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** The formats by name and drawing; of the details only those of the chosen one are seen. */
export function RulesFields(props: RulesProps) {
  const { language } = props;
  const t = drawWords(language);
  const values = { ...valuesOf(props.rules), ...("format" in props.entered ? props.entered : {}) };
  return (
    <div class="draw-rules">
      <fieldset class="formats">
        <legend>{t("draw.rules")}</legend>
        {EVENT_FORMATS.map((format) => (
          <label key={format} class="format">
            <input type="radio" name="format" value={format} checked={values["format"] === format} />
            <FormatDrawing format={format} />
            <span>
              <strong>{t(`draw.format.${format}`)}</strong>
              <small class="quiet">{t(`draw.format.${format}.says`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <details open={"format" in props.entered}>
        <summary>{t("draw.rules.more")}</summary>
        <Numbers values={values} language={language} />
        <NumbersOfOthers values={values} language={language} />
        <Deciding values={values} language={language} />
        <GamesByRound values={values} language={language} />
      </details>
    </div>
  );
}

type Values = Readonly<Record<string, string>>;

interface ValuesProps {
  readonly values: Values;
  readonly language: Language;
}

function valuesOf(rules: DrawRules): Values {
  const { plate, bronzeMatch, places, bestOf = {}, ...numbers } = rules;
  return {
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    places: String(places ?? (bronzeMatch === true ? 4 : 0)),
    ...(plate === true ? { plate: "yes" } : {}),
    ...Object.fromEntries(Object.entries(bestOf).map(([round, games]) => [`bestOf-${round}`, String(games)])),
  };
}

/** A field that only some formats have: the others hide it, and the server passes over it. */
function Of({ formats, children }: { readonly formats: string; readonly children: preact.ComponentChildren }) {
  return <div class={`rules-of ${formats}`}>{children}</div>;
}

function Numbers({ values, language }: ValuesProps) {
  const t = drawWords(language);
  return (
    <>
      <Of formats="of-groups of-groups-then-knock-out">
        <InputField
          name="groups"
          words={t("draw.rules.groups")}
          help={t("draw.rules.groups-help")}
          type="number"
          min={1}
          max={64}
          value={values["groups"] ?? ""}
        />
        <SelectField
          name="meetings"
          words={t("draw.rules.meetings")}
          chosen={values["meetings"] ?? "1"}
          options={[
            ["1", t("draw.rules.meetings.1")],
            ["2", t("draw.rules.meetings.2")],
          ]}
        />
      </Of>
      <Of formats="of-groups-then-knock-out">
        <InputField
          name="advance"
          words={t("draw.rules.advance")}
          type="number"
          min={1}
          max={8}
          value={values["advance"] ?? "2"}
        />
      </Of>
    </>
  );
}

function NumbersOfOthers({ values, language }: ValuesProps) {
  const t = drawWords(language);
  return (
    <>
      <Of formats="of-swiss">
        <InputField
          name="rounds"
          words={t("draw.rules.rounds")}
          help={t("draw.rules.rounds-help")}
          type="number"
          min={1}
          max={64}
          value={values["rounds"] ?? ""}
        />
      </Of>
      <Of formats="of-qualification">
        <InputField
          name="direct"
          words={t("draw.rules.direct")}
          help={t("draw.rules.direct-help")}
          type="number"
          min={0}
          max={1023}
          value={values["direct"] ?? "0"}
        />
        <InputField
          name="qualifiers"
          words={t("draw.rules.qualifiers")}
          type="number"
          min={1}
          max={64}
          value={values["qualifiers"] ?? "4"}
        />
      </Of>
    </>
  );
}

const PLACES = ["0", "4", "8", "16", "1024"] as const;
const MEDALS = ["event", "each-group", "nobody"] as const;

function Deciding({ values, language }: ValuesProps) {
  const t = drawWords(language);
  return (
    <>
      <Of formats="of-knock-out of-groups-then-knock-out of-qualification">
        <SelectField
          name="places"
          words={t("draw.rules.places")}
          chosen={values["places"] ?? "0"}
          options={PLACES.map((places) => [places, t(`draw.rules.places.${places}`)] as const)}
        />
      </Of>
      <Of formats="of-knock-out of-groups-then-knock-out">
        <p class="field">
          <label>
            <input type="checkbox" name="plate" value="yes" checked={values["plate"] === "yes"} />{" "}
            {t("draw.rules.plate")}
          </label>
        </p>
      </Of>
      <Of formats="of-groups">
        <SelectField
          name="medals"
          words={t("draw.rules.medals")}
          chosen={values["medals"] ?? "event"}
          options={MEDALS.map((medals) => [medals, t(`draw.rules.medals.${medals}`)] as const)}
        />
      </Of>
    </>
  );
}

const KNOCK_OUTS = "of-knock-out of-groups-then-knock-out of-qualification";

function GamesByRound({ values, language }: ValuesProps) {
  const t = drawWords(language);
  const games = [["0", t("draw.rules.bestOf-usual")] as const, ...["1", "3", "5", "7"].map((n) => [n, n] as const)];
  return (
    <>
      {(["groups", "qf", "sf", "final"] as const).map((round) => (
        <Of key={round} formats={round === "groups" ? "of-groups of-groups-then-knock-out" : KNOCK_OUTS}>
          <SelectField
            name={`bestOf-${round}`}
            words={t(`draw.rules.bestOf-${round}`)}
            chosen={values[`bestOf-${round}`] ?? "0"}
            options={games}
          />
        </Of>
      ))}
    </>
  );
}
