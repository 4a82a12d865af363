import { existsSync } from "node:fs";
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
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return {
      missing:
        "The journeys need Chromium: install it (on Debian, as root: apt-get install chromium fonts-noto-cjk), or name one by CHROMIUM.",
    };
  }
  return withProgress(process.stdout, "Installing Debian's Chromium", installFromDebian);
}

async function installFromDebian(): Promise<Browser> {
  const packages = ["chromium", "fonts-noto-cjk"];
  const steps = [["update"], ["install", "--yes", "--no-install-recommends", ...packages]];
  for (const step of steps) {
    const { code, output } = await outcomeOf("/usr/bin/env", [
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "--quiet",
      ...step,
    ]);
    if (code !== 0) return { missing: `apt-get ${step.join(" ")} failed:\n${output.trim()}` };
  }
  return { path: "/usr/bin/chromium" };
}
