import type { Phone } from "./phone.ts";
import type { PhoneLimits } from "./phone-limits.ts";
import type { TranslateChair } from "./translation.ts";

interface LimitsProps {
  readonly limits: PhoneLimits;
  readonly t: TranslateChair;
}

/** Stands in place of the halves until it was read on this phone: what the page cannot do here, and what to do. */
export function LimitsPanel({ limits, t, phone }: LimitsProps & { readonly phone: Phone }) {
  return (
    <section class="chair-held">
      <h2>{t("chair.limits")}</h2>
      <LimitsList limits={limits} t={t} />
      <p>{t("chair.limits-score")}</p>
      <button type="button" onClick={phone.readLimits}>
        {t("chair.limits-read")}
      </button>
    </section>
  );
}

/** The same sentences, to be read again. */
export function LimitsList({ limits, t }: LimitsProps) {
  const { isInsecure, screenSleeps, opensOnlineOnly } = limits;
  return (
    <ul class="chair-limits">
      {screenSleeps ? <li>{t("chair.limits-screen")}</li> : null}
      {opensOnlineOnly ? <li>{t("chair.limits-open")}</li> : null}
      {isInsecure ? <li>{t("chair.limits-insecure")}</li> : null}
    </ul>
  );
}
