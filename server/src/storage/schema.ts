import type { ConfirmationTable, DayPlanTable, ForkTable, HallScreenTable } from "./hall-tables.ts";
import type { ChairId, EntryId, EventId, MatchId, MomentId, PersonId, PlayerId } from "@podium/engine";
import type { Generated } from "kysely";
import type { ClaimTable } from "./claim-tables.ts";
import type {
  AuthorTable,
  BlockTable,
  CommentTable,
  CommentWordsTable,
  FollowTable,
  MentionTable,
  RecordWordsTable,
  RevisionTable,
  ThreadSourceTable,
  ThreadTable,
  VoteTable,
} from "./conversation-tables.ts";
import type { DrawRecordTable, DrawTable } from "./draw-tables.ts";
import type {
  CaseTable,
  FlagTable,
  HeldWordTable,
  EmbeddingOriginsTable,
  ModerationRulesTable,
  NotificationTable,
  ActTable,
  PauseTable,
  RestrictionTable,
} from "./moderation-tables.ts";
import type { JobTable } from "./job-tables.ts";
import type { LiveMessageTable } from "./live-tables.ts";
import type { InstallationTable, NodeTable, PaceTable } from "./node-tables.ts";
import type { NoteFlagTable, NoteRatingTable, NoteTable, RaterTable } from "./note-tables.ts";
import type {
  BroadcastTable,
  CeremonyTable,
  EquipmentTable,
  IncidentTable,
  PhotoLinkTable,
  PhotoRequestTable,
  PhotoTable,
  PhotoTagTable,
  ReactionTable,
} from "./moment-tables.ts";
import type {
  CredentialTable,
  InvitationTable,
  DeviceTable,
  MailSettingsTable,
  NameLookTable,
  OfPersonTable,
  PageRequestTable,
  PersonTable,
  RoleTable,
} from "./people-tables.ts";
import type { TranslationFlagTable, TranslationTable } from "./translation-tables.ts";
import type { ApplicationTable, DraftTable, EntryTermsTable, RankingListTable } from "./setup-tables.ts";

/**
 * Every table. Rules that let one SQL serve both databases: times are integers (milliseconds since 1970),
 * JSON is text, yes and no are 1 and 0, no row locks, keyset paging.
 */
export interface Schema {
  facts: FactTable;
  deed_words: DeedWordTable;
  competitions: CompetitionTable;
  associations: AssociationTable;
  players: PlayerTable;
  events: EventTable;
  draws: DrawTable;
  draw_records: DrawRecordTable;
  entries: EntryTable;
  entry_players: EntryPlayerTable;
  matches: MatchTable;
  day_plans: DayPlanTable;
  hall_screens: HallScreenTable;
  log_forks: ForkTable;
  confirmations: ConfirmationTable;
  line_ups: LineUpTable;
  captains: CaptainTable;
  chairs: ChairTable;
  publications: PublicationTable;
  medals: MedalTable;
  honours: HonourTable;
  moments: MomentTable;
  ceremonies: CeremonyTable;
  photos: PhotoTable;
  photo_links: PhotoLinkTable;
  photo_tags: PhotoTagTable;
  photo_requests: PhotoRequestTable;
  page_requests: PageRequestTable;
  equipment: EquipmentTable;
  incidents: IncidentTable;
  broadcasts: BroadcastTable;
  reports: ReportTable;
  reactions: ReactionTable;
  claims: ClaimTable;
  threads: ThreadTable;
  thread_sources: ThreadSourceTable;
  authors: AuthorTable;
  comments: CommentTable;
  comment_words: CommentWordsTable;
  record_words: RecordWordsTable;
  revisions: RevisionTable;
  votes: VoteTable;
  comment_mentions: MentionTable;
  blocks: BlockTable;
  follows: FollowTable;
  cases: CaseTable;
  held_words: HeldWordTable;
  embedding_origins: EmbeddingOriginsTable;
  moderation_rules: ModerationRulesTable;
  restrictions: RestrictionTable;
  pauses: PauseTable;
  acts: ActTable;
  flags: FlagTable;
  translations: TranslationTable;
  translation_flags: TranslationFlagTable;
  note_flags: NoteFlagTable;
  live_messages: LiveMessageTable;
  installation: InstallationTable;
  nodes: NodeTable;
  paces: PaceTable;
  notes: NoteTable;
  raters: RaterTable;
  note_ratings: NoteRatingTable;
  notifications: NotificationTable;
  roles: RoleTable;
  mail_settings: MailSettingsTable;
  devices: DeviceTable;
  persons: PersonTable;
  name_looks: NameLookTable;
  sessions: OfPersonTable;
  credentials: CredentialTable;
  passkeys: OfPersonTable;
  jobs: JobTable;
  drafts: DraftTable;
  ranking_lists: RankingListTable;
  invitations: InvitationTable;
  entry_terms: EntryTermsTable;
  applications: ApplicationTable;
}

