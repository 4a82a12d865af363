import { type Frame, PAPER_SIZES, type TableCardsPage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { QrDrawing } from "../ui/qr-drawing.tsx";
import { shared } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";

/** A card for each table, two on a sheet: read by a phone, it scores what is called there. */
export function TableCards({ data, frame }: { readonly data: TableCardsPage; readonly frame: Frame }) {
  const { language, origin } = frame;
  const t = deskWords(language);
  const { competition, cards, size } = data;
  const title = <Words text={competition.title} language={language} />;
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${competition.id}`, words: title },
  ];
  return (
    <div class="desk">
      <div class="no-print">
        <PageHead
          language={language}
          way={way}
          title={t("desk.cards")}
          details={PAPER_SIZES.map((each) => (
            <a key={each} href={`?size=${each}`} aria-current={each === size ? "page" : undefined}>
              {each === "a4" ? "A4" : "Letter"}
            </a>
          ))}
        />
        <p class="lead">{cards.length === 0 ? t("desk.day.no-tables") : t("desk.cards.says")}</p>
      </div>
      <ol class={`table-cards table-cards-${size}`}>
        {cards.map(({ table, address }) => (
          <li key={table}>
            <p>{title}</p>
            <h2>{shared(language)("ui.table", { table })}</h2>
            <QrDrawing text={`${origin}${address}`} label={`${origin}${address}`} />
            <p>{t("desk.cards.scan")}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
