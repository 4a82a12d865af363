import type { Claim } from "./claim.ts";
import type { ClaimChecker } from "./check.ts";

/** A true sentence with one detail changed by program. */
interface Mutation {
  readonly kind: string;
  readonly sentence: string;
}

const ROUNDS = ["final", "semi-finals", "quarter-finals", "round of 16", "bronze medal match"];
const ROUND_CODES = ["final", "sf", "qf", "r16", "bronze"];
const MEDALS = ["gold", "silver", "bronze"];
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Every change of one detail that a supported claim of the sentence names. */
export function mutationsOf(sentence: string, claims: readonly Claim[]): Mutation[] {
  const supported = claims.filter(({ verdict }) => verdict === "supported");
  return supported.flatMap((claim) => {
    const written = sentence.slice(claim.words.start, claim.words.end);
    return changesOf(claim, written).map((changed) => ({
      kind: claim.type,
      sentence: sentence.slice(0, claim.words.start) + changed + sentence.slice(claim.words.end),
    }));
  });
}

function changesOf({ type, claim }: Claim, written: string): string[] {
  switch (type) {
    case "score":
      return /^4-\d$/.test(written) ? ["4-0", "4-1", "4-2", "4-3"].filter((score) => score !== written) : [];
    case "points":
      return changedPoints(written);
    case "round":
      return ROUND_CODES.includes(claim)
        ? ROUNDS.filter((_, index) => ROUND_CODES[index] !== claim && !isPair(ROUND_CODES[index], claim))
        : [];
    case "date":
      return changedDay(written);
    case "medal":
      return changedMedal(written);
    default:
      return [];
  }
}

/** Both may be true: a semi-finalist plays for bronze as well, and the finals are played on one day. */
function isPair(one: string | undefined, other: string): boolean {
  const pair = [one, other].sort().join(" ");
  return one === undefined || pair === "bronze final" || pair === "bronze sf";
}

/** One more or one less in each place. */
function changedPoints(written: string): string[] {
  return [...written.matchAll(/\d+/g)].map((figure) => {
    const changed = String(Number(figure[0]) === 11 ? 9 : Number(figure[0]) + 1);
    return written.slice(0, figure.index) + changed + written.slice(figure.index + figure[0].length);
  });
}

function changedDay(written: string): string[] {
  const at = WEEKDAYS.findIndex((day) => written.startsWith(day));
  if (at >= 0) return [2, 3].map((days) => written.replace(WEEKDAYS[at] ?? "", WEEKDAYS[(at + days) % 7] ?? ""));
  const day = /\d+/.exec(written)?.[0];
  return day === undefined ? [] : [written.replace(day, String(Number(day) === 30 ? 28 : Number(day) + 2))];
}

function changedMedal(written: string): string[] {
  const medal = MEDALS.find((one) => written.toLowerCase().includes(one));
  if (medal === undefined) return [];
  return MEDALS.filter((one) => one !== medal).map((one) => written.replace(new RegExp(medal, "i"), one));
}

/** Each name of the sentence in the place of each other's: who won is turned about. */
export function swapped(sentence: string, names: readonly string[]): Mutation[] {
  const said = names.filter((name) => sentence.includes(name));
  return said.flatMap((name) => {
    const stranger = names.find(
      (other) => !sentence.includes(other) && other !== name && name.includes(" and ") === other.includes(" and "),
    );
    return stranger === undefined ? [] : [{ kind: "name", sentence: sentence.replace(name, stranger) }];
  });
}

/** How many mutations of each kind are contradicted, with those that are not. */
export function judged(
  checker: ClaimChecker,
  mutations: readonly Mutation[],
): Map<string, { all: number; missed: string[] }> {
  const kinds = new Map<string, { all: number; missed: string[] }>();
  for (const { kind, sentence } of mutations) {
    const counted = kinds.get(kind) ?? { all: 0, missed: [] };
    counted.all += 1;
    if (!checker.check(sentence).some(({ verdict }) => verdict === "contradicted")) counted.missed.push(sentence);
    kinds.set(kind, counted);
  }
  return kinds;
}
