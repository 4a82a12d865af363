import { SIDES, otherSide } from "../sides.ts";
import { type CreditedMatch, type GroupMatch, credit, entriesWhoLeft, gamesWon } from "./credit.ts";
import type { Criterion, GroupLaws, Measure } from "./ranking-law.ts";
import {
  type Figures,
  type Fraction,
  type OpponentsMeasure,
  type OwnMatch,
  addedUp,
  compareFractions,
  measured,
  opponentsMeasured,
} from "./figures.ts";
import type { Step } from "./trace.ts";

export interface StandingsRequest<Entry extends string> {
  readonly entries: readonly Entry[];
  readonly matches: readonly GroupMatch<Entry>[];
  readonly laws: GroupLaws;
  /** Games that win a match; told by the played matches when left out. */
  readonly gamesNeeded?: number;
  /** The order drawn among entries that nothing else separates, or that are told apart by figures nobody knows. */
  readonly lots?: readonly Entry[];
}

export interface Standings<Entry extends string> {
  /** Best first; entries that only lots, or figures that are not known, can separate stand together. */
  readonly order: readonly (readonly Entry[])[];
  /** The whole group's figures, best first. */
  readonly rows: readonly (Figures & { readonly entry: Entry; readonly place: number })[];
  /** How the order came about. */
  readonly steps: readonly Step<Entry>[];
}

interface Count<Entry extends string> extends StandingsRequest<Entry> {
  /** The matches of every entry, each with the side it played on. */
  readonly ownMatches: ReadonlyMap<Entry, readonly OwnMatch<Entry>[]>;
  /** What has been added up over the whole group. */
  readonly whole: Map<Entry, Figures>;
  readonly steps: Step<Entry>[];
}

/** Ranks a group by its law. Pure integers: ratios are compared by cross-multiplication. */
export function standings<Entry extends string>(request: StandingsRequest<Entry>): Standings<Entry> {
  const left = request.laws.credit.unplayed === "deleted" ? entriesWhoLeft(request.matches) : new Set<Entry>();
  const count: Count<Entry> = {
    ...request,
    ownMatches: ownMatches(request.entries, creditedMatches(request, left)),
    whole: new Map(),
    steps: [],
  };
  const staying = request.entries.filter((entry) => !left.has(entry));
  const leaving = request.entries.filter((entry) => left.has(entry));
  const order = staying.length > 0 ? rank(count, staying, null) : [];
  if (leaving.length > 0) {
    count.steps.push({ kind: "left", tied: leaving });
    order.push(leaving);
  }
  return { order, rows: rowsOf(count, order), steps: count.steps };
}

function creditedMatches<Entry extends string>(
  request: StandingsRequest<Entry>,
  left: ReadonlySet<Entry>,
): CreditedMatch<Entry>[] {
  const needed = request.gamesNeeded ?? gamesThatWin(request.matches);
  return request.matches
    .filter((match) => !left.has(match.home) && !left.has(match.away))
    .map((match) => credit(match, request.laws, needed));
}

function ownMatches<Entry extends string>(
  entries: readonly Entry[],
  credited: readonly CreditedMatch<Entry>[],
): Map<Entry, OwnMatch<Entry>[]> {
  const own = new Map<Entry, OwnMatch<Entry>[]>(entries.map((entry) => [entry, []]));
  for (const match of credited) for (const side of SIDES) own.get(match[side])?.push({ match, side });
  return own;
}

const GAMES_THAT_WIN_BEST_OF_FIVE = 3;

/** How many games won the matches of this group, played out or credited in full; three when none was. */
export function gamesThatWin(matches: readonly GroupMatch<string>[]): number {
  let most = 0;
  for (const { games, outcome } of matches) {
    if (outcome.by !== "play" && outcome.by !== "walkover") continue;
    const { home, away } = outcome.gamesWon ?? gamesWon(games);
    most = Math.max(most, home, away);
  }
  return most > 0 ? most : GAMES_THAT_WIN_BEST_OF_FIVE;
}

/** Orders the tied; whoever stays equal after a criterion has separated somebody begins again at the first. */
function rank<Entry extends string>(count: Count<Entry>, tied: readonly Entry[], above: Entry | null): Entry[][] {
  if (tied.length === 1) return [[...tied]];
  const equalOn: Criterion[] = [];
  const tables = new Map<Criterion["over"], Table<Entry>>();
  for (const criterion of count.laws.ranking.criteria) {
    if (criterion.onlyForTwo && tied.length !== 2) continue;
    const table = tables.get(criterion.over) ?? tableOf(count, tied, { over: criterion.over, above });
    tables.set(criterion.over, table);
    const values = valuesOf(count, table, criterion.measure);
    if (values === null) return byRecord(count, tied, criterion);
    const classes = classesOf(tied, values);
    if (classes.length === 1) {
      equalOn.push(criterion);
      continue;
    }
    const { called } = count.laws.ranking;
    count.steps.push({
      kind: "measured",
      tied,
      criterion,
      order: classes.map((entries) => ({ entries, value: valueOf(values, entries) })),
      equalOn: [...new Set(equalOn.map(({ measure }) => measure))],
      whole: tied.length === count.entries.length,
      ...(called ? { called } : {}),
    });
    return rankEach(count, classes, above);
  }
  return byLots(count, tied);
}

