import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { MatchResult } from "../results/result.ts";
import type { Honour } from "./honours.ts";
import { PARIS_ENTRIES, parisRecord, PARIS_RESULTS, resultOf } from "./paris-2024.testing.ts";
import type { EntryRecord, EventRecord } from "./record.ts";
import { ABSENCES, type Evidence, type StorylineValue, type Storyline, STORYLINES } from "./storyline.ts";
import { storylines } from "./storylines.ts";

function plain(value: StorylineValue | undefined): string | number | undefined {
  if (typeof value !== "object") return value;
  return "en" in value ? value.en : value.join(", ");
}

/** `code` with its facts in the order they were written, names in English. */
function told({ code, facts }: Storyline): string {
  return [code, ...Object.values(facts).map(plain)].join(" | ");
}

function of(lines: readonly Storyline[], code: Storyline["code"]): Storyline[] {
  return lines.filter((line) => line.code === code);
}

const PRK = "RI Jong Sik / KIM Kum Yong";
const JPN = "HARIMOTO Tomokazu / HAYATA Hina";
const HKG = "WONG Chun Ting / DOO Hoi Kem";
const CHN = "WANG Chuqin / SUN Yingsha";

test("Paris 2024: what the record tells, heaviest first", () => {
  assert.deepEqual(storylines(parisRecord()).map(told), [
    "podium-together-since | DPR Korea | Republic of Korea | 2004 | 20",
    `medal-unranked | ${PRK} | 16`,
    `beat-champions-association | ${PRK} | ${JPN} | Japan | 2020`,
    `beat-seeds | ${PRK} | 2, 8, 4 | 3`,
    "first-medal-since | DPR Korea | 2016 | 8",
    "first-medal-since | Republic of Korea | 2012 | 12",
    "first-title | China | 1",
    "best-medal-since | DPR Korea | 2004 | 20",
    `only-deciding-game | ${PRK} | ${HKG} | 11-6 | 1`,
    `first-seed-won | ${CHN}`,
    "seeds-missing | 2 | 1",
    "first-medal-in-event | DPR Korea | 1",
    "first-medal-in-event | Republic of Korea | 1",
    `most-games | ${PRK} | 23 | 4`,
    `longest-game | ${PRK} | ${JPN} | 15-13`,
    "podium-of-all | 3",
  ]);
});

test("the evidence of a return is the last medal and that the honours hold none since", () => {
  const [prk] = of(storylines(parisRecord()), "first-medal-since");
  const [honour, absence] = prk?.evidence ?? [];
  assert.deepEqual(honour?.kind === "honour" && [honour.honour, honour.association.en], [
    {
      sport: "table-tennis",
      year: 2016,
      competition: "Olympic Games Rio 2016",
      event: "Women's singles",
      medal: "bronze",
      association: "PRK",
      players: ["KIM Song I"],
    },
    "DPR Korea",
  ]);
  assert.deepEqual(absence?.kind === "absence" && [absence.code, absence.facts["held"], absence.facts["listed"]], [
    "no-medal",
    ["2020"],
    15,
  ]);
});

test("beaten seeds stand in the order met, each with its match", () => {
  const [line] = of(storylines(parisRecord()), "beat-seeds");
  assert.deepEqual(
    line?.evidence.map((piece) => piece.kind === "match" && piece.id),
    ["paris-2024/xd/r16-8", "paris-2024/xd/qf-4", "paris-2024/xd/sf-2"],
  );
});

const without = (change: (entry: EntryRecord) => Partial<EntryRecord>) =>
  PARIS_ENTRIES.map((entry) => ({ ...entry, ...change(entry) }));

test("the lowest-ranked entry is named only when every rank is known", () => {
  const everyRank = without(({ code }) =>
    code === "prk" ? {} : { rank: PARIS_ENTRIES.findIndex((entry) => entry.code === code) + 1 },
  );
  assert.equal(of(storylines(parisRecord({ entries: everyRank })), "medal-lowest-ranked").length, 1);
  assert.equal(of(storylines(parisRecord({ entries: everyRank })), "medal-unranked").length, 0);
  const oneUnknown = everyRank.map((entry) => (entry.code === "cub" ? { ...entry, rank: null } : entry));
  assert.equal(of(storylines(parisRecord({ entries: oneUnknown })), "medal-lowest-ranked").length, 0);
});

