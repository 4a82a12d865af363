import type { EntryCode } from "../brand.ts";
import { MEDALS, type Medal, type MedalWon } from "../medals/medals.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What happens at a ceremony, step by step. A step is never about play: the result stands before it begins. */
export type CeremonyStep =
  | { readonly step: "called" | "on-podium" | "photo" | "over" }
  /** A medallist is not there; the medal may be given later. */
  | { readonly step: "absent"; readonly entry: EntryCode }
  /** Who gives the medals from here on. */
  | { readonly step: "presenters"; readonly names: readonly string[] }
  | { readonly step: "medal"; readonly entry: EntryCode }
  /** The anthem, or the song that is played in its place. */
  | { readonly step: "music"; readonly piece: string };

/** A ceremony that was prepared for some medals, and what has happened at it. */
export interface Ceremony {
  /** In the order in which they are given: bronze, silver, gold. */
  readonly awards: readonly MedalWon[];
  readonly steps: readonly CeremonyStep[];
}

/** How far a ceremony is: its last step, as far as that is one of the whole ceremony. */
export type CeremonyPhase = "prepared" | Exclude<CeremonyStep["step"], "absent">;

/** A medal of a ceremony. `moved`: a correction has given it to somebody else before it was handed over. */
export interface CeremonyAward extends MedalWon {
  readonly state: "due" | "absent" | "given" | "moved";
}

/** Prepares a ceremony for these medals. Refuses `ceremony-no-medals`. */
export function prepareCeremony(medals: readonly MedalWon[]): Ceremony | Refusal {
  if (medals.length === 0) return refuse("ceremony-no-medals", "There is no medal to be given.");
  return { awards: MEDALS.toReversed().flatMap((medal) => medals.filter((one) => one.medal === medal)), steps: [] };
}

/** How far the ceremony is. A medal that is given after the music leaves it where it is. */
export function phaseOf({ steps }: Ceremony): CeremonyPhase {
  const last = steps.findLast(({ step }) => isClosing(step)) ?? steps.findLast(({ step }) => step !== "absent");
  return last === undefined || last.step === "absent" ? "prepared" : last.step;
}

/** The medals of a ceremony as they stand. `won` are those that the results decide now. */
export function awardsOf({ awards, steps }: Ceremony, won: readonly MedalWon[]): CeremonyAward[] {
  const entriesOf = (kind: "medal" | "absent") =>
    new Set(steps.flatMap((step) => (step.step === kind ? [step.entry] : [])));
  const [given, absent] = [entriesOf("medal"), entriesOf("absent")];
  const stateOf = (award: MedalWon): CeremonyAward["state"] => {
    if (given.has(award.entry)) return "given";
    if (!won.some((one) => isSame(one, award))) return "moved";
    return absent.has(award.entry) ? "absent" : "due";
  };
  return awards.map((award) => ({ ...award, state: stateOf(award) }));
}

/**
 * The ceremony after one more step. Bronze is given before silver and silver before gold; who was absent may be given
 * the medal at any time later. Presenters, music and photo may be left out. Refuses `ceremony-out-of-order`, and
 * `ceremony-medal-moved` for a medal that the results give to somebody else by now.
 */
export function ceremonyAfter(ceremony: Ceremony, step: CeremonyStep, won: readonly MedalWon[]): Ceremony | Refusal {
  const awards = awardsOf(ceremony, won);
  if (step.step === "medal" && awards.some(({ entry, state }) => entry === step.entry && state === "moved"))
    return refuse("ceremony-medal-moved", "The result was corrected: this medal goes to somebody else.");
  if (!mayFollow(phaseOf(ceremony), awards, step))
    return refuse("ceremony-out-of-order", "The ceremony is not at this step.", {
      step: step.step,
      phase: phaseOf(ceremony),
    });
  return { ...ceremony, steps: [...ceremony.steps, step] };
}

