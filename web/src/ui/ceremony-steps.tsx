import type { CeremonyStepView, CeremonyView, Language } from "@podium/protocol";
import { entryName } from "./match-names.ts";
import { shared } from "./shared-words.ts";
import { Time } from "./time.tsx";

interface StepsProps {
  readonly ceremony: CeremonyView;
  readonly zone: string;
  readonly language: Language;
}

/** The steps of a ceremony, each with its time. */
export function CeremonySteps({ ceremony, zone, language }: StepsProps) {
  return (
    <ol class="ceremony-steps">
      {ceremony.steps.map((step, index) => (
        <li key={index}>
          {step.atMs === null ? null : <Time ms={step.atMs} zone={zone} language={language} form="clock" />}
          <span dir="auto">{stepSentence(step, language)}</span>
        </li>
      ))}
    </ol>
  );
}

/** What happened at a step. */
export function stepSentence({ step, award, presenters, piece }: CeremonyStepView, language: Language): string {
  const t = shared(language);
  const entry = award === null ? "" : entryName(award.entry, language);
  switch (step) {
    case "medal":
      return `${award === null ? "" : t(`ui.medal.${award.medal}`)}: ${entry}`;
    case "absent":
      return t("ui.ceremony.absent", { entry });
    case "presenters":
      return t("ui.ceremony.presenters", { names: presenters.join(", ") });
    case "music":
      return t("ui.ceremony.music", { piece: piece ?? "" });
    default:
      return t(`ui.ceremony.${step}`);
  }
}
