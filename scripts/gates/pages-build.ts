import { Stop } from "../bootstrap/stop.mjs";
import { ensureWebBuilt } from "../bootstrap/web-build.mjs";
import { broken, type Finding, type Gate, held } from "./gate.ts";

/** The pages can be built; the tests after this one serve what it made. */
export const pagesBuild: Gate = {
  name: "build",
  sentence: "Pages",
  async run(): Promise<Finding> {
    try {
      await ensureWebBuilt(process.stdout);
      return held;
    } catch (error) {
      if (error instanceof Stop) return broken(error.message);
      throw error;
    }
  },
};
