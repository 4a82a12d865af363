import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { PersonId, RefusalCode } from "@podium/engine";
import type { Frame, Language, MatchContext, MatchRow, Page, Render, Viewer } from "@podium/protocol";
import { LANGUAGES } from "@podium/protocol";
import { createServer, type ViteDevServer } from "vite";
import { club, clubEvent, clubMatch } from "./live/club.testing.ts";
import {
  pair,
  paris,
  parisEvent,
  parisEventPage,
  parisMatch,
  parisMatches,
  parisMedals,
  parisMoment,
  winnerOf,
  phaseOf,
} from "./ui/paris.testing.ts";

let vite: ViteDevServer;
let render: Render;

before(async () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  vite = await createServer({
    root,
    configFile: `${root}/vite.config.ts`,
    server: { middlewareMode: true, ws: false },
    appType: "custom",
    logLevel: "error",
  });
  const module = await vite.ssrLoadModule("/src/render.tsx");
  render = module["render"] as Render; // what render.tsx exports
});

after(() => vite.close());

function frame(path: string, language: Language = "en"): Frame {
  const assets = { "podium.css": "/assets/podium.css", "entry-live.ts": "/assets/live.js" };
  return {
    language,
    path,
    viewer: null,
    demo: false,
    nowMs: 0,
    liveSince: 0,
    origin: "https://podium.example",
    assets,
    notice: null,
  };
}

function html(page: Page, language: Language = "en"): string {
  return render(page, frame("/here", language));
}

