import type { DeskEventPage, Language } from "@podium/protocol";
import { matchName, versus } from "../ui/match-names.ts";
import { Time } from "../ui/time.tsx";
import { deskWords } from "./desk-words.ts";

/** What came between a decision and the page on which it was made. */
export function ChangedSince({ data, language }: { readonly data: DeskEventPage; readonly language: Language }) {
  const t = deskWords(language);
  if (data.changed.length === 0) return null;
  return (
    <>
      <p>{t("desk.changed")}</p>
      <ul>
        {data.changed.map(({ kind, row, atMs }) => (
          <li key={`${kind} ${row?.id ?? ""} ${atMs}`}>
            {row === null ? null : `${matchName(row, language)}, ${versus(row, language)}: `}
            {t(`desk.changed.${kind}`)}{" "}
            <small class="quiet">
              <Time ms={atMs} zone={data.competition.zone} language={language} />
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
