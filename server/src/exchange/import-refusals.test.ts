import assert from "node:assert/strict";
import { after, before, test, type TestContext } from "node:test";
import { isRefused } from "@podium/engine";
import * as fc from "fast-check";
import { install, load, exampleText, type Installation } from "../web-server/scenario.testing.ts";
import { everyRow } from "../storage/rows.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

const REPORT = {
  id: "a-report",
  headline: "Three steps, six players, one photograph",
  language: "en",
  credit: "Podium",
  source: "Podium",
  paragraphs: ["A word."],
};

/** The mixed doubles of Paris, with what is told of its medals. */
const PARIS = onlyFirstEvent(exampleText("paris-2024"));

function onlyFirstEvent(text: string): string {
  const file: LooseFile = JSON.parse(text);
  const moments = file.moments.map((moment) => ({ ...moment, reports: [REPORT] }));
  return JSON.stringify({ ...file, events: file.events.slice(0, 1), moments }, null, 2);
}

/** A file as anybody may write it: any field may be anything. */
type Loose = Record<string, unknown>;

interface LooseFile extends Loose {
  competition: Loose;
  players: Loose[];
  events: (Loose & {
    entries: Loose[];
    matches: (Loose & { code?: string; games?: unknown })[];
    draw: Loose & { lines: unknown[] };
  })[];
  honours: Loose[];
  associations: Loose[];
  moments: (Loose & { thread: Loose & { authors: Loose[]; comments: Loose[] }; reports: Loose[] })[];
}

function changed(
  change: (
    file: LooseFile,
    parts: { event: LooseFile["events"][number]; final: Loose; moment: LooseFile["moments"][number] },
  ) => void,
): string {
  const file: LooseFile = JSON.parse(PARIS);
  const [event] = file.events;
  const [moment] = file.moments;
  const final = event?.matches.find(({ code }) => code === "final");
  assert.ok(event && moment && final);
  change(file, { event, final, moment });
  return JSON.stringify(file, null, 1);
}

async function refused(text: string) {
  const rows = await everyRow(here.app.storage.db);
  const answer = await importCompetition(here.app, null, text);
  assert.ok(isRefused(answer), "it was taken in");
  assert.deepEqual(await everyRow(here.app.storage.db), rows, "something was left behind");
  assert.match(answer.message, /^Line \d+( \([^)]+\))?: \S.*$/su, "a sentence that begins with the line");
  assert.equal(typeof answer.detail["line"], "number");
  return answer;
}

