import type { DeskMatchPage, Language, LineUpsView } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName, shortEntryName, slotName } from "../ui/match-names.ts";
import { deskWords } from "./desk-words.ts";

interface TieProps {
  readonly data: DeskMatchPage;
  readonly language: Language;
}

/** A tie at the desk: its rubbers once both line-ups are in, until then who plays, handed in by each side for itself. */
export function TieAtDesk({ data, language }: TieProps) {
  const { tie } = data;
  if (tie === null) return null;
  return tie.rubbers.length > 0 ? (
    <Rubbers data={data} language={language} />
  ) : data.desk.row.status === "ready" ? (
    <LineUps data={data} lineUps={tie.lineUps} language={language} />
  ) : null;
}

function Rubbers({ data, language }: TieProps) {
  const t = deskWords(language);
  return (
    <section>
      <h2>{t("desk.rubbers")}</h2>
      <ol class="desk-rubbers">
        {(data.tie?.rubbers ?? []).map(({ row }) => (
          <li key={row.id}>
            <a href={`/desk/matches/${row.id}`}>{matchName(row, language)}</a>{" "}
            <span>
              {[row.home, row.away]
                .map(({ entry }) => (entry === null ? "" : shortEntryName(entry, language)))
                .join(" – ")}
            </span>{" "}
            {row.status === "ready" ? null : <b class="numeral">{gamesWonText(row)}</b>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function LineUps({ data, lineUps, language }: TieProps & { readonly lineUps: LineUpsView }) {
  const t = deskWords(language);
  return (
    <section>
      <h2>{t("desk.line-ups")}</h2>
      <p class="quiet">{t("desk.line-ups.says")}</p>
      <div class="desk-line-ups">
        {(["home", "away"] as const).map((side) => (
          <LineUp key={side} data={data} side={side} lineUp={lineUps[side]} language={language} />
        ))}
      </div>
    </section>
  );
}

interface LineUpProps extends TieProps {
  readonly side: "home" | "away";
  readonly lineUp: LineUpsView["home"];
}

function LineUp({ data, side, lineUp, language }: LineUpProps) {
  const t = deskWords(language);
  const { row } = data.desk;
  const typed = data.lineUpEntered["side"] === side ? data.lineUpEntered : {};
  const link = data.captain?.side === side ? data.captain.href : null;
  return (
    <div>
      <form method="post" action={`/desk/matches/${row.id}/line-ups`}>
        <input type="hidden" name="side" value={side} />
        <h3 dir="auto">{slotName(row[side], language)}</h3>
        <p>{t(lineUp.isIn ? "desk.line-up.in" : "desk.line-up.missing")}</p>
        <PlaceFields name={side} lineUp={lineUp} typed={typed} language={language} />
        <button class={lineUp.isIn ? "quiet" : ""}>
          {t(lineUp.isIn ? "desk.line-up.again" : "desk.line-up.hand-in")}
        </button>
      </form>
      {link === null ? null : (
        <p role="status">
          {t("desk.captain.link")} <a href={link}>{link}</a>
        </p>
      )}
      <form method="post" action={`/desk/matches/${row.id}/line-ups/links`}>
        <input type="hidden" name="side" value={side} />
        <button class="quiet">{t("desk.captain.make")}</button>
      </form>
    </div>
  );
}

interface PlaceFieldsProps {
  /** Stands before the ids of the fields. */
  readonly name: string;
  readonly lineUp: LineUpsView["home"];
  readonly typed: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** Who plays at each letter or rubber, completed from the players of the team. */
export function PlaceFields({ name, lineUp, typed, language }: PlaceFieldsProps) {
  const t = deskWords(language);
  const known = `players-${name}`;
  return (
    <>
      <datalist id={known}>
        {lineUp.players.map((player) => (
          <option key={player} value={player} />
        ))}
      </datalist>
      {lineUp.places.map(({ place, rubbers }) => (
        <p key={place} class="field">
          <label for={`${name}-${place}`}>
            {/^\d/.test(place)
              ? t("desk.line-up.rubber", { rubber: place })
              : t("desk.line-up.letter", { letter: place, rubbers: rubbers.join(", ") })}
          </label>
          <input
            id={`${name}-${place}`}
            name={`place-${place}`}
            list={known}
            defaultValue={typed[`place-${place}`] ?? ""}
            autocomplete="off"
            maxLength={200}
            dir="auto"
            required
          />
        </p>
      ))}
    </>
  );
}

/** Who plays a rubber that has not begun: a substitute is named here. */
export function RubberPlayers({ data, language }: TieProps) {
  const t = deskWords(language);
  const { row } = data.desk;
  if (row.rubber === null || row.status !== "ready") return null;
  const typed = data.lineUpEntered;
  const namesOf = (side: "home" | "away") =>
    row[side].entry?.name === null
      ? row[side].entry.players.map(({ family, given }) => `${family} ${given}`.trim()).join(" / ")
      : "";
  return (
    <section>
      <h2>{t("desk.players")}</h2>
      <p class="quiet">{t("desk.players.says")}</p>
      <form method="post" action={`/desk/matches/${row.id}/players`}>
        {(["home", "away"] as const).map((side) => (
          <p key={side} class="field">
            <label for={`players-of-${side}`}>{t(`desk.players.${side}`)}</label>
            <input
              id={`players-of-${side}`}
              name={side}
              defaultValue={typed[side] ?? namesOf(side)}
              autocomplete="off"
              maxLength={400}
              dir="auto"
              required
            />
          </p>
        ))}
        <button class="quiet">{t("desk.players.change")}</button>
      </form>
    </section>
  );
}
