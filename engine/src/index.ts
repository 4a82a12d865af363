export * from "./brand.ts";
export { CLAIM_LANGUAGES, ClaimChecker } from "./claims/check.ts";
export { ReadingMemory } from "./claims/reading-memory.ts";
export * from "./claims/claim.ts";
export { heldStories, matchStories, personStories } from "./claims/held-stories.ts";
export { mended } from "./claims/mending.ts";
export { RecordVerifier } from "./claims/record-claims.ts";
export { sentencesOf } from "./claims/sentences.ts";
export type { CompetitionFacts, EntryFacts, EventFacts, MatchFacts, PersonFacts, StartFacts } from "./claims/record.ts";
export * from "./conversation/language.ts";
export { type Author, type Heat, moderate, type Why } from "./conversation/moderation/checks.ts";
export { fingerprint } from "./conversation/moderation/near-duplicate.ts";
export { wordList, type WordList } from "./conversation/moderation/word-list.ts";
export * from "./conversation/name-look.ts";
export { valuedAcross, type CommentVote } from "./conversation/across.ts";
export * from "./conversation/order.ts";
export * from "./conversation/pace.ts";
export * from "./conversation/search-words.ts";
export * from "./conversation/tree.ts";
export * from "./conversation/visibility.ts";
export * from "./draw/double-elimination.ts";
export * from "./draw/draw-plan.ts";
export * from "./draw/knock-out.ts";
export * from "./draw/lot.ts";
export * from "./draw/plan.ts";
export * from "./draw/provable.ts";
export * from "./draw/round-robin.ts";
export * from "./draw/seed-lines.ts";
export * from "./draw/swiss.ts";
export { refusedReplacement, withdrawalsOf } from "./draw/withdrawals.ts";
export * from "./entries/eligibility.ts";
export {
  ASSOCIATION_CODE_MAX,
  isAssociationCode,
  readEntryList,
  type Doubt,
  type EntryList,
  type KnownPerson,
  type ListedEntry,
  type ListedPerson,
} from "./entries/entry-list.ts";
export { type GlickoRating, type RatedMatch, ratingsAfter } from "./entries/glicko.ts";
export { foldedName, nameKey, partedName } from "./entries/person-names.ts";
export * from "./entries/seeding.ts";
export type { Honour } from "./history/honours.ts";
export type { EntryRecord, EventRecord, MedalElsewhere } from "./history/record.ts";
export * from "./history/storyline.ts";
export * from "./history/storylines.ts";
export { illegalFinal } from "./matches/games.ts";
export type { LogEntry, LogKind } from "./matches/log.ts";
export * from "./matches/fork.ts";
export { entryOfForm } from "./matches/log-form.ts";
export * from "./matches/match.ts";
export * from "./matches/state.ts";
export * from "./matches/team.ts";
export * from "./matches/team-formats.ts";
export * from "./matches/tie.ts";
export * from "./matches/written-games.ts";
export * from "./medals/correction.ts";
export * from "./medals/medals.ts";
export * from "./moments/ceremony.ts";
export * from "./moments/photo-tags.ts";
export * from "./moments/quoted-reactions.ts";
export type { Rating } from "./notes/rating.ts";
export { mentionsIn } from "./conversation/mentions.ts";
export { scoreNotes, type NoteScore } from "./notes/score.ts";
export * from "./refusal.ts";
export type { RefusalCode } from "./refusal-code.ts";
export type { TieFigures } from "./results/credit.ts";
export * from "./results/event.ts";
export * from "./results/group.ts";
export * from "./results/ranking-law.ts";
export * from "./results/recorded-group.ts";
export * from "./results/result.ts";
export * from "./results/standings.ts";
export * from "./results/trace.ts";
export * from "./results/withdrawing.ts";
export { type Schedule, greedyEnd, scheduled } from "./schedule/schedule.ts";
export { type EventToSchedule, matchesToSchedule } from "./schedule/event-matches.ts";
export * from "./schedule/lengths.ts";
export { scheduledAround } from "./schedule/pinned.ts";
export * from "./schedule/reasons.ts";
export * from "./schedule/replan.ts";
export type { Break, MatchToSchedule, Placement, ScheduleRequest } from "./schedule/request.ts";
export * from "./schedule/table-calls.ts";
export * from "./schedule/violations.ts";
export * from "./sides.ts";
export { lawsOf, SPORT_NAMES, USUAL_SPORT } from "./sports/catalogue.ts";
export * from "./sports/match-rules.ts";
export type { End, Service } from "./sports/positions.ts";
export type { CheckBeforePlay } from "./sports/sport.ts";