test("a rank that is left out is no low rank", () => {
  const nothingKnown = without(() => ({ rank: null, unranked: false, seed: null }));
  const codes = storylines(parisRecord({ entries: nothingKnown })).map(({ code }) => code);
  for (const code of [
    "medal-unranked",
    "medal-lowest-ranked",
    "beat-seeds",
    "first-seed-won",
    "seeds-missing",
    "first-four-seeds",
  ] as const) {
    assert.ok(!codes.includes(code), code);
  }
});

test("of the first four seeds nothing is said when one of the four is unknown", () => {
  const entries = without(({ code }) => (code === "kor" ? { seed: null } : {}));
  assert.equal(of(storylines(parisRecord({ entries })), "seeds-missing").length, 0);
});

const HOME_4_0 = [
  [11, 1],
  [11, 2],
  [11, 3],
  [11, 4],
] as const;
const AWAY_4_3 = [
  [11, 1],
  [11, 2],
  [11, 3],
  [4, 11],
  [5, 11],
  [6, 11],
  [7, 11],
] as const;

test("a corrected first match takes the whole path with it", () => {
  const lines = storylines(
    parisRecord({
      results: [
        resultOf(
          "r16-8",
          HOME_4_0.map(([a, b]) => [b, a] as const),
        ),
      ],
    }),
  );
  assert.ok(!lines.some((line) => told(line).includes(PRK)));
  assert.deepEqual(of(lines, "podium-together-since"), []);
  assert.equal(of(lines, "first-four-seeds").length, 1);
});

test("another final changes the title and the way to it", () => {
  const lines = storylines(parisRecord({ results: [resultOf("final", AWAY_4_3)] }));
  assert.deepEqual(of(lines, "first-gold").map(told), ["first-gold | DPR Korea | 1988"]);
  assert.deepEqual(of(lines, "first-title"), [], "the first gold of all says more");
  assert.deepEqual(of(lines, "beat-seeds").map(told), [`beat-seeds | ${PRK} | 2, 8, 4, 1 | 4`]);
  assert.deepEqual(of(lines, "comeback").map(told), [`comeback | ${PRK} | ${CHN} | 0-3`]);
  assert.deepEqual(of(lines, "first-seed-won"), []);
  assert.equal(of(lines, "deciding-game").length, 2);
  assert.deepEqual(of(lines, "best-medal-since"), [], "no gold before: nothing as good to count from");
});

test("a champion who lost no game is told so", () => {
  const results = ["r16-1", "qf-1", "sf-1", "final"].map((code) => resultOf(code, HOME_4_0));
  assert.deepEqual(of(storylines(parisRecord({ results })), "no-game-lost").map(told), [`no-game-lost | ${CHN} | 4`]);
});

test("the champions themselves are told from others of their association, whatever the order and hyphens of their names", () => {
  const tokyo: Honour = {
    year: 2020,
    competition: "Olympic Games Tokyo 2020",
    event: "mixed doubles",
    medal: "gold",
    association: "JPN",
    players: ["Hina HAYATA", "Harimoto TOMO-KAZU"],
  };
  const lines = storylines(parisRecord({ honours: [tokyo] }));
  assert.deepEqual(of(lines, "beat-defending-champions").map(told), [
    `beat-defending-champions | ${PRK} | ${JPN} | Japan | 2020 | 2`,
  ]);
  assert.deepEqual(of(lines, "beat-champions-association"), []);
});

test("who loses the match for bronze was knocked out before", () => {
  const tokyo: Honour = {
    year: 2020,
    competition: "Tokyo 2020",
    event: "Mixed doubles",
    medal: "gold",
    association: "HKG",
    players: [],
  };
  assert.deepEqual(of(storylines(parisRecord({ honours: [tokyo] })), "beat-champions-association").map(told), [
    `beat-champions-association | ${PRK} | ${HKG} | Hong Kong, China | 2020`,
  ]);
});

