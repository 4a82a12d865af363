import type { Language, MatchRow } from "@podium/protocol";
import { liveWords } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";

interface MatchesOfNowProps {
  readonly live: readonly MatchRow[];
  readonly next: readonly MatchRow[];
  readonly decided: readonly MatchRow[];
  readonly language: Language;
  /** Nothing is played any more: then nobody waits for what is live or next. */
  readonly isOver?: boolean;
}

/** What is live, what is next, what was decided: one under another. */
export function MatchesOfNow({ live, next, decided, language, isOver = false }: MatchesOfNowProps) {
  const open = isOver
    ? []
    : ([
        ["live", live],
        ["next", next],
      ] as const);
  const columns = [...open, ["decided", decided] as const];
  return (
    <div class="of-now">
      {columns.map(([kind, matches]) => (
        <section key={kind} class={kind}>
          <h2>{liveWords(language)(`live.now.${kind}`)}</h2>
          <MatchList matches={matches} language={language} empty={liveWords(language)(`live.none.${kind}`)} withEvent />
        </section>
      ))}
    </div>
  );
}
