import type { DeskMatchPage, Language } from "@podium/protocol";
import { entryName, matchName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { type TranslateDesk, deskWords } from "./desk-words.ts";

type Consequence = DeskMatchPage["consequences"][number];
type ConsequenceParams = Readonly<Record<"match" | "medal" | "before" | "after", string>>;

/** One thing that follows from a result, in a sentence. */
export function consequenceSentence(consequence: Consequence, page: DeskMatchPage, language: Language): string {
  const params = paramsIn(consequence, page, language);
  return sentence(consequence.code, params, deskWords(language)) ?? consequence.code;
}

function sentence(code: string, params: ConsequenceParams, t: TranslateDesk): string | null {
  switch (code) {
    case "result-recorded":
    case "match-voided":
    case "match-stopped":
    case "chair-taken-back":
      return t(`desk.consequence.${code}`, params);
    case "entry-replaced":
      return t(`desk.consequence.${turn(params, ["entry-added", "entry-removed", "entry-replaced"])}`, params);
    case "medal-moves":
      return t(`desk.consequence.${turn(params, ["medal-given", "medal-taken", "medal-moves"])}`, params);
    default:
      return null;
  }
}

/** One of three: it was nobody's before, it is nobody's after, it moves. */
function turn<const Key>({ before, after }: ConsequenceParams, [given, taken, moved]: readonly [Key, Key, Key]): Key {
  if (before === "") return given;
  return after === "" ? taken : moved;
}

function paramsIn({ facts: params }: Consequence, page: DeskMatchPage, language: Language): ConsequenceParams {
  const param = (name: string): string => String(params[name] ?? "");
  return {
    match: matchWords(param("match"), page, language),
    medal: medalWords(param("medal"), language),
    before: entryWords(param("before"), page, language),
    after: entryWords(param("after"), page, language),
  };
}

function matchWords(given: string, { desk: { row } }: DeskMatchPage, language: Language): string {
  if (given === row.id) return matchName(row, language);
  const code = given.slice(given.lastIndexOf("/") + 1);
  const [, round = code, order = "1"] = /^([a-z]+\d*)-(\d+)$/.exec(code) ?? [];
  return matchName({ round, order: Number(order), group: null }, language);
}

function medalWords(medal: string, language: Language): string {
  return medal === "gold" || medal === "silver" || medal === "bronze" ? shared(language)(`ui.medal.${medal}`) : medal;
}

/** Entries come by their codes and are named in full. */
function entryWords(codes: string, { entries }: DeskMatchPage, language: Language): string {
  return codes
    .split(", ")
    .map((code) => {
      const entry = entries.find((each) => each.code === code);
      return entry ? entryName(entry, language) : code.toUpperCase();
    })
    .join(", ");
}
