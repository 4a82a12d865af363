import type { RefusalCode } from "@podium/engine";
import type { DeskCeremonyPage } from "./ceremony.ts";
import type { EnterListPage, EnterPage } from "./applications.ts";
import type { CheckPage } from "./claims.ts";
import type {
  CompetitionPage,
  CompetitionsPage,
  EntryPage,
  EventPage,
  HomePage,
  NowPage,
  MatchPage,
  MomentsPage,
  PlayersPage,
} from "./competitions.ts";
import type {
  CommentSearchPage,
  CommentVersionsPage,
  EmbeddingPage,
  FirstCommentPage,
  ProfilePage,
  ThreadPage,
} from "./conversation.ts";
import type { JournalPage } from "./deeds.ts";
import type {
  CaptainPage,
  ChairNextPage,
  ChairPage,
  DeskEventPage,
  DeskHomePage,
  DeskMatchPage,
  DeskPage,
} from "./desk.ts";
import type { ChairIncidentPage, DeskIncidentsPage, NewsroomBroadcastsPage } from "./incident-pages.ts";
import type { DayOfPlayPage, TableCardsPage, TablePage } from "./day-of-play.ts";
import type { ForkPage } from "./forks.ts";
import type { MovesPage } from "./moves.ts";
import type { DayPlanPage, OrderOfPlayPage } from "./day-plans.ts";
import type { PaperPage } from "./paper.ts";
import type { ScreenPage } from "./screens.ts";
import type { DraftEventPage, DraftPage } from "./drafts.ts";
import type { DeskDrawPage, DrawPage } from "./draw-pages.ts";
import type { MomentPage, MomentScreenPage, ReportPage } from "./moments.ts";
import type { NewsroomHomePage, NewsroomPage, NewsroomReactionsPage, NewsroomReportPage } from "./newsroom.ts";
import type {
  MemberPage,
  ModerationLogPage,
  ModerationPage,
  ModerationRulesPage,
  NotificationsPage,
} from "./moderation.ts";
import type { FollowingPage } from "./following.ts";
import type { MailPage } from "./mail.ts";
import type { NotesPage } from "./notes.ts";
import type { PageRequestsPage, PlayerRequestsPage } from "./page-requests.ts";
import type { TranslationsPage } from "./translations.ts";
import type { ThreadImportPage } from "./thread-import.ts";
import type { DeskPhotosPage, PhotoRequestPage, PhotoTagPage, SelfiePage } from "./photos.ts";
import type { PairPage, PlayerAgainstPage, PlayerMatchesPage, PlayerPage, PlayerRecordPage } from "./players.ts";
import type { AccountPage, InvitationPage, SignInPage, StaffPage, Viewer } from "./people.ts";
import type { Language } from "./text.ts";

