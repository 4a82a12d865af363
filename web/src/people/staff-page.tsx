import {
  type Frame,
  GIVEN_ROLES,
  type InvitationPage,
  type InvitationView,
  type StaffPage,
  type StaffRow,
} from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { dayOf, daysInWords } from "../ui/times.ts";
import { people, whyNoRole } from "./people-words.ts";

interface StaffProps {
  readonly data: StaffPage;
  readonly frame: Frame;
}

/** Who holds which role, since when and by whom; a role is given and taken back here. */
export function Staff({ data, frame }: StaffProps) {
  const { language } = frame;
  const t = people(language);
  const { competition, refusal } = data;
  const desk = { href: "/desk", words: shared(language)("ui.desk") };
  const way =
    competition === null
      ? [desk]
      : [desk, { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> }];
  return (
    <div class="staff">
      <PageHead
        language={language}
        way={way}
        title={shared(language)("ui.staff")}
        details={t(competition === null ? "people.staff.all" : "people.staff.one")}
      />
      {refusal === null ? null : (
        <p class="refused" role="alert" id="refused" dir="auto">
          {whyNoRole(refusal, language)}
        </p>
      )}
      <Roster data={data} frame={frame} />
      <Invitations data={data} frame={frame} />
      <GiveRole data={data} frame={frame} />
      {data.competition === null ? <EndSessions data={data} frame={frame} /> : null}
      {competition !== null && data.runsAll ? (
        <p>
          <a href="/desk/staff">{t("people.staff.to-all")}</a>
        </p>
      ) : null}
    </div>
  );
}

/** The form of the page: of a competition, or of all. */
function addressOf({ competition }: StaffPage): string {
  return competition === null ? "/desk/staff" : `/desk/${competition.id}/staff`;
}

