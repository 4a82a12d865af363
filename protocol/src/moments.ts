import type { CeremonyView } from "./ceremony.ts";
import type { CardAddress, CompetitionView, ConversationLink, DecisionView, EventCard } from "./competitions.ts";
import type { NoteView } from "./notes.ts";
import type { RecordNote, ReactionView, ReportView } from "./reports.ts";
import type { ThreadView } from "./conversation.ts";
import type { Storyline } from "./history.ts";
import type { BroadcastView, IncidentView } from "./incidents.ts";
import type { PlayerView } from "./entries.ts";
import type { Text } from "./text.ts";

/** The podium moment: what happened when the result was honoured. */
export interface MomentView {
  readonly id: string;
  readonly title: Text;
  /** One or two sentences by the editor, about what is known. */
  readonly summary: Text | null;
  readonly atMs: number | null;
  /** The one in front first. */
  readonly photos: readonly PhotoView[];
}

/** A photo as everybody may see it. */
export interface PhotoView {
  readonly id: string;
  /** For every browser. */
  readonly src: string;
  /** Smaller formats first, each with all its sizes: `/photos/ID/1-480.webp 480w, ...`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly width: number;
  readonly height: number;
  /** A blurred stand-in until it is there, as a data address. */
  readonly standIn: string;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly licence: string | null;
  /** Who agreed to be named in it, from the left. */
  readonly people: readonly PlayerView[];
}

export interface MomentPage extends DecisionView {
  readonly moment: MomentView;
  readonly competition: CompetitionView;
  readonly event: EventCard;
  /** The oldest first. */
  readonly ceremonies: readonly CeremonyView[];
  readonly storylines: readonly Storyline[];
  readonly reports: readonly ReportView[];
  readonly reactions: readonly ReactionView[];
  readonly incidents: readonly IncidentView[];
  /** Where it is and was shown. */
  readonly broadcasts: readonly BroadcastView[];
  /** What reports and reactions say that the record contradicts. */
  readonly notes: readonly RecordNote[];
  /** What readers who usually disagree find helpful to add. */
  readonly readersNotes: readonly NoteView[];
  readonly thread: ThreadView | null;
  readonly card: CardAddress;
}

/** A report under its own address, with the result that it is about. */
export interface ReportPage extends DecisionView {
  readonly conversation: ConversationLink;
  readonly card: CardAddress;
  readonly report: ReportView;
  /** The photo of its moment that stands in it, while everybody may see it. */
  readonly photo: PhotoView | null;
  /** What of it the record contradicts; worked out anew when a result is corrected. */
  readonly notes: readonly RecordNote[];
  /** What readers who usually disagree find helpful to add. */
  readonly readersNotes: readonly NoteView[];
  readonly moment: Pick<MomentView, "id" | "title">;
  readonly competition: CompetitionView;
  readonly event: EventCard;
}

/** The ceremony on a screen in the hall. */
export interface MomentScreenPage extends Pick<DecisionView, "podium"> {
  readonly moment: Pick<MomentView, "id" | "title">;
  readonly competition: CompetitionView;
  readonly event: EventCard;
  readonly ceremony: CeremonyView | null;
}
