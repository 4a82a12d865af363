import type { Language, MomentScreenPage } from "@podium/protocol";
import "./moment-elements.ts";
import { stepSentence } from "../ui/ceremony-steps.tsx";
import { Words } from "../ui/names.tsx";
import { PodiumDrawing } from "../ui/podium-drawing.tsx";
import { shared } from "../ui/shared-words.ts";

interface ScreenProps {
  readonly data: MomentScreenPage;
  readonly language: Language;
}

/** The screen in the hall: the event, who stands on the podium, and the step of the ceremony. */
export function MomentOnScreen({ data, language }: ScreenProps) {
  return (
    <live-part id="hall-screen" class="hall-screen" topics={`moment:${data.moment.id}`}>
      <h1>
        <Words text={data.event.title} language={language} />
      </h1>
      <p class="hall-step" dir="auto" role="status">
        {sentenceOf(data, language)}
      </p>
      <PodiumDrawing podium={podiumOf(data)} language={language} />
      <p class="hall-place">
        <Words text={data.competition.title} language={language} />
      </p>
    </live-part>
  );
}

/** Who stands on the podium: all who were not absent, from when they are on it. */
function podiumOf({ podium, ceremony }: MomentScreenPage): MomentScreenPage["podium"] {
  if (ceremony === null || ceremony.phase === "prepared" || ceremony.phase === "called") return [];
  const here = ceremony.awards.filter(({ state }) => state === "given" || state === "due");
  return podium.filter(({ entry }) => here.some((award) => award.entry.id === entry.id));
}

function sentenceOf({ ceremony }: MomentScreenPage, language: Language): string {
  const t = shared(language);
  const last = ceremony?.steps.findLast(({ step }) => step !== "absent");
  if (ceremony === null) return t("ui.ceremony.to-come");
  return last === undefined ? t("ui.ceremony.prepared") : stepSentence(last, language);
}
