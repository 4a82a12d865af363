import type { ConsequenceView, EntryView, Language, MatchRow } from "@podium/protocol";
import { entryName, matchName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";

/** Where consequences are read: on the page of a match, or on that of an event. */
interface Naming {
  readonly desk?: { readonly row: MatchRow };
  readonly entries: readonly EntryView[];
}

/** One thing that follows from a result, in a sentence. */
export function consequenceSentence(consequence: ConsequenceView, page: Naming, language: Language): string {
  const t = deskWords(language);
  switch (consequence.code) {
    case "result-recorded":
    case "match-voided":
    case "match-stopped":
    case "match-reopened":
    case "chair-taken-back":
      return t(`desk.consequence.${consequence.code}`, { match: matchWords(consequence.match, page, language) });
    case "draw-kept":
      return t("desk.consequence.draw-kept", {
        match: matchWords(consequence.match, page, language),
        entry: entryWords([consequence.entry], page, language),
      });
    case "match-walked-over": {
      const winner = entryWords(consequence.winner, page, language);
      const key = winner === "" ? "match-walked-over-nobody" : "match-walked-over";
      return t(`desk.consequence.${key}`, { match: matchWords(consequence.match, page, language), winner });
    }
    case "rallies-set-aside":
      return t("desk.consequence.rallies-set-aside", {
        match: matchWords(consequence.match, page, language),
        count: consequence.rallies,
      });
    case "entry-replaced": {
      const [before, after] = [
        entryWords(consequence.before, page, language),
        entryWords(consequence.after, page, language),
      ];
      const key = turn({ before, after }, ["entry-added", "entry-removed", "entry-replaced"]);
      return t(`desk.consequence.${key}`, { match: matchWords(consequence.match, page, language), before, after });
    }
    case "medal-moves": {
      const [before, after] = [
        entryWords(consequence.before, page, language),
        entryWords(consequence.after, page, language),
      ];
      const key = turn({ before, after }, ["medal-given", "medal-taken", "medal-moves"]);
      const medal = shared(language)(`ui.medal.${consequence.medal}`);
      return t(`desk.consequence.${key}`, { medal, before, after });
    }
  }
}

/** One of three: it was nobody's before, it is nobody's after, it moves. */
function turn<const Key>(
  { before, after }: { readonly before: string; readonly after: string },
  [given, taken, moved]: readonly [Key, Key, Key],
): Key {
  if (before === "") return given;
  return after === "" ? taken : moved;
}

function matchWords(id: string, { desk }: Naming, language: Language): string {
  if (id === desk?.row.id) return matchName(desk.row, language);
  const code = id.slice(id.lastIndexOf("/") + 1);
  const [, round = code, order = "1"] = /^([a-z]+\d*)-(\d+)$/.exec(code) ?? [];
  return matchName({ round, order: Number(order), group: null }, language);
}

/** Entries come by their codes and are named in full. */
export function entryWords(codes: readonly string[], { entries }: Naming, language: Language): string {
  return codes
    .map((code) => {
      const entry = entries.find((each) => each.code === code);
      return entry ? entryName(entry, language) : code.toUpperCase();
    })
    .join(", ");
}
