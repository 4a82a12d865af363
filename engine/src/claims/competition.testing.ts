import { readFileSync } from "node:fs";
import type { EntryCode, MatchCode } from "../brand.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import type { EventPlan } from "../draw/plan.ts";
import type { Honour } from "../history/honours.ts";
import { medals } from "../medals/medals.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import type { MatchResult } from "../results/result.ts";
import type { CompetitionFacts, EventFacts, MatchFacts } from "./record.ts";

type Text = Readonly<Record<string, string>>;

/** What is read here of a competition file (docs/format.md): knock-outs of which every match is known by its code. */
interface File {
  readonly competition: {
    readonly id: string;
    readonly title: Text;
    readonly place?: Text;
    readonly from: string;
    readonly to: string;
  };
  readonly associations?: readonly { readonly code: string; readonly name: Text }[];
  readonly players: readonly {
    readonly id: string;
    readonly family: string;
    readonly given?: string;
    readonly names?: Text;
  }[];
  readonly events: readonly Event[];
  readonly honours?: readonly Honour[];
}

interface Event {
  readonly code: string;
  readonly title: Text;
  readonly kind: "singles" | "doubles" | "team";
  readonly bestOf: number;
  readonly entries: readonly {
    readonly code: string;
    readonly players?: readonly string[];
    readonly association?: string;
    readonly seed?: number;
    readonly rank?: number;
    readonly unranked?: boolean;
  }[];
  readonly draw: { readonly lines: readonly string[]; readonly bronzeMatch?: boolean };
  readonly matches: readonly Match[];
}

interface Match {
  readonly code: string;
  readonly home: string;
  readonly away: string;
  readonly start?: string;
  readonly table?: string;
  readonly games?: readonly (readonly [number, number])[];
  /** Of a tie: the rubbers won. */
  readonly score?: readonly [number, number];
}

/** A competition file as claims are held against it. */
function factsOfFile(path: URL | string): CompetitionFacts {
  const file = JSON.parse(readFileSync(path, "utf8")) as File;
  return {
    ...file.competition,
    place: file.competition.place ?? {},
    associations: file.associations ?? [],
    players: file.players.map(({ id, family, given, names }) => ({
      id,
      family,
      given: given ?? "",
      names: names ?? {},
    })),
    honours: file.honours ?? [],
    events: file.events.map((event) => eventFacts(file.competition.id, event)),
  };
}

function eventFacts(competition: string, event: Event): EventFacts {
  const plan = planOf(event);
  const results = new Map(event.matches.map((match) => [match.code as MatchCode, resultOf(match)]));
  const state = eventState(plan, results);
  const told = new Map(event.matches.map((match) => [match.code, match]));
  const { code, title, kind, bestOf, entries } = event;
  return {
    id: `${competition}/${code}`,
    title,
    kind,
    bestOf,
    sport: "table-tennis",
    complete: state.complete,
    medals: medals(state, plan),
    entries: entries.map(({ code: entry, players, association, seed, rank, unranked }) => ({
      code: entry as EntryCode,
      players: players ?? [],
      association: association ?? null,
      seed: seed ?? null,
      rank: rank ?? null,
      unranked: unranked ?? false,
    })),
    matches: state.matches.flatMap((match): MatchFacts[] => {
      const { home, away } = match.entries;
      const { start, table, score } = told.get(match.code) ?? {};
      if (home === null || away === null || match.result === null) return [];
      return [
        {
          id: `${competition}/${code}/${match.code}`,
          round: match.round,
          home,
          away,
          winner: match.winner,
          by: match.result.outcome.by,
          games: match.result.games.map((game) => [game.home, game.away] as const),
          ...(score === undefined ? {} : { gamesWon: score }),
          start: start === undefined ? null : startOf(start),
          table: table ?? null,
        },
      ];
    }),
  };
}

function planOf({ draw }: Event): EventPlan {
  const lines = draw.lines.map((line) =>
    line === "bye" ? { from: "bye" as const } : { from: "entry" as const, entry: line as EntryCode },
  );
  const matches = planKnockOut(lines, { bronzeMatch: draw.bronzeMatch ?? false });
  if (isRefused(matches)) throw new Error(matches.message);
  return { groups: [], matches, bronzeMatch: draw.bronzeMatch ?? false };
}

function resultOf({ code, games = [], score }: Match): MatchResult {
  const won = games.filter(([home, away]) => home > away).length;
  const [home, away] = score ?? [won, games.length - won];
  const winner = home > away ? "home" : "away";
  return {
    match: code as MatchCode,
    games: games.map(([home, away]) => ({ home, away })),
    outcome: { winner, by: "play", ...(score === undefined ? {} : { gamesWon: { home, away } }) },
  };
}

/** `2024-07-30T14:30:00+02:00` as a day, a minute and an offset. */
function startOf(written: string) {
  const [date = "", time = ""] = written.split("T");
  return {
    date,
    minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)),
    offset: Number(time.slice(9, 11)) * 60,
  };
}

/** Paris 2024, all its events. */
export function parisFacts(): CompetitionFacts[] {
  return [factsOfFile(new URL("../../../examples/paris-2024.json", import.meta.url))];
}

/** `ms` for "Men's singles". */
export function kindOfTitle(title: string): string {
  const kinds: Readonly<Record<string, string>> = {
    "Mixed doubles": "xd",
    "Men's singles": "ms",
    "Men's team": "mt",
    "Women's team": "wt",
  };
  return kinds[title] ?? "";
}
