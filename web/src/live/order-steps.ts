import type { EntryCode, GroupStanding } from "@podium/engine";
import type { EntryView, Language } from "@podium/protocol";
import { entryName } from "../ui/match-names.ts";
import { list } from "../languages/translation.ts";
import { liveWords } from "./live-words.ts";

/** A step on the way to the order of a group, as the engine explains it. */
type Step = GroupStanding["steps"][number];
type Measured = Extract<Step, { kind: "measured" }>;
type Measure = Measured["criterion"]["measure"];

/** A step as a sentence; entries that are not known stand by their code. */
export function stepSentence(step: Step, entries: readonly EntryView[], language: Language): string {
  const t = liveWords(language);
  const nameOf = (code: EntryCode) => {
    const entry = entries.find((each) => each.code === code);
    return entry === undefined ? code : entryName(entry, language);
  };
  const tied = list(step.tied.map(nameOf), language);
  if (step.kind === "left") return t("live.trace.left", { tied });
  if (step.kind === "measured") return measuredSentence(step, { tied, nameOf, language });
  const order = step.order === null ? null : inOrder(step.order.map(nameOf), language);
  if (step.kind === "unknown") {
    const measure = measureName(step.criterion.measure, step.called, language);
    if (order === null) return t("live.trace.unknown", { tied, measure });
    return t("live.trace.unknown-given", { tied, measure, order });
  }
  return order === null ? t("live.trace.lots-open", { tied }) : t("live.trace.lots-drawn", { tied, order });
}

interface Telling {
  readonly tied: string;
  readonly nameOf: (code: EntryCode) => string;
  readonly language: Language;
}

function measuredSentence(step: Measured, { tied, nameOf, language }: Telling): string {
  const t = liveWords(language);
  const { measure } = step.criterion;
  const values = step.order.flatMap(({ entries, value }) =>
    entries.map((entry) => `${nameOf(entry)} ${figure(value, measure, language)}`),
  );
  const sentence = t("live.trace.measured", {
    where: t(`live.trace.${placeOf(step)}`),
    measure: measureName(measure, step.called, language),
    values: values.join(", "),
    order: inOrder(
      step.order.map(({ entries }) => entries.map(nameOf).join(" = ")),
      language,
    ),
  });
  const before = beforeIt(step, tied, language);
  return before === null ? sentence : `${before} ${sentence}`;
}

/** What had left them equal. */
function beforeIt({ equalOn, called, whole }: Measured, tied: string, language: Language): string | null {
  const t = liveWords(language);
  if (equalOn.length > 0) {
    const names = equalOn.map((measure) => measureName(measure, called, language));
    return t("live.trace.equal-on", { tied, measures: list(names, language) });
  }
  return whole ? null : t("live.trace.equal", { tied });
}

function placeOf({ criterion, whole }: Measured): "next-above" | "in-group" | "among-tied" {
  if (criterion.over === "next-above") return "next-above";
  return whole || criterion.over === "group" ? "in-group" : "among-tied";
}

function measureName(measure: Measure, called: "sets" | undefined, language: Language): string {
  const t = liveWords(language);
  switch (measure) {
    case "match-points":
    case "wins":
    case "played":
    case "match-ratio":
    case "match-difference":
    case "opponents-wins":
    case "opponents-wins-but-lowest":
    case "opponents-wins-median":
    case "beaten-wins":
      return t(`live.trace.measure.${measure}`);
    default:
      return t(called === undefined ? `live.trace.measure.${measure}` : `live.trace.measure.${called}.${measure}`);
  }
}

function figure([part, all]: readonly [number, number], measure: Measure, language: Language): string {
  if (measure.endsWith("-ratio")) return `${part}:${all}`;
  if (measure.endsWith("-share")) return liveWords(language)("live.trace.of", { part, all });
  return measure.endsWith("-difference") && part > 0 ? `+${part}` : String(part);
}

function inOrder(names: readonly string[], language: Language): string {
  return names.reduce((first, next) => liveWords(language)("live.trace.then", { first, next }));
}
