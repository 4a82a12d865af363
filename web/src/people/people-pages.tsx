import { type AccountPage, type Frame, type Language, LEAVING, type SignInPage } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { dayOf, dayInWords } from "../ui/times.ts";
import { AccountMail } from "./account-mail.tsx";
import { AccountPush } from "./account-push.tsx";
import { isForPasskeys } from "./passkeys.ts";
import { people, whyNotIn } from "./people-words.ts";

interface ShownFields<Data> {
  readonly data: Data;
  readonly frame: Frame;
}

/** Signs in, or opens an account. In demo mode, one click is enough. */
export function SignIn({ data, frame }: ShownFields<SignInPage>) {
  const t = people(frame.language);
  const isNew = data.mode === "sign-up";
  return (
    <>
      <PageHead language={frame.language} way={[]} title={t(isNew ? "people.sign-up" : "people.sign-in")} />
      {data.demo.length === 0 ? null : <DemoSignIns data={data} frame={frame} />}
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {whyNotIn(data.refusal, frame.language)}
        </p>
      )}
      <EntranceForm data={data} frame={frame} />
      {data.issuer === null ? null : (
        <p class="by-issuer">
          <a class="button quiet" rel="nofollow" href={`/sign-in/oidc?${new URLSearchParams({ next: data.next })}`}>
            {t("people.oidc-sign-in", { name: data.issuer })}
          </a>
        </p>
      )}
      {isNew ? null : (
        <PasskeyPart action="sign-in" next={data.next} frame={frame} words={t("people.passkey-sign-in")} />
      )}
      {isNew ? null : (
        <p>
          <a href="/password">{t("people.mail.forgotten")}</a>
        </p>
      )}
      <OtherWay data={data} language={frame.language} />
    </>
  );
}

/** What a person fills in to sign in, or to have an account. */
function EntranceForm({ data, frame }: ShownFields<SignInPage>) {
  const t = people(frame.language);
  const isNew = data.mode === "sign-up";
  return (
    <form class="entrance" method="post" action={isNew ? "/sign-up" : "/sign-in"}>
      <input type="hidden" name="next" value={data.next} />
      {isNew ? (
        <Field name="name" words={t("people.name")}>
          <input
            id="field-name"
            name="name"
            type="text"
            value={data.name}
            autoComplete="name"
            required
            minLength={2}
            maxLength={60}
            dir="auto"
          />
        </Field>
      ) : null}
      <Field name="email" words={t("people.email")}>
        <input
          id="field-email"
          name="email"
          type="email"
          value={data.email}
          autoComplete={isNew ? "email" : "username webauthn"}
          required
          maxLength={200}
        />
      </Field>
      <Field name="password" words={t(isNew ? "people.new-password" : "people.password")}>
        <input
          id="field-password"
          name="password"
          type="password"
          autoComplete={isNew ? "new-password" : "current-password"}
          required
          minLength={isNew ? 12 : 1}
          maxLength={200}
        />
      </Field>
      <div class="buttons">
        <button>{t(isNew ? "people.sign-up" : "people.sign-in")}</button>
      </div>
    </form>
  );
}

