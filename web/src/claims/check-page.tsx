import type { Claim } from "@podium/engine";
import { CHECKED_TEXT_MAX, type CheckPage, inLanguage, type Language } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { CheckedText } from "./checked-text.tsx";
import { claimsWords, typeInWords } from "./claims-words.ts";
import { markedText } from "./marked-text.ts";

interface CheckProps {
  readonly data: CheckPage;
  readonly language: Language;
}

/** A text held against the record: the form, the text with its statements marked, and what the record says of each. */
export function CheckScreen({ data, language }: CheckProps) {
  const t = claimsWords(language);
  return (
    <>
      <PageHead language={language} way={[]} title={t("check.title")} />
      <p class="lead">{t("check.lead")}</p>
      <CheckForm data={data} language={language} />
      {data.claims === null ? null : <Answers claims={data.claims} data={data} language={language} />}
    </>
  );
}

/** What a language calls itself. */
function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}

function CheckForm({ data: { asked, competitions, languages }, language }: CheckProps) {
  const t = claimsWords(language);
  return (
    <form class="check-form" method="post" action="/check">
      <Field name="text" words={t("check.text")}>
        <CheckedText language={language}>
          <textarea id="field-text" name="text" rows={10} required maxLength={CHECKED_TEXT_MAX} dir="auto">
            {asked.text}
          </textarea>
        </CheckedText>
      </Field>
      <div class="check-about">
        <Field name="competition" words={t("check.competition")}>
          <select id="field-competition" name="competition">
            <option value="all" selected={asked.competition === "all"}>
              {t("check.all")}
            </option>
            {competitions.map(({ id, title }) => (
              <option key={id} value={id} selected={asked.competition === id}>
                {inLanguage(title, language)}
              </option>
            ))}
          </select>
        </Field>
        <Field name="language" words={t("check.language")}>
          <select id="field-language" name="language">
            {languages.map((tag) => (
              <option key={tag} value={tag} lang={tag} selected={asked.language === tag}>
                {ownName(tag)}
              </option>
            ))}
          </select>
        </Field>
        <Field name="date" words={t("check.date")} help={t("check.date-help")}>
          <input id="field-date" name="date" type="date" value={asked.date} aria-describedby="help-date" />
        </Field>
      </div>
      <div class="buttons">
        <button>{t("check.send")}</button>
      </div>
    </form>
  );
}

const CLASSES = { supported: "supported", contradicted: "contradicted", "not in the record": "unknown" } as const;

interface AnswersProps {
  readonly claims: readonly Claim[];
  readonly data: CheckPage;
  readonly language: Language;
}

function Answers({ claims, data: { asked }, language }: AnswersProps) {
  const t = claimsWords(language);
  const counts = (["contradicted", "supported", "not in the record"] as const)
    .map((verdict) => ({ verdict, count: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  if (claims.length === 0)
    return (
      <p class="check-counts" role="status">
        {t("check.nothing")}
      </p>
    );
  return (
    <section class="checked" aria-label={t("check.statements")}>
      <p class="check-counts facts" role="status">
        {counts.map(({ verdict, count }) => (
          <span key={verdict} class={CLASSES[verdict]}>
            {t(`check.count.${CLASSES[verdict]}`, { count })}
          </span>
        ))}
      </p>
      <div class="checked-text" lang={asked.language} dir="auto">
        {markedText(asked.text, claims).map(({ words, claim }, index) => (
          <Stretch key={index} words={words} number={claim} claims={claims} />
        ))}
      </div>
      <h2>{t("check.statements")}</h2>
      <ol class="statements">
        {byVerdict(claims).map(({ claim, number }) => (
          <Statement key={number} claim={claim} number={number} asked={asked} language={language} />
        ))}
      </ol>
    </section>
  );
}

/** What is wrong first, then what is not in the record, then what is right; each in the order of the text. */
function byVerdict(claims: readonly Claim[]): { claim: Claim; number: number }[] {
  const order = ["contradicted", "not in the record", "supported"];
  return claims
    .map((claim, number) => ({ claim, number }))
    .sort((one, other) => order.indexOf(one.claim.verdict) - order.indexOf(other.claim.verdict));
}

function Stretch({
  words,
  number,
  claims,
}: {
  readonly words: string;
  readonly number: number | null;
  readonly claims: readonly Claim[];
}) {
  const claim = number === null ? undefined : claims[number];
  if (claim === undefined) return <>{words}</>;
  return (
    <a class={`said ${CLASSES[claim.verdict]}`} href={`#claim-${number}`}>
      {words}
    </a>
  );
}

function Statement({
  claim,
  number,
  asked,
  language,
}: {
  readonly claim: Claim;
  readonly number: number;
  readonly asked: CheckPage["asked"];
  readonly language: Language;
}) {
  const t = claimsWords(language);
  const { verdict, truth, type, words, evidence } = claim;
  return (
    <li id={`claim-${number}`} class={CLASSES[verdict]}>
      <q lang={asked.language} dir="auto">
        {asked.text.slice(words.start, words.end)}
      </q>
      <p class="facts">
        <strong>{t(`check.verdict.${CLASSES[verdict]}`)}</strong>
        <span class="quiet">{typeInWords(type, language)}</span>
        {truth === undefined || truth === "" ? null : <span>{t("check.truth", { truth })}</span>}
      </p>
      {distinct(evidence).map((piece, index) => (
        <p key={index} class="quiet">
          <EvidenceOf piece={piece} />
        </p>
      ))}
    </li>
  );
}

const EVIDENCE_SHOWN = 3;

/** The first pieces, each once: both players of a pair have one entry. */
function distinct(evidence: Claim["evidence"]): Claim["evidence"] {
  return evidence
    .filter((piece, at) => evidence.findIndex(({ label }) => label === piece.label) === at)
    .slice(0, EVIDENCE_SHOWN);
}

/** What it was held against, with its page where it has one. */
function EvidenceOf({ piece }: { readonly piece: Claim["evidence"][number] }) {
  const label = (
    <span lang="en" dir="auto">
      {piece.label}
    </span>
  );
  if (piece.kind === "honour") return label;
  const isEvent = piece.kind === "entry" && piece.id.split("/").length === 2;
  const place = isEvent ? "competitions" : piece.kind === "match" ? "matches" : "entries";
  return <a href={`/${place}/${piece.id}`}>{label}</a>;
}
