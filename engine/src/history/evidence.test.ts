import assert from "node:assert/strict";
import { test } from "node:test";
import { parisRecord, resultOf } from "./paris-2024.testing.ts";
import type { EventRecord } from "./record.ts";
import type { RecordClaim } from "./record-claim.ts";
import type { Evidence } from "./storyline.ts";
import { storylines } from "./storylines.ts";
import { BEST_OF_THREE_2_1, inPlaceOf, record } from "./four-players.testing.ts";

function inShort(piece: Evidence): string {
  if (piece.kind === "match") return `${piece.id} ${piece.score}`;
  if (piece.kind === "entry") return piece.id;
  if (piece.kind === "honour") return `${piece.honour.year} ${piece.honour.medal} of ${piece.association.en}`;
  const { held, from, to, listed } = piece.facts;
  return `${piece.code} ${String(from)} to ${String(to)}, ${String(listed)} medals of ${[held].flat().length} years`;
}

/** Each storyline as `says` with what it says, and what it rests on. */
function wholeOf(event: EventRecord): [claim: Omit<RecordClaim, "event">, evidence: string[]][] {
  return storylines(event).map(({ claim, evidence }) => {
    const { event: id, ...says } = claim;
    assert.equal(id, event.id);
    return [says, evidence.map(inShort)];
  });
}

test("Paris 2024: what each storyline claims in types, and what it rests on", () => {
  const every = ["gold", "silver", "bronze"];
  assert.deepEqual(wholeOf(parisRecord()), [
    [
      { says: "shared-podium", associations: ["PRK", "KOR"], since: 2004 },
      [
        "2004 silver of DPR Korea",
        "2004 bronze of Republic of Korea",
        "not-together 2008 to 2020, 51 medals of 4 years",
      ],
    ],
    [
      { says: "only-unranked", entry: "prk", entries: 16 },
      ["paris-2024/xd/prk", "paris-2024/xd/r16-8 4-1", "paris-2024/xd/qf-4 4-1", "paris-2024/xd/sf-2 4-3"],
    ],
    [
      { says: "beat-champions", winner: "prk", loser: "jpn", association: "JPN", year: 2020, isOfPeople: false },
      ["paris-2024/xd/r16-8 4-1", "2020 gold of Japan"],
    ],
    [
      { says: "beat-seeds", entry: "prk", seeds: [2, 8, 4] },
      ["paris-2024/xd/r16-8 4-1", "paris-2024/xd/qf-4 4-1", "paris-2024/xd/sf-2 4-3"],
    ],
    [
      { says: "first-medal", association: "PRK", medals: every, isOfEvent: false, since: 2016 },
      ["2016 bronze of DPR Korea", "no-medal 2020 to 2020, 15 medals of 1 years"],
    ],
    [
      { says: "first-medal", association: "KOR", medals: every, isOfEvent: false, since: 2012 },
      ["2012 silver of Republic of Korea", "no-medal 2016 to 2020, 27 medals of 2 years"],
    ],
    [
      { says: "first-medal", association: "CHN", medals: ["gold"], isOfEvent: true, since: null },
      ["2020 silver of China", "no-gold-in-event 2020 to 2020, 3 medals of 1 years"],
    ],
    [
      { says: "first-medal", association: "PRK", medals: ["gold", "silver"], isOfEvent: false, since: 2004 },
      ["2004 silver of DPR Korea", "no-medal-as-good 2008 to 2020, 51 medals of 4 years"],
    ],
    [{ says: "full-length", winner: "prk", loser: "hkg", game: [11, 6], count: 1 }, ["paris-2024/xd/sf-2 4-3"]],
    [
      { says: "top-seed-won", entry: "chn" },
      [
        "paris-2024/xd/chn",
        "paris-2024/xd/r16-1 4-0",
        "paris-2024/xd/qf-1 4-2",
        "paris-2024/xd/sf-1 4-2",
        "paris-2024/xd/final 4-2",
      ],
    ],
    [{ says: "seeds-missing", seeds: [2] }, ["paris-2024/xd/r16-8 4-1"]],
    [
      { says: "first-medal", association: "PRK", medals: every, isOfEvent: true, since: null },
      ["no-medal-in-event 2020 to 2020, 3 medals of 1 years"],
    ],
    [
      { says: "first-medal", association: "KOR", medals: every, isOfEvent: true, since: null },
      ["no-medal-in-event 2020 to 2020, 3 medals of 1 years"],
    ],
    [
      { says: "most-games", entry: "prk", games: 23, matches: 4 },
      ["paris-2024/xd/r16-8 4-1", "paris-2024/xd/qf-4 4-1", "paris-2024/xd/sf-2 4-3", "paris-2024/xd/final 4-2"],
    ],
    [{ says: "longest-game", winner: "prk", loser: "jpn", game: [15, 13] }, ["paris-2024/xd/r16-8 4-1"]],
    [{ says: "medals-apart", count: 3 }, ["paris-2024/xd/chn", "paris-2024/xd/prk", "paris-2024/xd/kor"]],
  ]);
});

test("of several deciding games each is told by itself first, with the others behind it", () => {
  const lines = storylines(record({ results: inPlaceOf(resultOf("sf-1", BEST_OF_THREE_2_1)) }));
  const deciding = lines.filter(({ code }) => code === "deciding-game");
  assert.deepEqual(
    deciding.map(({ claim, evidence }) => [claim.says === "full-length" && claim.loser, ...evidence.map(inShort)]),
    [
      ["bea", "cup/os/sf-1 2-1", "cup/os/final 2-1"],
      ["cal", "cup/os/final 2-1", "cup/os/sf-1 2-1"],
    ],
  );
});

test("seeds that are missing in the semi-finals are named in their order, each with the match that it lost", () => {
  const seeds: Readonly<Record<string, number>> = { fra: 1, swe: 2, jpn: 3, chn: 4 };
  const paris = parisRecord();
  const entries = paris.entries.map((entry) => ({ ...entry, seed: seeds[entry.code] ?? null }));
  const [line] = storylines({ ...paris, entries }).filter(({ code }) => code === "seeds-missing");
  assert.deepEqual(line?.claim, { event: "paris-2024/xd", says: "seeds-missing", seeds: [1, 2, 3] });
  assert.deepEqual(line?.evidence.map(inShort), [
    "paris-2024/xd/r16-2 4-2",
    "paris-2024/xd/qf-4 4-1",
    "paris-2024/xd/r16-8 4-1",
  ]);
});
