import type { Board, BoardHalf, SeatMark } from "./board.ts";
import type { ChairData } from "./initial-data.ts";
import { Mark } from "./mark.tsx";
import { TapForm } from "./tap-form.tsx";
import type { TranslateChair } from "./translation.ts";

interface HalvesProps {
  readonly board: Board;
  readonly chair: ChairData;
  readonly t: TranslateChair;
  readonly after: number;
  /** Good returns counted in this rally; 0 where nobody counts. */
  readonly returns: number;
}

/** Two halves as the umpire sees the table; the side that won the rally is tapped. */
export function Halves({ board, chair, t, after, returns }: HalvesProps) {
  const live = board.mode === "play";
  const fields = returns === 0 ? { kind: "rally" } : { kind: "rally", returns: String(returns) };
  return (
    <TapForm sendTo={chair.sendTo} after={after} fields={fields} class="chair-halves">
      <HalfButton key={board.left.side} half={board.left} chair={chair} t={t} live={live} />
      <HalfButton key={board.right.side} half={board.right} chair={chair} t={t} live={live} />
    </TapForm>
  );
}

interface HalfProps extends Pick<HalvesProps, "chair" | "t"> {
  readonly half: BoardHalf;
  readonly live: boolean;
}

function HalfButton({ half, chair, t, live }: HalfProps) {
  const name = chair.sides[half.side].text;
  return (
    <button class="chair-half" name="winner" value={half.side} disabled={!live}>
      <span class="unseen">{t("chair.point-for", { name })}. </span>
      <span class="chair-names">
        {half.seats.map((mark) => (
          <SeatLine key={mark.seat} mark={mark} chair={chair} t={t} />
        ))}
      </span>
      <span class="chair-points" key={half.points}>
        {half.points}
      </span>
    </button>
  );
}

/** A player with what he or she does in the next rally, in a sign and a word. */
function SeatLine({
  mark,
  chair,
  t,
}: {
  readonly mark: SeatMark;
  readonly chair: ChairData;
  readonly t: TranslateChair;
}) {
  const name = chair.players[mark.seat];
  return (
    <span class={`chair-seat ${mark.role ?? "idle"}`}>
      <span class="chair-name" lang={name?.lang ?? undefined} dir="auto">
        {name?.text ?? chair.sides[mark.seat.startsWith("home") ? "home" : "away"].text}
      </span>
      <span class="chair-role">
        {mark.role === null ? null : t(`chair.${mark.role}`)}
        {mark.card === null ? null : <Mark short={t(`chair.mark.${mark.card}`)} words={t(`chair.card.${mark.card}`)} />}
        {mark.role === null && mark.card === null ? "\u00a0" : null}
      </span>
    </span>
  );
}
