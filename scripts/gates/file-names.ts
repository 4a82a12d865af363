import { basename } from "node:path";

/** Names that say nothing about what is inside. */
const emptyWords = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "types",
  "manager",
  "service",
  "base",
  "misc",
  "constants",
  "handler",
];

/** Files whose names a tool or a custom prescribes. */
const prescribed =
  /^(README|ARCHITECTURE|CONTRIBUTING|SECURITY|CHANGELOG|CODE_OF_CONDUCT)\.md$|^LICENSE$|^OFL\.txt$|^Dockerfile$|^tsconfig\.base\.json$/;

/** In a match the service is a stroke, and one of the sport's own words. */
const wordsOfTheSport = /^engine\/src\/matches\/service(\.test)?\.ts$/;

/** Why a file's name cannot stay, or undefined when it can. */
export function objectionToName(path: string): string | undefined {
  const name = basename(path);
  if (prescribed.test(name) || wordsOfTheSport.test(path) || name.startsWith(".")) return undefined;
  const words = name.split(".")[0]?.split("-") ?? [];
  if (/[A-Z_ ]/.test(name)) return `${path}: file names are kebab-case`;
  const empty = emptyWords.find((word) => name.startsWith(`${word}.`) || words.at(-1) === word);
  return empty ? `${path}: "${empty}" says nothing about what is inside` : undefined;
}