/** The kinds of steps that may come next. */
export function nextSteps(ceremony: Ceremony, won: readonly MedalWon[]): CeremonyStep["step"][] {
  const awards = awardsOf(ceremony, won);
  const steps: CeremonyStep[] = [
    { step: "called" },
    { step: "on-podium" },
    { step: "presenters", names: [] },
    ...awards.flatMap(({ entry }): CeremonyStep[] => [
      { step: "absent", entry },
      { step: "medal", entry },
    ]),
    { step: "music", piece: "" },
    { step: "photo" },
    { step: "over" },
  ];
  const phase = phaseOf(ceremony);
  return [...new Set(steps.filter((step) => mayFollow(phase, awards, step)).map(({ step }) => step))];
}

/** The entries to whom a medal may be given next. */
export function nextToReceive(ceremony: Ceremony, won: readonly MedalWon[]): EntryCode[] {
  const awards = awardsOf(ceremony, won);
  const phase = phaseOf(ceremony);
  return awards.flatMap(({ entry }) => (mayFollow(phase, awards, { step: "medal", entry }) ? [entry] : []));
}

/** Before, between and after the medals. */
const OPENING: readonly CeremonyPhase[] = ["prepared", "called"];
const GIVING: readonly CeremonyPhase[] = ["on-podium", "presenters", "medal"];
const CLOSING: readonly CeremonyPhase[] = ["music", "photo", "over"];

function isClosing(step: CeremonyStep["step"] | CeremonyPhase): boolean {
  return CLOSING.some((phase) => phase === step);
}

function mayFollow(phase: CeremonyPhase, awards: readonly CeremonyAward[], step: CeremonyStep): boolean {
  const isDue = awards.some(({ state }) => state === "due");
  switch (step.step) {
    case "called":
      return phase === "prepared";
    case "on-podium":
      return phase === "called";
    case "presenters":
      return GIVING.includes(phase) && isDue;
    case "absent":
      return [...OPENING, ...GIVING].includes(phase) && stateIn(awards, step.entry) === "due";
    case "medal":
      return !OPENING.includes(phase) && mayReceive(awards, step.entry);
    case "music":
    case "photo":
    case "over":
      return (
        !isDue && (GIVING.includes(phase) || (isClosing(phase) && CLOSING.indexOf(step.step) > CLOSING.indexOf(phase)))
      );
  }
}

/** A medal is given when all of less worth are, or were not collected; one that was not collected, at any time. */
function mayReceive(awards: readonly CeremonyAward[], entry: EntryCode): boolean {
  const award = awards.find((one) => one.entry === entry);
  if (award?.state === "absent") return true;
  return award?.state === "due" && awards.find(({ state }) => state === "due")?.medal === award.medal;
}

function stateIn(awards: readonly CeremonyAward[], entry: EntryCode): CeremonyAward["state"] | undefined {
  return awards.find((award) => award.entry === entry)?.state;
}

/** Medals that are still to be given, and those that must be handed back. */
interface OutstandingAwards {
  readonly due: readonly MedalWon[];
  readonly back: readonly MedalWon[];
}

/** What the medals that are won now leave to do after these ceremonies, the oldest first: a correction may call for another. */
export function outstandingAwards(won: readonly MedalWon[], ceremonies: readonly Ceremony[]): OutstandingAwards {
  const held = new Map<EntryCode, Medal>();
  for (const ceremony of ceremonies)
    for (const { entry, medal, state } of awardsOf(ceremony, won)) if (state === "given") held.set(entry, medal);
  return {
    due: won.filter(({ entry, medal }) => held.get(entry) !== medal),
    back: [...held].flatMap(([entry, medal]) =>
      won.some((one) => isSame(one, { entry, medal })) ? [] : [{ entry, medal }],
    ),
  };
}

function isSame(a: MedalWon, b: MedalWon): boolean {
  return a.entry === b.entry && a.medal === b.medal;
}
