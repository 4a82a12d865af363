import assert from "node:assert/strict";
import { test } from "node:test";
import type { Viewer } from "@podium/protocol";
import { readers, holders, holdersAnywhere, holdsOne, signedIn } from "./policy.ts";
import { personId } from "../storage/codes.ts";

function holding(roles: Viewer["roles"]): Viewer {
  return { id: personId("somebody"), name: "Somebody", roles };
}

/** Organiser of one competition, editor of another, a member of all. */
const ORGANISER = holding({ "*": ["member"], "paris-2024": ["organiser"], "riverside-open": ["editor"] });
const EVERYWHERE = holding({ "*": ["member", "organiser"] });

test("a role in one competition counts there, and nowhere else", () => {
  const rows: readonly (readonly [viewer: Viewer, competition: string | undefined, holds: boolean])[] = [
    [ORGANISER, "paris-2024", true],
    [ORGANISER, "riverside-open", false],
    [ORGANISER, "nowhere", false],
    [ORGANISER, undefined, false],
    [EVERYWHERE, "paris-2024", true],
    [EVERYWHERE, "nowhere", true],
    [EVERYWHERE, undefined, true],
    [holding({}), "paris-2024", false],
    [holding({ "*": ["member"] }), "paris-2024", false],
  ];
  for (const [viewer, competition, holds] of rows)
    assert.equal(holdsOne(viewer, competition, ["organiser", "referee"]), holds, `${competition}`);
  assert.equal(holdsOne(ORGANISER, "riverside-open", ["editor"]), true);
  assert.equal(holdsOne(ORGANISER, "paris-2024", ["editor"]), false);
  assert.equal(holdsOne(ORGANISER, "paris-2024", []), false);
});

test("a competition that is called like a part of every object gives no role", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"])
    assert.equal(holdsOne(ORGANISER, name, ["organiser"]), false, name);
});

test("a page of a competition is for its own holders, the list of desks for holders anywhere", () => {
  const ofIts = holders("organiser", "referee");
  const ofSome = holdersAnywhere("organiser", "referee");
  const at = (competition: string) => ({ competition });
  assert.equal(ofIts.allows(null, at("paris-2024")), false);
  assert.equal(ofIts.allows(ORGANISER, at("paris-2024")), true);
  assert.equal(ofIts.allows(ORGANISER, at("riverside-open")), false);
  assert.equal(ofIts.allows(ORGANISER, {}), false);
  assert.equal(ofIts.allows(EVERYWHERE, at("riverside-open")), true);
  assert.equal(ofSome.allows(null, {}), false);
  assert.equal(ofSome.allows(ORGANISER, {}), true);
  assert.equal(ofSome.allows(holding({ "*": ["member"], "paris-2024": ["editor"] }), {}), false);
  assert.equal(ofSome.allows(holding({ "*": ["member"], a: ["editor"], b: ["member", "referee"] }), {}), true);
});

test("anyone is everybody, and signed in is who is somebody", () => {
  assert.deepEqual([readers.allows(null, {}), readers.allows(ORGANISER, {})], [true, true]);
  assert.deepEqual([signedIn.allows(null, {}), signedIn.allows(ORGANISER, {})], [false, true]);
});