function DemoSignIns({ data, frame }: ShownFields<SignInPage>) {
  const t = people(frame.language);
  return (
    <section class="demo-people" aria-labelledby="demo-people">
      <p id="demo-people">{t("people.demo")}</p>
      <ul>
        {data.demo.map(({ key, name, role }) => (
          <li key={key}>
            <form method="post" action={`/demo/sign-in/${key}`}>
              <input type="hidden" name="next" value={data.next} />
              <button class="quiet">{t("people.demo-person", { name, role: t(`people.role.${role}`) })}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherWay({ data, language }: { readonly data: SignInPage; readonly language: Language }) {
  const t = people(language);
  const isNew = data.mode === "sign-up";
  const query = new URLSearchParams({ next: data.next });
  return (
    <p class="other-way">
      {t(isNew ? "people.have-account" : "people.no-account")}{" "}
      <a href={`${isNew ? "/sign-in" : "/sign-up"}?${query}`}>{t(isNew ? "people.sign-in" : "people.sign-up")}</a>
    </p>
  );
}

interface PasskeyPartProps {
  readonly action: "sign-in" | "add";
  readonly next: string;
  readonly frame: Frame;
  readonly words: string;
}

/** Passkeys live in the browser: without script this stays hidden. Where the address cannot have them, that is said at once. */
function PasskeyPart({ action, next, frame, words }: PasskeyPartProps) {
  const t = people(frame.language);
  const isUnable = !isForPasskeys(frame.origin);
  return (
    <div
      class="passkey"
      hidden
      data-passkey={action}
      data-next={next}
      data-unable={t("people.passkey-unable")}
      data-stopped={t("people.passkey-stopped")}
      data-old-session={t("people.passkey-old-session")}
    >
      <button type="button" class="quiet" disabled={isUnable}>
        {words}
      </button>
      <p role="status">{isUnable ? t("people.passkey-unable") : ""}</p>
    </div>
  );
}

/** Who you are here, what you may do, and your passkeys. */
export function Account({ data, frame }: ShownFields<AccountPage>) {
  const t = people(frame.language);
  return (
    <>
      <PageHead
        language={frame.language}
        way={[]}
        title={<bdi>{data.viewer.name}</bdi>}
        details={<bdi>{data.email}</bdi>}
      />
      <section aria-labelledby="roles">
        <h2 id="roles">{t("people.roles")}</h2>
        <Roles data={data} frame={frame} />
      </section>
      <section aria-labelledby="passkeys">
        <h2 id="passkeys">{t("people.passkeys")}</h2>
        {data.passkeys.length === 0 ? (
          <p class="quiet">{t("people.passkeys-none")}</p>
        ) : (
          <Passkeys data={data} frame={frame} />
        )}
        <PasskeyPart action="add" next="/account" frame={frame} words={t("people.passkey-add")} />
      </section>
      <section aria-labelledby="code">
        <h2 id="code">{t("people.code")}</h2>
        <p>
          <strong class="code">{data.code}</strong>
        </p>
        <p class="quiet">{t("people.code-why")}</p>
      </section>
      <AccountMail data={data} frame={frame} />
      <AccountPush data={data} frame={frame} />
      <NewPassword data={data} frame={frame} />
      <Leaving frame={frame} />
      <div class="buttons leave">
        <form method="post" action="/sign-out">
          <button class="quiet">{t("people.sign-out")}</button>
        </form>
        <form method="post" action="/account/sessions/end">
          <button class="quiet">{t("people.sign-out-everywhere")}</button>
        </form>
      </div>
    </>
  );
}

/** What is stored about the member, and the end of the account. */
function Leaving({ frame }: { readonly frame: Frame }) {
  const t = people(frame.language);
  return (
    <section aria-labelledby="leaving">
      <h2 id="leaving">{t("people.leaving")}</h2>
      <p>
        <a href="/account/data" download="podium-account.json">
          {t("people.own-data")}
        </a>
      </p>
      <details>
        <summary>{t("people.leave")}</summary>
        <form method="post" action="/account/leaving">
          <fieldset>
            <legend>{t("people.leave-words")}</legend>
            {LEAVING.map((choice) => (
              <label class="choice" key={choice}>
                <input type="radio" name="choice" value={choice} required /> {t(`people.leave.${choice}`)}
              </label>
            ))}
          </fieldset>
          <label class="choice">
            <input type="checkbox" name="sure" value="on" required /> {t("people.leave-sure")}
          </label>
          <button>{t("people.leave")}</button>
        </form>
      </details>
    </section>
  );
}

function NewPassword({ data, frame }: ShownFields<AccountPage>) {
  const t = people(frame.language);
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t(data.hasPassword ? "people.change-password" : "people.first-password")}</h2>
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {whyNotIn(data.refusal, frame.language)}
        </p>
      )}
      {data.hasPassword ? <PasswordForm frame={frame} /> : <FirstPassword data={data} frame={frame} />}
    </section>
  );
}

function PasswordForm({ frame }: Pick<ShownFields<AccountPage>, "frame">) {
  const t = people(frame.language);
  return (
    <form class="entrance" method="post" action="/account/password">
      <Field name="current" words={t("people.present-password")}>
        <input
          id="field-current"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </Field>
      <Field name="password" words={t("people.new-password")}>
        <input
          id="field-password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={200}
        />
      </Field>
      <div class="buttons">
        <button class="quiet">{t("people.change-password")}</button>
      </div>
    </form>
  );
}

/** Who came by another service has no password to give: the first one comes by mail, as a forgotten one does. */
function FirstPassword({ data, frame }: ShownFields<AccountPage>) {
  const t = people(frame.language);
  if (!data.mail.isSetUp) return <p class="quiet">{t("people.mail.not-set-up")}</p>;
  return (
    <form method="post" action="/password">
      <p>{t("people.first-password-says")}</p>
      <input type="hidden" name="email" value={data.email} />
      <button class="quiet">{t("people.mail.forgotten-go")}</button>
    </form>
  );
}

function Roles({ data, frame }: ShownFields<AccountPage>) {
  const t = people(frame.language);
  return (
    <ul class="roles">
      {Object.entries(data.viewer.roles).map(([competition, roles]) => (
        <li key={competition}>
          {roles.map((role) => t(`people.role.${role}`)).join(", ")}{" "}
          {competition === "*" ? (
            <span class="quiet">{t("people.everywhere")}</span>
          ) : (
            <a href={`/competitions/${competition}`}>{competition}</a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Passkeys({ data, frame }: ShownFields<AccountPage>) {
  const t = people(frame.language);
  return (
    <ul class="passkeys">
      {data.passkeys.map(({ id, name, atMs }) => (
        <li key={id}>
          {name === "" ? null : (
            <>
              <bdi>{name}</bdi>,{" "}
            </>
          )}
          {t("people.passkey-name", { day: dayInWords(dayOf(atMs, "UTC"), frame.language) })}{" "}
          <button type="button" class="plain" hidden data-delete-passkey={id}>
            {t("people.passkey-delete")}
          </button>
        </li>
      ))}
    </ul>
  );
}
