import type { DeskMatchPage, Language } from "@podium/protocol";
import { entryName, matchName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { type SayDesk, deskWords } from "./desk-words.ts";

type Consequence = DeskMatchPage["consequences"][number];
type Facts = Readonly<Record<"match" | "medal" | "before" | "after", string>>;

/** One thing that follows from a result, in a sentence. */
export function consequenceSentence(consequence: Consequence, page: DeskMatchPage, language: Language): string {
  const facts = factsIn(consequence, page, language);
  return sentence(consequence.code, facts, deskWords(language)) ?? consequence.code;
}

function sentence(code: string, facts: Facts, say: SayDesk): string | null {
  switch (code) {
    case "result-recorded":
    case "match-voided":
    case "match-stopped":
    case "chair-taken-back":
      return say(`desk.consequence.${code}`, facts);
    case "entry-replaced":
      return say(`desk.consequence.${turn(facts, ["entry-added", "entry-removed", "entry-replaced"])}`, facts);
    case "medal-moves":
      return say(`desk.consequence.${turn(facts, ["medal-given", "medal-taken", "medal-moves"])}`, facts);
    default:
      return null;
  }
}

/** One of three: it was nobody's before, it is nobody's after, it moves. */
function turn<const Key>({ before, after }: Facts, [given, taken, moved]: readonly [Key, Key, Key]): Key {
  if (before === "") return given;
  return after === "" ? taken : moved;
}

function factsIn({ facts }: Consequence, page: DeskMatchPage, language: Language): Facts {
  const fact = (name: string): string => String(facts[name] ?? "");
  return {
    match: matchWords(fact("match"), page, language),
    medal: medalWords(fact("medal"), language),
    before: entryWords(fact("before"), page, language),
    after: entryWords(fact("after"), page, language),
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
