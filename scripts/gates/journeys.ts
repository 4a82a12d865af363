import { availableParallelism } from "node:os";
import { chromiumPath, ensureFonts } from "./chromium.ts";
import { allOf, broken, type Finding, type Gate } from "./gate.ts";
import { filesMatching, runTestFiles } from "./test-files.ts";

/** What these say depends on how quick fingers and pages are, so nothing else runs beside them. */
const ALONE: ReadonlySet<string> = new Set(["e2e/hall.journey.ts", "e2e/latency.journey.ts"]);

/** Journeys through Podium in a real browser, two at a time. They find the browser in CHROMIUM. */
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
    const pace = { timeoutSeconds: 600, limitSeconds: 1200 };
    const alone = files.filter((file) => ALONE.has(file));
    const others = files.filter((file) => !ALONE.has(file));
    return allOf([
      await runTestFiles(others, { ...pace, concurrency: Math.min(2, availableParallelism()) }),
      await runTestFiles(alone, { ...pace, concurrency: 1 }),
    ]);
  },
};
