import type { Language, MomentCard } from "@podium/protocol";
import { Medal } from "./medal.tsx";
import { EntryName, Words } from "./names.tsx";

interface MomentSummaryProps {
  readonly moment: MomentCard;
  readonly language: Language;
  /** The heading that the title is, and how the line above it looks. */
  readonly heading: "h1" | "h2";
  readonly above: "kicker" | "quiet";
}

/** A moment on another page than its own: of which event it is, its title, who has the medals. */
export function MomentSummary({ moment, language, heading: Heading, above }: MomentSummaryProps) {
  return (
    <>
      <p class={above}>
        <Words text={moment.competitionTitle} language={language} /> ·{" "}
        <a href={`/competitions/${moment.event}`}>
          <Words text={moment.eventTitle} language={language} />
        </a>
      </p>
      <Heading>
        <a href={`/moments/${moment.id}`}>
          <Words text={moment.title} language={language} />
        </a>
      </Heading>
      <ul class="medals">
        {moment.podium.map(({ medal, entry }) => (
          <li key={entry.id}>
            <Medal medal={medal} language={language} />
            <EntryName entry={entry} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}
