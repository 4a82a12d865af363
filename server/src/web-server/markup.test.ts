import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { exportCompetition } from "../exchange/export.ts";
import { install, load, play, exampleText, type Installation } from "./scenario.testing.ts";

const MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'--></textarea></title>${1}{{1}}";
const SHORT = "<b>&\"'</b>";

/** Where a file holds words that anybody may choose, and where only a few letters of them. */
const WORDS = new Set([
  "title",
  "place",
  "name",
  "family",
  "given",
  "names",
  "source",
  "headline",
  "credit",
  "paragraphs",
  "platform",
  "words",
  "by",
  "body",
  "reason",
  "summary",
]);
const FEW_LETTERS = new Set(["table", "association"]);

/** The same with markup wherever there are words. */
function withMarkup(value: unknown, key = ""): unknown {
  if (typeof value === "string") return WORDS.has(key) && value !== "" ? MARKUP : FEW_LETTERS.has(key) ? SHORT : value;
  if (Array.isArray(value)) return value.map((part) => withMarkup(part, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withMarkup(part, WORDS.has(key) ? key : name)]),
  );
}

function markedUp(): string {
  const file = JSON.parse(exampleText("paris-2024"));
  for (const honour of file.honours) Object.assign(honour, { competition: MARKUP, event: MARKUP, players: [MARKUP] });
  file.moments[0].reactions = [
    {
      id: "first",
      platform: "x",
      author: MARKUP,
      language: "en",
      words: "x",
      translation: { language: "ko", words: "x", by: "x" },
      invented: true,
      url: 'https://example.org/?a="><script>alert(1)</script>',
    },
  ];
  return JSON.stringify(withMarkup(file));
}

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  await load(here.app, markedUp());
  const handOut = {
    name: "a chair is handed out",
    method: "POST",
    path: "/desk/matches/paris-2024/xd/final/chair",
    as: "organiser",
    json: {},
  } as const;
  await play(here, {
    ...handOut,
    expects: { status: 200, facts: ["chair-issued"], remembers: { chair: /\/chair\/([\w-]+)/ } },
  });
});

after(() => here.close());

const pages: readonly (readonly [path: string, as?: "organiser"])[] = [
  ["/"],
  ["/competitions/paris-2024"],
  ["/competitions/paris-2024/xd"],
  ["/matches/paris-2024/xd/final"],
  ["/entries/paris-2024/xd/prk"],
  ["/players/sun-yingsha"],
  ["/moments/paris-2024-xd-podium"],
  ["/threads/paris-2024-xd-podium"],
  ["/threads/paris-2024-xd-podium?sort=new"],
  ["/threads/paris-2024-xd-podium/comments/xd-podium-01"],
  ["/threads/paris-2024-xd-podium/comments/xd-podium-20"],
  ["/chair/{chair}"],
  ["/desk", "organiser"],
  ["/desk/paris-2024", "organiser"],
  ["/desk/matches/paris-2024/xd/final", "organiser"],
];

for (const [path, as] of pages) {
  for (const language of ["en", "ko", "zh"]) {
    test(`markup in every text of an example comes out as text: ${path} (${language})`, async () => {
      const headers = { "accept-language": language };
      const { text } = await play(here, {
        name: path,
        path,
        as: as ?? null,
        headers,
        expects: {
          status: 200,
          contains: ["&lt;script"],
          absent: ["<script>alert", "<img src=x", "</textarea></title>", "<b>&"],
        },
      });
      const withoutValues = text.replaceAll(/="[^"]*"/g, "");
      assert.doesNotMatch(withoutValues, /<[^>]*\sonerror\s*=/i, "no attribute of it either");
    });
  }
}

test("what came in as markup goes out in the file as it came", async () => {
  const file = await exportCompetition(here.app.storage.db, "paris-2024");
  assert.ok(!isRefused(file));
  assert.equal(file.competition.title["en"], MARKUP);
  assert.equal(file.players[0]?.family, MARKUP);
});
