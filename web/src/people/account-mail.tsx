import { type AccountPage, type Frame, MAIL_RHYTHMS } from "@podium/protocol";
import { people } from "./people-words.ts";

/** Whether the address is confirmed, and how often the member is written to; said honestly where no mail is sent. */
export function AccountMail({ data, frame }: { readonly data: AccountPage; readonly frame: Frame }) {
  const t = people(frame.language);
  const { isSetUp, isConfirmed, rhythm } = data.mail;
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{t("people.mail")}</h2>
      {isSetUp ? null : <p class="quiet">{t("people.mail.not-set-up")}</p>}
      {isSetUp && !isConfirmed ? (
        <form method="post" action="/account/confirmation">
          <p>{t("people.mail.unconfirmed")}</p>
          <button class="quiet">{t("people.mail.send-confirmation")}</button>
        </form>
      ) : null}
      {isSetUp && isConfirmed ? (
        <form method="post" action="/account/mail">
          <p>{t("people.mail.confirmed")}</p>
          <fieldset>
            <legend>{t("people.mail.rhythm")}</legend>
            {MAIL_RHYTHMS.map((each) => (
              <label class="choice" key={each}>
                <input type="radio" name="rhythm" value={each} checked={each === rhythm} />{" "}
                {t(`people.mail.rhythm.${each}`)}
              </label>
            ))}
          </fieldset>
          <button class="quiet">{t("people.mail.rhythm-save")}</button>
        </form>
      ) : null}
    </section>
  );
}