test("a title that is kept is told from one that is defended by the same people", () => {
  const gold = (players: readonly string[]): Honour => ({
    year: 2020,
    competition: "Tokyo 2020",
    event: "Mixed doubles",
    medal: "gold",
    association: "CHN",
    players,
  });
  const codes = (players: readonly string[]) =>
    storylines(parisRecord({ honours: [gold(players)] })).map(({ code }) => code);
  assert.ok(codes(["SUN Yingsha", "WANG Chuqin"]).includes("title-defended"));
  assert.ok(codes(["LIU Shiwen", "XU Xin"]).includes("title-kept-by-association"));
  assert.ok(!codes(["LIU Shiwen", "XU Xin"]).includes("first-title"));
});

test("champions of an event that the last Games left out are not defending", () => {
  const honours: Honour[] = [
    { year: 2016, competition: "Rio 2016", event: "Mixed doubles", medal: "gold", association: "JPN", players: [] },
    { year: 2020, competition: "Tokyo 2020", event: "Men's singles", medal: "gold", association: "CHN", players: [] },
  ];
  assert.deepEqual(of(storylines(parisRecord({ honours })), "beat-champions-association"), []);
});

test("medals of the same year or later are no honours of the past", () => {
  const honours: Honour[] = [
    { year: 2024, competition: "Paris 2024", event: "Men's singles", medal: "gold", association: "CHN", players: [] },
  ];
  assert.deepEqual(
    storylines(parisRecord({ honours })).map(({ code }) => code),
    storylines(parisRecord({ honours: [] })).map(({ code }) => code),
  );
});

test("without honours nothing is said of the past", () => {
  const codes = storylines(parisRecord({ honours: [] })).map(({ code }) => code);
  assert.deepEqual(codes, [
    "medal-unranked",
    "beat-seeds",
    "only-deciding-game",
    "first-seed-won",
    "seeds-missing",
    "most-games",
    "longest-game",
    "podium-of-all",
  ]);
});

test("associations that never shared a podium are told from those whose return is the story", () => {
  const line = (year: number, association: string): Honour => ({
    year,
    competition: `Games ${year}`,
    event: `Event of ${association}`,
    medal: "gold",
    association,
    players: [],
  });
  const honours = [line(2016, "PRK"), line(2020, "KOR")];
  assert.deepEqual(of(storylines(parisRecord({ honours })), "podium-together-first").map(told), [
    "podium-together-first | DPR Korea | Republic of Korea | 2016",
  ]);
});

const TOKYO_GOLD: Honour = {
  year: 2020,
  competition: "Olympic Games Tokyo 2020",
  event: "Mixed doubles",
  medal: "gold",
  association: "JPN",
  players: ["HARIMOTO Tomokazu", "HAYATA Hina"],
};

test("a title belongs to its holders in their association, not to namesakes in another", () => {
  const namesakes = without(({ code, players }) =>
    code === "prk" ? { players: TOKYO_GOLD.players } : code === "jpn" ? { players: ["A", "B"] } : { players },
  );
  const lines = storylines(parisRecord({ entries: namesakes, honours: [TOKYO_GOLD] }));
  assert.deepEqual(of(lines, "beat-defending-champions"), []);
  assert.deepEqual(of(lines, "title-defended"), []);
});

/** Everybody in one club, as in a club championship. */
const ONE_CLUB = without(() => ({ association: { code: "RIV", name: { en: "Riverside" } } }));

test("in a club championship nobody is told to have beaten the club's own title", () => {
  const others: Honour = { ...TOKYO_GOLD, association: "RIV", players: ["A", "B"] };
  const lines = storylines(parisRecord({ entries: ONE_CLUB, honours: [others] }));
  assert.deepEqual(of(lines, "beat-champions-association"), []);
  assert.deepEqual(of(lines, "title-kept-by-association").map(told), [
    `title-kept-by-association | ${CHN} | Riverside | 2020`,
  ]);
});