function Roster({ data, frame }: StaffProps) {
  const t = people(frame.language);
  if (data.staff.length === 0) return <p>{t("people.staff.nobody")}</p>;
  return (
    <ul class="roster">
      {data.staff.map((row) => (
        <li key={`${row.person} ${row.competition?.id} ${row.role}`}>
          <RosterWords row={row} data={data} frame={frame} />
          <RosterActs row={row} data={data} frame={frame} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps extends StaffProps {
  readonly row: StaffRow;
}

function RosterWords({ row, data, frame }: RowProps) {
  const { language } = frame;
  const t = people(language);
  const date = dayOf(row.sinceMs, data.competition?.zone ?? "UTC");
  const day = daysInWords(date, date, language);
  return (
    <div>
      <p>
        <strong>
          <bdi>{row.name}</bdi>
        </strong>
        {", "}
        {t(`people.role.${row.role}`)}{" "}
        {row.competition === null ? (
          t("people.everywhere")
        ) : data.competition === null ? (
          <a href={`/desk/${row.competition.id}/staff`}>
            <Words text={row.competition.title} language={language} />
          </a>
        ) : null}
      </p>
      <p class="quiet">
        {row.givenBy === null
          ? t("people.staff.since", { day })
          : t("people.staff.since-by", { day, name: row.givenBy })}
      </p>
    </div>
  );
}

/** What is held in all competitions is taken back by who runs them all. */
function RosterActs({ row, data, frame }: RowProps) {
  const t = people(frame.language);
  const role = t(`people.role.${row.role}`);
  const inAll = data.competition === null;
  if (row.competition === null && !inAll) return null;
  return (
    <div class="buttons">
      <form method="post" action={`${addressOf(data)}/removal`}>
        <input type="hidden" name="person" value={row.person} />
        <input type="hidden" name="role" value={row.role} />
        {inAll && row.competition !== null ? (
          <input type="hidden" name="competition" value={row.competition.id} />
        ) : null}
        <button class="quiet" aria-label={t("people.staff.take-back-of", { name: row.name, role })}>
          {t("people.staff.take-back")}
        </button>
      </form>
      {inAll ? (
        <form method="post" action="/desk/staff/sessions/end">
          <input type="hidden" name="person" value={row.person} />
          <button class="quiet" aria-label={t("people.staff.sign-out-of", { name: row.name })}>
            {t("people.staff.sign-out")}
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** What says of a field that it was refused. */
function wrong({ refusal }: StaffPage, field: string, isOfForm: boolean) {
  return isOfForm && refusal?.detail["field"] === field
    ? ({ "aria-invalid": "true", "aria-describedby": "refused" } as const)
    : {};
}

function GiveRole({ data, frame }: StaffProps) {
  const t = people(frame.language);
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t("people.staff.give")}</h2>
      <p class="quiet">{t("people.staff.give-says")}</p>
      <form class="entrance" method="post" action={addressOf(data)}>
        <RoleFields data={data} frame={frame} />
        <div class="buttons">
          <button>{t("people.staff.give")}</button>
        </div>
      </form>
    </section>
  );
}

function RoleFields({ data, frame }: StaffProps) {
  const t = people(frame.language);
  const isMine = "role" in data.entered && !("person" in data.entered);
  const typed = isMine ? data.entered : {};
  return (
    <>
      <Field name="email" words={t("people.email")}>
        <input
          id="field-email"
          name="email"
          type="email"
          value={typed["email"] ?? ""}
          autoComplete="off"
          required
          maxLength={200}
          {...wrong(data, "email", isMine)}
        />
      </Field>
      <Field name="code" words={t("people.staff.code")}>
        <input
          id="field-code"
          name="code"
          type="text"
          value={typed["code"] ?? ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          required
          maxLength={40}
          {...wrong(data, "code", isMine)}
        />
      </Field>
      <Field name="role" words={t("people.staff.role")}>
        <select id="field-role" name="role" {...wrong(data, "role", isMine)}>
          {GIVEN_ROLES.map((role) => (
            <option key={role} value={role} selected={role === (typed["role"] ?? "referee")}>
              {t(`people.role.${role}`)}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

function EndSessions({ data, frame }: StaffProps) {
  const t = people(frame.language);
  const isMine = "email" in data.entered && !("role" in data.entered);
  return (
    <section aria-labelledby="sign-out">
      <h2 id="sign-out">{t("people.staff.end-sessions")}</h2>
      <p class="quiet">{t("people.staff.end-sessions-says")}</p>
      <form class="entrance" method="post" action="/desk/staff/sessions/end">
        <Field name="signed-in" words={t("people.email")}>
          <input
            id="field-signed-in"
            name="email"
            type="email"
            value={isMine ? (data.entered["email"] ?? "") : ""}
            autoComplete="off"
            required
            maxLength={200}
            {...wrong(data, "email", isMine)}
          />
        </Field>
        <div class="buttons">
          <button class="quiet">{t("people.staff.sign-out")}</button>
        </div>
      </form>
    </section>
  );
}

/** Roles offered by an address that counts once. */
function Invitations({ data, frame }: StaffProps) {
  const t = people(frame.language);
  if (data.competition === null) return null;
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t("people.invite")}</h2>
      <p class="quiet">{t("people.invite.says")}</p>
      {data.invitedHref === null ? null : (
        <p class="notice" role="status">
          {t("people.invite.hand-on")}{" "}
          <code class="invitation">
            <bdi>{`${frame.origin}${data.invitedHref}`}</bdi>
          </code>
        </p>
      )}
      <ul class="roster">
        {data.invitations.map((invitation) => (
          <Offer key={invitation.id} invitation={invitation} data={data} frame={frame} />
        ))}
      </ul>
      <form class="entrance" method="post" action={`${addressOf(data)}/invitations`}>
        <Field name="invited-role" words={t("people.staff.role")}>
          <select id="field-invited-role" name="role">
            {GIVEN_ROLES.map((role) => (
              <option key={role} value={role} selected={role === "referee"}>
                {t(`people.role.${role}`)}
              </option>
            ))}
          </select>
        </Field>
        <div class="buttons">
          <button>{t("people.invite.do")}</button>
        </div>
      </form>
    </section>
  );
}

function Offer({
  invitation: { id, role, inviter, expiresAtMs },
  data,
  frame,
}: StaffProps & { readonly invitation: InvitationView }) {
  const t = people(frame.language);
  const words = t(`people.role.${role}`);
  return (
    <li>
      <p>
        {words}{" "}
        <span class="quiet">
          {t("people.invite.by-until", { name: inviter, day: lastDay(expiresAtMs, data.competition?.zone, frame) })}
        </span>
      </p>
      <form method="post" action={`${addressOf(data)}/invitations/removal`} class="buttons">
        <input type="hidden" name="invitation" value={id} />
        <button class="quiet" aria-label={t("people.invite.take-back-of", { role: words })}>
          {t("people.invite.take-back")}
        </button>
      </form>
    </li>
  );
}

function lastDay(ms: number, zone: string | undefined, { language }: Frame): string {
  const date = dayOf(ms, zone ?? "UTC");
  return daysInWords(date, date, language);
}

/** Who invites to what: shown to the invited before anything is taken up. */
export function InvitationShown({ data, frame }: { readonly data: InvitationPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = people(language);
  const { competition, invitation, sendTo } = data;
  return (
    <div class="staff">
      <PageHead
        language={language}
        way={[]}
        title={shared(language)("ui.invitation")}
        details={<Words text={competition.title} language={language} />}
      />
      <p>
        {t("people.invited.says", {
          name: invitation.inviter,
          role: t(`people.role.${invitation.role}`),
          day: lastDay(invitation.expiresAtMs, competition.zone, frame),
        })}
      </p>
      <form class="entrance" method="post" action={sendTo}>
        <div class="buttons">
          <button>{t("people.invited.accept")}</button>
        </div>
      </form>
    </div>
  );
}
