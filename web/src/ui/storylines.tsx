import type { Evidence, Language, Storyline } from "@podium/protocol";
import { evidenceSentence, storylineSentence, storylineWords } from "./storyline-words.ts";

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
  const shown = storylines.flatMap((storyline) => {
    const sentence = storylineSentence(storyline.code, storyline.facts, language);
    return sentence === null ? [] : [{ storyline, sentence }];
  });
  if (shown.length === 0) return null;
  const more = shown.slice(LARGE);
  return (
    <section class="storylines">
      <h2>{storylineWords(language)("moments.storylines")}</h2>
      <List shown={shown.slice(0, LARGE)} language={language} />
      {more.length === 0 ? null : (
        <details class="more">
          <summary>{storylineWords(language)("moments.more-storylines")}</summary>
          <List shown={more} language={language} />
        </details>
      )}
    </section>
  );
}

function List({
  shown,
  language,
}: {
  readonly shown: readonly Pick<StorylineItemProps, "storyline" | "sentence">[];
  readonly language: Language;
}) {
  return (
    <ul>
      {shown.map(({ storyline, sentence }) => (
        <li key={sentence}>
          <StorylineItem storyline={storyline} sentence={sentence} language={language} />
        </li>
      ))}
    </ul>
  );
}

interface StorylineItemProps {
  readonly storyline: Storyline;
  readonly sentence: string;
  readonly language: Language;
}

function StorylineItem({ storyline, sentence, language }: StorylineItemProps) {
  if (storyline.evidence.length === 0) return <p class="sentence">{sentence}</p>;
  return (
    <details>
      <summary>
        <span class="sentence">{sentence}</span>{" "}
        <span class="evidence-mark">
          {storylineWords(language)("moments.evidence", { count: storyline.evidence.length })}
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
