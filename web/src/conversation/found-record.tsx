import type { FoundInRecord, Frame } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { PlayerName, Words } from "../ui/names.tsx";
import { conversation } from "./conversation-words.ts";

interface FoundRecordProps {
  readonly record: FoundInRecord;
  readonly frame: Frame;
}

/** People, pairs, competitions and reports that hold the words that were asked for. */
export function FoundRecord({ record, frame: { language } }: FoundRecordProps) {
  const t = conversation(language);
  return (
    <>
      <FoundList title={t("conversation.found.people")}>
        {record.players.map((player) => (
          <FoundLine key={player.id} href={`/players/${player.id}`}>
            <PlayerName player={player} language={language} />{" "}
            {player.association === null ? null : <span class="code">{player.association}</span>}
          </FoundLine>
        ))}
      </FoundList>
      <FoundList title={t("conversation.found.pairs")}>
        {record.pairs.map(([one, other]) => (
          <FoundLine key={`${one.id} ${other.id}`} href={`/pairs/${one.id}/${other.id}`}>
            <PlayerName player={one} language={language} /> / <PlayerName player={other} language={language} />
          </FoundLine>
        ))}
      </FoundList>
      <FoundList title={t("conversation.found.competitions")}>
        {record.competitions.map(({ id, title }) => (
          <FoundLine key={id} href={`/competitions/${id}`}>
            <Words text={title} language={language} />
          </FoundLine>
        ))}
      </FoundList>
      <FoundList title={t("conversation.found.reports")}>
        {record.reports.map(({ href, title }) => (
          <FoundLine key={href} href={href}>
            <Words text={title} language={language} />
          </FoundLine>
        ))}
      </FoundList>
    </>
  );
}

function FoundList({ title, children }: { readonly title: string; readonly children: readonly ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="found-record">{children}</ul>
    </section>
  );
}

function FoundLine({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <a href={href}>{children}</a>
    </li>
  );
}
