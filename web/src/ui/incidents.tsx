import type { EquipmentView, IncidentView, Language } from "@podium/protocol";
import { incidentsWords } from "./incidents-words.ts";
import { PlayerName } from "./names.tsx";
import { Time } from "./time.tsx";

interface IncidentsProps {
  readonly incidents: readonly IncidentView[];
  readonly language: Language;
  /** The page of a match or a player need not lead to itself. */
  readonly at?: "match" | "player";
}

/** What happened beside the play, a line each, with its time, its source and what it hangs on. */
export function Incidents({ incidents, language, at }: IncidentsProps) {
  if (incidents.length === 0) return null;
  return (
    <section class="incidents">
      <h2>{incidentsWords(language)("incidents.title")}</h2>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentLine incident={incident} language={language} {...(at === undefined ? {} : { at })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One of them. */
export function IncidentLine({
  incident,
  language,
  at,
}: Omit<IncidentsProps, "incidents"> & { readonly incident: IncidentView }) {
  const t = incidentsWords(language);
  const { player, equipment, match, source, url } = incident;
  return (
    <>
      <p lang={incident.language} dir="auto">
        {incident.words}
      </p>
      <p class="facts quiet">
        {incident.kind === "statement" ? <span>{t("incidents.kind.statement")}</span> : null}
        {incident.atMs === null ? null : (
          <Time ms={incident.atMs} zone={incident.zone} language={language} form="short" />
        )}
        {player === null || at === "player" ? null : (
          <a href={`/players/${player.id}`}>
            <PlayerName player={player} language={language} />
          </a>
        )}
        {equipment === null ? null : (
          <span>
            {t(`incidents.equipment.${equipment.kind}`)}: <bdi>{equipment.name}</bdi>
          </span>
        )}
        {match === null || at === "match" ? null : <a href={`/matches/${match}`}>{t("incidents.match")}</a>}
        {incident.isOfChair ? <span>{t("incidents.of-chair")}</span> : null}
        {source === null ? null : <bdi>{source}</bdi>}
        {url === null ? null : (
          <a href={url} rel="noopener nofollow">
            {t("incidents.at-source")}
          </a>
        )}
      </p>
    </>
  );
}

/** What a player has declared to play with. */
export function Equipment({
  equipment,
  language,
}: {
  readonly equipment: readonly EquipmentView[];
  readonly language: Language;
}) {
  const t = incidentsWords(language);
  if (equipment.length === 0) return null;
  return (
    <section>
      <h2>{t("incidents.equipment")}</h2>
      <p class="quiet">{t("incidents.declared")}</p>
      <ul>
        {equipment.map(({ id, kind, name }) => (
          <li key={id}>
            {t(`incidents.equipment.${kind}`)}: <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
