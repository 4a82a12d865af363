import type { WaitingIncident } from "../client/incidents.ts";
import type { ChairData } from "./initial-data.ts";
import type { Phone } from "./phone.ts";
import { incidentsAddress } from "./phone-incidents.ts";
import type { TranslateChair } from "./translation.ts";

interface IncidentsProps {
  readonly chair: ChairData;
  readonly t: TranslateChair;
  /** Null without script: incidents are made on a page of their own then. */
  readonly phone: Phone | null;
}

/** Where the umpire notes in one line what happened beside the play; without a network it waits on the phone. */
export function ChairIncidents({ chair, t, phone }: IncidentsProps) {
  const address = incidentsAddress(chair.sendTo);
  if (phone === null)
    return (
      <p class="chair-act">
        <a href={address}>{t("chair.incident")}</a>
      </p>
    );
  return (
    <details class="chair-act" name="chair-act">
      <summary>{t("chair.incident")}</summary>
      <form class="chair-incident" data-incident="">
        <label for="incident-words">{t("chair.incident.words")}</label>
        <input id="incident-words" name="words" type="text" dir="auto" required maxLength={300} autoComplete="off" />
        <label for="incident-player">{t("chair.incident.player")}</label>
        <select id="incident-player" name="player">
          <option value="">{t("chair.incident.nobody")}</option>
          {chair.people.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
        <button>{t("chair.incident.note")}</button>
      </form>
      <Waiting incidents={phone.incidents} t={t} drop={phone.dropIncident} />
      <p>
        <a href={address}>{t("chair.incident.noted")}</a>
      </p>
    </details>
  );
}

interface WaitingProps {
  readonly incidents: readonly WaitingIncident[];
  readonly t: TranslateChair;
  readonly drop: (id: string) => void;
}

function Waiting({ incidents, t, drop }: WaitingProps) {
  if (incidents.length === 0) return null;
  return (
    <ul class="chair-incidents">
      {incidents.map(({ id, words, refusal }) => (
        <li key={id}>
          <bdi>{words}</bdi>
          <p>{refusal === null ? t("chair.incident.waits") : t("chair.incident.refused", { why: refusal })}</p>
          {refusal === null ? null : (
            <button type="button" onClick={() => drop(id)}>
              {t("chair.incident.drop")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