test("a title defended in one's own club is told, before anything else of the title", () => {
  const own: Honour = { ...TOKYO_GOLD, association: "RIV", players: ["WANG Chuqin", "SUN Yingsha"] };
  const lines = storylines(parisRecord({ entries: ONE_CLUB, honours: [own] }));
  assert.deepEqual(
    lines.map(told).filter((line) => line.includes("2020")),
    [`title-defended | ${CHN} | Riverside | 2020`],
  );
});

test("where the champions themselves play, their association is not taken for them", () => {
  const both = without(({ code }) => (code === "prk" ? { association: { code: "JPN", name: { en: "Japan" } } } : {}));
  const lines = storylines(parisRecord({ entries: both, honours: [TOKYO_GOLD] }));
  assert.deepEqual(of(lines, "beat-champions-association"), []);
  assert.deepEqual(of(lines, "beat-defending-champions").map(told), [
    `beat-defending-champions | ${PRK} | ${JPN} | Japan | 2020 | 2`,
  ]);
});

test("of an association that won the title, the last that goes out is told, once", () => {
  const both = without(({ code }) => (code === "hkg" ? { association: { code: "JPN", name: { en: "Japan" } } } : {}));
  const gold: Honour = { ...TOKYO_GOLD, players: [] };
  assert.deepEqual(
    of(storylines(parisRecord({ entries: both, honours: [gold] })), "beat-champions-association").map(told),
    [`beat-champions-association | ${PRK} | ${HKG} | Japan | 2020`],
  );
});

test("a title that two of an association shared, of whom nobody noted the players, is told of once", () => {
  const gold: Honour = { ...TOKYO_GOLD, players: [] };
  assert.equal(of(storylines(parisRecord({ honours: [gold, gold] })), "beat-champions-association").length, 1);
});

test("a medal without a ranking is told of nobody where several have none", () => {
  const nobody = without(() => ({ rank: null, unranked: true }));
  assert.deepEqual(of(storylines(parisRecord({ entries: nobody })), "medal-unranked"), []);
  const two = without(({ code }) => (code === "cub" ? { rank: null, unranked: true } : {}));
  assert.deepEqual(of(storylines(parisRecord({ entries: two })), "medal-unranked"), []);
});

test("a seed beaten in the match for bronze was not on the way to it", () => {
  const seeded = without(({ code }) => (code === "kor" ? { seed: 4 } : code === "hkg" ? { seed: 3 } : {}));
  const lines = storylines(parisRecord({ entries: seeded }));
  assert.ok(of(lines, "beat-seeds").every(({ facts }) => plain(facts["entry"]) === PRK));
});

test("of teams nothing is told in games, whatever the score of their ties", () => {
  const told = (isOfTeams: boolean) =>
    storylines(parisRecord({ isOfTeams }))
      .map(({ code }) => code)
      .filter((code) => /game|comeback/.test(code));
  assert.notDeepEqual(told(false), []);
  assert.deepEqual(told(true), []);
});

test("in tennis a match is told in sets", () => {
  const codes = (changes: Parameters<typeof parisRecord>[0]) =>
    storylines(parisRecord({ ...changes, sport: "tennis", honours: [] })).map(({ code }) => code);
  const inSets = [
    ...codes({}),
    ...codes({ results: [resultOf("final", AWAY_4_3)] }),
    ...codes({ results: ["r16-1", "qf-1", "sf-1", "final"].map((code) => resultOf(code, HOME_4_0)) }),
  ];
  for (const code of [
    "only-deciding-set",
    "deciding-set",
    "comeback-in-sets",
    "no-set-lost",
    "most-sets",
    "longest-set",
  ] as const)
    assert.ok(inSets.includes(code), code);
  assert.deepEqual(
    inSets.filter((code) => code.includes("game")),
    [],
  );
});

const RIO: Honour = {
  year: 2016,
  competition: "Olympic Games Rio 2016",
  event: "Women's singles",
  medal: "silver",
  association: "GER",
  players: [],
};

