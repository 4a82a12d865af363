import {
  type Frame,
  type Language,
  PAPER_KINDS,
  PAPER_ORDERS,
  PAPER_SIZES,
  type PaperChoice,
  type PaperPage,
  SCREEN_KINDS,
} from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { Words } from "../ui/names.tsx";
import { competitionStep, PageHead } from "../ui/page-head.tsx";
import { dayInWords } from "../ui/times.ts";
import { BracketSheets } from "./bracket-sheets.tsx";
import { CertificateSheets } from "./certificate-sheets.tsx";
import { GroupSheets } from "./group-sheets.tsx";
import { OrderSheets } from "./order-sheets.tsx";
import { paperWords } from "./paper-words.ts";
import { PlayerSheets } from "./player-sheets.tsx";
import { ScoreSheets } from "./score-sheets.tsx";

interface PaperProps {
  readonly data: PaperPage;
  readonly frame: Frame;
}

/** What can be printed of a competition, or the sheets themselves with what can be chosen above them. */
export function Paper({ data, frame }: PaperProps) {
  return data.sheets.kind === "list" ? (
    <List data={data} language={frame.language} />
  ) : (
    <Sheets data={data} frame={frame} />
  );
}

function List({ data, language }: { readonly data: PaperPage; readonly language: Language }) {
  const t = paperWords(language);
  return (
    <>
      <PageHead language={language} way={[competitionStep(data.competition, language)]} title={t("paper.title")} />
      <p>{t("paper.how")}</p>
      <ul class="paper-list">
        {PAPER_KINDS.map((kind) => (
          <li key={kind}>
            <a href={`/paper/${data.competition.id}/${kind}`}>{t(`paper.${kind}`)}</a>
            <p class="quiet">{t(`paper.${kind}.says`)}</p>
          </li>
        ))}
      </ul>
      <h2>{t("paper.screens")}</h2>
      <p>{t("paper.screens.says")}</p>
      <ul class="paper-list">
        {SCREEN_KINDS.map((kind) => (
          <li key={kind}>
            <a href={`/screens/${data.competition.id}/${kind}`}>{t(`paper.screen.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sheets({ data, frame }: PaperProps) {
  const { language } = frame;
  const { sheets, chosen } = data;
  return (
    <>
      <Choices data={data} language={language} />
      <div class="paper" data-size={chosen.size} data-kind={sheets.kind}>
        <SheetsOf data={data} frame={frame} />
      </div>
    </>
  );
}

function SheetsOf({ data, frame }: PaperProps) {
  const { language } = frame;
  const { sheets, competition } = data;
  switch (sheets.kind) {
    case "list":
      return null;
    case "order-of-play":
      return <OrderSheets data={data} matches={sheets.matches} language={language} />;
    case "score-sheets":
      return <ScoreSheets competition={competition} sheets={sheets.matches} frame={frame} />;
    case "brackets":
      return <BracketSheets competition={competition} phases={sheets.phases} language={language} />;
    case "groups":
      return <GroupSheets competition={competition} groups={sheets.groups} language={language} />;
    case "players":
      return <PlayerSheets data={data} players={sheets.players} language={language} />;
    case "certificates":
      return <CertificateSheets competition={competition} certificates={sheets.certificates} language={language} />;
  }
}

/** Where the choices stand that a print depends on: on the screen alone. */
function Choices({ data, language }: { readonly data: PaperPage; readonly language: Language }) {
  const { competition, events, days, chosen, sheets } = data;
  const t = paperWords(language);
  const link = (change: Partial<PaperChoice>, words: ComponentChildren, key: string) => (
    <a
      key={key}
      href={addressOf(data, { ...chosen, ...change })}
      aria-current={Object.entries(change).every(([name, value]) => chosen[name as keyof PaperChoice] === value)}
    >
      {words}
    </a>
  );
  const hasDays = sheets.kind === "order-of-play" || sheets.kind === "score-sheets";
  return (
    <header class="paper-choices no-print">
      <p>
        <a href={`/paper/${competition.id}`}>
          {t("paper.title")}: <Words text={competition.title} language={language} />
        </a>
      </p>
      <h1>{t(`paper.${sheets.kind === "list" ? "title" : sheets.kind}`)}</h1>
      <nav aria-label={t("paper.choose")}>
        <p>{PAPER_SIZES.map((size) => link({ size }, t(`paper.size.${size}`), size))}</p>
        {sheets.kind === "order-of-play" ? (
          <p>{PAPER_ORDERS.map((by) => link({ by }, t(`paper.by.${by}`), by))}</p>
        ) : null}
        {events.length < 2 ? null : (
          <p>
            {link({ event: null }, t("paper.all-events"), "all")}
            {events.map(({ code, title }) => link({ event: code }, <Words text={title} language={language} />, code))}
          </p>
        )}
        {!hasDays || days.length === 0 ? null : (
          <p>
            {sheets.kind === "score-sheets" ? link({ day: null }, t("paper.all-days"), "all") : null}
            {days.map((day) => link({ day }, dayInWords(day, language), day))}
          </p>
        )}
      </nav>
      <p class="quiet">{t("paper.how")}</p>
    </header>
  );
}

/** The address of a print, without what goes without saying. */
function addressOf({ competition, sheets }: PaperPage, { size, event, day, by }: PaperChoice): string {
  const query = new URLSearchParams();
  if (size !== "a4") query.set("size", size);
  if (event !== null) query.set("event", event);
  if (day !== null) query.set("day", day);
  if (by !== "time") query.set("by", by);
  const asked = query.toString();
  return `/paper/${competition.id}/${sheets.kind}${asked === "" ? "" : `?${asked}`}`;
}