const contradictions: readonly {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly says?: RegExp;
}[] = [
  { name: "an empty file", text: "", code: "file-unreadable", says: /^Line 1: / },
  { name: "blanks", text: " \n\n ", code: "file-unreadable" },
  { name: "no JSON", text: "Paris 2024\nmixed doubles", code: "file-unreadable", says: /^Line 1: / },
  { name: "half of a file", text: PARIS.slice(0, PARIS.length / 2), code: "file-unreadable" },
  { name: "a comma too many", text: PARIS.replace(/\n}\s*$/, ",\n}"), code: "file-unreadable" },
  { name: "a comment", text: `// the world\n${PARIS}`, code: "file-unreadable", says: /^Line 1: / },
  { name: "a list instead of a file", text: "[]", code: "file-invalid" },
  { name: "null", text: "null", code: "file-invalid" },
  { name: "five megabytes of nothing", text: "x".repeat(5_000_000), code: "file-unreadable" },
  {
    name: "five megabytes of one text",
    text: JSON.stringify({ format: "podium-competition/1", competition: "x".repeat(5_000_000) }),
    code: "file-invalid",
  },
  { name: "lists in lists without end", text: "[".repeat(200_000) + "]".repeat(200_000), code: "file-unreadable" },
  {
    name: "another format",
    text: changed((file) => {
      file["format"] = "podium-competition/9";
    }),
    code: "file-invalid",
  },
  {
    name: "a field nobody knows",
    text: changed((file) => {
      file["winner"] = "prk";
    }),
    code: "file-invalid",
  },
  {
    name: "a field of the language's own",
    text: PARIS.replace('"competition": {', '"competition": { "__proto__": {}, "constructor": 1,'),
    code: "file-invalid",
  },
  {
    name: "a zone that is none",
    text: changed((file) => {
      file.competition["zone"] = "Europe/Atlantis";
    }),
    code: "file-invalid",
    says: /competition\.zone/,
  },
  {
    name: "a day that is none",
    text: changed((file) => {
      file.competition["from"] = "2024-02-30";
    }),
    code: "file-invalid",
  },
  {
    name: "an end before the beginning",
    text: changed((file) => {
      file.competition["to"] = "2024-07-01";
    }),
    code: "ends-before-it-begins",
  },
  {
    name: "an id with capitals",
    text: changed((file) => {
      file.competition["id"] = "Paris";
    }),
    code: "file-invalid",
  },
  {
    name: "an id with a slash",
    text: changed((file) => {
      file.competition["id"] = "paris/2024";
    }),
    code: "file-invalid",
  },
  {
    name: "no events",
    text: changed((file) => {
      file.events = [];
    }),
    code: "file-invalid",
  },
  {
    name: "a text in no language",
    text: changed((file) => {
      file.competition["title"] = {};
    }),
    code: "file-invalid",
  },
  {
    name: "lists in lists without end",
    text: `${"[".repeat(4_000)}${"]".repeat(4_000)}`,
    code: "file-unreadable",
    says: /^Line 1: Lists and objects stand in one another 500 deep at most\.$/,
  },
  {
    name: "lists in lists inside the file",
    text: PARIS.replace('"family": "WANG"', `"family": ${"[".repeat(4_000)}${"]".repeat(4_000)}`),
    code: "file-unreadable",
  },
  {
    name: "a key twice in one object",
    text: PARIS.replace('"family": "WANG"', '"family": "WANG", "family": "WONG"'),
    code: "file-unreadable",
    says: /: The key family stands twice in one object\.$/,
  },
  {
    name: "U+0000 in a name",
    text: changed((file) => {
      file.players[0] = { ...file.players[0], family: "WANG\u0000" };
    }),
    code: "file-no-text",
    says: /players\[0\]\.family/,
  },
  {
    name: "half a character in a name",
    text: PARIS.replace('"family": "WANG"', '"family": "WANG\\ud83d"'),
    code: "file-no-text",
  },
  {
    name: "U+0000 deep in a thread",
    text: changed((_, { moment }) => {
      moment.thread.comments[3] = { ...moment.thread.comments[3], body: "a\u0000b" };
    }),
    code: "file-no-text",
  },
  {
    name: "a player twice, under two names",
    text: changed((file) => {
      file.players.push({ id: "sun-yingsha", family: "MOON" });
    }),
    code: "player-differs",
  },
  {
    name: "an event twice",
    text: changed((file, { event }) => {
      file.events.push(structuredClone(event));
    }),
    code: "event-exists",
  },
  {
    name: "an entry twice",
    text: changed((_, { event }) => {
      event.entries.push(structuredClone(event.entries[0] ?? {}));
    }),
    code: "entry-exists",
  },
  {
    name: "a pair of one",
    text: changed((_, { event }) => {
      event.entries[0] = { ...event.entries[0], players: ["sun-yingsha"] };
    }),
    code: "entry-size",
  },
  {
    name: "a pair of twice the same",
    text: changed((_, { event }) => {
      event.entries[0] = { ...event.entries[0], players: ["sun-yingsha", "sun-yingsha"] };
    }),
    code: "entry-size",
  },
  {
    name: "a player in two pairs",
    text: changed((_, { event }) => {
      event.entries[1] = { ...event.entries[1], players: ["sun-yingsha", "hayata-hina"] };
    }),
    code: "player-entered-twice",
  },
  {
    name: "an entry called bye",
    text: changed((_, { event }) => {
      event.entries[0] = { ...event.entries[0], code: "bye" };
    }),
    code: "file-invalid",
    says: /bye and open/,
  },
  {
    name: "a draw with a outsider",
    text: changed((_, { event }) => {
      event.draw.lines[0] = "nobody";
    }),
    code: "entry-unknown",
  },
  {
    name: "a draw with somebody twice",
    text: changed((_, { event }) => {
      event.draw.lines[1] = "chn";
    }),
    code: "entry-drawn-twice",
  },
  {
    name: "a draw of 15",
    text: changed((_, { event }) => {
      event.draw.lines.pop();
    }),
    code: "draw-size",
  },
  {
    name: "a draw of nothing",
    text: changed((_, { event }) => {
      event.draw = { lines: [] };
    }),
    code: "draw-empty",
  },
  {
    name: "a game that ends 11-10",
    text: changed((_, { final }) => {
      final["games"] = [[11, 10]];
    }),
    code: "illegal-game-score",
    says: /11-10/,
  },
  {
    name: "points below nought",
    text: changed((_, { final }) => {
      final["games"] = [[-1, 11]];
    }),
    code: "file-invalid",
  },
  {
    name: "half a point",
    text: changed((_, { final }) => {
      final["games"] = [[10.5, 12]];
    }),
    code: "file-invalid",
  },
  {
    name: "a game more than was needed",
    text: changed((_, { final }) => {
      final["games"] = [
        [11, 1],
        [11, 1],
        [11, 1],
        [11, 1],
        [11, 1],
      ];
    }),
    code: "match-over",
  },
  {
    name: "a match that nobody has won",
    text: changed((_, { final }) => {
      final["games"] = [
        [11, 1],
        [1, 11],
      ];
    }),
    code: "result-not-decided",
  },
  {
    name: "a match that was played without games",
    text: changed((_, { final }) => {
      final["games"] = [];
      final["outcome"] = "play";
    }),
    code: "result-not-decided",
  },
  {
    name: "a match that is not in the draw",
    text: changed((_, { event }) => {
      event.matches.push({
        home: "chn",
        away: "jpn",
        games: [
          [11, 1],
          [11, 1],
          [11, 1],
          [11, 1],
        ],
      });
    }),
    code: "match-not-in-draw",
  },
  {
    name: "a match of no name",
    text: changed((_, { event }) => {
      event.matches.push({ games: [[11, 1]] });
    }),
    code: "match-unnamed",
  },
  {
    name: "a match twice",
    text: changed((_, { event, final }) => {
      event.matches.push({ ...final });
    }),
    code: "match-twice",
  },
  {
    name: "a match against oneself",
    text: changed((_, { final }) => {
      final["away"] = final["home"];
    }),
    code: "match-entries-differ",
  },
  {
    name: "a final of who lost before",
    text: changed((_, { final }) => {
      final["home"] = "kor";
    }),
    code: "match-entries-differ",
  },
  {
    name: "games and a log",
    text: changed((_, { final }) => {
      final["log"] = [{ kind: "let" }];
    }),
    code: "log-and-games",
  },
  {
    name: "a log and another outcome",
    text: changed((_, { final }) => {
      delete final["games"];
      final["log"] = [{ kind: "walkover", absent: "home" }];
      final["outcome"] = "retired";
      final["against"] = "chn";
    }),
    code: "log-and-games",
  },
  {
    name: "a walkover of a outsider",
    text: changed((_, { final }) => {
      delete final["games"];
      final["outcome"] = "walkover";
      final["against"] = "kor";
    }),
    code: "against-unknown",
  },
  {
    name: "a walkover after four games",
    text: changed((_, { final }) => {
      final["games"] = [
        [11, 1],
        [11, 1],
        [11, 1],
        [11, 1],
      ];
      final["outcome"] = "walkover";
      final["against"] = "prk";
    }),
    code: "match-begun",
  },
  {
    name: "a moment of no event",
    text: changed((_, { moment }) => {
      moment["event"] = "ms";
    }),
    code: "event-unknown",
  },
  {
    name: "two moments of one event",
    text: changed((file, { moment }) => {
      file.moments.push({ ...structuredClone(moment), id: "another" });
    }),
    code: "event-has-moment",
  },
  {
    name: "a report twice",
    text: changed((_, { moment }) => {
      moment.reports.push(structuredClone(moment.reports[0] ?? {}));
    }),
    code: "report-exists",
  },
  {
    name: "a script for an address",
    text: changed((_, { moment }) => {
      moment.reports[0] = { ...moment.reports[0], url: "javascript:alert(1)" };
    }),
    code: "file-invalid",
  },
  {
    name: "a comment by nobody",
    text: changed((_, { moment }) => {
      moment.thread.comments[0] = { ...moment.thread.comments[0], author: "nobody" };
    }),
    code: "comment-contradicts",
  },
  {
    name: "a comment twice",
    text: changed((_, { moment }) => {
      moment.thread.comments.push(structuredClone(moment.thread.comments[0] ?? {}));
    }),
    code: "comment-contradicts",
  },
  {
    name: "an answer before what it answers",
    text: changed((_, { moment }) => {
      moment.thread.comments[0] = { ...moment.thread.comments[0], parent: "xd-podium-30" };
    }),
    code: "comment-contradicts",
  },
];