/** The journal: appended, never changed. */
interface FactTable {
  seq: Generated<number>;
  at_ms: number;
  who: PersonId | null;
  kind: string;
  subject_kind: string;
  subject_id: string;
  /** 1, 2, 3 ... within the subject: two writers cannot both be next. */
  subject_seq: number;
  /** Made by the sender, so that what arrives twice is recorded once. */
  client_id: string | null;
  data: string;
  /** The competition ("*" for all of them) in whose record of what was done it stands; null for what is no deed of its staff. */
  competition: Generated<string | null>;
}

/** The words in which something was done, for whoever searches the journal of a competition. */
interface DeedWordTable {
  readonly competition: string;
  readonly word: string;
  readonly seq: number;
}

interface CompetitionTable {
  id: string;
  title: string;
  place: string | null;
  zone: string;
  from_date: string;
  to_date: string;
  invented: number;
  /** Its tables, and its sessions with their hours, as JSON; null where nobody told them. */
  tables: Generated<string | null>;
  sessions: Generated<string | null>;
  /** 1: a result is published by somebody else than who entered it. */
  second_eyes: Generated<number>;
}

interface AssociationTable {
  competition_id: string;
  code: string;
  name: string;
}

interface PlayerTable {
  id: PlayerId;
  family: string;
  given: string;
  names: string;
  association: string | null;
}

interface EventTable {
  id: EventId;
  competition_id: string;
  code: string;
  position: number;
  title: string;
  sport: string;
  /** The edition of the laws, chosen when the event was opened. */
  edition: string;
  kind: "singles" | "doubles" | "team";
  /** In a team event that of a rubber. */
  best_of: number;
  /** How the ties of a team event are played, as JSON as it was told; null where nothing was, and in other events. */
  tie: string | null;
  seeding: string | null;
  /** The number of the last fact that changed a result: what was worked out from the results holds while it stays. */
  results_version: Generated<number>;
  draw_rules: string | null;
  /** What was published before the draw, as JSON: the commitment to each phase. */
  commitments: string | null;
  committed_at_ms: number | null;
}

interface EntryTable {
  id: EntryId;
  event_id: EventId;
  code: string;
  position: number;
  /** What a team is called, as JSON by language, empty where by its association; null for players and pairs. */
  name: string | null;
  association: string | null;
  seed: number | null;
  rank: number | null;
  /** 1: known to stand in no ranking. A rank that is null alone is only unknown. */
  unranked: number;
  /** Points it is given at the start of every game. */
  handicap: number | null;
}

interface EntryPlayerTable {
  entry_id: EntryId;
  position: number;
  player_id: PlayerId;
  /** The first day of the competition, by which the entries of a player are listed. */
  from_date: string;
}

