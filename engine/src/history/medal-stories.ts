import { type Honour, honoursOf, isAsGood, latest, yearsAfter } from "./honours.ts";
import { absenceEvidence, type AssociationRecord, honourEvidence, type Medallist, type Story } from "./record.ts";
import type { Storyline } from "./storyline.ts";

/** An association's medal of the event together with its honours of the years before. */
interface Return {
  readonly medallist: Medallist;
  readonly association: AssociationRecord;
  readonly before: readonly Honour[];
}

/** The best medal each association won in this event. */
function returns(story: Story): Return[] {
  const seen = new Set<string>();
  return story.medallists.flatMap((medallist) => {
    const { association } = medallist;
    if (!association || seen.has(association.code)) return [];
    seen.add(association.code);
    return [{ medallist, association, before: honoursOf(story.past, association.code) }];
  });
}

/** An association's first medal in this sport, or the first after Games without one. */
export function firstMedals(story: Story): Storyline[] {
  const from = story.past.years.at(0);
  if (from === undefined) return [];
  return returns(story).flatMap(({ association, before }) => {
    const facts = { association: association.name };
    if (before.length === 0) {
      const evidence = absenceEvidence("no-medal", story.past, { years: story.past.years, facts });
      return [{ code: "first-medal", facts: { ...facts, from: String(from) }, evidence }];
    }
    return sinceLast(story, { lines: latest(before), code: "first-medal-since", absence: "no-medal", facts });
  });
}

/** An association's best medal for a long time, where it won lesser ones in between. */
export function bestMedals(story: Story): Storyline[] {
  return returns(story).flatMap(({ medallist, association, before }) => {
    const asGood = before.filter(({ medal }) => isAsGood(medal, medallist.medal));
    const [lastAny, last] = [latest(before)[0], latest(asGood)[0]];
    if (!last || !lastAny || last.year === lastAny.year) return [];
    const facts = { association: association.name };
    return sinceLast(story, { lines: latest(asGood), code: "best-medal-since", absence: "no-medal-as-good", facts });
  });
}

interface Gap {
  readonly lines: readonly Honour[];
  readonly code: "first-medal-since" | "best-medal-since";
  readonly absence: "no-medal" | "no-medal-as-good";
  readonly facts: { readonly association: AssociationRecord["name"] };
}

/** Nothing to tell where the last time was the last Games of the honours. */
function sinceLast(story: Story, { lines, code, absence, facts }: Gap): Storyline[] {
  const [line] = lines;
  const years = yearsAfter(story.past, line?.year ?? story.year);
  if (!line || years.length === 0) return [];
  const evidence = [...lines.map(honourEvidence), ...absenceEvidence(absence, story.past, { years, facts })];
  return [{ code, facts: { ...facts, year: String(line.year), years: story.year - line.year }, evidence }];
}

/** An association's first gold, or first medal at all, in an event that has been held before. */
export function firstInEvent(story: Story): Storyline[] {
  const { pastOfEvent } = story;
  const held = pastOfEvent.years.length;
  if (held === 0) return [];
  return returns(story).flatMap(({ medallist, association }): Storyline[] => {
    const before = honoursOf(pastOfEvent, association.code);
    const facts = { association: association.name };
    const absent = (code: "no-gold-in-event" | "no-medal-in-event") =>
      absenceEvidence(code, pastOfEvent, { years: pastOfEvent.years, facts });
    const counted = { ...facts, count: held };
    if (medallist.medal === "gold" && before.every(({ medal }) => medal !== "gold")) {
      return [
        {
          code: "first-title",
          facts: counted,
          evidence: [...before.map(honourEvidence), ...absent("no-gold-in-event")],
        },
      ];
    }
    return before.length === 0
      ? [{ code: "first-medal-in-event", facts: counted, evidence: absent("no-medal-in-event") }]
      : [];
  });
}