for (const { name, text, code, says } of contradictions) {
  test(`a file is refused, whole: ${name}`, async () => {
    const answer = await refused(text);
    assert.equal(answer.code, code, answer.message);
    if (says !== undefined) assert.match(answer.message, says);
  });
}

test("the line is that of the match, wherever it stands", async () => {
  const whole = exampleText("paris-2024");
  const text = whole.replace(
    "[11, 6], [7, 11], [11, 8], [11, 5], [7, 11], [11, 8]",
    "[11, 6], [7, 11], [11, 8], [11, 5], [7, 11], [11, 10]",
  );
  assert.notEqual(text, whole);
  const line = text.slice(0, text.indexOf("[7, 11], [11, 10]")).split("\n").length;
  const answer = await refused(text);
  assert.equal(answer.detail["line"], line);
});

async function opened(context: TestContext): Promise<Installation> {
  const other = await install({ examples: [] });
  context.after(() => other.close());
  return other;
}

/** The same results as different people write them down. */
function rewritten(file: LooseFile, coins: readonly boolean[]): LooseFile {
  for (const event of file.events) {
    event.matches = event.matches.map((match, at) => {
      const turned =
        coins[at * 3] === true
          ? {
              ...match,
              home: match["away"],
              away: match["home"],
              games: (match.games as [number, number][]).map(([a, b]) => [b, a]),
            }
          : match;
      const { code, ...nameless } = turned;
      const named = coins[at * 3 + 1] === true ? nameless : { ...nameless, code };
      const padded =
        coins[at * 3 + 2] === true ? { ...named, games: [...(named.games as [number, number][]), [0, 0]] } : named;
      return padded;
    });
    event.matches.sort((a, b) => (JSON.stringify(a).length % 7) - (JSON.stringify(b).length % 7));
  }
  return file;
}

