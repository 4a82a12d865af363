import type { Evidence, Language, Storyline } from "@podium/protocol";
import { evidenceSentence, momentWords, storylineSentence } from "./moments-words.ts";

/** As many as a reader takes in at once; they come heaviest first. */
const LARGE = 6;

/** Sentences computed from the record, each with a small mark that opens what it rests on. */
export function Storylines({
  storylines,
  language,
}: {
  readonly storylines: readonly Storyline[];
  readonly language: Language;
}) {
  const told = storylines.flatMap((storyline) => {
    const sentence = storylineSentence(storyline.code, storyline.facts, language);
    return sentence === null ? [] : [{ storyline, sentence }];
  });
  if (told.length === 0) return null;
  const more = told.slice(LARGE);
  return (
    <section class="storylines">
      <h2>{momentWords(language)("moments.storylines")}</h2>
      <List told={told.slice(0, LARGE)} language={language} />
      {more.length === 0 ? null : (
        <details class="more">
          <summary>{momentWords(language)("moments.more-storylines")}</summary>
          <List told={more} language={language} />
        </details>
      )}
    </section>
  );
}

function List({
  told,
  language,
}: {
  readonly told: readonly Pick<ToldProps, "storyline" | "sentence">[];
  readonly language: Language;
}) {
  return (
    <ul>
      {told.map(({ storyline, sentence }) => (
        <li key={sentence}>
          <Told storyline={storyline} sentence={sentence} language={language} />
        </li>
      ))}
    </ul>
  );
}

interface ToldProps {
  readonly storyline: Storyline;
  readonly sentence: string;
  readonly language: Language;
}

function Told({ storyline, sentence, language }: ToldProps) {
  if (storyline.evidence.length === 0) return <p class="sentence">{sentence}</p>;
  return (
    <details>
      <summary>
        <span class="sentence">{sentence}</span>{" "}
        <span class="evidence-mark">
          {momentWords(language)("moments.evidence", { count: storyline.evidence.length })}
        </span>
      </summary>
      <ul class="evidence">
        {storyline.evidence.map((piece, index) => (
          <li key={index}>
            <Piece piece={piece} language={language} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Piece({ piece, language }: { readonly piece: Evidence; readonly language: Language }) {
  const sentence = evidenceSentence(piece, language);
  if (piece.kind !== "match" && piece.kind !== "entry") return <span dir="auto">{sentence}</span>;
  return (
    <a href={`/${piece.kind === "match" ? "matches" : "entries"}/${piece.id}`} dir="auto">
      {sentence}
    </a>
  );
}
