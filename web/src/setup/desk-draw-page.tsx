import { PACES, type DeskDrawPage, type DrawPage, type Frame, type Language } from "@podium/protocol";
import { DrawParts } from "../draw/draw-page.tsx";
import { drawWords } from "../draw/draw-words.ts";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { Refused } from "./draft-page.tsx";
import { InputField } from "../ui/fields.tsx";
import { RandomnessFields } from "./randomness-fields.tsx";
import { RulesFields } from "./rules-fields.tsx";

interface DeskDrawProps {
  readonly data: DeskDrawPage;
  readonly language: Language;
}

/** Where an event is drawn after its competition is published: the start, the pace, the repetition, the rounds. */
export function DeskDraw({ data, frame }: { readonly data: DeskDrawPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = drawWords(language);
  const { draw } = data;
  const way = [
    { href: `/desk/${draw.competition.id}`, words: <Words text={draw.competition.title} language={language} /> },
    { href: `/desk/events/${draw.event.id}`, words: <Words text={draw.event.title} language={language} /> },
  ];
  return (
    <div class="setup draw-desk" data-draw={draw.event.id}>
      <PageHead
        language={language}
        way={way}
        title={t("draw.title")}
        details={<a href={`/competitions/${draw.event.id}/draw`}>{t("draw.public")}</a>}
      />
      <InventedCompetition competition={draw.competition} language={language} />
      <Refused data={data} language={language} />
      <Pace data={data} language={language} />
      <NextRound data={data} language={language} />
      <Start data={data} language={language} />
      <DrawParts data={draw} frame={frame} />
      <Repeat data={data} language={language} />
    </div>
  );
}

function addressOf({ event }: DrawPage): string {
  return `/desk/events/${event.id}/draw`;
}

function Pace({ data: { draw }, language }: DeskDrawProps) {
  const [current] = draw.records;
  if (current === undefined || current.showing === null) return null;
  const t = drawWords(language);
  return (
    <form method="post" action={`${addressOf(draw)}/pace`} class="buttons draw-pace" aria-label={t("draw.pace")}>
      {PACES.map((pace) => (
        <button key={pace} name="pace" value={pace} class={pace === "next" ? "" : "quiet"}>
          {t(`draw.pace.${pace}`)}
        </button>
      ))}
    </form>
  );
}

function NextRound({ data: { draw, nextRound }, language }: DeskDrawProps) {
  if (nextRound === null) return null;
  const t = drawWords(language);
  return (
    <form method="post" action={`${addressOf(draw)}/rounds`}>
      <p class="quiet">{t("draw.round.says")}</p>
      <button name="round" value={String(nextRound)}>
        {t("draw.round", { round: nextRound })}
      </button>
    </form>
  );
}

/** The rules, and the start; nothing once the event is drawn. */
function Start({ data, language }: DeskDrawProps) {
  const { draw, entered } = data;
  const [last] = draw.records;
  if (draw.isDrawn || (last !== undefined && last.record.withdrawn === undefined)) return null;
  const t = drawWords(language);
  return (
    <>
      {draw.commitments.length === 0 ? null : (
        <form method="post" action={addressOf(draw)}>
          <input type="hidden" name="seen" value={draw.commitments.map(({ commitment }) => commitment).join(" ")} />
          <RandomnessFields entered={entered} language={language} />
          <p class="quiet">{t("draw.start.says")}</p>
          <p class="buttons">
            <button name="how" value="in-public">
              {t("draw.start.in-public")}
            </button>
            <button name="how" value="at-once" class="quiet">
              {t("draw.start.at-once")}
            </button>
          </p>
        </form>
      )}
      <form method="post" action={`${addressOf(draw)}/rules`}>
        <RulesFields rules={draw.rules ?? { format: "knock-out" }} entered={entered} language={language} />
        <p class="buttons">
          <button class={draw.commitments.length === 0 ? "" : "quiet"}>{t("draw.rules.save")}</button>
        </p>
      </form>
    </>
  );
}

function Repeat({ data: { draw, mayRepeat, entered }, language }: DeskDrawProps) {
  if (!mayRepeat) return null;
  const t = drawWords(language);
  return (
    <section>
      <h2>{t("draw.repeat")}</h2>
      <p>{t("draw.repeat.says")}</p>
      <form method="post" action={`${addressOf(draw)}/removal`}>
        <InputField name="reason" words={t("draw.repeat.reason")} value={entered["reason"] ?? ""} isRequired />
        <p class="buttons">
          <button class="quiet">{t("draw.repeat.do")}</button>
        </p>
      </form>
    </section>
  );
}
