import type { Board, Half, SeatMark } from "./board.ts";
import type { ChairSeed } from "./seed.ts";
import { Mark } from "./mark.tsx";
import { TouchForm } from "./touch-form.tsx";
import type { SayChair } from "./voice.ts";

interface HalvesProps {
  readonly board: Board;
  readonly seed: ChairSeed;
  readonly say: SayChair;
  readonly after: number;
}

/** Two halves as the umpire sees the table; the side that won the rally is touched. */
export function Halves({ board, seed, say, after }: HalvesProps) {
  const live = board.mode === "play";
  return (
    <TouchForm sendTo={seed.sendTo} after={after} fields={{ kind: "rally" }} class="chair-halves">
      <HalfButton key={board.left.side} half={board.left} seed={seed} say={say} live={live} />
      <HalfButton key={board.right.side} half={board.right} seed={seed} say={say} live={live} />
    </TouchForm>
  );
}

interface HalfProps extends Pick<HalvesProps, "seed" | "say"> {
  readonly half: Half;
  readonly live: boolean;
}

function HalfButton({ half, seed, say, live }: HalfProps) {
  const name = seed.sides[half.side].text;
  return (
    <button class="chair-half" name="winner" value={half.side} disabled={!live}>
      <span class="unseen">{say("chair.point-for", { name })}. </span>
      <span class="chair-names">
        {half.seats.map((mark) => (
          <SeatLine key={mark.seat} mark={mark} seed={seed} say={say} />
        ))}
      </span>
      <span class="chair-points" key={half.points}>
        {half.points}
      </span>
    </button>
  );
}

/** A player with what he or she does in the next rally, in a sign and a word. */
function SeatLine({ mark, seed, say }: { readonly mark: SeatMark; readonly seed: ChairSeed; readonly say: SayChair }) {
  const name = seed.players[mark.seat];
  return (
    <span class={`chair-seat ${mark.role ?? "idle"}`}>
      <span class="chair-name" lang={name?.lang ?? undefined} dir="auto">
        {name?.text ?? seed.sides[mark.seat.startsWith("home") ? "home" : "away"].text}
      </span>
      <span class="chair-role">
        {mark.role === null ? null : say(`chair.${mark.role}`)}
        {mark.card === null ? null : (
          <Mark short={say(`chair.mark.${mark.card}`)} words={say(`chair.card.${mark.card}`)} />
        )}
        {mark.role === null && mark.card === null ? "\u00a0" : null}
      </span>
    </span>
  );
}
