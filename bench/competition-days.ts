import type { MatchToSchedule, ScheduleRequest } from "@podium/engine";

const FROM = 540;
const LUNCH = { from: 720, to: 765 };

/** Numbers that look like chance and are the same in every run (xorshift32). */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed, 2_654_435_761) | 1;
    for (let round = 0; round < 8; round += 1) this.below(2);
  }

  below(count: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % count;
  }

  pick<Face>(faces: readonly [Face, ...Face[]]): Face {
    return faces[this.below(faces.length)] ?? faces[0];
  }

  shuffled<Thing>(things: readonly Thing[]): Thing[] {
    return things
      .map((thing) => ({ thing, at: this.below(2 ** 30) }))
      .sort((a, b) => a.at - b.at)
      .map(({ thing }) => thing);
  }
}

type Entry = readonly string[];

/** Who plays on, and after which matches that is known. */
interface Qualified {
  readonly entry: Entry;
  readonly after: readonly string[];
}

interface Event {
  readonly dice: Dice;
  readonly code: string;
  readonly minutes: number;
  readonly finalTables: readonly string[] | undefined;
  readonly entries: readonly Entry[];
}

/** A day of about `size` matches in several events whose people play in more than one. */
export function competitionDay(seed: number, size: number): ScheduleRequest {
  const dice = new Dice(seed);
  const events = 2 + dice.below(size >= 250 ? 7 : 3);
  const share = dice.pick([0.2, 0.35, 0.5, 0.75, 1.5]);
  const people = Array.from({ length: Math.max(16, Math.round(size * share)) }, (_, index) => `P${index + 1}`);
  const finalTables = dice.below(5) < 2 ? ["T1"] : undefined;
  const matches = Array.from({ length: events }, (_, index) => {
    const perSide = dice.pick([1, 1, 2]);
    const minutes = dice.pick([15, 20, 25, 30, 30, 35, 40, 45]);
    const shuffled = dice.shuffled(people);
    const entries = Array.from({ length: Math.floor(people.length / perSide) }, (_, entry) =>
      shuffled.slice(entry * perSide, (entry + 1) * perSide),
    );
    const event = { dice, code: `E${index}`, minutes, finalTables, entries };
    return dice.pick([groupsThenKnockOut, groupsThenKnockOut, swiss, knockOutAlone])(event, Math.floor(size / events));
  }).flat();
  const load = matches.reduce((sum, { minutes }) => sum + minutes, 0);
  const count = Math.max(2, Math.round(load / (60 * dice.pick([5, 7, 9, 10, 12]))));
  return {
    tables: Array.from({ length: count }, (_, index) => `T${index + 1}`),
    from: FROM,
    restMinutes: dice.pick([0, 10, 15, 20, 30]),
    breaks: dice.below(2) === 0 ? [LUNCH] : [],
    matches,
  };
}

function groupsThenKnockOut(event: Event, size: number): MatchToSchedule[] {
  const inGroup = event.dice.pick([3, 4, 4, 5]);
  const groups = Math.max(
    1,
    Math.min(Math.round(size / ((inGroup * (inGroup - 1)) / 2 + 2)), Math.floor(event.entries.length / inGroup)),
  );
  const matches: MatchToSchedule[] = [];
  const qualified: Qualified[] = [];
  for (let group = 0; group < groups; group += 1) {
    const members = event.entries.slice(group * inGroup, (group + 1) * inGroup);
    const played = members.flatMap((a, index) => members.slice(0, index).map((b) => [...a, ...b]));
    const ids = played.map((_, index) => `${event.code}-g${group}-${index}`);
    for (const [index, people] of played.entries())
      matches.push({ id: ids[index] ?? "", people, minutes: event.minutes, after: [] });
    for (const entry of members.slice(0, 2)) qualified.push({ entry, after: ids });
  }
  return [...matches, ...knockOut(event, qualified)];
}

function knockOutAlone(event: Event, size: number): MatchToSchedule[] {
  return knockOut(
    event,
    event.entries.slice(0, size + 1).map((entry) => ({ entry, after: [] })),
  );
}

function swiss(event: Event, size: number): MatchToSchedule[] {
  const rounds = event.dice.pick([5, 6, 7]);
  const entries = event.entries.slice(0, Math.max(4, Math.floor((2 * size) / rounds)));
  const matches: MatchToSchedule[] = [];
  let before: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drawn = event.dice.shuffled(entries);
    const ids = Array.from({ length: Math.floor(drawn.length / 2) }, (_, index) => `${event.code}-r${round}-${index}`);
    for (const [index, id] of ids.entries()) {
      const people = [...(drawn[2 * index] ?? []), ...(drawn[2 * index + 1] ?? [])];
      matches.push({ id, people, minutes: event.minutes, after: before });
    }
    before = ids;
  }
  return matches;
}

/** The first of a pair wins, so that somebody is known to play in every round; byes where the lines are not filled. */
function knockOut(event: Event, qualified: readonly Qualified[]): MatchToSchedule[] {
  const matches: MatchToSchedule[] = [];
  let size = 1;
  while (size < qualified.length) size *= 2;
  let line: readonly (Qualified | undefined)[] = Array.from(
    { length: size },
    (_, index) => qualified[index % 2 === 0 ? index / 2 : size - 1 - (index - 1) / 2],
  );
  for (let round = 0; line.length > 1; round += 1) {
    line = Array.from({ length: line.length / 2 }, (_, index) => {
      const [home, away] = [line[2 * index], line[2 * index + 1]];
      if (home === undefined || away === undefined) return home ?? away;
      const id = `${event.code}-k${round}-${index}`;
      const tables = line.length === 2 ? event.finalTables : undefined;
      const after = [...new Set([...home.after, ...away.after])];
      const people = [...home.entry, ...away.entry];
      matches.push({ id, people, minutes: event.minutes, after, ...(tables === undefined ? {} : { tables }) });
      return { entry: home.entry, after: [id] };
    });
  }
  return matches;
}
