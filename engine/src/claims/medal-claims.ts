import type { Honour } from "../history/honours.ts";
import { type ClaimEvidence, honourEvidence } from "./evidence.ts";
import type { Medal } from "../medals/medals.ts";
import { attributeName } from "./attribute-names.ts";
import type { Attribute } from "./attributes.ts";
import { entryName, type Facts, type KnownEntry, type KnownEvent, type KnownMatch } from "./facts.ts";
import { hold } from "./holds.ts";
import type { FoundClaim } from "./found-claim.ts";
import { matchEvidence, sideName } from "./match-words.ts";
import { isEventCalled, mayBeAnother, type Scope } from "./scope.ts";
import { isHolder, isHonourOf } from "./honour-lines.ts";
import { isMeant, type NamedSide } from "./sides.ts";
import { checkPastMedal, type PastMedalSaying } from "./past-medals.ts";

/** Somebody is said to have won a medal. */
export interface MedalSaying extends PastMedalSaying {
  /** The events that may be meant: named, or the text's own; null where any may be. */
  readonly event: string | null;
  readonly isPlain: boolean;
  /** Whether the sentence names the event and no other time: not a medal of long ago. */
  readonly isOfNow: boolean;
  /** Whether the sentence speaks of other times: only then are the honours asked. */
  readonly isPast: boolean;
  /** The days that are said with it. */
  readonly days: readonly Attribute[];
}

/** Who won the medals of an event. */
export function medallistsOf(event: KnownEvent): { medal: Medal; entry: KnownEntry }[] {
  return event.facts.medals.flatMap(({ medal, entry }) => {
    const known = event.entries.get(entry);
    return known ? [{ medal, entry: known }] : [];
  });
}

/** Holds a medal against those won here, and against the honours. */
export function checkMedal(saying: MedalSaying, scope: Scope): FoundClaim[] {
  const { facts } = scope;
  if (saying.years.length > 0 && saying.isPlainThen) return checkPastMedal(saying, scope);
  const claim = `${sideName(facts, saying.holder)}: ${saying.medal}`;
  const common = { type: "medal" as const, claim, words: saying.place };
  const own = eventsMeant(saying, scope).flatMap((event) =>
    medallistsOf(event).filter(({ entry }) => isMeant(saying.holder, entry)),
  );
  const right = own.find(({ medal }) => medal === saying.medal);
  if (saying.years.length === 0 && right !== undefined)
    return [{ ...common, verdict: "supported", evidence: [medalEvidence(facts, right)] }];
  if (saying.isPlain && own.length > 0 && saying.isOfNow) return wrongMedal(saying, { own, scope, common });
  if (!saying.isPast) return wrongMedal(saying, { own, scope, common });
  const honour = honoursOfSide(saying, facts).find(({ medal }) => medal === saying.medal);
  if (honour !== undefined) return [{ ...common, verdict: "supported", evidence: [honourEvidence(honour)] }];
  if (!saying.isPlain || saying.years.length > 0) return [];
  return wrongMedal(saying, { own, scope, common });
}

/** Holds the day of a medal against the match that decided it, where it is beyond doubt which that was. */
export function checkMedalDay(saying: MedalSaying, scope: Scope): FoundClaim[] {
  if (saying.days.length === 0 || saying.years.length > 0 || saying.isPast) return [];
  const won = eventsMeant(saying, scope).flatMap((event) =>
    medallistsOf(event).filter(({ entry, medal }) => medal === saying.medal && isMeant(saying.holder, entry)),
  );
  const matches = won.flatMap((one) => decidingMatch(one) ?? []);
  const [match] = matches;
  if (match === undefined || matches.length !== 1 || won.length !== 1) return [];
  return saying.days.flatMap((day): FoundClaim[] => {
    const { fits, truth } = hold(day, match, scope);
    const words = { start: day.start, end: day.end };
    const common = {
      type: "date" as const,
      claim: attributeName(day),
      evidence: [matchEvidence(scope.facts, match)],
      words,
    };
    if (fits === true) return [{ ...common, verdict: "supported" }];
    const isWrong = fits === false && saying.isPlain && saying.event !== null;
    return isWrong ? [{ ...common, verdict: "contradicted", truth }] : [];
  });
}

/** The final for gold and silver; for bronze the match for third place, else the semi-final that was lost. */
function decidingMatch({ medal, entry }: Won): KnownMatch | undefined {
  const own = entry.event.matches.filter(({ home, away }) => home === entry.code || away === entry.code);
  const of = (round: string) => own.find((match) => match.round === round);
  return medal === "bronze" ? (of("bronze") ?? of("sf")) : of("final");
}

type Common = Pick<FoundClaim, "type" | "claim" | "words">;
type Won = ReturnType<typeof medallistsOf>[number];

function wrongMedal(
  saying: MedalSaying,
  { own, scope, common }: { own: readonly Won[]; scope: Scope; common: Common },
): FoundClaim[] {
  const { facts } = scope;
  if (!saying.isPlain || saying.years.length > 0) return [];
  const events = saying.event === null ? eventsOfPair(saying.holder, scope) : eventsMeant(saying, scope);
  const [event, ...others] = events;
  const [first] = own;
  // `France won silver`, of the men or of the women: in neither event.
  const areTeams = others.length > 0 && events.every(({ facts: { kind, complete } }) => kind === "team" && complete);
  if (areTeams && first !== undefined)
    return [{ ...common, verdict: "contradicted", truth: first.medal, evidence: [medalEvidence(facts, first)] }];
  if (event === undefined || others.length > 0 || !event.facts.complete) return [];
  if (saying.holder.people.length === 0 && mayBeAnother(saying.event, scope)) return [];
  if (![...event.entries.values()].some((entry) => isMeant(saying.holder, entry))) return [];
  const [other] = own;
  if (other !== undefined)
    return [{ ...common, verdict: "contradicted", truth: other.medal, evidence: [medalEvidence(facts, other)] }];
  const holders = medallistsOf(event).filter(({ medal }) => medal === saying.medal);
  const truth = holders.map(({ entry }) => entryName(facts, entry)).join("; ");
  return [{ ...common, verdict: "contradicted", truth, evidence: holders.map((one) => medalEvidence(facts, one)) }];
}

/** The events that two play together. */
function eventsOfPair(holder: NamedSide, { events }: Scope): KnownEvent[] {
  if (holder.people.length !== 2) return [];
  return events.filter((event) => [...event.entries.values()].some((entry) => isMeant(holder, entry)));
}

function eventsMeant({ event }: Pick<MedalSaying, "event">, { events }: Scope): KnownEvent[] {
  return event === null ? [...events] : events.filter((known) => isEventCalled(known, event));
}

export function medalEvidence(facts: Facts, { medal, entry }: Won): ClaimEvidence {
  return { kind: "entry", id: `${entry.event.facts.id}/${entry.code}`, label: `${entryName(facts, entry)}: ${medal}` };
}

/** The honours of a side: of its people where they are named, else of its association. */
function honoursOfSide({ holder, event, years }: MedalSaying, facts: Facts): Honour[] {
  return facts.honours.filter((honour) => {
    if (years.length > 0 && !years.includes(honour.year)) return false;
    if (event !== null && !isHonourOf(honour, event)) return false;
    return isHolder(holder, honour, facts);
  });
}
