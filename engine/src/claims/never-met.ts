import { meetings, type Saying } from "./anchor.ts";
import type { KnownEvent, KnownMatch } from "./facts.ts";
import type { MatchMeant, Trust } from "./found-claim.ts";
import { claimedResult, matchEvidence, resultOf } from "./match-words.ts";
import { isEventCalled, isOfTeams, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

const NOTHING: MatchMeant = { findings: [], match: null };

/**
 * Two who are said to have met here and never did, though both played the same event to its end. Only for whole names,
 * plain words and a score or a round beside them: people meet elsewhere, too.
 */
export function neverMet(saying: Saying, trust: Trust, scope: Scope): MatchMeant {
  const { one, other, winner, attributes } = saying;
  if (one === null || other === null) return NOTHING;
  if (one.isPronoun && other.people.length > 0) return neverMetAny(saying, trust, scope);
  if (one.people.length !== other.people.length) return NOTHING;
  if (one.people.length === 0) return neverMetAsTeams(saying, trust, scope);
  const isTold = attributes.some(({ kind }) => ["score", "round", "sweep", "length", "points"].includes(kind));
  if (!(isTold || trust.isOnTheWay) || !trust.areRolesSure || trust.isEarlier || meetings(one, other, scope).length > 0)
    return NOTHING;
  const kind = one.people.length === 2 ? "doubles" : "singles";
  const events = scope.events
    .filter(({ facts }) => facts.kind === kind)
    .filter((event) => isPlayedBy(event, one) && isPlayedBy(event, other));
  const [event, ...more] = events;
  const isMeantHere =
    one.people.length === 2 || attributes.some(({ kind }) => kind === "event") || trust.event === event?.kind;
  if (event === undefined || more.length > 0 || !event.facts.complete || !isMeantHere) return NOTHING;
  // `lost 3-2 to Lebrun`, where matches are the best of seven: of a tie, or of a league.
  const needed = Math.ceil(event.facts.bestOf / 2);
  if (attributes.some((one) => one.kind === "score" && Math.max(...one.score) !== needed)) return NOTHING;
  const own = event.matches.filter(
    ({ homeEntry, awayEntry }) => isMeant(other, homeEntry) || isMeant(other, awayEntry),
  );
  const last = own.at(-1);
  if (last === undefined) return NOTHING;
  const claim = claimedResult(scope.facts, { one, other, winner });
  const truth = own.map((match) => resultOf(scope.facts, match)).join("; ");
  const evidence = own.map((match) => matchEvidence(scope.facts, match));
  return {
    findings: [{ type: "result", claim, verdict: "contradicted", truth, evidence, words: trust.place }],
    match: null,
  };
}

/** `he brushed Lebrun aside`: none of those who may be meant ever met him. */
function neverMetAny(saying: Saying, trust: Trust, scope: Scope): MatchMeant {
  const { one, other, winner } = saying;
  const size = other?.people.length;
  const meant = (one?.antecedents ?? []).filter(({ people }) => people.length === size);
  const others = (one?.antecedents ?? []).filter((side) => !meant.includes(side) && side.people.length !== 1);
  const answers = meant.map((side) =>
    neverMet({ ...saying, one: side, winner: winner === one ? side : winner }, trust, scope),
  );
  const isSure = others.length === 0 && answers.every(({ findings }) => findings.length > 0);
  return isSure ? (answers[0] ?? NOTHING) : NOTHING;
}

/** Two teams of which a text about teams says that they met, and never did in any of its events. */
function neverMetAsTeams(saying: Saying, trust: Trust, scope: Scope): MatchMeant {
  const { one, other, winner, attributes } = saying;
  if (one === null || other === null || one.isPronoun || other.isPronoun || one.isPair || other.isPair) return NOTHING;
  const called = attributes.find((attribute) => attribute.kind === "event")?.event ?? trust.event;
  const events = scope.events.filter((event) => called !== null && isEventCalled(event, called));
  const areTeams = isOfTeams(called) && events.length > 0;
  const isTold = trust.isOnTheWay || attributes.some(({ kind }) => ["score", "round", "sweep"].includes(kind));
  if (!areTeams || !trust.areRolesSure || (trust.isEarlier && !isTold)) return NOTHING;
  if (events.some(({ facts }) => !facts.complete || facts.kind !== "team")) return NOTHING;
  const played = events.flatMap((event) => event.matches);
  const isOf = (side: NamedSide, match: KnownMatch) => isMeant(side, match.homeEntry) || isMeant(side, match.awayEntry);
  const own = played.filter((match) => isOf(one, match));
  const others = played.filter((match) => isOf(other, match));
  if (own.length === 0 || (others.length === 0 && !isTold) || own.some((match) => others.includes(match)))
    return NOTHING;
  const claim = claimedResult(scope.facts, { one, other, winner });
  const truth = own.map((match) => resultOf(scope.facts, match)).join("; ");
  const evidence = own.map((match) => matchEvidence(scope.facts, match));
  const words = trust.places.other ?? trust.place;
  return { findings: [{ type: "result", claim, verdict: "contradicted", truth, evidence, words }], match: null };
}

function isPlayedBy(event: KnownEvent, side: NamedSide): boolean {
  return [...event.entries.values()].some((entry) => isMeant(side, entry));
}