/** The words of a page without its tags, as a reader meets them. */
function words(page: Page, language: Language = "en"): string {
  return html(page, language)
    .replaceAll(/<(script|head)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

const finalMatch = { ...parisMatch("final"), state: null, known: "games" as const, marks: [] };
const context: MatchContext = {
  ways: { home: [parisMatch("sf-1")], away: [] },
  meetings: [],
  next: { winner: null, loser: null },
  beside: { before: parisMatch("bronze"), after: null },
};
const unspoken = { about: "match:paris-2024/xd/final", thread: null, comments: 0 };
const eventPage: Page = { page: "event", data: parisEventPage };
const matchPage: Page = {
  page: "match",
  data: {
    competition: paris,
    event: parisEvent,
    match: finalMatch,
    rubbers: [],
    context,
    earlier: [],
    incidents: [],
    storylines: [],
    moment: parisMoment,
    conversation: unspoken,
    card: null,
  },
};
const livePage: Page = {
  page: "match",
  data: {
    competition: club,
    event: clubEvent,
    match: clubMatch(false),
    rubbers: [],
    context,
    earlier: [],
    incidents: [],
    storylines: [],
    moment: null,
    conversation: unspoken,
    card: null,
  },
};
const silver = {
  competition: paris,
  event: parisEvent,
  entry: pair("PRK"),
  matches: parisMatches.filter((match) => `${match.home.entry?.code} ${match.away.entry?.code}`.includes("prk")),
  medal: "silver",
} as const;
const momentPage = {
  page: "moment",
  data: {
    moment: { id: parisMoment.id, title: parisMoment.title, summary: null, atMs: null, photos: [] },
    competition: paris,
    event: parisEvent,
    podium: parisMedals,
    result: [parisMatch("final"), parisMatch("bronze")],
    ceremonies: [],
    storylines: [
      {
        code: "beat-seeds",
        facts: { entry: "RI / KIM", seeds: ["2", "8", "4"], count: 3 },
        claim: { event: "paris-2024/xd", says: "medals-apart", count: 3 },
        evidence: [
          {
            kind: "match",
            id: "paris-2024/xd/r16-8",
            winner: { en: "RI / KIM" },
            loser: { en: "HARIMOTO / HAYATA" },
            score: "4-1",
          },
        ],
      },
    ],
    reports: [],
    reactions: [],
    incidents: [],
    broadcasts: [],
    notes: [],
    readersNotes: [],
    thread: null,
    card: null,
  },
} satisfies Page;
const threadPage: Page = {
  page: "thread",
  data: {
    thread: {
      id: "t",
      title: { en: "The final" },
      subject: { kind: "moment", id: parisMoment.id, title: parisMoment.title, href: `/moments/${parisMoment.id}` },
      count: { posted: 0, shown: 0, removed: 0, deleted: 0, held: 0 },
      sort: "best",
      sortedAsBest: false,
      comments: [],
      held: [],
      notes: [],
      next: null,
      version: 1,
      locked: false,
      slowSeconds: 0,
      membersOnly: false,
      follows: false,
      mayPost: false,
    },
    about: { podium: parisMedals, result: [parisMatch("final")] },
    focus: null,
    draft: null,
  },
};
const pages: readonly Page[] = [
  threadPage,
  {
    page: "home",
    data: {
      live: [clubMatch(false)],
      next: [],
      decided: [parisMatch("final")],
      competitions: [paris, club],
      hasMore: true,
      moments: [parisMoment],
    },
  },
  { page: "now", data: { competitions: [{ competition: club, live: [clubMatch(false)], next: [] }] } },
  { page: "players", data: { players: pair("PRK").players, later: null, earlier: 2 } },
  { page: "moments", data: { moments: [parisMoment], later: null, earlier: null } },
  { page: "competitions", data: { competitions: [paris, club], later: null, earlier: 2 } },
  {
    page: "competition",
    data: {
      competition: paris,
      sessions: [{ date: "2024-07-27", from: "10:00", to: "14:00", title: "Round of 16" }],
      tables: ["1", "2"],
      events: [parisEvent],
      live: [],
      next: [],
      decided: [parisMatch("final")],
      medalTable: [],
      moments: [],
      conversation: { about: "competition:paris-2024", thread: "talk", comments: 2 },
    },
  },
  eventPage,
  matchPage,
  livePage,
  momentPage,
  {
    page: "player",
    data: {
      player: parisMedals[1]?.entry.players[0] ?? pair("PRK").players[0] ?? assert.fail(),
      association: null,
      paths: [silver],
      storylines: [],
      record: null,
      photos: [],
      isHeld: false,
      equipment: [],
      incidents: [],
      named: [],
      later: null,
      earlier: 2,
    },
  },
  { page: "entry", data: { path: silver } },
  { page: "refusal", data: { status: 404, code: "not-found", message: "There is nothing under this address." } },
];

describe("every page", () => {
  for (const language of LANGUAGES) {
    test(`in ${language}: one headline, its language, a skip link, no key without words, no script inside the text`, () => {
      for (const page of pages) {
        const document = html(page, language);
        assert.match(document, new RegExp(`^<!doctype html><html lang="${language}">`), page.page);
        assert.equal(document.match(/<h1/g)?.length, 1, page.page);
        assert.match(document, /<a class="skip" href="#content">/, page.page);
        assert.doesNotMatch(words(page, language), /\b(ui|live|moments|storyline)\.[a-z]/, page.page);
        assert.doesNotMatch(document, / style="|javascript:|\son[a-z]+="/, page.page);
      }
    });
  }

  test("every page of a competition says what is next to it", () => {
    for (const [page, beside] of [
      [eventPage, "/competitions/paris-2024"],
      [matchPage, "/competitions/paris-2024/xd"],
      [momentPage, "/competitions/paris-2024/xd"],
      [threadPage, `/moments/${parisMoment.id}`],
    ] as const) {
      const foot = /<nav class="next-to"[\s\S]*?<\/nav>/.exec(html(page))?.[0] ?? "";
      assert.ok(foot.includes(`href="${beside}"`), page.page);
    }
  });

  test("leads around, and says in which part the reader is", () => {
    const current = (path: string) => [
      ...render(eventPage, frame(path)).matchAll(/<a href="(\/[a-z]+)" aria-current="(\w+)"/g),
    ];
    const at = (path: string) => current(path).map(([, part, as]) => `${part} ${as}`);
    for (const part of ["now", "competitions", "players", "moments"]) {
      assert.match(html(eventPage), new RegExp(`<a href="/${part}"`));
      assert.deepEqual(at(`/${part}?page=2`), [`/${part} page`]);
    }
    assert.deepEqual(at("/matches/paris-2024/xd/final"), ["/competitions true"]);
    assert.deepEqual(at("/threads/paris-2024-xd-podium"), ["/moments true"]);
    assert.deepEqual(at("/nowhere"), []);
    assert.deepEqual(at("/"), []);
  });

  test("leads to itself in the other languages and as data", () => {
    const document = render(eventPage, frame("/competitions/paris-2024/xd?lang=ko&sort=new", "ko"));
    assert.match(document, /href="\/competitions\/paris-2024\/xd\?lang=zh&amp;sort=new"/);
    assert.match(document, /<link rel="canonical" href="https:\/\/podium.example\/competitions\/paris-2024\/xd"/);
    assert.match(document, /type="application\/json" href="\/competitions\/paris-2024\/xd.json"/);
    assert.match(render(momentPage, frame("/")), /href="\/home.json"/);
  });

  test("says so when it is a demonstration, and when its competition is invented", () => {
    assert.doesNotMatch(words(matchPage), /Demonstration|invented/);
    const demonstration = render(matchPage, { ...frame("/"), demo: true });
    assert.match(demonstration, /Demonstration/);
    assert.doesNotMatch(demonstration, /Riverside|Paris 2024 results/, "examples may not be loaded");
    assert.match(words(livePage), /This competition is invented/);
    assert.match(words(livePage), /An invented umpire is scoring/);
  });

  test("says once what was just done, in words it knows", () => {
    assert.match(words(eventPage), /^(?!.*You are signed out)/);
    assert.match(
      render(eventPage, { ...frame("/"), notice: { code: "signed-out", params: {} } }),
      /<main[^>]*><p class="notice" role="status">You are signed out\.<\/p>/,
    );
    assert.doesNotMatch(render(eventPage, { ...frame("/"), notice: { code: "cycle", params: {} } }), /class="notice"/);
  });

  test("shows the desk only to those who may use it", () => {
    const viewer: Viewer = { id: "1" as PersonId, name: "Ann", roles: { "*": ["member"] } };
    assert.doesNotMatch(render(eventPage, { ...frame("/"), viewer }), /href="\/desk"/);
    assert.match(
      render(eventPage, { ...frame("/"), viewer: { ...viewer, roles: { "paris-2024": ["referee"] } } }),
      /href="\/desk"/,
    );
  });
});

test("a match on the home page says at which table it is played", () => {
  const next = { ...clubMatch(false), status: "ready" as const, table: "7" };
  const data = { live: [], next: [next], decided: [], competitions: [], hasMore: false, moments: [] };
  assert.match(words({ page: "home", data }), /Table 7/);
});

describe("the event", () => {
  test("is its bracket: four rounds, the match for bronze apart, every entry leading to its path", () => {
    const document = html(eventPage);
    assert.deepEqual(
      [...document.matchAll(/id="round-(\w+)"/g)].map((found) => found[1]),
      ["r16", "qf", "sf", "final"],
    );
    const bracket = document.slice(document.indexOf("<live-bracket"), document.indexOf("</live-bracket>"));
    assert.equal(bracket.match(/<live-score/g)?.length, 16);
    assert.equal(bracket.match(/data-entry="paris-2024\/xd\/prk"/g)?.length, 4);
    assert.match(bracket, /Bronze medal match/);
  });

  test("opens no connection when nothing can change any more", () => {
    assert.match(html(eventPage), /<live-page>/);
    assert.match(
      html({ page: "event", data: { ...parisEventPage, event: { ...parisEvent, over: 15 } } }),
      /topics="event:paris-2024\/xd"/,
    );
  });

  test("shows a bye as the entry that goes on, and a slot to come by where it comes from", () => {
    const bye = {
      ...parisMatch("qf-1"),
      status: "bye" as const,
      away: { entry: null, source: { from: "bye" as const } },
      games: [],
      outcome: null,
    };
    const toCome = {
      ...parisMatch("final"),
      status: "waiting" as const,
      home: winnerOf("sf-1"),
      away: winnerOf("sf-2"),
      games: [],
      winner: null,
      outcome: null,
    };
    const page: Page = {
      page: "event",
      data: {
        ...parisEventPage,
        phases: [
          phaseOf([
            { round: "sf", matches: [bye] },
            { round: "final", matches: [toCome] },
          ]),
        ],
        orderOfPlay: [],
      },
    };
    assert.match(words(page), /WANG Chuqin SUN Yingsha \(1\) CHN bye/);
    assert.match(words(page), /Winner of Semi-final 1/);
  });

  for (const lines of [2, 4, 8, 16, 32, 64, 128]) {
    test(`has room for a draw of ${lines}`, () => {
      const rounds = [];
      for (let left = lines; left >= 2; left /= 2)
        rounds.push({
          round: `r${left}`,
          matches: Array.from({ length: left / 2 }, (_, index) => ({
            ...parisMatch("final"),
            id: `x/${left}-${index}`,
          })),
        });
      const document = html({ page: "event", data: { ...parisEventPage, phases: [phaseOf(rounds)], orderOfPlay: [] } });
      assert.equal(document.match(/<live-score/g)?.length, lines - 1);
      assert.match(document, lines > 16 ? /data-lines="a3"/ : /data-lines="a4"/);
    });
  }
});

describe("the match", () => {
  test("the final of Paris reads 4-2, with every game", () => {
    assert.match(
      words(matchPage),
      /WANG Chuqin SUN Yingsha CHN \(1\) 4 Games 4 RI Jong Sik KIM Kum Yong PRK 2 Games 2/,
    );
    assert.match(
      words(matchPage),
      /WANG Chuqin \/ SUN Yingsha 11 7 11 11 7 11 4 RI Jong Sik \/ KIM Kum Yong 6 11 8 5 11 8 2/,
    );
  });

  test("says what is not known, and draws no lead from game scores", () => {
    assert.match(words(matchPage), /its rallies are not/);
    assert.doesNotMatch(html(matchPage), /class="blocks"|class="tape"/);
  });

  test("draws the lead of a live match, with a place for every game to come and a table for those who cannot see it", () => {
    const document = html(livePage);
    assert.equal(document.match(/class="block"/g)?.length, 5);
    assert.match(words(livePage), /Largest lead of MOREAU Anouk/);
    assert.match(document, /data-seat="home1" data-role="(server|receiver)"/);
  });

  test("tells machines what it is, and no name can close the element", () => {
    const evil = {
      ...finalMatch,
      home: {
        ...finalMatch.home,
        entry: {
          ...pair("CHN"),
          players: [{ id: "x", family: "</script><b>", given: "", names: {}, association: null }],
        },
      },
    };
    const document = html({
      page: "match",
      data: {
        competition: paris,
        event: parisEvent,
        match: evil,
        rubbers: [],
        context,
        earlier: [],
        incidents: [],
        storylines: [],
        moment: null,
        conversation: unspoken,
        card: null,
      },
    });
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(document)?.[1] ?? "";
    assert.match(JSON.parse(data).name, /<\/script><b>/);
    assert.doesNotMatch(document, /<b>(?! )[^<]*<\/script>/);
  });
});

describe("the moment", () => {
  test("draws the podium where no photo is, and says what belongs there", () => {
    assert.match(
      html(momentPage),
      /<svg class="podium-drawing"[^>]*aria-label="Silver: RI Jong Sik \/ KIM Kum Yong PRK. Gold: WANG Chuqin \/ SUN Yingsha CHN. Bronze: LIM Jonghoon \/ SHIN Yubin KOR"/,
    );
    assert.match(words(momentPage), /The photo of this moment belongs here/);
    for (const name of ["WANG Chuqin", "SUN Yingsha", "RI Jong Sik", "KIM Kum Yong", "LIM Jonghoon", "SHIN Yubin"])
      assert.match(html(momentPage), new RegExp(`>${name}</text>`));
  });

  test("draws teams by what they are called, in the reader's language, whoever of them is known", () => {
    const podium = parisMedals.map((row) => ({
      ...row,
      entry: { ...row.entry, name: { en: "China", zh: "中国" }, players: [] },
    }));
    const page: Page = { page: "moment", data: { ...momentPage.data, podium } };
    assert.equal(html(page).match(/>China<\/text>/g)?.length, parisMedals.length);
    assert.match(html(page, "zh"), />中国<\/text>/);
  });

  test("tells a storyline in the reader's language, with its evidence", () => {
    assert.match(words(momentPage), /RI \/ KIM beat seeds 2, 8 and 4 on the way to the medal. 1 piece of evidence/);
    assert.match(words(momentPage, "zh"), /RI \/ KIM接连击败2、8和4号种子/);
  });
});

describe("the way of a pair", () => {
  test("has a station for every match and the medal at its end, seen from the pair", () => {
    const page: Page = { page: "entry", data: { path: silver } };
    assert.equal(html(page).match(/class="station (won|lost|end)/g)?.length, 5);
    assert.match(words(page), /Final 2–4 WANG Chuqin \/ SUN Yingsha/);
    assert.match(words(page), /Silver/);
  });

  test("names a bye once: nothing is to come of it", () => {
    const [first] = silver.matches;
    assert.ok(first);
    const bye: MatchRow = { ...first, status: "bye", games: [], away: { ...first.away, entry: null } };
    const page: Page = { page: "entry", data: { path: { ...silver, matches: [bye] } } };
    assert.equal(words(page).match(/\bbye\b/g)?.length, 1);
    assert.doesNotMatch(words(page), /to come/);
  });
});

test("a refusal has its status in words and a way out; a missing page says that nothing was lost", () => {
  const refusal = (code: RefusalCode): Page => ({
    page: "refusal",
    data: { status: 404, code, message: "There is nothing under x." },
  });
  assert.match(words(refusal("not-found")), /This page does not exist.*Nothing was lost.*Go to the home page/);
  assert.match(words(refusal("chair-unknown")), /Ask the desk for a new one.*Go to the home page/);
  const refused: Page = { page: "refusal", data: { status: 422, code: "cycle", message: "Too <b>late</b>." } };
  assert.match(html(refused), /Too &lt;b>late&lt;\/b>/);
  assert.match(
    words({ page: "refusal", data: { status: 401, code: "not-signed-in", message: "No." } }, "ko"),
    /로그인이 필요합니다/,
  );
});
