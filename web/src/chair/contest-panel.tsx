import { isRefused, type MatchState, type Refusal, replay } from "@podium/engine";
import { type Contest, type Line, unsentCount } from "../client/outbox.ts";
import { scoreText } from "./calls.ts";
import type { Phone } from "./phone.ts";
import type { ChairSeed } from "./seed.ts";
import { refusalWords, type SayChair } from "./voice.ts";

interface PanelProps {
  readonly seed: ChairSeed;
  readonly say: SayChair;
  readonly phone: Phone;
}

/** Stands in place of the halves while the umpire must decide, or when the chair was withdrawn. */
export function ContestPanel(props: PanelProps) {
  const { contest, closed } = props.phone.box;
  return (
    <section class="chair-held" role="alert">
      {closed !== null || contest === null ? <Closed {...props} /> : <Contested {...props} contest={contest} />}
    </section>
  );
}

function Closed({ say, phone }: PanelProps) {
  const count = unsentCount(phone.box);
  return (
    <>
      <p>{say("chair.closed")}</p>
      <p>{count === 0 ? say("chair.closed-nothing") : say("chair.closed-kept", { count })}</p>
    </>
  );
}

function Contested({ seed, say, phone, contest }: PanelProps & { readonly contest: Contest }) {
  const { log } = phone.box;
  const stands = fold(seed, log);
  const added = fold(seed, [...log, ...contest.lines]);
  return (
    <>
      <p>
        {contest.refusal === null
          ? say("chair.contest-other")
          : say("chair.contest-refused", {
              message: refusalWords({ refused: true, detail: {}, ...contest.refusal }, seed),
            })}
      </p>
      <p>{say("chair.contest-mine", { count: contest.lines.length })}</p>
      <p class="chair-sides">
        {seed.sides.home.short} – {seed.sides.away.short}
      </p>
      <dl>
        <dt>{say("chair.contest-stands")}</dt>
        <dd>{scoreWords(stands, seed, say)}</dd>
        <dt>{say("chair.contest-with")}</dt>
        <dd>{scoreWords(added, seed, say)}</dd>
      </dl>
      {isRefused(added) ? null : (
        <button type="button" onClick={phone.addContested}>
          {say("chair.contest-add")}
          <small>{say("chair.contest-add-says")}</small>
        </button>
      )}
      <button type="button" onClick={phone.dropContested}>
        {say("chair.contest-drop")}
        <small>{say("chair.contest-drop-says")}</small>
      </button>
    </>
  );
}

function fold(seed: ChairSeed, lines: readonly Line[]): MatchState | Refusal {
  return replay(
    seed.rules,
    lines.map((line) => line.entry),
  );
}

function scoreWords(state: MatchState | Refusal, seed: ChairSeed, say: SayChair): string {
  if (isRefused(state)) return say("chair.contest-impossible", { message: refusalWords(state, seed) });
  const points = state.games.at(-1)?.score ?? { home: 0, away: 0 };
  return say("chair.score-now", {
    games: scoreText(state.gamesWon.home, state.gamesWon.away),
    points: scoreText(points.home, points.away),
  });
}