function rankEach<Entry extends string>(
  count: Count<Entry>,
  classes: readonly (readonly Entry[])[],
  above: Entry | null,
): Entry[][] {
  const order: Entry[][] = [];
  for (const equals of classes) {
    const last = order.at(-1);
    const nextAbove = last ? (last.length === 1 ? (last[0] ?? null) : null) : above;
    order.push(...rank(count, equals, nextAbove));
  }
  return order;
}

function byLots<Entry extends string>(count: Count<Entry>, tied: readonly Entry[]): Entry[][] {
  const order = orderGiven(count, tied);
  count.steps.push({ kind: "lots", tied, order });
  return order === null ? [[...tied]] : order.map((entry) => [entry]);
}

/** The law compares what nobody noted: only somebody who knows the order can tell it. */
function byRecord<Entry extends string>(count: Count<Entry>, tied: readonly Entry[], criterion: Criterion): Entry[][] {
  const order = orderGiven(count, tied);
  const { called } = count.laws.ranking;
  count.steps.push({ kind: "unknown", tied, criterion, order, ...(called ? { called } : {}) });
  return order === null ? [[...tied]] : order.map((entry) => [entry]);
}

/** The order that was given for these; null when there is none. */
function orderGiven<Entry extends string>({ lots = [] }: Count<Entry>, tied: readonly Entry[]): Entry[] | null {
  if (!tied.every((entry) => lots.includes(entry))) return null;
  return [...tied].sort((a, b) => lots.indexOf(a) - lots.indexOf(b));
}

/** The figures of the tied, over the matches that count. */
type Table<Entry extends string> = ReadonlyMap<Entry, Figures>;

function tableOf<Entry extends string>(
  count: Count<Entry>,
  tied: readonly Entry[],
  { over, above }: { over: Criterion["over"]; above: Entry | null },
): Table<Entry> {
  const isAll = over === "group" || (over === "tied" && tied.length === count.ownMatches.size);
  if (isAll) return new Map(tied.map((entry) => [entry, wholeFigures(count, entry)]));
  const opponents = new Set(over === "tied" ? tied : above === null ? [] : [above]);
  return new Map(tied.map((entry) => [entry, addedUp(count.ownMatches.get(entry) ?? [], opponents)]));
}

/** The figures of an entry against everybody, added up once. */
function wholeFigures<Entry extends string>(count: Count<Entry>, entry: Entry): Figures {
  const known = count.whole.get(entry);
  if (known) return known;
  const figures = addedUp(count.ownMatches.get(entry) ?? [], null);
  count.whole.set(entry, figures);
  return figures;
}

/** What each is compared by; null as soon as one of them is not known. */
function valuesOf<Entry extends string>(
  count: Count<Entry>,
  table: Table<Entry>,
  measure: Measure,
): Map<Entry, Fraction> | null {
  if (isOverOpponents(measure)) return overOpponents(count, [...table.keys()], measure);
  const values = new Map<Entry, Fraction>();
  for (const [entry, figures] of table) {
    const value = measured(figures, measure);
    if (value === null) return null;
    values.set(entry, value);
  }
  return values;
}

function isOverOpponents(measure: Measure): measure is OpponentsMeasure {
  return measure.startsWith("opponents-") || measure === "beaten-wins";
}

function overOpponents<Entry extends string>(
  count: Count<Entry>,
  tied: readonly Entry[],
  measure: OpponentsMeasure,
): Map<Entry, Fraction> {
  return new Map(
    tied.map((entry) => {
      const opponents = (count.ownMatches.get(entry) ?? []).map(({ match, side }) => ({
        wins: wholeFigures(count, match[otherSide(side)]).won,
        beaten: match.winner === side,
      }));
      return [entry, [opponentsMeasured(opponents, measure), 1]];
    }),
  );
}

/** Splits the tied into classes of equal value, best first; inside a class the given order stays. */
function classesOf<Entry extends string>(tied: readonly Entry[], values: ReadonlyMap<Entry, Fraction>): Entry[][] {
  const sorted = [...tied].sort((a, b) => compareFractions(valueOf(values, [b]), valueOf(values, [a])));
  const classes: Entry[][] = [];
  for (const entry of sorted) {
    const last = classes.at(-1);
    const first = last?.[0];
    if (last && first !== undefined && compareFractions(valueOf(values, [first]), valueOf(values, [entry])) === 0)
      last.push(entry);
    else classes.push([entry]);
  }
  return classes;
}

/** The value that these have in common. */
function valueOf<Entry extends string>(values: ReadonlyMap<Entry, Fraction>, equals: readonly Entry[]): Fraction {
  const value = equals[0] === undefined ? undefined : values.get(equals[0]);
  if (value === undefined) throw new Error("Every entry that is compared has been measured");
  return value;
}

function rowsOf<Entry extends string>(count: Count<Entry>, order: readonly (readonly Entry[])[]) {
  let place = 1;
  return order.flatMap((equals) => {
    const rows = equals.map((entry) => ({ entry, place, ...wholeFigures(count, entry) }));
    place += equals.length;
    return rows;
  });
}
