import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Frame, Language, Page, Render } from "@podium/protocol";
import { createServer, type ViteDevServer } from "vite";
import { parisEventPage } from "../ui/paris.testing.ts";

/** Polish tells four plural categories apart; here its words are those of English in other letters. */
const TAG = "pl";
const FORMS = ["one", "few", "many", "other"];

const root = fileURLToPath(new URL("../../../", import.meta.url));
const tree = mkdtempSync(join(tmpdir(), "podium-language-"));
let vite: ViteDevServer;
let render: Render;

/** A copy of what pages are made of. Packages come from where they are. */
function copyTree(): void {
  for (const name of ["web", "protocol", "engine"])
    cpSync(join(root, name), join(tree, name), {
      recursive: true,
      filter: (path) => !/\/(dist[.\d]*|node_modules)$|\.test\.tsx?$/.test(path),
    });
  cpSync(join(root, "tsconfig.base.json"), join(tree, "tsconfig.base.json"));
  mkdirSync(join(tree, "node_modules", "@podium"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".") && name !== "@podium")
      symlinkSync(join(root, "node_modules", name), join(tree, "node_modules", name));
  for (const name of ["protocol", "engine"]) symlinkSync(join(tree, name), join(tree, "node_modules", "@podium", name));
}

/** Letters that no catalogue has, with the gaps as they are. */
function disguised(sentence: string): string {
  return sentence.replaceAll(/\{\w+\}|[a-zA-Z]+/g, (part) => (part.startsWith("{") ? part : `‹${part}›`));
}

/** The three steps of docs/adding-a-language.md. */
function addLanguage(): void {
  const languages = join(tree, "web/src/languages");
  cpSync(join(languages, "en"), join(languages, TAG), { recursive: true });
  for (const file of readdirSync(join(languages, TAG)).filter((name) => name.endsWith(".json"))) {
    const english: Record<string, string> = JSON.parse(readFileSync(join(languages, "en", file), "utf8"));
    const words = Object.entries(english).flatMap(([key, sentence]) => {
      const counted = /^(.*)_other$/.exec(key)?.[1];
      if (counted !== undefined) return FORMS.map((form) => [`${counted}_${form}`, `${disguised(sentence)} ‹${form}›`]);
      return key.endsWith("_one") ? [] : [[key, disguised(sentence)]];
    });
    writeFileSync(join(languages, TAG, file), JSON.stringify(Object.fromEntries(words)));
  }
  edit("protocol/src/languages.ts", (text) =>
    text.replace(
      "} as const satisfies",
      `  ${TAG}: { name: "Polski", locale: "pl-PL", encoding: "windows-1250" },\n} as const satisfies`,
    ),
  );
  edit("web/src/languages/catalogues.ts", (text) =>
    text
      .replace(/(import \* as en .*\n)/, `$1import * as ${TAG} from "./${TAG}/words.ts";\n`)
      .replace("= { en,", `= { en, ${TAG},`),
  );
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(join(tree, file), "utf8");
  const now = change(before);
  assert.notEqual(now, before, file);
  writeFileSync(join(tree, file), now);
}

before(async () => {
  copyTree();
  addLanguage();
  vite = await createServer({
    root: join(tree, "web"),
    configFile: join(tree, "web", "vite.config.ts"),
    server: { middlewareMode: true, ws: false },
    appType: "custom",
    logLevel: "error",
  });
  render = (await vite.ssrLoadModule("/src/render.tsx"))["render"] as Render; // what render.tsx exports
});

after(async () => {
  await vite.close();
  rmSync(tree, { recursive: true });
});

function html(page: Page, language: string): string {
  const frame: Frame = {
    language: language as Language, // of the tree, not of this one
    path: "/here",
    viewer: null,
    demo: true,
    nowMs: 0,
    liveSince: 0,
    origin: "https://podium.example",
    assets: {},
    notice: null,
  };
  return render(page, frame);
}

/** Sentences of English without a gap, long enough to be nothing else. */
const SENTENCES = readdirSync(join(root, "web/src/languages/en"))
  .filter((file) => file.endsWith(".json"))
  .flatMap((file): string[] =>
    Object.values(JSON.parse(readFileSync(join(root, "web/src/languages/en", file), "utf8"))),
  )
  .filter((sentence) => !/[{&'"<>]/.test(sentence) && sentence.length > 12);

const event: Page = { page: "event", data: parisEventPage };
const missing: Page = { page: "refusal", data: { status: 404, code: "not-found", message: "Not found." } };

test("a language is a folder, a line in the list and an import: nothing else has to know it", () => {
  const tsc = join(root, "node_modules/@typescript/native/bin/tsc");
  execFileSync(process.execPath, [tsc, "--noEmit", "--project", join(tree, "web")], { stdio: "pipe" });
});

test("pages are in the new language, and say so", () => {
  for (const page of [event, missing]) {
    const written = html(page, TAG);
    assert.match(written, /<html lang="pl"/);
    const english = SENTENCES.filter((sentence) => written.includes(sentence));
    assert.deepEqual(english, []);
    assert.ok(SENTENCES.some((sentence) => written.includes(disguised(sentence))));
    assert.match(written, /property="og:locale" content="pl_PL"/);
  }
});

test("every other page offers it by its own name", () => {
  assert.match(html(event, "ko"), /hreflang="pl"[^>]*>Polski</);
});
