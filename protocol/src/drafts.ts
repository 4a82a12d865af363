import type { Doubt, KnownPerson } from "@podium/engine";
import { z } from "zod";
import type { ApplicationToDecide } from "./applications.ts";
import type { RefusalShown } from "./desk.ts";
import { drawRemovalForm, drawRulesForm, randomnessForm, type DrawRecordView, type DrawRules } from "./draw.ts";
import type { CompetitionFile, EventPart, SeedingPart } from "./format.ts";
import { competitionFile } from "./format.ts";
import type { Text } from "./languages.ts";

const about = competitionFile.shape.competition.shape;

/**
 * What is told first of a competition that is being prepared. Its title, in one language at least, and its place: `title` in the
 * language that its letters tell, `title-ko` in a chosen one, `title-other` in the one that `other` names.
 */
export const draftForm = z
  .object({
    id: about.id.refine((id) => !["drafts", "matches", "staff"].includes(id), "This address is taken."),
    zone: about.zone,
    from: about.from,
    to: about.to,
    /** `1-6, Centre`. */
    tables: z.string().max(500).optional(),
    /** One a line: `2026-12-05 09:00-13:00 Groups`. */
    sessions: z.string().max(10_000).optional(),
  })
  .catchall(z.string());

/** An earlier competition as a new draft: its events, with its entries only where they are asked for. */
export const draftCopyForm = z.strictObject({
  competition: about.id,
  id: draftForm.shape.id,
  from: about.from,
  to: about.to,
  entries: z.literal("yes").optional(),
});
export type DraftCopyForm = z.infer<typeof draftCopyForm>;

const version = z.coerce.number().int().min(0);

/** The same again, changed. */
export const draftDetailsForm = draftForm.omit({ id: true }).extend({ version });

/** The title in languages, as that of a competition. */
export const draftEventForm = z
  .object({
    version,
    sport: about.id.optional(),
    kind: z.enum(["singles", "doubles", "team"]),
    bestOf: z.coerce.number().int().min(1).max(11),
    /** Of teams: an order of play by its name, or `own`, with its rubbers and how many of them win. */
    tie: z.string().max(60).optional(),
    rubbers: z.string().max(300).optional(),
    wonBy: z.string().max(3).optional(),
  })
  .catchall(z.string());
export type DraftEventForm = z.infer<typeof draftEventForm>;

export const draftTitleForm = z.object({ version }).catchall(z.string());

/**
 * A list as it was pasted; `take` takes it in as it was shown, or at once where nothing is doubtful; without it the list is only
 * looked at.
 */
export const draftEntriesForm = z
  .object({
    version,
    list: z
      .string()
      .max(200_000)
      .refine((list) => list.trim() !== "", "Write one entry a line."),
    take: z.enum(["yes", "if-sure"]).optional(),
  })
  .catchall(z.string());

export const draftRemovalForm = z.object({ version, entry: about.id.optional() });

/** How an event is to be drawn, when it is drawn in public. */
export const draftRulesForm = drawRulesForm.extend({ version });

/** The same, and drawn at once. */
export const draftDrawForm = draftRulesForm.extend(randomnessForm.shape);

/** Why a draw is taken back. */
export const draftUndrawForm = drawRemovalForm.extend({ version });

/** Seeds: by hand (`seed-CODE` for an entry), the best of a ranking list, or by the ratings of matches played here. */
export const draftSeedsForm = z
  .object({
    version,
    by: z.enum(["hand", "list", "rating"]),
    /** The id of a list. */
    list: z.string().max(60).optional(),
    /** How many; a quarter of the entries when left out. */
    seeds: z.coerce.number().int().min(1).max(64).optional(),
  })
  .catchall(z.string());
export type DraftSeedsForm = z.infer<typeof draftSeedsForm>;

const listWords = z.string().trim().min(1).max(200);

/** A ranking list as it is pasted, with who published it and when. */
export const rankingListForm = z.strictObject({
  title: listWords,
  source: listWords,
  published: about.from,
  list: z
    .string()
    .max(200_000)
    .refine((list) => list.trim() !== "", "Write one name a line."),
});
export type RankingListForm = z.infer<typeof rankingListForm>;

/** A ranking list to choose. */
export interface RankingListView {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly published: string;
}

export const draftVersionForm = z.object({ version });

/** A line of a pasted list as it is shown before it is taken in. */
export interface ListedLine {
  readonly line: number;
  readonly names: readonly string[];
  readonly association: string | null;
  readonly seed: number | null;
  readonly rank: number | null;
  readonly handicap: number | null;
  readonly doubts: readonly Doubt[];
  /** People who may be meant, to choose from. */
  readonly candidates: readonly KnownPerson[];
  /** Left out unless somebody says otherwise: it stands there already, or lacks a partner. */
  readonly isLeftOut: boolean;
}

/** A competition that is being prepared. */
export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly place: Text | null;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  /** As they are typed; empty where nobody told them. */
  readonly tables: string;
  readonly sessions: string;
  readonly events: readonly DraftEventView[];
}

export interface DraftEventView {
  readonly code: string;
  readonly title: Text;
  readonly sport: string;
  readonly kind: EventPart["kind"];
  readonly bestOf: number;
  readonly entries: readonly DraftEntryView[];
  /** Where the seeds come from. */
  readonly seeding: SeedingPart | null;
  /** How it is drawn; what is usual for so many entries until somebody has chosen. */
  readonly rules: DrawRules;
  readonly isDrawn: boolean;
  /** Its draws, the last first; those before it were taken back. */
  readonly draws: readonly DrawRecordView[];
}

interface DraftEntryView {
  readonly code: string;
  readonly name: string;
  readonly association: string | null;
  readonly seed: number | null;
  readonly rank: number | null;
  readonly handicap: number | null;
}

/** Terms as they are changed: the closing time on the clock of the competition, `2026-03-14T18:00`. */
export interface DraftTermsView {
  readonly closes: string;
  readonly remark: string | null;
  readonly events: Readonly<Record<string, { readonly fee: string | null; readonly limit: number | null }>>;
}

/** A page of a draft, with what was typed beside why it was not taken. */
interface DraftShown {
  readonly draft: DraftView;
  readonly entered: Readonly<Record<string, string>>;
  readonly refusal: RefusalShown | null;
}

/** The first page: null before there is a draft. */
export interface DraftPage extends Omit<DraftShown, "draft"> {
  readonly draft: DraftView | null;
  /** On which terms people may enter themselves; null while nobody may. */
  readonly terms: DraftTermsView | null;
  readonly drafts: readonly Pick<DraftView, "id" | "title" | "from" | "to">[];
  /** Competitions that can be copied, the latest first. */
  readonly earlier: readonly Pick<DraftView, "id" | "title" | "from">[];
}

export interface DraftEventPage extends DraftShown {
  readonly event: DraftEventView;
  /** Who asked to be entered and waits, or stands on the reserve list; in the order in which they asked. */
  readonly applications: readonly ApplicationToDecide[];
  /** Names of people who are known here, to complete what is typed: `SUN Yingsha; CHN`. */
  readonly known: readonly string[];
  /** Ranking lists that were given here, the newest first. */
  readonly rankings: readonly RankingListView[];
  /** The pasted list as it was understood; null before anything was pasted. */
  readonly listed: { readonly text: string; readonly lines: readonly ListedLine[] } | null;
}

/** What a draft holds: a competition file, of which there may be no events yet. */
export type DraftFile = Omit<CompetitionFile, "events"> & { readonly events: readonly EventPart[] };
