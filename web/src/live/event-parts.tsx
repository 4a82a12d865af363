import type { EventParts, Language } from "@podium/protocol";
import { liveWords } from "./live-words.ts";

interface PartsProps {
  readonly parts: EventParts;
  readonly language: Language;
}

/** The way through a large event: its last rounds, its draw in sections, its order of play and its places. */
export function EventPartsNav({ parts, language }: PartsProps) {
  const t = liveWords(language);
  const { shown, sections, orderPages, placesPages } = parts;
  return (
    <nav class="event-parts" aria-label={t("live.parts")}>
      <p>
        <PartLink href="?" isShown={shown.kind === "overview"} words={t("live.last-rounds")} />
      </p>
      <details open={shown.kind === "section"}>
        <summary>{t("live.draw-in-sections")}</summary>
        <ol>
          {sections.map(({ from, to }, index) => (
            <li key={from}>
              <PartLink
                href={`?section=${index + 1}`}
                isShown={shown.kind === "section" && shown.number === index + 1}
                words={t("live.lines", { from, to })}
              />
            </li>
          ))}
        </ol>
      </details>
      <Pages parts={parts} kind="order" count={orderPages} language={language} />
      <Pages parts={parts} kind="places" count={placesPages} language={language} />
    </nav>
  );
}

function Pages({
  parts,
  kind,
  count,
  language,
}: PartsProps & { readonly kind: "order" | "places"; readonly count: number }) {
  const t = liveWords(language);
  const { shown } = parts;
  return (
    <details open={shown.kind === kind}>
      <summary>{t(kind === "order" ? "live.order-of-play" : "live.places")}</summary>
      <ol>
        {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
          <li key={number}>
            <PartLink
              href={`?${kind}=${number}`}
              isShown={shown.kind === kind && shown.number === number}
              words={t("live.page", { number })}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}

function PartLink({
  href,
  isShown,
  words,
}: {
  readonly href: string;
  readonly isShown: boolean;
  readonly words: string;
}) {
  return (
    <a href={href} aria-current={isShown ? "page" : undefined}>
      {words}
    </a>
  );
}
