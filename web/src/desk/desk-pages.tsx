import type { Frame } from "@podium/protocol";
import { DeskCeremony } from "./desk-ceremony.tsx";
import { DeskDay } from "./desk-day.tsx";
import { DeskPhotos } from "./desk-photos.tsx";
import { DeskEvent } from "./desk-event.tsx";
import { DeskHome } from "./desk-home.tsx";
import { DeskIncidents } from "./incidents-page.tsx";
import { DeskMatch } from "./desk-match.tsx";
import { DayPlan } from "./desk-plan.tsx";
import type { OfficialPage } from "./official-page.ts";
import { PlanMoves } from "./plan-moves.tsx";
import { ForkScreen } from "./fork-page.tsx";
import { TableCards } from "./table-cards.tsx";
import { Desk } from "./desk-matches.tsx";

/** The page of an official. */
export function DeskScreen({ page, frame }: { readonly page: OfficialPage; readonly frame: Frame }) {
  switch (page.page) {
    case "desk-home":
      return <DeskHome data={page.data} frame={frame} />;
    case "desk":
      return <Desk data={page.data} frame={frame} />;
    case "desk-event":
      return <DeskEvent data={page.data} frame={frame} />;
    case "desk-photos":
      return <DeskPhotos data={page.data} frame={frame} />;
    case "desk-ceremony":
      return <DeskCeremony data={page.data} frame={frame} />;
    case "desk-incidents":
      return <DeskIncidents data={page.data} frame={frame} />;
    case "desk-day":
      return <DeskDay data={page.data} frame={frame} />;
    case "day-plan":
      return <DayPlan data={page.data} frame={frame} />;
    case "desk-fork":
      return <ForkScreen data={page.data} frame={frame} />;
    case "desk-table-cards":
      return <TableCards data={page.data} frame={frame} />;
    case "day-moves":
      return <PlanMoves data={page.data} frame={frame} />;
    case "desk-match":
      return <DeskMatch data={page.data} frame={frame} />;
  }
}