test("a first medal is told once in a competition: of the event in which it was won", () => {
  const first = (before: boolean | null) =>
    of(
      storylines(
        parisRecord({
          honours: [RIO],
          elsewhere: [{ event: "paris-2024/ws", medal: "bronze", association: "PRK", before }],
        }),
      ),
      "first-medal",
    ).map(told);
  assert.deepEqual(first(false), ["first-medal | DPR Korea | 2016", "first-medal | Republic of Korea | 2016"]);
  assert.deepEqual(first(true), ["first-medal | Republic of Korea | 2016"]);
  assert.deepEqual(first(null), ["first-medal | Republic of Korea | 2016"], "nobody knows which came first");
});

test("a medal of the same year at another competition may have come before", () => {
  const other: Honour = { ...RIO, year: 2024, competition: "World Championships 2024", association: "PRK" };
  const first = (lines: readonly Honour[]) =>
    of(storylines(parisRecord({ honours: [RIO, ...lines] })), "first-medal").map(told);
  assert.deepEqual(first([other]), ["first-medal | Republic of Korea | 2016"]);
  const own: Honour = { ...other, competition: "Olympic Games Paris 2024" };
  assert.equal(first([own]).length, 2, "what the honours hold of this competition itself contradicts nothing");
});

test("medals of another sport are no honours of this one, and of an unknown sport prove nothing", () => {
  const badminton: Honour = { ...TOKYO_GOLD, sport: "badminton" };
  const lines = storylines(parisRecord({ honours: [RIO, badminton] }));
  assert.deepEqual(of(lines, "beat-defending-champions"), []);
  assert.equal(of(lines, "first-medal").length, 2);
  const { sport: _, ...unknown } = { ...RIO, sport: "", association: "PRK" };
  const record = parisRecord({ honours: [RIO] });
  assert.deepEqual(of(storylines({ ...record, honours: [...record.honours, unknown] }), "first-medal").map(told), [
    "first-medal | Republic of Korea | 2016",
  ]);
});

test("the first gold that an association ever won is told, and that it is the first medal as well", () => {
  const gold = (association: string) =>
    of(storylines(parisRecord({ honours: [{ ...RIO, association }] })), "first-gold");
  assert.deepEqual(gold("CHN").map(told), ["first-gold | China | 2016"]);
  assert.deepEqual(
    gold("CHN")[0]?.evidence.map(({ kind }) => kind),
    ["honour", "absence"],
  );
  const none = storylines(parisRecord({ honours: [RIO] }));
  assert.deepEqual(of(none, "first-medal-gold").map(told), ["first-medal-gold | China | 2016"]);
  assert.deepEqual(of(none, "first-gold"), []);
});

test("two on a podium together is not told as the first time when another event may have had them before", () => {
  const lines = [
    { ...RIO, association: "PRK" },
    { ...RIO, association: "KOR", event: "Men's singles" },
  ];
  const together = (before: boolean) =>
    of(
      storylines(
        parisRecord({
          honours: lines,
          elsewhere: ["PRK", "KOR"].map((association) => ({
            event: "paris-2024/ws",
            medal: "bronze",
            association,
            before,
          })),
        }),
      ),
      "podium-together-first",
    ).length;
  assert.deepEqual([together(false), together(true)], [1, 0]);
});

/** Everything a piece of evidence claims, looked up by another way than the one that made it. */
function resolves(record: EventRecord, piece: Evidence): boolean {
  switch (piece.kind) {
    case "match":
      return record.state.matches.some((match) => `${record.id}/${match.code}` === piece.id && match.status === "over");
    case "entry":
      return record.entries.some((entry) => `${record.id}/${entry.code}` === piece.id);
    case "honour":
      return record.honours.includes(piece.honour) && piece.honour.year < record.year;
    case "absence":
      return Object.hasOwn(ABSENCES, piece.code) && isAbsent(record, piece);
  }
}