/** Every page there is, with what stands on it. */
export type Page =
  | { readonly page: "home"; readonly data: HomePage }
  | { readonly page: "now"; readonly data: NowPage }
  | { readonly page: "competitions"; readonly data: CompetitionsPage }
  | { readonly page: "players"; readonly data: PlayersPage }
  | { readonly page: "moments"; readonly data: MomentsPage }
  | { readonly page: "competition"; readonly data: CompetitionPage }
  | { readonly page: "order-of-play"; readonly data: OrderOfPlayPage }
  | { readonly page: "paper"; readonly data: PaperPage }
  | { readonly page: "screen"; readonly data: ScreenPage }
  | { readonly page: "event"; readonly data: EventPage }
  | { readonly page: "match"; readonly data: MatchPage }
  | { readonly page: "player"; readonly data: PlayerPage }
  | { readonly page: "player-matches"; readonly data: PlayerMatchesPage }
  | { readonly page: "player-record"; readonly data: PlayerRecordPage }
  | { readonly page: "player-against"; readonly data: PlayerAgainstPage }
  | { readonly page: "pair"; readonly data: PairPage }
  | { readonly page: "player-requests"; readonly data: PlayerRequestsPage }
  | { readonly page: "page-requests"; readonly data: PageRequestsPage }
  | { readonly page: "entry"; readonly data: EntryPage }
  | { readonly page: "moment"; readonly data: MomentPage }
  | { readonly page: "moment-screen"; readonly data: MomentScreenPage }
  | { readonly page: "report"; readonly data: ReportPage }
  | { readonly page: "newsroom-home"; readonly data: NewsroomHomePage }
  | { readonly page: "newsroom"; readonly data: NewsroomPage }
  | { readonly page: "newsroom-broadcasts"; readonly data: NewsroomBroadcastsPage }
  | { readonly page: "newsroom-reactions"; readonly data: NewsroomReactionsPage }
  | { readonly page: "newsroom-report"; readonly data: NewsroomReportPage }
  | { readonly page: "check"; readonly data: CheckPage }
  | { readonly page: "thread"; readonly data: ThreadPage }
  | { readonly page: "first-comment"; readonly data: FirstCommentPage }
  | { readonly page: "desk-home"; readonly data: DeskHomePage }
  | { readonly page: "desk"; readonly data: DeskPage }
  | { readonly page: "desk-event"; readonly data: DeskEventPage }
  | { readonly page: "desk-photos"; readonly data: DeskPhotosPage }
  | { readonly page: "selfie"; readonly data: SelfiePage }
  | { readonly page: "photo-tag"; readonly data: PhotoTagPage }
  | { readonly page: "captain"; readonly data: CaptainPage }
  | { readonly page: "photo-request"; readonly data: PhotoRequestPage }
  | { readonly page: "desk-incidents"; readonly data: DeskIncidentsPage }
  | { readonly page: "chair-incident"; readonly data: ChairIncidentPage }
  | { readonly page: "desk-ceremony"; readonly data: DeskCeremonyPage }
  | { readonly page: "desk-fork"; readonly data: ForkPage }
  | { readonly page: "desk-table-cards"; readonly data: TableCardsPage }
  | { readonly page: "day-plan"; readonly data: DayPlanPage }
  | { readonly page: "day-moves"; readonly data: MovesPage }
  | { readonly page: "desk-day"; readonly data: DayOfPlayPage }
  | { readonly page: "draw"; readonly data: DrawPage }
  | { readonly page: "desk-draw"; readonly data: DeskDrawPage }
  | { readonly page: "desk-match"; readonly data: DeskMatchPage }
  | { readonly page: "draft"; readonly data: DraftPage }
  | { readonly page: "draft-event"; readonly data: DraftEventPage }
  | { readonly page: "enter"; readonly data: EnterPage }
  | { readonly page: "enter-list"; readonly data: EnterListPage }
  | { readonly page: "journal"; readonly data: JournalPage }
  | { readonly page: "staff"; readonly data: StaffPage }
  | { readonly page: "moderation"; readonly data: ModerationPage }
  | { readonly page: "moderation-rules"; readonly data: ModerationRulesPage }
  | { readonly page: "embedding"; readonly data: EmbeddingPage }
  | { readonly page: "comment-search"; readonly data: CommentSearchPage }
  | { readonly page: "moderation-log"; readonly data: ModerationLogPage }
  | { readonly page: "member"; readonly data: MemberPage }
  | { readonly page: "profile"; readonly data: ProfilePage }
  | { readonly page: "comment-versions"; readonly data: CommentVersionsPage }
  | { readonly page: "translations"; readonly data: TranslationsPage }
  | { readonly page: "thread-import"; readonly data: ThreadImportPage }
  | { readonly page: "notes"; readonly data: NotesPage }
  | { readonly page: "notifications"; readonly data: NotificationsPage }
  | { readonly page: "following"; readonly data: FollowingPage }
  | { readonly page: "invitation"; readonly data: InvitationPage }
  | { readonly page: "chair"; readonly data: ChairPage }
  | { readonly page: "chair-next"; readonly data: ChairNextPage }
  | { readonly page: "table"; readonly data: TablePage }
  | { readonly page: "sign-in"; readonly data: SignInPage }
  | { readonly page: "mail"; readonly data: MailPage }
  | { readonly page: "account"; readonly data: AccountPage }
  | { readonly page: "refusal"; readonly data: RefusalPage };

/** What stands around every page. */
export interface Frame {
  readonly language: Language;
  /** The path and query of this page, for the language links and for coming back after signing in. */
  readonly path: string;
  readonly viewer: Viewer | null;
  /** Demo mode: invented people, one-click sign-in; shown on every page. */
  readonly demo: boolean;
  readonly nowMs: number;
  /** The number of the newest live message when this page was read: its stream begins there, so that nothing falls between. */
  readonly liveSince: number;
  /** The address of this installation, for canonical links: `https://podium.example`. */
  readonly origin: string;
  /** Public addresses of the built files by their source name: `podium.css`, `entry-live.ts`. */
  readonly assets: Readonly<Record<string, string>>;
  /** What was just done, shown once at the top of the page: `notice.<code>` in the catalogue. */
  readonly notice: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null;
}

/** A refusal as a page: what happened, what was saved, what to do. */
export interface RefusalPage {
  readonly status: number;
  readonly code: RefusalCode | "fault" | "bug" | "half-way";
  readonly message: string;
}

/**
 * Makes the whole HTML document. Built from web/src/render.tsx; the server knows only this and RenderContent, whose answer
 * for the same page and language may be handed in.
 */
export type Render = (page: Page, frame: Frame, content?: string | null) => string;

/** What stands between header and footer, where it is the same for everybody who reads the language; null elsewhere. */
export type RenderContent = (page: Page, language: Language) => string | null;
