import type { Frame, MailPage } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { people, whyNotIn } from "./people-words.ts";

interface MailProps {
  readonly data: MailPage;
  readonly frame: Frame;
}

const ADDRESSES = {
  forgotten: "/password",
  reset: "/password/new",
  confirm: "/mail/confirmation",
  unsubscribe: "/mail/unsubscribe",
} as const;

/** Where a link in a letter leads, or where a letter is asked for: nothing happens before a button is pressed. */
export function Mail({ data, frame }: MailProps) {
  const t = people(frame.language);
  const { step, token, isDone, isSetUp, refusal } = data;
  return (
    <>
      <PageHead language={frame.language} way={[]} title={t(`people.mail.${step}`)} />
      {refusal === null ? null : (
        <p class="refused" role="alert">
          {whyNotIn(refusal, frame.language)}
        </p>
      )}
      {step === "forgotten" && !isSetUp ? (
        <p>{t("people.mail.not-set-up")}</p>
      ) : isDone ? (
        <p role="status">{t(`people.mail.${step}-done`)}</p>
      ) : (
        <form class="entrance" method="post" action={ADDRESSES[step]}>
          <p>{t(`people.mail.${step}-says`)}</p>
          {step === "forgotten" ? <AddressField frame={frame} /> : <input type="hidden" name="token" value={token} />}
          {step === "reset" ? <PasswordField frame={frame} /> : null}
          <div class="buttons">
            <button>{t(`people.mail.${step}-go`)}</button>
          </div>
        </form>
      )}
    </>
  );
}

function AddressField({ frame }: Pick<MailProps, "frame">) {
  return (
    <Field name="email" words={people(frame.language)("people.email")}>
      <input id="field-email" name="email" type="email" autoComplete="email" required maxLength={200} />
    </Field>
  );
}

function PasswordField({ frame }: Pick<MailProps, "frame">) {
  return (
    <Field name="password" words={people(frame.language)("people.new-password")}>
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
  );
}
