import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/** Loaded before everything else: one file is read with an error planted in it. The file on the disk stays as it is. */
export interface Plant {
  /** Absolute. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const plant = process.env["PLANT"] === undefined ? null : (JSON.parse(process.env["PLANT"]) as Plant); // made by trial.ts

if (plant !== null) {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith("file:") || fileURLToPath(url) !== plant.file) return nextLoad(url, context);
      const source = readFileSync(plant.file, "utf8");
      const planted = source.slice(0, plant.start) + plant.text + source.slice(plant.end);
      return { format: "module-typescript", source: planted, shortCircuit: true };
    },
  });
}
