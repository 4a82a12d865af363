import type { CeremonyView, Language, MomentPage } from "@podium/protocol";
import "./moment-elements.ts";
import { CeremonySteps } from "../ui/ceremony-steps.tsx";
import { shared } from "../ui/shared-words.ts";

interface CeremoniesProps {
  readonly data: Pick<MomentPage, "ceremonies" | "moment" | "competition">;
  readonly language: Language;
}

/** The ceremonies as they go, step by step; the page follows them while it is open. */
export function Ceremonies({ data: { ceremonies, moment, competition }, language }: CeremoniesProps) {
  return (
    <live-part id="ceremonies" topics={`moment:${moment.id}`}>
      {ceremonies.map((ceremony) => (
        <section class="ceremony" key={ceremony.number}>
          <h2>{ceremonyTitle(ceremony, language)}</h2>
          {ceremony.steps.length === 0 ? (
            <p>{shared(language)("ui.ceremony.prepared")}</p>
          ) : (
            <CeremonySteps ceremony={ceremony} zone={competition.zone} language={language} />
          )}
        </section>
      ))}
    </live-part>
  );
}

function ceremonyTitle({ number }: CeremonyView, language: Language): string {
  const t = shared(language);
  return number === 1 ? t("ui.ceremony") : t("ui.ceremony.number", { number });
}
