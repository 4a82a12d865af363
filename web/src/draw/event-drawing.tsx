import type { EventPage, Language } from "@podium/protocol";
import { DrawnRecord } from "./drawn-record.tsx";

/** The draw of an event while its balls come out. */
export function drawingOf({ drawing, entries, event, competition }: EventPage, language: Language) {
  if (drawing === null) return null;
  return (
    <DrawnRecord
      view={drawing}
      entries={entries}
      event={event.id}
      zone={competition.zone}
      nowMs={drawing.nowMs}
      isBrief
      language={language}
    />
  );
}
