import type { Frame, MovesPage } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { deskWords } from "./desk-words.ts";
import { Foretold } from "./foretold-move.tsx";
import { movableName } from "./movable-name.ts";

interface MoveFormProps {
  readonly data: MovesPage;
  readonly frame: Frame;
}

/** Which match goes where, what that would break, and the yes to it. */
export function MoveForm({ data, frame }: MoveFormProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, day, entered } = data;
  return (
    <form class="moves-form" method="post" action={`/desk/${competition.id}/plan/moves`}>
      <input type="hidden" name="day" value={day} />
      <MoveFields data={data} frame={frame} />
      <p>
        <label>
          <input
            id="field-pinned-of-move"
            type="checkbox"
            name="pinned"
            value="yes"
            checked={entered["pinned"] === "yes"}
          />{" "}
          {t("desk.moves.pin")}
        </label>
      </p>
      <button>{t("desk.moves.look")}</button>
      <div class="moves-status">
        <p
          data-part="held"
          role="status"
          dir="auto"
          data-words={t("desk.moves.held", { table: "{table}", time: "{time}", match: "{match}" })}
        />
        <div data-part="foretold" role="status">
          {data.foretold === null ? null : <Foretold data={data} foretold={data.foretold} language={language} />}
        </div>
      </div>
    </form>
  );
}

function MoveFields({ data, frame }: MoveFormProps) {
  const t = deskWords(frame.language);
  const { matches, tables, entered } = data;
  const others = entered["others"] ?? "stay";
  return (
    <div class="day-fields">
      <Field name="match" words={t("desk.moves.match")}>
        <select id="field-match" name="match">
          {matches
            .filter(({ mayMove }) => mayMove)
            .map((match) => (
              <option key={match.row.id} value={match.row.id} selected={match.row.id === entered["match"]}>
                {movableName(match, frame.language)}
              </option>
            ))}
        </select>
      </Field>
      <Field name="table" words={t("desk.moves.table")}>
        <select id="field-table" name="table">
          {tables.map((table) => (
            <option key={table} value={table} selected={table === entered["table"]}>
              {table}
            </option>
          ))}
        </select>
      </Field>
      <Field name="time" words={t("desk.moves.time")}>
        <input id="field-time" name="time" type="time" value={entered["time"] ?? ""} required />
      </Field>
      <Field name="others" words={t("desk.moves.others")}>
        <select id="field-others" name="others">
          {(["stay", "follow"] as const).map((each) => (
            <option key={each} value={each} selected={each === others}>
              {t(`desk.moves.others.${each}`)}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