test("in whatever order, from whichever side, with or without codes and padding: it is the same competition", async () => {
  const plain = await install({ examples: [] });
  await load(plain.app, PARIS);
  const expected = await exportCompetition(plain.app.storage.db, "paris-2024");
  await plain.close();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }), async (coins) => {
      const other = await install({ examples: [] });
      try {
        await load(other.app, JSON.stringify(rewritten(JSON.parse(PARIS), coins)));
        assert.deepEqual(await exportCompetition(other.app.storage.db, "paris-2024"), expected);
      } finally {
        await other.close();
      }
    }),
    { numRuns: 8 },
  );
});

test("a match that names one side only is told from that side", async (context) => {
  const other = await opened(context);
  const text = changed((_, { final }) => {
    delete final["away"];
    Object.assign(final, {
      home: "prk",
      games: [
        [6, 11],
        [11, 7],
        [8, 11],
        [5, 11],
        [11, 7],
        [8, 11],
      ],
    });
  });
  await load(other.app, text);
  const file = await exportCompetition(other.app.storage.db, "paris-2024");
  assert.ok(!isRefused(file));
  assert.deepEqual(file.events[0]?.matches?.find(({ code }) => code === "final")?.games, [
    [11, 6],
    [7, 11],
    [11, 8],
    [11, 5],
    [7, 11],
    [11, 8],
  ]);
});

test("a mark at the beginning that says how the file is encoded is passed over", async (context) => {
  const other = await opened(context);
  await load(other.app, `\uFEFF${PARIS.replaceAll("\n", "\r\n")}`);
});

test("after all these refusals the file is taken in, and a second time refused", async () => {
  await load(here.app, PARIS);
  assert.equal((await refused(PARIS)).code, "competition-exists");
  assert.equal((await refused(PARIS.replace('"id": "paris-2024",', '"id": "paris-again",'))).code, "moment-exists");
});
