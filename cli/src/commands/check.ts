import { type Claim, isRefused, refuse, type Refusal } from "@podium/engine";
import { claimChecker, beginWithExamples, refusedCompetition } from "@podium/server";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Hold what a text says of a competition against its results";

const HELP = `Usage: podium check --competition ID|all [--lang LANGUAGE] [--date YYYY-MM-DD] [--pretty] FILE

Reads a text (- is standard input) and answers one JSON line for each statement about the sport that it finds: whether the
record supports it, contradicts it, or does not hold it. LANGUAGE is a BCP 47 tag; when it is left out, each paragraph
is read in the language that it seems to be in. The date is the day of the text, from which "yesterday" is counted. --pretty writes for people. docs/cli.md describes the lines.
An empty database is filled with the example competitions first, as at the first start of the server.
The exit code is 0, 2 when the text or the competition is not there, or 1 when the database could not be used.
`;

interface Asked {
  readonly file: string;
  readonly competition: string;
  readonly language: string | undefined;
  readonly date: string | undefined;
  readonly pretty: boolean;
}

/** Checks one text. */
export async function run(args: string[]): Promise<number> {
  const asked = parse(args);
  if (asked === null) return usage(HELP, args);
  return withPodium(async ({ app }) => {
    const words = await readWords(asked.file);
    if (words === null) return refuse("file-unknown", `The file ${asked.file} cannot be read.`);
    const loaded = await beginWithExamples(app, (line) => process.stderr.write(`${line}\n`));
    const refused = loaded ?? (await refusedCompetition(app.storage.db, asked.competition));
    if (isRefused(refused)) return refused;
    return answer(await claimChecker(app.storage.db), words, asked);
  });
}

function parse(args: string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        competition: { type: "string" },
        lang: { type: "string" },
        date: { type: "string" },
        pretty: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const [file, ...more] = positionals;
    const isDay = values.date === undefined || /^\d{4}-\d{2}-\d{2}$/.test(values.date);
    if (file === undefined || more.length > 0 || values.competition === undefined || values.help === true || !isDay)
      return null;
    return {
      file,
      competition: values.competition,
      language: values.lang,
      date: values.date,
      pretty: values.pretty ?? false,
    };
  } catch {
    return null;
  }
}

async function readWords(file: string): Promise<string | null> {
  if (file === "-") return text(process.stdin);
  return readFile(file, "utf8").catch(() => null);
}

type Checker = Awaited<ReturnType<typeof claimChecker>>;

function answer(checker: Checker, words: string, { competition, language, date, pretty }: Asked): string | Refusal {
  const claims = checker.check(words, {
    ...(language === undefined ? {} : { language }),
    ...(date === undefined ? {} : { date }),
    ...(competition === "all" ? {} : { competition }),
  });
  return pretty ? prettyLines(claims) : claims.map((claim) => `${JSON.stringify(claim)}\n`).join("");
}

const MARKS = { supported: "+", contradicted: "!", "not in the record": "?" } as const;

/** Each sentence once, with what is said in it below. */
function prettyLines(claims: readonly Claim[]): string {
  let lines = "";
  let before = -1;
  for (const { sentence, start, type, claim, verdict, truth, evidence } of claims) {
    if (start !== before) lines += `${before < 0 ? "" : "\n"}${sentence}\n`;
    before = start;
    const rest = [
      truth === undefined ? "" : `; the record has ${truth}`,
      ...evidence.slice(0, 1).map((one) => ("label" in one ? ` (${one.label})` : "")),
    ];
    lines += `  ${MARKS[verdict]} ${type}: ${claim}: ${verdict}${rest.join("")}\n`;
  }
  return lines === "" ? "Nothing in this text is about the record.\n" : lines;
}
