import type { Refusal } from "@podium/engine";
import type { CompetitionView } from "./competitions.ts";
import type { PlayerView } from "./entries.ts";
import type { BroadcastView, EquipmentView, IncidentView } from "./incidents.ts";

/** Where the desk notes incidents and what players declare to play with. */
export interface DeskIncidentsPage {
  readonly competition: CompetitionView;
  /** The match for which the form was opened, as EVENT/MATCH. */
  readonly match: string;
  /** Its players, or those of the whole competition. */
  readonly players: readonly PlayerView[];
  readonly incidents: readonly IncidentView[];
  readonly equipment: readonly EquipmentView[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}

/** Where an umpire notes an incident. */
export interface ChairIncidentPage {
  readonly token: string;
  readonly players: readonly PlayerView[];
  readonly incidents: readonly IncidentView[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}

/** Where editors enter where a competition is shown. */
export interface NewsroomBroadcastsPage {
  readonly competition: CompetitionView;
  readonly events: readonly { readonly code: string; readonly title: Readonly<Record<string, string>> }[];
  readonly broadcasts: readonly BroadcastView[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}
