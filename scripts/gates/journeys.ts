import { chromiumPath, ensureFonts } from "./chromium.ts";
import { broken, type Finding, type Gate } from "./gate.ts";
import { filesMatching, runTestFiles } from "./test-files.ts";

/** Journeys through Podium in a real browser, one after another. They find the browser in CHROMIUM. */
export const journeys: Gate = {
  name: "journeys",
  sentence: "Journeys in a browser",
  async run(paths): Promise<Finding> {
    const files = filesMatching("e2e/**/*.journey.ts", paths);
    if (files.length === 0) return { passed: 0, failed: 0, report: "" };
    const browser = await chromiumPath();
    if ("missing" in browser) return broken(browser.missing);
    process.env["CHROMIUM"] = browser.path;
    await ensureFonts();
    return runTestFiles(files, { concurrency: 1, timeoutSeconds: 600, limitSeconds: 1200 });
  },
};
