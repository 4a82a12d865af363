import { readFileSync } from "node:fs";
import { checkPicture, sizesOf } from "../server/src/images/images.ts";

/** A process of its own: takes in the photo at a path, makes all its sizes, and tells what that took. */
const bytes = readFileSync(process.argv[2] ?? "");
const words = { credit: null, caption: null, alt: null, licence: null, people: [] };
const before = process.cpuUsage();
await checkPicture(bytes);
const checked = process.cpuUsage(before);
let [files, made] = [0, 0];
for await (const size of sizesOf(bytes, { formats: ["webp", "jpeg", "avif"], blurred: [], words })) {
  files += 1;
  made += size.bytes.length;
}
const all = process.cpuUsage(before);
const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
const most = Number(/VmHWM:\s+(\d+)/.exec(readStatus())?.[1] ?? Number.NaN) / 1024;
process.stdout.write(JSON.stringify({ checked: seconds(checked), all: seconds(all), files, made, most }));

function readStatus(): string {
  try {
    return readFileSync("/proc/self/status", "utf8");
  } catch {
    return "";
  }
}
