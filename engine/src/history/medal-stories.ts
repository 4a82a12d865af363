import { type Honour, honoursOf, isAsGood, latest, yearsAfter } from "./honours.ts";
import {
  absenceEvidence,
  type AssociationRecord,
  honourEvidence,
  type MaybeBefore,
  type Medallist,
  type Story,
} from "./record.ts";
import { type Medal, MEDALS } from "../medals/medals.ts";
import type { RecordClaim } from "./record-claim.ts";
import type { Storyline } from "./storyline.ts";

/** An association's medal of the event together with its honours of the years before. */
interface Return {
  readonly medallist: Medallist;
  readonly association: AssociationRecord;
  readonly before: readonly Honour[];
  /** Medals that it may have won before these. */
  readonly maybe: readonly MaybeBefore[];
}

/** The best medal each association won in this event. */
function returns(story: Story): Return[] {
  const seen = new Set<string>();
  return story.medallists.flatMap((medallist) => {
    const { association } = medallist;
    if (!association || seen.has(association.code)) return [];
    seen.add(association.code);
    const maybe = story.maybeBefore.filter((medal) => medal.association === association.code);
    return [{ medallist, association, before: honoursOf(story.past, association.code), maybe }];
  });
}

/** An association's first gold or medal in this sport, or the first medal after Games without one. */
export function firstMedals(story: Story): Storyline[] {
  const from = story.past.years.at(0);
  if (from === undefined) return [];
  return returns(story).flatMap((its): Storyline[] => {
    const facts = { association: its.association.name };
    const isGold = its.medallist.medal === "gold";
    if (isGold && isFirstGold(its) && its.before.length > 0) {
      const absence = absenceEvidence("no-gold", story.past, { years: story.past.years, facts });
      const evidence = [...latest(its.before).map((line) => honourEvidence(story, line)), ...absence];
      const claim = firstMedal(story, its, { medals: ["gold"] });
      return [{ code: "first-gold", facts: { ...facts, from: String(from) }, claim, evidence }];
    }
    if (its.maybe.length > 0) return [];
    if (its.before.length === 0) {
      const evidence = absenceEvidence("no-medal", story.past, { years: story.past.years, facts });
      const code = isGold ? "first-medal-gold" : "first-medal";
      return [{ code, facts: { ...facts, from: String(from) }, claim: firstMedal(story, its, {}), evidence }];
    }
    return sinceLast(story, its, { lines: latest(its.before), code: "first-medal-since", absence: "no-medal" });
  });
}

function isFirstGold({ before, maybe }: Return): boolean {
  return [...before, ...maybe].every(({ medal }) => medal !== "gold");
}

/** An association's best medal for a long time, where it won lesser ones in between. */
export function bestMedals(story: Story): Storyline[] {
  return returns(story).flatMap((its) => {
    const { medallist, before, maybe } = its;
    const asGood = before.filter(({ medal }) => isAsGood(medal, medallist.medal));
    const [lastAny, last] = [latest(before)[0], latest(asGood)[0]];
    if (!last || !lastAny || last.year === lastAny.year) return [];
    if (maybe.some(({ medal }) => isAsGood(medal, medallist.medal))) return [];
    return sinceLast(story, its, { lines: latest(asGood), code: "best-medal-since", absence: "no-medal-as-good" });
  });
}

interface Gap {
  readonly lines: readonly Honour[];
  readonly code: "first-medal-since" | "best-medal-since";
  readonly absence: "no-medal" | "no-medal-as-good";
}

interface FirstOf {
  /** The kinds that count; all of them where they are left out. */
  readonly medals?: readonly Medal[];
  readonly isOfEvent?: boolean;
  readonly since?: number;
}

function firstMedal(story: Story, { association }: Return, { medals = MEDALS, isOfEvent = false, since }: FirstOf) {
  const claim = { event: story.id, says: "first-medal", association: association.code, medals, isOfEvent } as const;
  return { ...claim, since: since ?? null } satisfies RecordClaim;
}

/** Nothing to tell where the last time was the last Games of the honours. */
function sinceLast(story: Story, its: Return, { lines, code, absence }: Gap): Storyline[] {
  const facts = { association: its.association.name };
  const [line] = lines;
  const years = yearsAfter(story.past, line?.year ?? story.year);
  if (!line || years.length === 0) return [];
  const evidence = [
    ...lines.map((each) => honourEvidence(story, each)),
    ...absenceEvidence(absence, story.past, { years, facts }),
  ];
  const medals = MEDALS.filter((medal) => absence === "no-medal" || isAsGood(medal, its.medallist.medal));
  const claim = firstMedal(story, its, { medals, since: line.year });
  return [{ code, facts: { ...facts, year: String(line.year), years: story.year - line.year }, claim, evidence }];
}

/** An association's first gold, or first medal at all, in an event that has been held before. */
export function firstInEvent(story: Story): Storyline[] {
  const { pastOfEvent } = story;
  const held = pastOfEvent.years.length;
  if (held === 0) return [];
  return returns(story).flatMap((its): Storyline[] => {
    const before = honoursOf(pastOfEvent, its.association.code);
    const maybe = its.maybe.filter(({ inThisEvent }) => inThisEvent);
    const facts = { association: its.association.name };
    const absent = (code: "no-gold-in-event" | "no-medal-in-event") =>
      absenceEvidence(code, pastOfEvent, { years: pastOfEvent.years, facts });
    const counted = { ...facts, count: held };
    if (its.medallist.medal === "gold" && isFirstGold({ ...its, before, maybe })) {
      // The first gold of all is told already, and says more.
      if (isFirstGold(its)) return [];
      const lines = before.map((line) => honourEvidence(story, line));
      const claim = firstMedal(story, its, { medals: ["gold"], isOfEvent: true });
      return [{ code: "first-title", facts: counted, claim, evidence: [...lines, ...absent("no-gold-in-event")] }];
    }
    const claim = firstMedal(story, its, { isOfEvent: true });
    return before.length === 0 && maybe.length === 0
      ? [{ code: "first-medal-in-event", facts: counted, claim, evidence: absent("no-medal-in-event") }]
      : [];
  });
}