function isAbsent(record: EventRecord, { code, facts }: Extract<Evidence, { kind: "absence" }>): boolean {
  const within = record.honours.filter(({ year }) => year >= Number(facts["from"]) && year <= Number(facts["to"]));
  const codeOf = (value: StorylineValue | undefined) =>
    record.entries.find(({ association }) => association?.name === value)?.association?.code;
  const [own, other] = [codeOf(facts["association"]), codeOf(facts["other"])];
  const lines = within.filter(({ association }) => association === own);
  const best = ["gold", "silver", "bronze"].indexOf(
    record.medals.find(({ entry }) => record.entries.some((one) => one.code === entry && one.association?.code === own))
      ?.medal ?? "gold",
  );
  const inEvent = lines.filter(({ event }) => event === record.name);
  switch (code) {
    case "no-medal":
      return lines.length === 0;
    case "no-gold":
      return lines.every(({ medal }) => medal !== "gold");
    case "no-medal-in-event":
      return inEvent.length === 0;
    case "no-gold-in-event":
      return inEvent.every(({ medal }) => medal !== "gold");
    case "no-medal-as-good":
      return lines.every(({ medal }) => ["gold", "silver", "bronze"].indexOf(medal) > best);
    case "not-together":
      return lines.every(
        (line) =>
          !within.some(
            ({ association, event, year }) => association === other && event === line.event && year === line.year,
          ),
      );
  }
}

const score = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 9 }))
  .map(([isHome, low]): readonly [number, number] => (isHome ? [11, low] : [low, 11]));

/** Games until a side has four. */
const match = fc.array(score, { minLength: 7, maxLength: 7 }).map((games) => {
  const end = games.findIndex((_, index) =>
    [0, 1].some((side) => games.slice(0, index + 1).filter((game) => game[side] === 11).length === 4),
  );
  return games.slice(0, end + 1);
});

const honour = fc.record({
  year: fc.integer({ min: 1988, max: 2024 }).map((year) => year - (year % 4)),
  competition: fc.constant("Games"),
  event: fc.constantFrom("Mixed doubles", "Men's singles", "Women's singles"),
  medal: fc.constantFrom("gold", "silver", "bronze"),
  association: fc.constantFrom("CHN", "PRK", "KOR", "JPN", "HKG", "GER", "SWE"),
  players: fc.constant<string[]>([]),
});

const known = fc.array(fc.record({ seed: fc.boolean(), rank: fc.boolean() }), { minLength: 16, maxLength: 16 });

const record = fc
  .record({
    games: fc.array(match, { minLength: 16, maxLength: 16 }),
    honours: fc.array(honour, { maxLength: 40 }),
    known,
  })
  .map(({ games, honours, known }) => {
    const results: MatchResult[] = PARIS_RESULTS.map((result, index) => resultOf(result.match, games[index] ?? []));
    const entries = PARIS_ENTRIES.map((entry, index) => ({
      ...entry,
      seed: known[index]?.seed ? index + 1 : null,
      rank: known[index]?.rank && !entry.unranked ? index + 1 : null,
    }));
    return parisRecord({ results, entries, honours });
  });

test("law: every storyline has evidence, and every piece of it resolves", () => {
  fc.assert(
    fc.property(record, (event) => {
      for (const line of storylines(event)) {
        if (line.evidence.length === 0) throw new Error(`${told(line)} rests on nothing`);
        for (const piece of line.evidence)
          if (!resolves(event, piece)) throw new Error(`${told(line)}: ${JSON.stringify(piece)}`);
      }
    }),
  );
});

test("law: the same record tells the same, in the order of weight, and nothing twice", () => {
  const weights = Object.keys(STORYLINES);
  fc.assert(
    fc.property(record, (event) => {
      const lines = storylines(event);
      assert.deepEqual(storylines(event), lines);
      const order = lines.map(({ code }) => weights.indexOf(code));
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      );
      assert.equal(new Set(lines.map(told)).size, lines.length);
    }),
  );
});

test("law: the order in which medals are given does not matter", () => {
  fc.assert(
    fc.property(record, (event) => {
      assert.deepEqual(storylines({ ...event, medals: [...event.medals].reverse() }), storylines(event));
    }),
  );
});

test("law: a seed is named only where it is known", () => {
  fc.assert(
    fc.property(record, (event) => {
      const seeds = new Set(event.entries.map(({ seed }) => String(seed)));
      for (const { facts } of storylines(event)) {
        for (const seed of String(plain(facts["seeds"]) ?? "")
          .split(", ")
          .filter(Boolean))
          assert.ok(seeds.has(seed), seed);
      }
    }),
  );
});
