import { isRefused, replay } from "@podium/engine";
import type { ChairPage, Frame } from "@podium/protocol";
import { ChairBoard } from "./chair-board.tsx";
import { momentOf } from "./board.ts";
import { chairSeed } from "./seed.ts";
import { voiceOf } from "./voice.ts";

interface ChairScreenProps {
  readonly data: ChairPage;
  readonly frame: Frame;
}

/** The chair as the server sends it: a form of two buttons, complete without script; the script takes it from here. */
export function ChairScreen({ data, frame }: ChairScreenProps) {
  const seed = chairSeed(data, frame);
  const say = voiceOf(seed);
  const state = replay(
    data.rules,
    data.log.map((line) => line.entry),
  );
  if (isRefused(state))
    return (
      <p class="chair-refusal" role="alert">
        {say("chair.unreadable")}
      </p>
    );
  return (
    <div class="chair" id="chair" data-chair={JSON.stringify(seed)}>
      <ChairBoard
        seed={seed}
        say={say}
        state={state}
        after={data.log.length}
        acknowledged={momentOf(state)}
        refusal={data.refusal}
        phone={null}
      />
    </div>
  );
}
