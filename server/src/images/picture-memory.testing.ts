import { readFileSync } from "node:fs";
import { checkPicture, sizesOf } from "./images.ts";

/** A process of its own: takes in the pictures that it is given by path, and tells what came of each and the most memory it ever had. */
const results: string[] = [];
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const checked = await checkPicture(bytes);
  if ("refused" in checked) {
    results.push(checked.code);
    continue;
  }
  const words = { credit: null, caption: null, alt: null, licence: null, people: [] };
  let made = 0;
  for await (const size of sizesOf(bytes, { formats: ["avif", "webp", "jpeg"], blurred: [], words }))
    made += size.bytes.length;
  results.push(made > 0 ? "taken" : "nothing");
}
const most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
process.stdout.write(JSON.stringify({ results, most }));
