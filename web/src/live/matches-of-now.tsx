import type { Language, MatchRow } from "@podium/protocol";
import { say } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";

interface MatchesOfNowProps {
  readonly live: readonly MatchRow[];
  readonly next: readonly MatchRow[];
  readonly decided: readonly MatchRow[];
  readonly language: Language;
}

/** What is live, what is next, what was decided: three columns of one table. */
export function MatchesOfNow({ live, next, decided, language }: MatchesOfNowProps) {
  const columns = [["live", live], ["next", next], ["decided", decided]] as const;
  return (
    <div class="of-now">
      {columns.map(([kind, matches]) => (
        <section key={kind} class={kind}>
          <h2>{say(language)(`live.now.${kind}`)}</h2>
          <MatchList matches={matches} language={language} empty={say(language)(`live.none.${kind}`)} withEvent />
        </section>
      ))}
    </div>
  );
}
