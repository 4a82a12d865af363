import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode } from "../brand.ts";
import { lotFrom, type Lot } from "../draw/lot.ts";
import type { Honour } from "../history/honours.ts";
import { parisRecord } from "../history/paris-2024.testing.ts";
import type { EntryRecord, EventRecord } from "../history/record.ts";
import type { RecordClaim } from "../history/record-claim.ts";
import type { Storyline } from "../history/storyline.ts";
import { storylines } from "../history/storylines.ts";
import { MEDALS, medals } from "../medals/medals.ts";
import { eventState } from "../results/event.ts";
import { playOut } from "../results/playing.testing.ts";
import { randomPlan } from "../results/random-plan.testing.ts";
import type { MatchResult } from "../results/result.ts";
import { parisFacts } from "./competition.testing.ts";
import { heldStories, matchStories, personStories } from "./held-stories.ts";
import { RecordVerifier } from "./record-claims.ts";
import type { CompetitionFacts, MatchFacts } from "./record.ts";

/** A record of storylines as the facts that claims are held against: read another way, by other code. */
function factsOf(record: EventRecord): CompetitionFacts {
  const matches = record.state.matches.flatMap((match): MatchFacts[] => {
    const { home, away } = match.entries;
    if (home === null || away === null || match.result === null || match.status !== "over") return [];
    const { by, gamesWon } = match.result.outcome;
    const played = { home, away, winner: match.winner, by, start: null, table: null };
    const games = match.result.games.map((game) => [game.home, game.away] as const);
    const score = gamesWon === undefined ? {} : { gamesWon: gamesWon && ([gamesWon.home, gamesWon.away] as const) };
    return [{ id: `${record.id}/${match.code}`, round: match.round, ...played, games, ...score }];
  });
  const names = record.entries.flatMap(({ players }) => players);
  return {
    id: record.id.split("/")[0] ?? "",
    title: { en: record.competition },
    place: {},
    from: `${record.year}-07-01`,
    to: `${record.year}-07-14`,
    associations: [],
    players: names.map((name) => ({ id: name, family: name, given: "", names: {} })),
    honours: record.honours,
    events: [
      {
        id: record.id,
        title: { en: record.name },
        sport: record.sport,
        kind: "singles",
        bestOf: record.bestOf,
        entries: record.entries.map((entry) => ({ ...entry, association: entry.association?.code ?? null, name: {} })),
        matches,
        medals: record.medals,
        complete: record.state.complete,
      },
    ],
  };
}

const SPORTS = ["table-tennis", "badminton", "squash", "pickleball", "tennis"] as const;
const ASSOCIATIONS = ["AAA", "BBB", "CCC", "DDD"];

/** A match by chance: of a best of five, three or seven, with points of any kind that a game may end with. */
function resultBy(lot: Lot, { match, bestOf }: { match: string; bestOf: number }): MatchResult {
  const needed = (bestOf + 1) / 2;
  const won = [0, 0];
  const games: { home: number; away: number }[] = [];
  while (Math.max(...won) < needed) {
    const isHome = lot.below(2) === 0;
    const lost = lot.below(14);
    const most = lost < 10 ? 11 : lost + 2;
    games.push(isHome ? { home: most, away: lost } : { home: lost, away: most });
    won[isHome ? 0 : 1] = (won[isHome ? 0 : 1] ?? 0) + 1;
  }
  const winner = (won[0] ?? 0) > (won[1] ?? 0) ? ("home" as const) : ("away" as const);
  const code = match as MatchResult["match"];
  const kind = lot.below(12);
  if (kind === 0) return { match: code, games: [], outcome: { winner, by: "walkover" } };
  const gamesWon = { home: won[0] ?? 0, away: won[1] ?? 0 };
  if (kind === 1) return { match: code, games: [], outcome: { winner, by: "play", gamesWon } };
  return { match: code, games, outcome: { winner, by: "play" } };
}

function honourBy(lot: Lot): Honour {
  return {
    sport: "table-tennis",
    year: 1988 + 4 * lot.below(9),
    competition: "Games",
    event: ["Open singles", "Doubles"][lot.below(2)] ?? "",
    medal: MEDALS[lot.below(3)] ?? "gold",
    association: ASSOCIATIONS[lot.below(4)] ?? "",
    players: lot.below(2) === 0 ? [`Player e${lot.below(16)}`] : [],
  };
}

function recordBy(seed: string): EventRecord {
  const lot = lotFrom("storylines", seed);
  const plan = randomPlan(lot);
  const bestOf = [3, 5, 7][lot.below(3)] ?? 3;
  const results = playOut(plan, (match) => resultBy(lot, { match, bestOf }));
  const state = eventState(plan, results);
  const sources = plan.matches.flatMap(({ home, away }) => [home, away]);
  const drawn = sources.flatMap((source) => (source.from === "entry" ? [source.entry] : []));
  const codes = [...new Set([...drawn, ...plan.groups.flatMap(({ entries = [] }) => entries)])];
  const entries = codes.map((code, index): EntryRecord => {
    const association = ASSOCIATIONS[lot.below(4)] ?? "";
    return {
      code: code as EntryCode,
      name: { en: code },
      players: [`Player ${code}`],
      association: lot.below(8) === 0 ? null : { code: association, name: { en: association } },
      seed: index < 8 && lot.below(8) > 0 ? index + 1 : null,
      rank: lot.below(40) > 0 ? index + 1 : null,
      unranked: false,
    };
  });
  const sport = SPORTS[lot.below(SPORTS.length)] ?? "table-tennis";
  const honours = Array.from({ length: lot.below(30) }, () => ({ ...honourBy(lot), sport }));
  const event = { id: "cup/os", sport, competition: "Cup", name: "Open singles", year: 2024, bestOf, isOfTeams: false };
  return { ...event, entries, plan, state, medals: medals(state, plan), elsewhere: [], honours };
}

