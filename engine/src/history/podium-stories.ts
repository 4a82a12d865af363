import { type Honour, honoursOf, latest, sharedPodiums, yearsAfter } from "./honours.ts";
import { absenceEvidence, type AssociationRecord, entryEvidence, honourEvidence, type Story } from "./record.ts";
import type { RecordClaim } from "./record-claim.ts";
import type { Storyline } from "./storyline.ts";

/** Two associations on one podium for the first time, or after a long time. */
export function podiumTogether(story: Story): Storyline[] {
  const associations = associationsOf(story);
  return associations.flatMap((one, index) =>
    associations.slice(index + 1).flatMap((other) => together(story, one, other)),
  );
}

function together(story: Story, one: AssociationRecord, other: AssociationRecord): Storyline[] {
  const facts = { association: one.name, other: other.name };
  if (maybeTogether(story, [one, other])) return [];
  const podiums = sharedPodiums(story.past, one.code, other.code).flat();
  if (podiums.length === 0) return neverTogether(story, [one, other]);
  const last = latest(podiums);
  const year = last[0]?.year ?? story.year;
  const years = yearsAfter(story.past, year);
  if (years.length === 0 || isImplied(story, year, [one, other])) return [];
  const evidence = [
    ...last.map((line) => honourEvidence(story, line)),
    ...absenceEvidence("not-together", story.past, { years, facts }),
  ];
  const claim = sharing(story, [one, other], year);
  return [
    {
      code: "podium-together-since",
      facts: { ...facts, year: String(year), years: story.year - year },
      claim,
      evidence,
    },
  ];
}

/** Whether they may have stood on a podium together that the past does not hold. */
function maybeTogether({ maybeBefore }: Story, both: readonly AssociationRecord[]): boolean {
  const podiums = both.map(({ code }) => maybeBefore.filter((medal) => medal.association === code));
  return podiums[0]?.some(({ podium }) => podiums[1]?.some((medal) => medal.podium === podium)) ?? false;
}

/** One of them has won nothing since: its own return is the story. */
function isImplied(story: Story, year: number, both: readonly AssociationRecord[]): boolean {
  return both.some(({ code }) => honoursOf(story.past, code).every((line) => line.year <= year));
}

/** Said of associations that both have medals: else the first medal of one is the story. */
function neverTogether(story: Story, both: readonly [AssociationRecord, AssociationRecord]): Storyline[] {
  const from = story.past.years.at(0);
  const lines = both.map(({ code }): Honour | undefined => honoursOf(story.past, code).at(-1));
  if (from === undefined || lines.includes(undefined)) return [];
  const facts = { association: both[0].name, other: both[1].name };
  const evidence = absenceEvidence("not-together", story.past, { years: story.past.years, facts });
  const claim = sharing(story, both, null);
  return [{ code: "podium-together-first", facts: { ...facts, from: String(from) }, claim, evidence }];
}

function sharing(story: Story, both: readonly AssociationRecord[], since: number | null): RecordClaim {
  return { event: story.id, says: "shared-podium", associations: both.map(({ code }) => code), since };
}

/** How many associations the medals went to. */
export function podiumShared(story: Story): Storyline[] {
  const { medallists } = story;
  const named = medallists.flatMap(({ association }) => association ?? []);
  if (medallists.length < 2 || named.length !== medallists.length) return [];
  const associations = associationsOf(story);
  const evidence = medallists.map((medallist) => entryEvidence(story, medallist));
  const [first] = associations;
  const count = named.length;
  if (first && associations.length === 1) {
    const claim: RecordClaim = { event: story.id, says: "medals-of-one", association: first.code, count };
    return [{ code: "podium-of-one", facts: { association: first.name, count }, claim, evidence }];
  }
  const claim: RecordClaim = { event: story.id, says: "medals-apart", count };
  return associations.length === count ? [{ code: "podium-of-all", facts: { count }, claim, evidence }] : [];
}

function associationsOf({ medallists }: Story): AssociationRecord[] {
  const byCode = new Map(
    medallists.flatMap(({ association }) => (association ? [[association.code, association] as const] : [])),
  );
  return [...byCode.values()];
}
