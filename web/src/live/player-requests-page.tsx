import {
  type Frame,
  inLanguage,
  type Language,
  PAGE_REQUEST_KINDS,
  type Page,
  type PageRequestsPage,
  type PageRequestView,
  type PlayerRequestsPage,
} from "@podium/protocol";
import { EquipmentForm } from "../ui/equipment-form.tsx";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { PlayerName } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared, refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { playersWords } from "./players-words.ts";

interface RequestsProps {
  readonly page: Extract<Page, { readonly page: "player-requests" | "page-requests" }>;
  readonly frame: Frame;
}

/** Requests about pages of players: for who asks, and for who answers. */
export function Requests({ page, frame }: RequestsProps) {
  return page.page === "page-requests" ? (
    <PageRequests data={page.data} frame={frame} />
  ) : (
    <PlayerRequests data={page.data} frame={frame} />
  );
}

interface PartProps {
  readonly data: PlayerRequestsPage;
  readonly language: Language;
}

/** Where a member asks to hold the page of a player or to correct it, and reads the answers. */
function PlayerRequests({ data, frame }: { readonly data: PlayerRequestsPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = playersWords(language);
  const { player } = data;
  return (
    <div class="page-requests">
      <PageHead
        language={language}
        way={[
          { href: "/players", words: shared(language)("ui.around.players") },
          { href: `/players/${player.id}`, words: <PlayerName player={player} language={language} /> },
        ]}
        title={t("players.requests")}
        details={t("players.requests.says")}
      />
      <Refused refusal={data.refusal} language={language} />
      {data.isHeldByViewer ? <p role="status">{t("players.requests.you-hold")}</p> : null}
      {data.isHeld && !data.isHeldByViewer ? <p>{t("players.requests.held")}</p> : null}
      <ul class="requests">
        {data.requests.map((request) => (
          <li key={request.id}>
            <Asked request={request} language={language} />
            {request.state === "open" || (request.kind === "hold" && request.state === "granted") ? (
              <form method="post" action={`/players/${player.id}/requests/${request.id}/removal`}>
                <button class="quiet">
                  {t(request.state === "open" ? "players.requests.take-back" : "players.requests.give-up")}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {data.isHeldByViewer ? <OwnEquipment data={data} language={language} /> : null}
      <Asking data={data} language={language} />
    </div>
  );
}

function Refused({ refusal, language }: Pick<PageRequestsPage, "refusal"> & { readonly language: Language }) {
  if (refusal === null) return null;
  return (
    <p class="refused" role="alert">
      {refusalSentence(refusal, language)}
    </p>
  );
}

interface AskedProps {
  readonly request: PageRequestView;
  readonly language: Language;
}

/** What was asked, how it stands and why. */
function Asked({ request, language }: AskedProps) {
  const t = playersWords(language);
  const { kind, state, words, reach, answer, atMs, answeredMs } = request;
  return (
    <>
      <p>
        <strong>{t(`players.requests.${kind}`)}</strong>
        {": "}
        {t(`players.requests.${kind}.${state}`)}
      </p>
      <blockquote dir="auto">{words}</blockquote>
      <p class="facts quiet">
        <Time ms={atMs} zone="UTC" language={language} form="full" />
        <span dir="auto">{t("players.requests.reach-shown", { reach })}</span>
      </p>
      {answer === null ? null : (
        <p dir="auto">
          {t("players.requests.answer-shown", { answer })}{" "}
          {answeredMs === null ? null : (
            <span class="quiet">
              <Time ms={answeredMs} zone="UTC" language={language} form="full" />
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Asking({ data, language }: PartProps) {
  const t = playersWords(language);
  const { entered, player } = data;
  const kinds = PAGE_REQUEST_KINDS.filter((kind) => kind !== "hold" || !data.isHeldByViewer);
  return (
    <section>
      <h2>{t("players.requests.ask")}</h2>
      <form method="post" action={`/players/${player.id}/requests`}>
        <SelectField
          name="kind"
          id="request-kind"
          words={t("players.requests.kind")}
          chosen={entered["words"] === undefined ? (kinds[0] ?? "correction") : (entered["kind"] ?? "correction")}
          options={kinds.map((kind) => [kind, t(`players.requests.${kind}`)] as const)}
        />
        <Field name="words" words={t("players.requests.words")} help={t("players.requests.words.help")} isWide>
          <textarea
            id="field-words"
            name="words"
            rows={5}
            dir="auto"
            required
            maxLength={2000}
            aria-describedby="help-words"
          >
            {entered["words"] ?? ""}
          </textarea>
        </Field>
        <InputField
          name="reach"
          words={t("players.requests.reach")}
          help={t("players.requests.reach.help")}
          value={entered["reach"] ?? ""}
          isRequired
        />
        <p class="buttons">
          <button>{t("players.requests.send")}</button>
        </p>
      </form>
    </section>
  );
}

/** What the player plays with, declared by themselves. */
function OwnEquipment({ data, language }: PartProps) {
  const t = incidentsWords(language);
  const { player, competitions, equipment, entered } = data;
  return (
    <section>
      <h2>{t("incidents.equipment")}</h2>
      {equipment.length === 0 ? <p>{t("incidents.no-equipment")}</p> : null}
      <ul class="requests">
        {equipment.map((item) => (
          <li key={`${item.competition}/${item.id}`}>
            <p>
              {t(`incidents.equipment.${item.kind}`)}, <bdi>{item.name}</bdi>
            </p>
            <form method="post" action={`/players/${player.id}/equipment/${item.competition}/${item.id}/removal`}>
              <button class="quiet">{t("incidents.remove")}</button>
            </form>
          </li>
        ))}
      </ul>
      <EquipmentForm action={`/players/${player.id}/equipment`} entered={entered} language={language}>
        <SelectField
          name="competition"
          words={playersWords(language)("players.requests.competition")}
          chosen={entered["competition"] ?? ""}
          options={competitions.map(({ id, title }) => [id, inLanguage(title, language)] as const)}
        />
      </EquipmentForm>
    </section>
  );
}

/** Requests about pages of players, for those who answer them. */
function PageRequests({ data, frame }: { readonly data: PageRequestsPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = playersWords(language);
  return (
    <div class="page-requests">
      <PageHead
        language={language}
        way={[{ href: "/desk", words: shared(language)("ui.desk") }]}
        title={t("players.all-requests")}
        details={t("players.all-requests.says")}
      />
      <Refused refusal={data.refusal} language={language} />
      {data.requests.length === 0 ? <p>{t("players.all-requests.none")}</p> : null}
      <ul class="requests">
        {data.requests.map((request) => (
          <li key={request.id}>
            <h2>
              <a href={`/players/${request.player.id}`}>
                <PlayerName player={request.player} language={language} />
              </a>
            </h2>
            <p class="quiet" dir="auto">
              {request.by === null ? t("players.all-requests.left") : request.by}
            </p>
            <Asked request={request} language={language} />
            <Deciding request={request} language={language} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DecidingProps {
  readonly request: PageRequestsPage["requests"][number];
  readonly language: Language;
}

/** Why is asked for whatever is decided: it is what the other reads. */
function Deciding({ request, language }: DecidingProps) {
  const t = playersWords(language);
  const { id, kind, state } = request;
  const isOpen = state === "open";
  if (!isOpen && !(kind === "hold" && state === "granted")) return null;
  return (
    <form method="post" action={`/page-requests/${id}`}>
      {isOpen && request.isHeldByAnother && kind === "hold" ? <p>{t("players.requests.held")}</p> : null}
      <div class="field text">
        <label for={`answer-${id}`}>{t("players.requests.answer")}</label>
        <textarea id={`answer-${id}`} name="answer" rows={2} dir="auto" required minLength={3} maxLength={1000} />
      </div>
      <p class="buttons">
        {isOpen ? (
          <>
            <button name="decision" value="granted">
              {t(`players.requests.${kind}.grant`)}
            </button>
            <button class="quiet" name="decision" value="refused">
              {t(`players.requests.${kind}.refuse`)}
            </button>
          </>
        ) : (
          <button class="quiet" name="decision" value="ended">
            {t("players.requests.end")}
          </button>
        )}
      </p>
    </form>
  );
}

/** At the foot of a player's page: whether the player holds it, and where it is asked about. */
export function PageHeld({
  player,
  isHeld,
  language,
}: {
  readonly player: { readonly id: string };
  readonly isHeld: boolean;
  readonly language: Language;
}) {
  const t = playersWords(language);
  return (
    <p class="page-held quiet">
      {isHeld ? <>{t("players.requests.held")} </> : null}
      <a href={`/players/${player.id}/requests`}>
        {t(isHeld ? "players.requests.correct" : "players.requests.is-you")}
      </a>
    </p>
  );
}
