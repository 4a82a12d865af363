import { checkMedalCounts } from "./count-claims.ts";
import { checkDebut } from "./event-debuts.ts";
import type { FoundClaim } from "./found-claim.ts";
import type { MedalRecord } from "./medal-record.ts";
import { checkEditions } from "./editions.ts";
import { checkMedalTable } from "./medal-table.ts";
import { checkMedalPairs } from "./medal-pairs.ts";
import { checkMedalsAtGames } from "./medals-at-games.ts";
import { checkNamedGames } from "./named-games.ts";
import { checkOutsiders } from "./outsiders.ts";
import { checkOwnedMedals } from "./owned-medals.ts";
import { checkSoleMedal } from "./sole-medals.ts";
import { checkNeverWon } from "./never-won.ts";
import { checkPastGames } from "./past-games.ts";
import type { Part } from "./part.ts";
import { hasAnyTag } from "./phrases.ts";
import type { Scope } from "./scope.ts";

const READERS = [
  checkMedalCounts,
  checkPastGames,
  checkDebut,
  checkNeverWon,
  checkSoleMedal,
  checkMedalTable,
  checkEditions,
  checkOwnedMedals,
  checkNamedGames,
  checkMedalPairs,
  checkOutsiders,
  checkMedalsAtGames,
];

/** Without any of these a sentence says nothing of the medals of all Games. */
const OF_GAMES = new Set(
  "tally tally-short medal medallist champion title year city medal-table debut last-held edition held own-games outsider".split(
    " ",
  ),
);

/** Adds what a sentence says of the medals of all Games to what was found in it; where both read the same words, once. */
export function withRecordOfGames(
  found: readonly FoundClaim[],
  part: Part,
  { scope, medals }: { scope: Scope; medals: () => MedalRecord | null },
): FoundClaim[] {
  if (!part.items.some((item) => hasAnyTag(item, OF_GAMES))) return [...found];
  const more = READERS.flatMap((read) => read(part, scope, medals));
  if (more.length === 0) return [...found];
  const overruled = found.filter(
    (one) => one.type === "medal" && one.verdict === "supported" && more.some((other) => isWrongThere(one, other)),
  );
  const kept = found.filter((one) => !overruled.includes(one));
  return [...kept, ...more.filter((one) => !kept.some((other) => isSame(one, other)))];
}

function isWrongThere(one: FoundClaim, other: FoundClaim): boolean {
  return other.verdict === "contradicted" && overlap(one, other);
}

function isSame(one: FoundClaim, other: FoundClaim): boolean {
  return one.type === other.type && one.verdict === other.verdict && overlap(one, other);
}

function overlap({ words: one }: FoundClaim, { words: other }: FoundClaim): boolean {
  return one !== null && other !== null && one.start < other.end && other.start < one.end;
}
