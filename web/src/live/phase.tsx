import type { BracketView, Language, PhaseView, RoundView } from "@podium/protocol";
import { roundName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { Bracket } from "./bracket.tsx";
import { GroupTables } from "./group-tables.tsx";
import { liveWords } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";

interface PhaseProps {
  readonly phase: PhaseView;
  /** Whether it stands without a heading: the event has no other that could be confused with it. */
  readonly isAlone: boolean;
  readonly language: Language;
}

/** A phase of an event: its tables, its brackets, and the matches for places. */
export function Phase({ phase, isAlone, language }: PhaseProps) {
  const parts = (
    <>
      <GroupTables groups={phase.groups} isSwiss={phase.format === "swiss"} language={language} />
      {phase.rounds.map(({ round, matches }) => (
        <Round key={round} name={roundName(round, language)} matches={matches} language={language} />
      ))}
      {phase.brackets.map((bracket) => (
        <BracketPart key={bracket.part} bracket={bracket} language={language} />
      ))}
      {phase.placing.length === 0 ? null : <Placing rounds={phase.placing} language={language} />}
    </>
  );
  if (isAlone) return parts;
  return (
    <section class="phase" id={`phase-${phase.code}`}>
      <h2>
        {phase.title === null ? (
          liveWords(language)(`live.phase.${phase.format}`)
        ) : (
          <Words text={phase.title} language={language} />
        )}
      </h2>
      {parts}
    </section>
  );
}

/** A double elimination has three; only in the upper one two matches always lead to one. */
function BracketPart({ bracket, language }: { readonly bracket: BracketView; readonly language: Language }) {
  const { part, rounds, bronze } = bracket;
  const columns = <Bracket rounds={rounds} bronze={bronze} isJoined={part !== "lower"} language={language} />;
  if (part === "all") return columns;
  return (
    <section class="phase-part">
      <h3>{liveWords(language)(`live.bracket.${part}`)}</h3>
      {columns}
    </section>
  );
}

function Placing({ rounds, language }: { readonly rounds: readonly RoundView[]; readonly language: Language }) {
  return (
    <section class="placing">
      <h3 class="unseen">{liveWords(language)("live.placing")}</h3>
      {rounds.map(({ round, matches }) => (
        <Round key={round} name={roundName(round, language)} matches={matches} language={language} />
      ))}
    </section>
  );
}

interface RoundProps {
  readonly name: string;
  readonly matches: RoundView["matches"];
  readonly language: Language;
}

function Round({ name, matches, language }: RoundProps) {
  return (
    <section class="phase-part">
      <h3>{name}</h3>
      <MatchList matches={matches} language={language} empty="" />
    </section>
  );
}
