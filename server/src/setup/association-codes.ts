import { ASSOCIATION_CODE_MAX, isAssociationCode } from "@podium/engine";
import type { DraftFile, Language } from "@podium/protocol";
import { numberedUntilFree } from "../competitions/free-code.ts";
import { languageWritten } from "./given-text.ts";

export type Associations = NonNullable<DraftFile["associations"]>;

/** The associations with the one that a list names, and its code: the name itself where it is as short as a code. */
export function associationsWith(
  associations: Associations,
  name: string | null,
  { codes, language }: { readonly codes: ReadonlySet<string>; readonly language: Language },
): { readonly associations: Associations; readonly code: string | null } {
  if (name === null || !/[\p{L}\p{N}]/u.test(name)) return { associations, code: null };
  const known = associations.find((each) => each.code === name || Object.values(each.name).includes(name));
  if (known !== undefined) return { associations, code: known.code };
  if (isAssociationCode(name)) return { associations, code: name };
  const code = freeInitials(name, new Set([...associations.map((each) => each.code), ...codes]));
  return {
    associations: [...associations, { code, name: { [languageWritten(name, language)]: name.slice(0, 200) } }],
    code,
  };
}

/** `Riverside Table Tennis` as `RTT`; of one long word its beginning. */
function freeInitials(name: string, taken: ReadonlySet<string>): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== "");
  const [only = ""] = words;
  const letters = words.length === 1 ? only.slice(0, 3) : words.map((word) => [...word][0] ?? "").join("");
  return numberedUntilFree(letters.toUpperCase().slice(0, ASSOCIATION_CODE_MAX - 3), taken);
}
