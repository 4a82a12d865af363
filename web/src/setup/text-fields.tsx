import { type Language, LANGUAGES, nameOfLanguage, type Text } from "@podium/protocol";
import { InputField, SelectField } from "../ui/fields.tsx";
import { setupWords } from "./setup-words.ts";

type Values = Readonly<Record<string, string>>;

/** Languages to choose from beside those of the interface: those of the members with the most players. */
const FURTHER =
  "ar bg ca cs da de el es et fa fi fr he hi hr hu id it ja kk lt lv ms nl no pl pt ro ru sk sl sr sv th tr uk vi zh-Hant".split(
    " ",
  );

/** The fields of words that are given already: those of the reader's language in the plain one. */
export function valuesOfText(field: string, text: Text | null, language: Language): Values {
  return Object.fromEntries(
    Object.entries(text ?? {}).map(([own, words]) => [own === language ? field : `${field}-${own}`, words]),
  );
}

interface TextFieldsProps {
  /** The names of the fields, each with its label. */
  readonly fields: Readonly<Record<string, string>>;
  /** Before the ids, where another form of the page has the fields too. */
  readonly prefix?: string;
  readonly values: Values;
  readonly language: Language;
}

/** Words to be given in one language, and in further ones by who wants to. */
export function TextFields({ fields, prefix = "", values, language }: TextFieldsProps) {
  const others = otherLanguages(fields, values).filter((own) => own !== language);
  const names = Object.keys(fields);
  const further = [...others, "other"].flatMap((own) => names.map((field) => `${field}-${own}`));
  const common = { prefix, values };
  return (
    <>
      {Object.entries(fields).map(([field, words]) => (
        <WordsField key={field} {...common} name={field} words={words} lang={language} />
      ))}
      <details class="setup-languages" open={further.some((key) => (values[key] ?? "") !== "")}>
        <summary>{setupWords(language)("setup.languages")}</summary>
        <FurtherFields fields={fields} {...common} others={others} language={language} />
      </details>
    </>
  );
}

/** Those of the interface, and those in which words stand there already. */
function otherLanguages(fields: TextFieldsProps["fields"], values: Values): string[] {
  const given = Object.keys(values).flatMap((key) => {
    const [field = "", ...tag] = key.split("-");
    return field in fields && tag.length > 0 && tag[0] !== "other" ? [tag.join("-")] : [];
  });
  return [...new Set([...LANGUAGES, ...given])];
}

interface FurtherProps extends Required<TextFieldsProps> {
  readonly others: readonly string[];
}

function FurtherFields({ fields, prefix, values, others, language }: FurtherProps) {
  const t = setupWords(language);
  const labelled = (own: string, called: string, lang?: string) =>
    Object.entries(fields).map(([field, words]) => (
      <WordsField
        key={`${field}-${own}`}
        prefix={prefix}
        values={values}
        name={`${field}-${own}`}
        words={t("setup.in-language", { words, language: called })}
        {...(lang === undefined ? {} : { lang })}
      />
    ));
  const choices = FURTHER.filter((own) => !others.includes(own)).map((own) => [own, nameOf(own)] as const);
  return (
    <>
      {others.map((own) => labelled(own, nameOf(own), own))}
      <SelectField
        name="other"
        id={`${prefix}other`}
        words={t("setup.languages.other")}
        chosen={values["other"] ?? ""}
        options={[["", ""], ...choices]}
      />
      {labelled("other", t("setup.languages.other"))}
    </>
  );
}

interface WordsFieldProps {
  readonly prefix: string;
  readonly values: Values;
  readonly name: string;
  readonly words: string;
  readonly lang?: string;
}

function WordsField({ prefix, values, name, ...rest }: WordsFieldProps) {
  return <InputField name={name} id={`${prefix}${name}`} value={values[name] ?? ""} {...rest} />;
}

/** What a language calls itself. */
function nameOf(tag: string): string {
  const ours = LANGUAGES.find((own) => own === tag);
  if (ours !== undefined) return nameOfLanguage(ours);
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
