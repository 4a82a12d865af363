import type { EntryView, Language, PlayerView, Slot, Text } from "@podium/protocol";
import { inLanguage, languageOf } from "@podium/protocol";
import { entryName, playerName, sourceName } from "./match-names.ts";
import { shared } from "./shared-words.ts";

/** Words in the reader's language, or in another one that is then named for voices and fonts. */
export function Words({ text, language }: { readonly text: Text; readonly language: Language }) {
  const lang = languageOf(text, language);
  return (
    <span lang={lang} dir="auto">
      {inLanguage(text, language)}
    </span>
  );
}

/** An athlete's name. */
export function PlayerName({ player, language }: { readonly player: PlayerView; readonly language: Language }) {
  const name = playerName(player, language);
  return (
    <span class="name" lang={name.lang ?? undefined} dir="auto">
      {name.text}
    </span>
  );
}

/** The three letters of an association; its name in full stands in the title. */
export function Association({
  entry,
  language,
}: {
  readonly entry: Pick<EntryView, "association">;
  readonly language: Language;
}) {
  if (!entry.association) return null;
  return (
    <abbr class="code" title={inLanguage(entry.association.name, language)}>
      {entry.association.code}
    </abbr>
  );
}

/** A seed in brackets after the name. */
export function Seed({ entry, language }: { readonly entry: Pick<EntryView, "seed">; readonly language: Language }) {
  if (entry.seed === null) return null;
  return (
    <span class="seed" title={shared(language)("ui.seed", { seed: entry.seed })}>
      ({entry.seed})
    </span>
  );
}

interface EntryNameProps {
  readonly entry: EntryView;
  readonly language: Language;
  /** False where the name already stands inside a link. */
  readonly link?: boolean;
}

/** An entry in one line: `WANG Chuqin / SUN Yingsha (1) CHN`. */
export function EntryName({ entry, language, link = true }: EntryNameProps) {
  const names = (
    <span class="name" dir="auto">
      {entryName(entry, language)}
    </span>
  );
  return (
    <span class="entry">
      {link ? <a href={`/entries/${entry.id}`}>{names}</a> : names} <Seed entry={entry} language={language} />{" "}
      <Association entry={entry} language={language} />
    </span>
  );
}

/** An entry, or in words where it will come from. */
export function SlotName({
  slot,
  language,
  link = true,
}: {
  readonly slot: Slot;
  readonly language: Language;
  readonly link?: boolean;
}) {
  if (slot.entry) return <EntryName entry={slot.entry} language={language} link={link} />;
  return <span class="source">{sourceName(slot.source, language)}</span>;
}
