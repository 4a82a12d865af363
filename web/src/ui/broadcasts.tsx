import type { BroadcastView, Language } from "@podium/protocol";
import { incidentsWords, languageNamed, territoryNamed } from "./incidents-words.ts";
import { dayInWords } from "./times.ts";

interface BroadcastsProps {
  readonly broadcasts: readonly BroadcastView[];
  readonly language: Language;
}

/** Where something is and was shown, in the reader's language first, then by territory. */
export function Broadcasts({ broadcasts, language }: BroadcastsProps) {
  if (broadcasts.length === 0) return null;
  const isOurs = ({ language: tag }: BroadcastView) => new Intl.Locale(tag).language === language;
  const readable = [...broadcasts].sort((one, other) => Number(isOurs(other)) - Number(isOurs(one)));
  return (
    <section class="broadcasts">
      <h2>{incidentsWords(language)("incidents.broadcasts")}</h2>
      <ul>
        {readable.map((broadcast) => (
          <li key={broadcast.id}>
            <BroadcastLine broadcast={broadcast} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who shows it, where, in which language and when. */
export function BroadcastLine({
  broadcast,
  language,
}: Omit<BroadcastsProps, "broadcasts"> & { readonly broadcast: BroadcastView }) {
  const { name, url, territory, language: tag } = broadcast;
  const period = periodOf(broadcast, language);
  return (
    <>
      <p>
        {url === null ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={url} rel="noopener nofollow" dir="auto">
            {name}
          </a>
        )}
      </p>
      <p class="facts quiet">
        <span>{territoryNamed(territory, language)}</span>
        <span>{languageNamed(tag, language)}</span>
        {period === null ? null : <span>{period}</span>}
      </p>
    </>
  );
}

function periodOf({ from, until }: BroadcastView, language: Language): string | null {
  const t = incidentsWords(language);
  const [begins, ends] = [from, until].map((day) => (day === null ? "" : dayInWords(day, language)));
  if (begins === undefined || ends === undefined || begins + ends === "") return null;
  if (begins === "") return t("incidents.until", { until: ends });
  return ends === "" ? t("incidents.from", { from: begins }) : t("incidents.between", { from: begins, until: ends });
}
