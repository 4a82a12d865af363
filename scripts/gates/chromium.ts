import { existsSync } from "node:fs";
import { FONT_SETS, hasFonts } from "../../e2e/font-sets.ts";
import { outcomeOf } from "./command.ts";
import { withProgress } from "../bootstrap/progress.mjs";

/** Where a Chromium is, or a sentence that says why there is none and what to do. */
export type Browser = { readonly path: string } | { readonly missing: string };

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium that CHROMIUM names, else one in a usual place, else Debian's, which is installed when that is allowed. */
export async function chromiumPath(): Promise<Browser> {
  const named = process.env["CHROMIUM"];
  if (named) {
    return existsSync(named) ? { path: named } : { missing: `CHROMIUM names ${named}, but there is no such file.` };
  }
  const found = usualPlaces.find((path) => existsSync(path));
  if (found) return { path: found };
  if (!mayInstall()) {
    return {
      missing:
        "The journeys need Chromium: install it (on Debian, as root: apt-get install chromium fonts-noto-cjk), or name one by CHROMIUM.",
    };
  }
  return withProgress(process.stdout, "Installing Debian's Chromium", installFromDebian);
}

async function installFromDebian(): Promise<Browser> {
  const refused = await debianRefuses(["chromium", "fonts-noto-cjk"]);
  return refused === null ? { path: "/usr/bin/chromium" } : { missing: refused };
}

/** Installs the sets of fonts that journeys look at pages with and this machine lacks; without them their journeys say that they are skipped. */
export async function ensureFonts(): Promise<void> {
  const packages = FONT_SETS.filter((fonts) => !hasFonts(fonts)).map((fonts) => fonts.package);
  if (packages.length === 0 || !mayInstall()) return;
  const refused = await withProgress(process.stdout, "Installing fonts from Debian", () => debianRefuses(packages));
  if (refused !== null) process.stdout.write(`${refused}\n`);
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs packages; null when that went well, else what apt-get said. */
async function debianRefuses(packages: readonly string[]): Promise<string | null> {
  const steps = [["update"], ["install", "--yes", "--no-install-recommends", ...packages]];
  for (const step of steps) {
    const { code, output } = await outcomeOf("/usr/bin/env", [
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "--quiet",
      ...step,
    ]);
    if (code !== 0) return `apt-get ${step.join(" ")} failed:\n${output.trim()}`;
  }
  return null;
}
