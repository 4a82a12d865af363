import {
  entryEvidence,
  type EntryRecord,
  isBetweenLosers,
  isKnockOut,
  matchEvidence,
  type Medallist,
  type Story,
  winsOf,
} from "./record.ts";
import type { RecordClaim } from "./record-claim.ts";
import type { Evidence, Storyline } from "./storyline.ts";

/** A medal for the entry that stood lowest. Said only as far as it is known: a rank left out is not a low one. */
export function lowestRanked(story: Story): Storyline[] {
  return story.medallists.flatMap((medallist): Storyline[] => {
    const others = story.entries.filter((entry) => entry.code !== medallist.code);
    const evidence = [entryEvidence(story, medallist), ...winsEvidence(story, medallist)];
    const entries = story.entries.length;
    const facts = { entry: medallist.name, entries };
    const claimed = { event: story.id, entry: medallist.code, entries };
    if (others.length > 0 && others.every((other) => isKnownBelow(medallist, other)))
      return [{ code: "medal-lowest-ranked", facts, claim: { ...claimed, says: "lowest-ranked" }, evidence }];
    const isOnlyOne = medallist.unranked && !others.some(({ unranked }) => unranked);
    return isOnlyOne ? [{ code: "medal-unranked", facts, claim: { ...claimed, says: "only-unranked" }, evidence }] : [];
  });
}

function isKnownBelow(entry: EntryRecord, other: EntryRecord): boolean {
  if (other.rank === null) return false;
  return entry.unranked || (entry.rank !== null && entry.rank > other.rank);
}

/** Seeds better than one's own, beaten on the way to a medal: not in the match for bronze itself. */
export function beatSeeds(story: Story): Storyline[] {
  return story.medallists.flatMap((medallist) => {
    const upsets = winsOf(story, medallist).filter(
      ({ match, loser }) =>
        !isBetweenLosers(match) && loser.seed !== null && (medallist.seed === null || loser.seed < medallist.seed),
    );
    if (upsets.length === 0) return [];
    const seeds = upsets.map(({ loser }) => String(loser.seed));
    const evidence = upsets.map((win) => matchEvidence(story, win));
    const claim = { event: story.id, says: "beat-seeds", entry: medallist.code, seeds: seeds.map(Number) } as const;
    return [{ code: "beat-seeds", facts: { entry: medallist.name, seeds, count: upsets.length }, claim, evidence }];
  });
}

export function firstSeedWon(story: Story): Storyline[] {
  return story.medallists
    .filter(({ medal, seed }) => medal === "gold" && seed === 1)
    .map((champion) => ({
      code: "first-seed-won",
      facts: { entry: champion.name },
      claim: { event: story.id, says: "top-seed-won", entry: champion.code },
      evidence: [entryEvidence(story, champion), ...winsEvidence(story, champion)],
    }));
}

const SEMI_FINALISTS = 4;

/** How many of the first four seeds reached the semi-finals; said only when all four are known. */
export function seedsInSemiFinals(story: Story): Storyline[] {
  const semiFinals = story.state.matches.filter((match) => match.round === "sf");
  const reached = new Set(
    semiFinals.flatMap(({ entries }) => [entries.home, entries.away]).filter((code) => code !== null),
  );
  const seeded = story.entries.filter(({ seed }) => seed !== null && seed <= SEMI_FINALISTS).sort(bySeed);
  if (reached.size !== SEMI_FINALISTS || seeded.length !== SEMI_FINALISTS) return [];
  const missing = seeded.filter(({ code }) => !reached.has(code));
  const claim = { event: story.id, says: "seeds-missing", seeds: missing.map(({ seed }) => Number(seed)) } as const;
  if (missing.length === 0) {
    const each = seeded.map((entry) => entryEvidence(story, entry));
    return [{ code: "first-four-seeds", facts: {}, claim, evidence: each }];
  }
  const evidence = missing.flatMap((entry) => lastMatch(story, entry));
  return [
    {
      code: "seeds-missing",
      facts: { seeds: claim.seeds.map(String), count: missing.length },
      claim,
      evidence,
    },
  ];
}

function bySeed(a: EntryRecord, b: EntryRecord): number {
  return (a.seed ?? 0) - (b.seed ?? 0);
}

function lastMatch(story: Story, entry: EntryRecord): Evidence[] {
  const lost = story.wins.filter((win) => isKnockOut(win) && win.loser.code === entry.code).at(-1);
  return [lost ? matchEvidence(story, lost) : entryEvidence(story, entry)];
}

function winsEvidence(story: Story, entry: EntryRecord): Evidence[] {
  return winsOf(story, entry).map((win) => matchEvidence(story, win));
}

/** A champion who lost no game, or no match where groups would have forgiven one. */
export function champions(story: Story): Storyline[] {
  const [champion] = story.medallists.filter(({ medal }) => medal === "gold");
  if (!champion || !story.state.complete) return [];
  const matches = story.state.matches.filter(
    ({ entries, status }) => status === "over" && (entries.home === champion.code || entries.away === champion.code),
  );
  const wins = winsOf(story, champion);
  if (wins.length < 2 || wins.length !== matches.length) return [];
  return [...unbeaten(story, champion)];
}

function unbeaten(story: Story, champion: Medallist): Storyline[] {
  const wins = winsOf(story, champion);
  const facts = { entry: champion.name, count: wins.length };
  const evidence = wins.map((win) => matchEvidence(story, win));
  const lost = (of: "games" | "matches"): RecordClaim => {
    return { event: story.id, says: "nothing-lost", entry: champion.code, of, count: wins.length };
  };
  if (!story.isOfTeams && wins.every((win) => win.score !== null && win.score[1] === 0))
    return [{ code: story.parts === "sets" ? "no-set-lost" : "no-game-lost", facts, claim: lost("games"), evidence }];
  return wins.every(({ match }) => match.phase === "knock-out")
    ? []
    : [{ code: "no-match-lost", facts, claim: lost("matches"), evidence }];
}
