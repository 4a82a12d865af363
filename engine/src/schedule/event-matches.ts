import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan, PlannedMatch, Source } from "../draw/plan.ts";
import type { MatchToSchedule } from "./request.ts";

/** An event as a day of play takes it. */
export interface EventToSchedule {
  readonly plan: EventPlan;
  /** The name of a match in the request. */
  readonly idOf: (match: MatchCode) => string;
  readonly minutesOf: (match: PlannedMatch) => number;
  readonly peopleOf: (entry: EntryCode) => readonly string[];
  /** Who is known to play a match, beside those whom the draw itself puts there. */
  readonly knownIn: (match: MatchCode) => readonly EntryCode[];
  /** Whether somebody must be kept free for every match that they may come to, or only for those they are known to play. */
  readonly keepFree: (person: string) => boolean;
}

/**
 * The matches of an event as `scheduled` takes them, in the order of the plan. Byes are none: what would wait for one waits for
 * what leads to it. Somebody who may come to a match by winning or losing others is needed there like who is known to play it,
 * where `keepFree` says so: then no result of the day puts them at two tables at once.
 */
export function matchesToSchedule(event: EventToSchedule): MatchToSchedule[] {
  const paths = new Paths(event);
  return event.plan.matches.flatMap((match) => {
    if (!paths.isPlayed(match)) return [];
    const known = event.knownIn(match.code);
    const sure = known.length === 2 ? known : [...new Set([...known, ...paths.mustPlay(match)])];
    const possible = sure.length === 2 ? [] : [...paths.mayPlay(match)];
    const people = new Set([
      ...sure.flatMap(event.peopleOf),
      ...possible.flatMap(event.peopleOf).filter(event.keepFree),
    ]);
    return [
      {
        id: event.idOf(match.code),
        people: [...people],
        minutes: event.minutesOf(match),
        after: [...paths.waitedFor(match)].map(event.idOf),
      },
    ];
  });
}

/** What leads to the matches of a plan. */
class Paths {
  private readonly plan: EventPlan;
  private readonly knownIn: EventToSchedule["knownIn"];
  private readonly byCode: ReadonlyMap<MatchCode, PlannedMatch>;
  private readonly players = new Map<MatchCode, ReadonlySet<EntryCode>>();

  constructor({ plan, knownIn }: EventToSchedule) {
    this.plan = plan;
    this.knownIn = knownIn;
    this.byCode = new Map(plan.matches.map((match) => [match.code, match]));
  }

  /** Everybody who may come to a match. */
  mayPlay(match: PlannedMatch): ReadonlySet<EntryCode> {
    const known = this.players.get(match.code);
    if (known !== undefined) return known;
    const decided = this.knownIn(match.code);
    const found = new Set(decided.length === 2 ? decided : [...this.mayCome(match.home), ...this.mayCome(match.away)]);
    this.players.set(match.code, found);
    return found;
  }

  /** Who plays a match whatever the results are: drawn into it, or there by byes. */
  mustPlay({ home, away }: PlannedMatch): readonly EntryCode[] {
    return [...this.mustCome(home), ...this.mustCome(away)];
  }

  /** The matches that must be over before a match begins, where those that are byes are passed over. */
  waitedFor({ home, away, onlyIf }: PlannedMatch): ReadonlySet<MatchCode> {
    const found = new Set([...this.before(home), ...this.before(away)]);
    if (onlyIf !== undefined) found.add(onlyIf.match);
    return found;
  }

  isPlayed({ home, away }: PlannedMatch): boolean {
    return this.isSomebody(home) && this.isSomebody(away);
  }

  private isSomebody(source: Source): boolean {
    if (source.from === "bye") return false;
    if (source.from !== "winner" && source.from !== "loser") return true;
    const match = this.byCode.get(source.match);
    if (match === undefined) return true;
    if (source.from === "loser") return this.isPlayed(match);
    return this.isSomebody(match.home) || this.isSomebody(match.away);
  }

  private mustCome(source: Source): readonly EntryCode[] {
    if (source.from === "entry") return [source.entry];
    if (source.from !== "winner") return [];
    const match = this.byCode.get(source.match);
    return match === undefined || this.isPlayed(match) ? [] : this.mustPlay(match);
  }

  private mayCome(source: Source): readonly EntryCode[] {
    switch (source.from) {
      case "entry":
        return [source.entry];
      case "winner":
      case "loser": {
        const match = this.byCode.get(source.match);
        return match === undefined ? [] : [...this.mayPlay(match)];
      }
      case "place":
        return this.membersOf(source.group);
      default:
        return [];
    }
  }

  private membersOf(name: string): readonly EntryCode[] {
    const group = this.plan.groups.find((one) => one.name === name);
    if (group === undefined) return [];
    return [...group.entries, ...(group.slots ?? []).flatMap((slot) => this.mayCome(slot))];
  }

  private before(source: Source): readonly MatchCode[] {
    if (source.from === "place")
      return this.plan.matches.flatMap((match) => (match.group === source.group ? [match.code] : []));
    if (source.from !== "winner" && source.from !== "loser") return [];
    const match = this.byCode.get(source.match);
    if (match === undefined) return [];
    return this.isPlayed(match) ? [match.code] : [...this.waitedFor(match)];
  }
}
