import { DEED_KINDS, type DeedView, type Frame, type JournalPage, type Language } from "@podium/protocol";
import { EntryName, Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { deskWords } from "./desk-words.ts";

interface JournalProps {
  readonly data: JournalPage;
  readonly frame: Frame;
}

/** What was done in a competition, by whom and when, the latest first. */
export function Journal({ data, frame }: JournalProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, deeds } = data;
  const way = [
    { href: "/desk", words: shared(language)("ui.desk") },
    { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> },
  ];
  return (
    <div class="desk">
      <PageHead language={language} way={way} title={shared(language)("ui.journal")} details={t("desk.journal.says")} />
      <Search data={data} language={language} />
      {deeds.length === 0 ? <p>{t("desk.journal.none")}</p> : null}
      <ol class="journal">
        {deeds.map((deed) => (
          <Deed key={deed.seq} deed={deed} zone={competition.zone} language={language} />
        ))}
      </ol>
      {data.before === null ? null : (
        <p>
          <a rel="next" href={earlierHref(data)}>
            {t("desk.journal.earlier")}
          </a>
        </p>
      )}
    </div>
  );
}

function earlierHref({ competition, kind, who, words, before }: JournalPage): string {
  const asked = new URLSearchParams({
    ...(kind === null ? {} : { kind }),
    ...(who === null ? {} : { who }),
    ...(words === null ? {} : { words }),
    before: String(before),
  });
  return `/desk/${competition.id}/journal?${asked.toString()}`;
}

function Search({ data, language }: { readonly data: JournalPage; readonly language: Language }) {
  const t = deskWords(language);
  return (
    <form method="get" action={`/desk/${data.competition.id}/journal`} class="journal-search" role="search">
      <p class="field">
        <label for="journal-words">{t("desk.journal.words")}</label>
        <input
          id="journal-words"
          name="words"
          type="search"
          defaultValue={data.words ?? ""}
          maxLength={200}
          dir="auto"
        />
      </p>
      <p class="field">
        <label for="journal-kind">{t("desk.journal.what")}</label>
        <select id="journal-kind" name="kind">
          <option value="">{t("desk.journal.all")}</option>
          {DEED_KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === data.kind}>
              {t(`desk.deed.${kind}`)}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="journal-who">{t("desk.journal.who")}</label>
        <select id="journal-who" name="who">
          <option value="">{t("desk.journal.everybody")}</option>
          {data.people.map(({ id, name }) => (
            <option key={id} value={id} selected={id === data.who}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <button class="quiet">{t("desk.journal.search")}</button>
    </form>
  );
}

interface DeedProps {
  readonly deed: DeedView;
  readonly zone: string;
  readonly language: Language;
}

function Deed({ deed, zone, language }: DeedProps) {
  const t = deskWords(language);
  const { kind, atMs, who, about, entry, person, role, table, startMs, isWanted, reason } = deed;
  return (
    <li>
      <p class="quiet">
        <Time ms={atMs} zone={zone} language={language} />, <bdi>{who ?? t("desk.journal.podium")}</bdi>
      </p>
      <p>
        {t(`desk.deed.${kind}`)}
        {about === null ? null : (
          <>
            {": "}
            <a href={about.href}>{about.words}</a>
          </>
        )}
        {entry === null ? null : (
          <>
            {", "}
            <EntryName entry={entry} language={language} />
          </>
        )}
        {isWanted === null ? null : `. ${t(isWanted ? "desk.second-eyes.on" : "desk.second-eyes.off")}`}
        {role === null ? null : `: ${role}`}
        {table === null ? null : `, ${shared(language)("ui.table", { table })}`}
        {startMs === null ? null : (
          <>
            {", "}
            <Time ms={startMs} zone={zone} language={language} />
          </>
        )}
        {person === null ? null : (
          <>
            {", "}
            <bdi>{person}</bdi>
          </>
        )}
        {reason === null ? null : <span dir="auto">{` (${reason})`}</span>}
      </p>
    </li>
  );
}
