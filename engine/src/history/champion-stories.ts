import { areSamePeople, type Honour, latest } from "./honours.ts";
import {
  entryEvidence,
  type EntryRecord,
  honourEvidence,
  isKnockOut,
  matchEvidence,
  type Story,
  type Win,
} from "./record.ts";
import type { RecordClaim } from "./record-claim.ts";
import type { Storyline } from "./storyline.ts";

/** Who knocked out the champions of the Games before or, when others play for their association, the last of those. */
export function beatChampions(story: Story): Storyline[] {
  const beaten = lastTitles(story).flatMap((title) => {
    const champions = story.entries.find((entry) => isHeldBy(title, entry));
    const win = champions ? knockOutOf(story, champions) : knockOutOfLast(story, title.association);
    if (win === undefined) return [];
    return [{ win, title, code: champions ? "beat-defending-champions" : "beat-champions-association" } as const];
  });
  // A title that was shared is told of once.
  const once = beaten.filter(
    (one, index) => beaten.findIndex(({ win, code }) => win === one.win && code === one.code) === index,
  );
  return once.map(({ win, title, code }) => beat(story, win, { title, code }));
}

/** The match in which an entry went out. */
function knockOutOf({ wins }: Story, entry: EntryRecord): Win | undefined {
  return wins.findLast((win) => isKnockOut(win) && win.loser.code === entry.code);
}

/** The match in which the last entry of an association went out, unless another of the association put it out. */
function knockOutOfLast(story: Story, association: string): Win | undefined {
  const entries = story.entries.filter((entry) => entry.association?.code === association);
  const outs = entries.map((entry) => knockOutOf(story, entry)).filter((win) => win !== undefined);
  if (outs.length < entries.length && !story.state.complete) return undefined;
  if (story.medallists.some((entry) => entry.medal === "gold" && entry.association?.code === association))
    return undefined;
  const last = story.wins.findLast((win) => outs.includes(win));
  return last?.winner.association?.code === association ? undefined : last;
}

interface Beaten {
  readonly title: Honour;
  readonly code: "beat-defending-champions" | "beat-champions-association";
}

function beat(story: Story, win: Win, { title, code }: Beaten): Storyline {
  const association = win.loser.association?.name ?? win.loser.name;
  const facts = { entry: win.winner.name, other: win.loser.name, association, year: String(title.year) };
  const evidence = [matchEvidence(story, win), honourEvidence(story, title)];
  const isOwn = code === "beat-defending-champions";
  const claim: RecordClaim = {
    event: story.id,
    says: "beat-champions",
    winner: win.winner.code,
    loser: win.loser.code,
    association: title.association,
    year: title.year,
    isOfPeople: isOwn,
  };
  return { code, facts: isOwn ? { ...facts, count: win.loser.players.length } : facts, claim, evidence };
}

/** The title won again: by the same people, as far as the honours name them, or by their association. */
export function titleDefended(story: Story): Storyline[] {
  const titles = lastTitles(story);
  return story.medallists
    .filter(({ medal }) => medal === "gold")
    .flatMap((champion) => {
      const title = titles.find(({ association }) => association === champion.association?.code);
      if (!title || !champion.association) return [];
      const facts = { entry: champion.name, association: champion.association.name, year: String(title.year) };
      const isOfPeople = isHeldBy(title, champion);
      const isOfTeam = story.isOfTeams ? "title-kept-by-team" : "title-kept-by-association";
      const code = isOfPeople ? "title-defended" : isOfTeam;
      const evidence = [honourEvidence(story, title), entryEvidence(story, champion)];
      const former = { association: title.association, year: title.year, isOfPeople };
      const claim: RecordClaim = { event: story.id, says: "won-again", entry: champion.code, ...former };
      return [{ code, facts, claim, evidence }];
    });
}

/** The golds of this event the last time it was held, if that was at the last Games of the honours. */
function lastTitles({ past, pastOfEvent }: Story): Honour[] {
  const newest = past.years.at(-1);
  return latest(pastOfEvent.all).filter(({ medal, year }) => medal === "gold" && year === newest);
}

/** Whether these people hold the title: a namesake of another association is somebody else. */
function isHeldBy(title: Honour, entry: EntryRecord): boolean {
  return title.association === entry.association?.code && areSamePeople(title.players, entry.players);
}
