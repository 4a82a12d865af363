import { isRefused, replay } from "@podium/engine";
import type { ChairPage, Frame } from "@podium/protocol";
import { ChairBoard } from "./chair-board.tsx";
import { positionOf } from "./board.ts";
import { chairData } from "./initial-data.ts";
import { translateChair } from "./translation.ts";

interface ChairScreenProps {
  readonly data: ChairPage;
  readonly frame: Frame;
}

/** The chair as the server sends it: a form of two buttons, complete without script; the script takes it from here. */
export function ChairScreen({ data, frame }: ChairScreenProps) {
  const chair = chairData(data, frame);
  const t = translateChair(chair);
  const state = replay(
    data.rules,
    data.log.map((line) => line.entry),
  );
  if (isRefused(state))
    return (
      <p class="chair-refusal" role="alert">
        {t("chair.unreadable")}
      </p>
    );
  return (
    <div class="chair" id="chair" data-chair={JSON.stringify(chair)}>
      <ChairBoard
        chair={chair}
        t={t}
        state={state}
        after={data.log.length}
        acknowledged={positionOf(state)}
        refusal={data.refusal}
        phone={null}
      />
    </div>
  );
}