interface MatchTable {
  id: MatchId;
  event_id: EventId;
  code: string;
  /** Order in the plan, from 0. */
  position: number;
  phase: "groups" | "knock-out";
  /** Code of the phase of the plan; null: `groups` or `main`, as its kind is. */
  phase_code: string | null;
  /** Best of this many games; null: what the event plays. */
  best_of: number | null;
  round: string;
  /** Position from the top of its round, from 1. */
  place_in_round: number;
  group_name: string | null;
  /** Where its sides come from, as JSON: a Source of the plan. */
  home_source: string;
  away_source: string;
  start_ms: number | null;
  /** Its start; where none is known the first day of its competition. */
  day_ms: number;
  /** The day alone, where the hour is not known: then `start_ms` is the end of that day and only orders lists. */
  day: string | null;
  table_name: string | null;
  demo_umpire: number;
  home_entry: string | null;
  away_entry: string | null;
  status: "waiting" | "ready" | "live" | "over" | "bye";
  /** The games so far as JSON: what lists show without folding the log. */
  games: string;
  outcome: string | null;
  /** 1: its outcome is a walkover that no log holds, because a side has withdrawn from the event. */
  by_withdrawal: Generated<number>;
  /** Of a rubber the code of its tie, and where it stands in it, from 1; null for every match of the plan. */
  tie: string | null;
  rubber: number | null;
  /** Of a rubber: `singles` or `doubles`, null where nobody said; and who plays it, as JSON: ids of players by side. */
  kind: "singles" | "doubles" | null;
  seats: string | null;
  /** The score at which its games begin, as JSON by side; null where nobody is given anything. */
  handicap: string | null;
  /** Of a tie: what its rubbers add up to, as JSON (TieFigures and its score); null where it has none. */
  figures: string | null;
  /** The number of facts about the match: rises with every line of its log. */
  version: number;
  /** Called to its table and not begun: a TableCall as JSON. */
  table_call: string | null;
  /** When it is expected to begin, by how the day goes; null where the plan is all that is known. */
  expected_ms: number | null;
  /** 1: it stays on its table at its time when its day is planned anew. */
  pinned: Generated<number>;
  /** When its first line came, or it was called where its whole result came at once; and when it was over. */
  begun_ms: number | null;
  ended_ms: number | null;
}

/** Who plays the rubbers of a tie for one of its teams, as it was handed in. */
/** The link of a team's captain: its hash alone. */
interface CaptainTable {
  entry_id: EntryId;
  token_hash: string;
  issued_at_ms: number;
  issued_by: PersonId;
}

interface LineUpTable {
  match_id: MatchId;
  side: "home" | "away";
  /** JSON: for each rubber the ids or names of who plays it. */
  seats: string;
  at_ms: number;
  handed_in_by: string;
}

interface ChairTable {
  id: ChairId;
  match_id: MatchId;
  token_hash: string;
  issued_at_ms: number;
  issued_by: PersonId;
  withdrawn_at_ms: number | null;
  last_line_at_ms: number | null;
  /** The chair of the next match, for which this one was handed in. */
  next_chair: ChairId | null;
}

interface PublicationTable {
  match_id: MatchId;
  version: number;
  at_ms: number;
  who: PersonId;
}

interface MedalTable {
  event_id: EventId;
  medal: "gold" | "silver" | "bronze";
  entry_id: EntryId;
}

interface HonourTable {
  id: Generated<number>;
  /** The competition whose file had it. */
  competition_id: string;
  year: number;
  competition: string;
  event: string;
  medal: "gold" | "silver" | "bronze";
  association: string;
  players: string;
  source: string | null;
  /** Null: the sport of the competition, where it has only one. */
  sport: string | null;
}

interface MomentTable {
  id: MomentId;
  event_id: EventId;
  title: string;
  summary: string | null;
  at_ms: number | null;
  /** Null while the event is still being played: the moment is prepared. */
  opened_at_ms: number | null;
  /** 0 for a moment that opened by itself and that nobody has described since. */
  described: number;
}

interface ReportTable {
  id: string;
  moment_id: MomentId;
  position: number;
  headline: string;
  language: string;
  place: string | null;
  date: string | null;
  credit: string;
  source: string;
  url: string | null;
  paragraphs: string;
  /** draft, review, embargoed or published: the last alone is read by others than its staff. */
  state: Generated<string>;
  /** 1, 2, 3 ... with each change: of two who change it at once, the second is told. */
  version: Generated<number>;
  byline: string | null;
  agency: string | null;
  syndicated_from: string | null;
  /** 1: not ours, a part of it with its address and licence. */
  excerpt: Generated<number>;
  licence: string | null;
  /** The last part of the id of the report it was translated from, of the same moment. */
  translation_of: string | null;
  embargo_ms: number | null;
  /** Null where nobody has told it: in files of before. */
  published_at_ms: number | null;
  /** JSON: what was corrected, and when. */
  corrections: Generated<string>;
  changed_by: PersonId | null;
  changed_at_ms: number | null;
  /** The id of a photo of the same moment; it is shown while the photo is. */
  photo: string | null;
}