const verdictsOf = (record: EventRecord) => {
  const verifier = new RecordVerifier([factsOf(record)]);
  return storylines(record).map(({ code, claim }) => ({ code, verdict: verifier.verdict(claim) }));
};

test("every storyline of Paris is borne out by the verifier", () => {
  const verdicts = verdictsOf(parisRecord());
  assert.ok(verdicts.length > 10);
  assert.deepEqual(
    verdicts.filter(({ verdict }) => verdict !== "supported"),
    [],
  );
});

test("every storyline of 200 competitions by chance, of several sports and formats, is borne out by the verifier", () => {
  const told = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    for (const { code, verdict } of verdictsOf(recordBy(String(seed)))) {
      told.add(code);
      assert.equal(verdict, "supported", `seed ${seed}: ${code}`);
    }
  }
  assert.ok(told.size >= 25, `only ${told.size} kinds were told: ${[...told].join(", ")}`);
});

/** The claim with one fact changed. */
function changed(claim: RecordClaim): RecordClaim[] {
  return Object.entries(claim).flatMap(([key, value]) => {
    if (typeof value === "number") return [{ ...claim, [key]: value + 1 }];
    if (key === "association") return [{ ...claim, [key]: "ZZZ" }];
    if (["entry", "winner", "loser"].includes(key)) return [{ ...claim, [key]: "nobody" }];
    if (key === "seeds" || key === "associations") return [{ ...claim, [key]: [...(value as unknown[]), 99] }];
    return [];
  }) as RecordClaim[]; // one fact is another of its kind
}

test("a storyline with another number, entry or association is not borne out", () => {
  const record = parisRecord();
  const verifier = new RecordVerifier([factsOf(record)]);
  for (const { claim } of storylines(record)) {
    for (const other of changed(claim)) assert.notEqual(verifier.verdict(other), "supported", JSON.stringify(other));
  }
});

test("what is said of an event that is not on record is not in the record", () => {
  const verifier = new RecordVerifier([factsOf(parisRecord())]);
  assert.equal(verifier.verdict({ event: "nowhere/xd", says: "medals-apart", count: 3 }), "not in the record");
});

test("the rarest comes first, and nothing that is not borne out is told", () => {
  const record = parisRecord();
  const verifier = new RecordVerifier([factsOf(record)]);
  const lines = storylines(record);
  const told = verifier.told(lines).map(({ code }) => code);
  assert.equal(told.length, lines.length);
  assert.ok(told.indexOf("podium-together-since") < told.indexOf("first-seed-won"));
  assert.deepEqual(
    verifier.told([{ ...(lines[0] as Storyline), claim: { event: record.id, says: "medals-apart", count: 2 } }]),
    [],
  );
});

test("what is told across events is borne out too: the biggest upset, double medallists, titles in a row", () => {
  const [facts] = parisFacts();
  assert.ok(facts !== undefined);
  const verifier = new RecordVerifier([facts]);
  const lines = verifier.facts.events.flatMap(({ facts: event }) => heldStories(verifier.facts, event.id));
  assert.deepEqual(
    new Set(lines.map(({ code }) => code)),
    new Set(["biggest-upset-unseeded", "titles-in-a-row", "titles-all"]),
  );
  for (const { code, claim } of lines) assert.equal(verifier.verdict(claim), "supported", code);
});

test("a second meeting and wins in a row are told of competitions held here, each with its matches", () => {
  const [one, other] = [recordBy("1"), recordBy("1")].map(factsOf);
  assert.ok(one !== undefined && other !== undefined);
  const again = {
    ...other,
    id: "cup-2",
    from: "2025-07-01",
    events: other.events.map((event) => ({
      ...event,
      id: "cup-2/os",
      matches: event.matches.map((match) => ({ ...match, id: `cup-2/${match.id}` })),
    })),
  };
  const verifier = new RecordVerifier([one, again]);
  const matches = verifier.facts.events.flatMap((event) => event.matches);
  const lines = matches.flatMap(({ id }) => matchStories(verifier.facts, id));
  assert.ok(lines.some(({ code }) => code === "met-before"));
  for (const { code, claim } of lines) {
    assert.equal(verifier.verdict(claim), "supported", code);
    for (const wrong of changed(claim)) assert.notEqual(verifier.verdict(wrong), "supported", JSON.stringify(wrong));
  }
  const people = verifier.facts.events.flatMap(({ facts }) => facts.entries.flatMap(({ players }) => players));
  const rows = [...new Set(people)].flatMap((person) => personStories(verifier.facts, person));
  for (const { code, claim } of rows) assert.equal(verifier.verdict(claim), "supported", code);
});
