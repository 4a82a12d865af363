import type { CaseView, Frame, ModerationPage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { timeInWords } from "../ui/times.ts";
import { commentAddress } from "./comment-html.ts";
import { importing, moderation, whyInWords } from "./moderation-words.ts";

interface QueueProps {
  readonly data: ModerationPage;
  readonly frame: Frame;
}

/** What waits for a moderator, the oldest first, each case with what it takes to decide it; and what was decided last. */
export function Queue({ data, frame }: QueueProps) {
  const { language } = frame;
  const t = moderation(language);
  return (
    <div class="queue" data-queue>
      <PageHead language={language} way={[]} title={t("moderation.title")} details={t("moderation.says")} />
      <p class="quiet queue-keys">{t("moderation.keys")}</p>
      {data.cases.length === 0 ? <p>{t("moderation.nothing")}</p> : null}
      {data.cases.map((each) => (
        <Case key={each.id} case={each} frame={frame} />
      ))}
      {data.more ? <p class="quiet">{t("moderation.more")}</p> : null}
      {data.cases.length > 1 ? <Bulk frame={frame} /> : null}
      <Decided data={data} frame={frame} />
      <Places data={data} frame={frame} />
      <p>
        <a href="/moderation/log">{t("moderation.log")}</a>
      </p>
    </div>
  );
}

interface CaseProps {
  readonly case: CaseView;
  readonly frame: Frame;
}

function Case({ case: each, frame }: CaseProps) {
  const { language } = frame;
  const t = moderation(language);
  return (
    <article class="case" id={`case-${each.id}`} data-case tabIndex={-1} aria-labelledby={`by-${each.id}`}>
      <CaseHead case={each} frame={frame} />
      {each.parent === null ? null : (
        <blockquote class="case-parent" dir="auto">
          <b>
            <bdi>{each.parent.name}</bdi>
          </b>{" "}
          {each.parent.body}
        </blockquote>
      )}
      {each.standing === null ? null : (
        <>
          <p class="quiet">{t("moderation.standing")}</p>
          <p class="case-standing" dir="auto">
            {each.standing}
          </p>
        </>
      )}
      <p class="case-words" dir="auto" lang={each.language ?? undefined}>
        {each.body}
      </p>
      {each.appeal === null ? null : (
        <div class="case-appeal">
          <p class="quiet">{t("moderation.appealed", { reason: each.appeal.reason })}</p>
          <blockquote dir="auto">{each.appeal.words}</blockquote>
        </div>
      )}
      <ul class="case-why">
        {each.flags.map((flag, index) => (
          <li key={`flag-${index}`} dir="auto">
            {t("moderation.flagged-for", { reason: t(`moderation.flag.${flag.reason}`) })}{" "}
            {flag.words === "" ? null : <q>{flag.words}</q>}
          </li>
        ))}
        {each.why.map((why, index) => (
          <li key={index} dir="auto">
            {whyInWords(why, language)}
          </li>
        ))}
      </ul>
      {each.appeal?.isOwn ? <p>{t("moderation.not-yours")}</p> : <Decide case={each} frame={frame} />}
    </article>
  );
}

/** Who said it, where and when. */
function CaseHead({ case: each, frame }: CaseProps) {
  const { language } = frame;
  const t = moderation(language);
  const address = each.comment === null ? `/threads/${each.thread.id}` : commentAddress(each.thread.id, each.comment);
  return (
    <header class="case-head">
      <h2 id={`by-${each.id}`}>
        <Author author={each.author} />
      </h2>
      <p class="quiet">
        {t(`moderation.kind.${each.kind}`)} ·{" "}
        <a href={address}>
          <Words text={each.thread.title} language={language} />
        </a>{" "}
        · <time>{timeInWords(each.atMs, { zone: "UTC", language, form: "full" })}</time> ·{" "}
        {t("moderation.history", { shown: each.author.shown, removed: each.author.removed })}
      </p>
    </header>
  );
}

/** A member's name leads to what moderators know of them. */
function Author({ author: { name, person } }: Pick<CaseView, "author">) {
  if (person === null) return <bdi>{name}</bdi>;
  return (
    <a href={`/moderation/members/${person}`} data-key="h" aria-keyshortcuts="h">
      <bdi>{name}</bdi>
    </a>
  );
}

const RULES = ["insults", "advertising", "repeated", "off-topic"] as const;

function Decide({ case: each, frame }: CaseProps) {
  const t = moderation(frame.language);
  const address = `/moderation/cases/${each.id}/decision`;
  return (
    <div class="case-acts">
      <Assignment case={each} frame={frame} />
      <form method="post" action={address} class="buttons">
        <button name="decision" value="passed" data-key="p" aria-keyshortcuts="p">
          {t("moderation.pass")} <kbd aria-hidden="true">p</kbd>
        </button>
        {RULES.map((rule, index) => (
          <button
            key={rule}
            class="quiet"
            name="reason"
            value={t(`moderation.rule.${rule}`)}
            data-key={String(index + 1)}
            aria-keyshortcuts={String(index + 1)}
          >
            <span class="unseen">{t("moderation.remove")}: </span>
            {t(`moderation.rule.${rule}`)} <kbd aria-hidden="true">{index + 1}</kbd>
          </button>
        ))}
      </form>
      <form method="post" action={address} class="case-reason">
        <label for={`reason-${each.id}`}>{t("moderation.reason")}</label>
        <input id={`reason-${each.id}`} name="reason" required maxLength={500} dir="auto" data-key="r" />
        <button class="quiet">{t("moderation.remove")}</button>
      </form>
      <label class="case-tick">
        <input type="checkbox" name={`case.${each.id}`} value="on" form="bulk" data-key="x" aria-keyshortcuts="x" />{" "}
        {t("moderation.choose")}
      </label>
    </div>
  );
}

/** Who looks after it: nobody yet, the reader or somebody else. */
function Assignment({ case: each, frame }: CaseProps) {
  const t = moderation(frame.language);
  const isMine = each.assigned?.isMe === true;
  const label = isMine ? "moderation.give-back" : each.assigned === null ? "moderation.take" : "moderation.take-over";
  return (
    <form method="post" action={`/moderation/cases/${each.id}/assignment`} class="case-assigned">
      {each.assigned === null ? null : (
        <span>{isMine ? t("moderation.is-yours") : t("moderation.is-of", { name: each.assigned.name })}</span>
      )}{" "}
      <button class="quiet" name="to" value={isMine ? "nobody" : "me"} data-key="a" aria-keyshortcuts="a">
        {t(label)} <kbd aria-hidden="true">a</kbd>
      </button>
    </form>
  );
}

/** One decision for all that were chosen. */
function Bulk({ frame }: { readonly frame: Frame }) {
  const t = moderation(frame.language);
  return (
    <form class="queue-bulk" id="bulk" method="post" action="/moderation/decisions" aria-label={t("moderation.bulk")}>
      <h2>{t("moderation.bulk")}</h2>
      <div class="field">
        <label for="bulk-reason">{t("moderation.reason")}</label>
        <input id="bulk-reason" name="reason" maxLength={500} dir="auto" />
      </div>
      <div class="buttons">
        <button name="decision" value="passed">
          {t("moderation.pass")}
        </button>
        <button class="quiet" name="decision" value="removed">
          {t("moderation.remove")}
        </button>
      </div>
    </form>
  );
}

function Decided({ data, frame }: QueueProps) {
  const { language } = frame;
  const t = moderation(language);
  if (data.decided.length === 0) return null;
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t("moderation.decided")}</h2>
      <ul class="queue-decided">
        {data.decided.map((each, index) => (
          <li key={each.id}>
            <p dir="auto" lang={each.language ?? undefined}>
              <b>
                <Author author={each.author} />
              </b>{" "}
              {each.body.slice(0, SHOWN_OF_DECIDED)}
            </p>
            <p class="quiet" dir="auto">
              {decisionLine(each, frame)}
            </p>
            {each.kind === "appeal" || (each.kind === "edit" && each.decided?.decision === "passed") ? null : (
              <form method="post" action={`/moderation/cases/${each.id}/reopening`}>
                <button class="quiet" {...(index === 0 ? { "data-undo": true, "aria-keyshortcuts": "u" } : {})}>
                  {t("moderation.undo")} {index === 0 ? <kbd aria-hidden="true">u</kbd> : null}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN_OF_DECIDED = 160;

function decisionLine({ decided }: CaseView, { language }: Frame): string {
  const t = moderation(language);
  if (decided === null) return "";
  const params = { name: decided.by, reason: decided.reason };
  return t(decided.decision === "passed" ? "moderation.was-passed" : "moderation.was-removed", params);
}

/** Where words and rules are kept. */
function Places({ data, frame }: QueueProps) {
  const { language } = frame;
  const t = moderation(language);
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t("moderation.rules-of")}</h2>
      <ul>
        {data.places.map((place) => (
          <li key={place?.id ?? ""}>
            <a href={place === null ? "/moderation/rules" : `/moderation/${place.id}/rules`}>
              {place === null ? t("moderation.everywhere") : <Words text={place.title} language={language} />}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/conversations/import">{importing(language)("importing.title")}</a>
      </p>
    </section>
  );
}
