import { checkTexts } from "./claims/stored-claims.ts";
import { closeThreads, followReport, openThreadOfMoment } from "./conversation/conversation.ts";
import { closeChairs } from "./matches/chairs.ts";
import { layOutMatches } from "./matches/matches.ts";
import { publishMatch } from "./matches/present.ts";
import { followTie } from "./matches/rubbers.ts";
import { followMedals } from "./medals/medals.ts";
import { closeMoment, openMoment } from "./moments/moments.ts";
import { followResults } from "./results/results.ts";
import type { Flow } from "./app.ts";

/** What a fact causes when it causes nothing. */
const nothing: Flow[keyof Flow] = [];

/** Podium on one page: when the fact on the left is recorded, the stages on the right go next, in this order. */
export const flow: Flow = {
  "competition-opened": nothing,
  "event-opened": nothing,
  "entry-made": nothing,
  "team-joined": nothing,
  "rubber-laid-out": [publishMatch],
  "line-up-handed-in": nothing,
  "draw-published": [layOutMatches, followResults],
  "draw-committed": nothing,
  "draw-begun": nothing,
  "draw-withdrawn": nothing,
  "round-paired": [followResults],
  "match-planned": [publishMatch],
  "match-line": [followTie, publishMatch],
  "match-reset": [followTie, publishMatch],
  "match-finished": [followTie, followResults, followMedals, publishMatch, checkTexts],
  "match-reopened": [followTie, followResults, followMedals, publishMatch],
  "result-published": [closeChairs, publishMatch],
  "lots-drawn": [followResults, followMedals, checkTexts],
  "medal-ruled": [followResults, followMedals, checkTexts],
  "draw-kept": [followResults, followMedals, checkTexts],
  "entry-withdrawn": [followResults, followMedals, checkTexts],
  "withdrawal-taken-back": [followResults, followMedals, checkTexts],
  "event-decided": [openMoment],
  "event-reopened": [closeMoment],
  "moment-opened": [openThreadOfMoment],
  "moment-closed": [closeThreads],
  "ceremony-prepared": nothing,
  "ceremony-step": nothing,
  "ceremony-step-taken-back": nothing,
  "photo-link-opened": nothing,
  "photo-link-closed": nothing,
  "photo-sent": nothing,
  "photo-described": nothing,
  "photo-shown": nothing,
  "photo-removed": nothing,
  "report-begun": nothing,
  "report-revised": nothing,
  "report-submitted": nothing,
  "report-sent-back": nothing,
  "report-embargoed": nothing,
  "report-published": [checkTexts, followReport],
  "report-corrected": [checkTexts, followReport],
  "report-withdrawn": [checkTexts, closeThreads],
  "reaction-collected": [checkTexts],
  "reaction-marked": [checkTexts],
  "note-answered": nothing,
  "thread-opened": nothing,
  "thread-locked": nothing,
  "comment-posted": nothing,
  "comment-revised": nothing,
  "comment-deleted": nothing,
  "comment-removed": nothing,
  "comment-held": nothing,
  "case-decided": nothing,
  "comment-flagged": nothing,
  "case-assigned": nothing,
  "case-appealed": nothing,
  "case-reopened": nothing,
  "thread-slowed": nothing,
  "member-restricted": nothing,
  "restriction-lifted": nothing,
  "conversations-paused": nothing,
  "conversations-resumed": nothing,
  "moderation-changed": nothing,
  "chair-issued": nothing,
  "chair-withdrawn": nothing,
  "role-offered": nothing,
  "offer-taken-back": nothing,
  "role-given": nothing,
  "role-taken-back": nothing,
  "member-left": nothing,
  "address-confirmed": nothing,
};
