import { type CertificateView, type CompetitionView, type Language, localeOf } from "@podium/protocol";
import { entryName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { daysInWords } from "../ui/times.ts";
import { paperWords } from "./paper-words.ts";

interface CertificatesProps {
  readonly competition: CompetitionView;
  readonly certificates: readonly CertificateView[];
  readonly language: Language;
}

/** A sheet for each person: the name as the federation writes it, in the scripts it is known in, the place, the event. */
export function CertificateSheets({ competition, certificates, language }: CertificatesProps) {
  const t = paperWords(language);
  if (certificates.length === 0) return <p class="paper-sheet">{t("paper.nothing")}</p>;
  return (
    <>
      <p class="paper-choices quiet no-print">{t("paper.certificates.glyphs")}</p>
      {certificates.map((certificate) => (
        <section class="paper-sheet lying certificate" key={`${certificate.entry.id} ${certificate.player.id}`}>
          <Certificate certificate={certificate} competition={competition} language={language} />
        </section>
      ))}
    </>
  );
}

interface CertificateProps {
  readonly certificate: CertificateView;
  readonly competition: CompetitionView;
  readonly language: Language;
}

function Certificate({ certificate: { event, place, player, entry }, competition, language }: CertificateProps) {
  const t = paperWords(language);
  const others = { ...entry, players: entry.players.filter(({ id }) => id !== player.id) };
  const isAlone = entry.name === null && others.players.length === 0;
  return (
    <>
      <p class="certificate-of">
        <Words text={competition.title} language={language} />
      </p>
      <h2>{t("paper.certificate")}</h2>
      <p class="certificate-name" dir="auto">
        {`${player.family} ${player.given}`.trim()}
      </p>
      <p class="certificate-scripts">
        {Object.entries(player.names).map(([tag, name]) => (
          <span key={tag} lang={tag} dir="auto">
            {name}
          </span>
        ))}
      </p>
      {isAlone ? null : <p dir="auto">{t("paper.with", { others: entryName(others, language) })}</p>}
      <p class="certificate-place">{t("paper.placed", { place: ordinal(place, language) })}</p>
      <p class="certificate-event">
        <Words text={event} language={language} />
      </p>
      <footer>
        <span>
          {competition.place === null ? null : <Words text={competition.place} language={language} />}{" "}
          {daysInWords(competition.from, competition.to, language)}
        </span>
        <span class="line">{t("paper.signature")}</span>
      </footer>
    </>
  );
}

/** A place as people say it: `1st` where the language counts so, else the number. */
function ordinal(place: number, language: Language): string {
  const ending = paperWords(language);
  switch (new Intl.PluralRules(localeOf(language), { type: "ordinal" }).select(place)) {
    case "one":
      return ending("paper.ordinal.one", { place });
    case "two":
      return ending("paper.ordinal.two", { place });
    case "few":
      return ending("paper.ordinal.few", { place });
    default:
      return ending("paper.ordinal.other", { place });
  }
}
