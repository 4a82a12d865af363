import { otherSide } from "@podium/engine";
import type { DeskMatch, Language } from "@podium/protocol";
import { slotName } from "../ui/match-names.ts";
import { deskWords } from "./desk-words.ts";

/** Which sides confirmed a result on the phone of its chair; empty where none has. */
export function confirmedInWords({ row, confirmed }: DeskMatch, language: Language): string {
  const t = deskWords(language);
  const [side, other] = confirmed;
  if (side === undefined) return "";
  if (other !== undefined) return t("desk.confirmed");
  return t("desk.confirmed-by", {
    side: slotName(row[side], language),
    other: slotName(row[otherSide(side)], language),
  });
}
