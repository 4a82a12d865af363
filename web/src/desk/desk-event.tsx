import type { DeskEventPage, EntryView, Frame, Language } from "@podium/protocol";
import { entryName, matchName } from "../ui/match-names.ts";
import { Medal } from "../ui/medal.tsx";
import { EntryName, Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { ChangedSince } from "./changed-since.tsx";
import { consequenceSentence } from "./consequence-words.ts";
import { deskWords } from "./desk-words.ts";

interface EventProps {
  readonly data: DeskEventPage;
  readonly frame: Frame;
}

interface PartProps {
  readonly data: DeskEventPage;
  readonly language: Language;
}

/** What the desk decides about an event beside its results: lots, withdrawals, and medals that are withheld or annulled. */
export function DeskEvent({ data, frame }: EventProps) {
  const { language } = frame;
  const t = deskWords(language);
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${data.competition.id}`, words: <Words text={data.competition.title} language={language} /> },
  ];
  return (
    <div class="desk">
      <PageHead
        language={language}
        way={way}
        title={<Words text={data.event.title} language={language} />}
        details={<a href={`/competitions/${data.event.id}`}>{t("desk.public-event")}</a>}
      />
      <InventedCompetition competition={data.competition} language={language} />
      {data.refusal === null ? null : (
        <div class="refused" role="alert">
          <p dir="auto">{refusalSentence(data.refusal, language)}</p>
          <p class="quiet">{t("desk.result.refused")}</p>
          <ChangedSince data={data} language={language} />
        </div>
      )}
      {data.toConfirm === null ? null : <ToConfirm data={data} language={language} />}
      <LotsForms data={data} language={language} />
      <Withdrawals data={data} language={language} />
      <Medals data={data} language={language} />
      <RulingForm data={data} language={language} />
      <KeptDraws data={data} language={language} />
    </div>
  );
}

/** What was typed and what follows from it, before anything is recorded. */
function ToConfirm({ data, language }: PartProps) {
  const t = deskWords(language);
  const { toConfirm } = data;
  const part = toConfirm !== null && "lots" in toConfirm ? "lots" : "rulings";
  return (
    <section class="desk-confirm">
      <h2>{t("desk.confirm")}</h2>
      <p class="lead">{typedSentence(data, language)}</p>
      <ul>
        {data.consequences.map((consequence) => (
          <li key={JSON.stringify(consequence)}>{consequenceSentence(consequence, data, language)}</li>
        ))}
        {data.consequences.length === 0 ? <li>{t("desk.decision.nothing-follows")}</li> : null}
      </ul>
      <form method="post" action={`/desk/events/${data.event.id}/${part}`}>
        {Object.entries(data.entered)
          .filter(([name]) => name !== "seen" && name !== "confirm")
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="seen" value={data.seen} />
        <button name="confirm" value="yes">
          {t("desk.decision.yes")}
        </button>
      </form>
    </section>
  );
}

function typedSentence({ toConfirm, entries, rulings }: DeskEventPage, language: Language): string {
  const t = deskWords(language);
  const nameOf = (code: string) => nameIn(entries, code, language);
  if (toConfirm === null) return "";
  if ("lots" in toConfirm)
    return t("desk.lots.entered", {
      group: toConfirm.lots.group,
      order: toConfirm.lots.order.map((code, at) => `${at + 1}. ${nameOf(code)}`).join("  "),
    });
  const { entry, match, ruling, replacedBy, reason } = toConfirm.ruling;
  const place = replacedBy === undefined ? "" : ` ${t("desk.withdrawal.replaced", { entry: nameOf(replacedBy) })}.`;
  const row = rulings.find((each) => each.match !== undefined && each.match === match)?.row ?? null;
  return `${row === null ? "" : `${matchName(row, language)}: `}${nameOf(entry)}: ${t(`desk.ruling.${ruling}`)}.${place} ${reason}`;
}

function nameIn(entries: readonly EntryView[], code: string, language: Language): string {
  const entry = entries.find((each) => each.code === code);
  return entry === undefined ? code : entryName(entry, language);
}

/** For each set of entries that only lots can separate: who was drawn first, second, ... */
function LotsForms({ data, language }: PartProps) {
  const t = deskWords(language);
  if (data.lots.length === 0) return null;
  return (
    <section>
      <h2>{t("desk.lots")}</h2>
      <p class="quiet">{t("desk.lots.says")}</p>
      {data.lots.map(({ group, tied, order }) => (
        <form key={`${group} ${tied.join()}`} method="post" action={`/desk/events/${data.event.id}/lots`}>
          <fieldset>
            <legend>
              {shared(language)("ui.round.group", { group })}
              {order === null ? null : `: ${t("desk.lots.drawn")}`}
            </legend>
            <input type="hidden" name="group" value={group} />
            {tied.map((_, at) => (
              <Place key={at} at={at} data={data} lots={{ group, tied, order }} language={language} />
            ))}
            <button>{t("desk.result.check")}</button>
          </fieldset>
        </form>
      ))}
    </section>
  );
}

function Place({
  at,
  data,
  lots: { group, tied, order },
  language,
}: PartProps & { readonly at: number; readonly lots: DeskEventPage["lots"][number] }) {
  const name = `place-${at + 1}`;
  const field = `lots-${group}-${tied[0] ?? ""}-${at + 1}`.replaceAll(" ", "-");
  const typed = data.entered["group"] === group ? data.entered[name] : undefined;
  return (
    <p class="field">
      <label for={field}>{deskWords(language)("desk.lots.place", { place: at + 1 })}</label>
      <select id={field} name={name}>
        {tied.map((code) => (
          <option key={code} value={code} selected={code === (typed ?? (order ?? tied)[at])}>
            {nameIn(data.entries, code, language)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The medals as they stand, and what was decided about them. */
function Medals({ data, language }: PartProps) {
  const t = deskWords(language);
  return (
    <section>
      <h2>{t("desk.medals")}</h2>
      {data.medals.length === 0 ? <p class="quiet">{t("desk.medals.none")}</p> : null}
      <ul class="medals">
        {data.medals.map(({ medal, entry }) => (
          <li key={entry.id}>
            <Medal medal={medal} language={language} />
            <EntryName entry={entry} language={language} />
          </li>
        ))}
      </ul>
      <RulingList
        data={data}
        rulings={data.rulings.filter(({ ruling }) => ruling !== "withdrawn")}
        language={language}
      />
    </section>
  );
}

/** What was decided, each with its reason and when. */
function RulingList({ data, rulings, language }: PartProps & { readonly rulings: DeskEventPage["rulings"] }) {
  const t = deskWords(language);
  return (
    <ul>
      {rulings.map(({ entry, row, ruling, replacedBy, reason, atMs }) => (
        <li key={`${entry} ${row?.id ?? ""}`} dir="auto">
          {row === null ? null : `${matchName(row, language)}: `}
          {nameIn(data.entries, entry, language)}: {t(`desk.ruling.${ruling}`)}.{" "}
          {replacedBy === undefined
            ? null
            : `${t("desk.withdrawal.replaced", { entry: nameIn(data.entries, replacedBy, language) })}. `}
          {reason}{" "}
          {atMs === null ? null : (
            <small class="quiet">
              <Time ms={atMs} zone={data.competition.zone} language={language} />
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who plays no more, and who may take the place; nothing is recorded before what follows was read. */
function Withdrawals({ data, language }: PartProps) {
  const t = deskWords(language);
  const made = data.rulings.filter(({ ruling }) => ruling === "withdrawn");
  const { entries, replacements } = data.withdrawals;
  if (made.length + entries.length === 0) return null;
  return (
    <section>
      <h2>{t("desk.withdrawal")}</h2>
      <RulingList data={data} rulings={made} language={language} />
      {made.map(({ entry }) => (
        <TakingBack key={entry} data={data} entry={entry} language={language} />
      ))}
      {entries.length === 0 ? null : (
        <form method="post" action={`/desk/events/${data.event.id}/rulings`}>
          <p class="quiet">{t("desk.withdrawal.says")}</p>
          <input type="hidden" name="ruling" value="withdrawn" />
          <p class="field">
            <label for="withdrawal-entry">{t("desk.withdrawal.entry")}</label>
            <select id="withdrawal-entry" name="entry">
              {entries.map((code) => (
                <option key={code} value={code} selected={isTyped(data, "withdrawn") && code === data.entered["entry"]}>
                  {nameIn(data.entries, code, language)}
                </option>
              ))}
            </select>
          </p>
          {replacements.length === 0 ? null : (
            <p class="field">
              <label for="withdrawal-place">{t("desk.withdrawal.place")}</label>
              <select id="withdrawal-place" name="replacedBy">
                <option value="">{t("desk.withdrawal.place.nobody")}</option>
                {replacements.map((code) => (
                  <option key={code} value={code} selected={code === data.entered["replacedBy"]}>
                    {t("desk.withdrawal.place.taken", { entry: nameIn(data.entries, code, language) })}
                  </option>
                ))}
              </select>
            </p>
          )}
          <Reason id="withdrawal-reason" data={data} ruling="withdrawn" language={language} />
          <button>{t("desk.result.check")}</button>
        </form>
      )}
    </section>
  );
}

function TakingBack({ data, entry, language }: PartProps & { readonly entry: string }) {
  const t = deskWords(language);
  return (
    <details open={isTyped(data, "plays-again") && data.entered["entry"] === entry}>
      <summary>
        {t("desk.withdrawal.back")}: {nameIn(data.entries, entry, language)}
      </summary>
      <form method="post" action={`/desk/events/${data.event.id}/rulings`}>
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="ruling" value="plays-again" />
        <Reason id={`plays-again-${entry}`} data={data} ruling="plays-again" language={language} />
        <button>{t("desk.result.check")}</button>
      </form>
    </details>
  );
}

/** Whether what was typed is of this form. */
function isTyped({ entered }: DeskEventPage, ruling: string): boolean {
  return entered["ruling"] === ruling;
}

function Reason({ id, data, ruling, language }: PartProps & { readonly id: string; readonly ruling: string }) {
  return (
    <p class="field">
      <label for={id}>{deskWords(language)("desk.ruling.reason")}</label>
      <input
        id={id}
        name="reason"
        defaultValue={isTyped(data, ruling) ? (data.entered["reason"] ?? "") : ""}
        maxLength={300}
        required
      />
    </p>
  );
}

const RULINGS = ["withheld", "annulled", "none"] as const;

/** Where a medal is withheld or annulled, or such a ruling taken back; nothing is recorded before what follows was read. */
function RulingForm({ data, language }: PartProps) {
  const t = deskWords(language);
  const ofMedals = data.rulings.filter(({ ruling }) => ruling === "withheld" || ruling === "annulled");
  const concerned = new Set([...data.medals.map(({ entry }) => entry.code), ...ofMedals.map(({ entry }) => entry)]);
  if (concerned.size === 0) return null;
  const { entry: typedEntry, ruling: typedRuling, reason = "" } = data.entered;
  return (
    <section>
      <h2>{t("desk.ruling")}</h2>
      <p class="quiet">{t("desk.ruling.says")}</p>
      <form method="post" action={`/desk/events/${data.event.id}/rulings`}>
        <p class="field">
          <label for="ruling-entry">{t("desk.ruling.entry")}</label>
          <select id="ruling-entry" name="entry">
            {[...concerned].map((code) => (
              <option key={code} value={code} selected={code === typedEntry}>
                {nameIn(data.entries, code, language)}
              </option>
            ))}
          </select>
        </p>
        <p class="field">
          <label for="ruling-kind">{t("desk.ruling.kind")}</label>
          <select id="ruling-kind" name="ruling">
            {RULINGS.map((each) => (
              <option key={each} value={each} selected={each === typedRuling}>
                {t(`desk.ruling.${each}`)}
              </option>
            ))}
          </select>
        </p>
        <p class="field">
          <label for="ruling-reason">{t("desk.ruling.reason")}</label>
          <input id="ruling-reason" name="reason" defaultValue={reason} maxLength={300} required />
        </p>
        <button>{t("desk.result.check")}</button>
      </form>
    </section>
  );
}

/** Where a draw that was kept as it was played is made to follow the result again. */
function KeptDraws({ data, language }: PartProps) {
  const t = deskWords(language);
  const ofDraw = data.rulings.filter(({ ruling }) => ruling === "goes-on");
  if (ofDraw.length === 0) return null;
  const { match: typedMatch, reason = "" } = data.entered;
  return (
    <section>
      <h2>{t("desk.draw-kept.back")}</h2>
      {ofDraw.map(({ entry, match = "", row }) => (
        <form key={match} method="post" action={`/desk/events/${data.event.id}/rulings`}>
          <p>
            {row === null ? match : matchName(row, language)}: {nameIn(data.entries, entry, language)}
          </p>
          <input type="hidden" name="match" value={match} />
          <input type="hidden" name="entry" value={entry} />
          <input type="hidden" name="ruling" value="none" />
          <p class="field">
            <label for={`kept-${match}`}>{t("desk.ruling.reason")}</label>
            <input
              id={`kept-${match}`}
              name="reason"
              defaultValue={match === typedMatch ? reason : ""}
              maxLength={300}
              required
            />
          </p>
          <button>{t("desk.result.check")}</button>
        </form>
      ))}
    </section>
  );
}
