import { type Refusal, isRefused, refuse } from "../refusal.ts";
import { lawsOf } from "../sports/catalogue.ts";
import { type Json, canonicalJson } from "./canonical-json.ts";
import type { Drawable } from "./field.ts";
import { drawGroups, groupName } from "./group-draw.ts";
import { drawKnockOut } from "./knock-out-draw.ts";
import { drawSizeFor } from "./knock-out.ts";
import { lotFrom } from "./lot.ts";
import { inOrder } from "./order.ts";
import type { Group } from "./plan.ts";
import { seedLineLaw } from "./seed-lines.ts";
import { sha256Hex } from "./sha-256.ts";
import { type Ball, Urn } from "./urn.ts";

/** The rules that turn entries and chance into a draw. A change that moves any ball takes a new version. */
const DRAW_ALGORITHM = "podium-draw/2";

/** Versions whose rules are no longer kept: a draw made by one is named as such, and not verified. */
const FORMER_ALGORITHMS = ["podium-draw/1"];

export interface DrawEntry {
  readonly id: string;
  readonly name?: string | undefined;
  readonly association?: string | undefined;
  /** Place in the ranking the draw goes by; without it an entry comes after all that have one. */
  readonly rank?: number | undefined;
  readonly seed?: number | undefined;
  readonly qualifier?: boolean | undefined;
  /** Where it stood in the groups before: the first and second of a group come into different halves (ITTF 3.7). */
  readonly group?: string | undefined;
  readonly place?: number | undefined;
}

/** Everything that a draw depends on, save chance. */
export interface DrawRequest {
  readonly sport: string;
  readonly edition?: string | undefined;
  readonly format: "knock-out" | "groups";
  readonly entries: readonly DrawEntry[];
  /** Lines of the knock-out; the smallest that holds everybody when left out. */
  readonly size?: number | undefined;
  /** How many are seeded by rank, when no entry brings a seed; half the lines when left out. */
  readonly seeds?: number | undefined;
  /** Seed lines of another law than the sport's own. */
  readonly seedLines?: string | undefined;
  readonly groups?: number | undefined;
  readonly method?: "snake" | "modified" | undefined;
  /** `required`: refuse rather than let two of one association meet in a group or in the first round. */
  readonly separation?: "as-far-as-possible" | "required" | undefined;
}

export interface Drawn {
  /** Entries from the top line to the bottom, null for a bye; empty for groups. */
  readonly lines: readonly (string | null)[];
  readonly groups: readonly { readonly name: Group["name"]; readonly entries: readonly string[] }[];
  readonly commitment: string;
  readonly transcript: readonly Ball[];
}

/**
 * What is published before chance is asked: the SHA-256 of the entries, the rules and the version of the algorithm as
 * canonical JSON. Whoever has the request can work it out again.
 */
export function commitmentOf(request: DrawRequest): string {
  return commitmentBy(DRAW_ALGORITHM, request);
}

function commitmentBy(algorithm: string, request: DrawRequest): string {
  return sha256Hex(canonicalJson({ algorithm, request: committed(request) }));
}

/**
 * Draws. The same request and the same randomness give the same balls, anywhere and always.
 * Refuses `entry-twice`, `no-randomness`, `unknown-sport`, `unknown-seed-lines`, `cannot-separate` and what drawKnockOut and drawGroups refuse.
 */
export function performDraw(request: DrawRequest, randomness: string): Drawn | Refusal {
  if (randomness === "") return refuse("no-randomness", "A draw needs randomness that nobody could choose.");
  const twice = request.entries.find(
    (entry, index) => request.entries.findIndex((other) => other.id === entry.id) !== index,
  );
  if (twice) return refuse("entry-twice", `${twice.id} is entered twice.`, { entry: twice.id });
  const commitment = commitmentOf(request);
  const urn = new Urn(lotFrom(commitment, randomness));
  const drawn = request.format === "groups" ? groupsOf(request, urn) : linesOf(request, urn);
  if (isRefused(drawn)) return drawn;
  const refusal = request.separation === "required" ? refusedMeeting(request, drawn) : null;
  return refusal ?? { lines: [], groups: [], ...drawn, commitment, transcript: urn.balls };
}

/** A draw as it was published. */
type PublishedDraw = Partial<Pick<Drawn, "lines" | "groups">> & Pick<Drawn, "commitment" | "transcript">;

/**
 * Draws again and compares: commitment, every ball, the outcome. Refuses `former-algorithm`, `commitment-differs`,
 * `transcript-differs` (with the number of the first ball that does) and `outcome-differs`.
 */
export function verifyDraw(request: DrawRequest, randomness: string, published: PublishedDraw): Drawn | Refusal {
  const former = FORMER_ALGORITHMS.find((algorithm) => commitmentBy(algorithm, request) === published.commitment);
  if (former !== undefined) {
    const sentence = `This draw was made by ${former}, which Podium no longer carries out; its own release verifies it.`;
    return refuse("former-algorithm", sentence, { algorithm: former });
  }
  const drawn = performDraw(request, randomness);
  if (isRefused(drawn)) return drawn;
  if (published.commitment !== drawn.commitment) {
    return refuse("commitment-differs", "Entries or rules are not those that the commitment was given for.", {
      commitment: drawn.commitment,
    });
  }
  const count = Math.max(drawn.transcript.length, published.transcript.length);
  for (let index = 0; index < count; index += 1) {
    if (same(drawn.transcript[index], published.transcript[index])) continue;
    return refuse("transcript-differs", `Ball ${index + 1} was not drawn so.`, { ball: index + 1 });
  }
  const outcome = same(drawn.groups, published.groups ?? []) && same(drawn.lines, published.lines ?? []);
  return outcome
    ? drawn
    : refuse("outcome-differs", "The balls are right, but they lead to another draw than the one published.");
}

function same(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && canonicalJson(a as Json) === canonicalJson(b as Json);
}

function committed({ entries, ...rules }: DrawRequest): Json {
  return { ...rules, entries: entries.map((entry) => ({ ...entry })) };
}

function linesOf(request: DrawRequest, urn: Urn): Pick<Drawn, "lines"> | Refusal {
  const laws = lawsOf(
    request.edition === undefined ? { sport: request.sport } : { sport: request.sport, edition: request.edition },
  );
  if (isRefused(laws)) return laws;
  const id = request.seedLines ?? laws.seedLines;
  const law = seedLineLaw(id);
  if (!law) return refuse("unknown-seed-lines", `No law of seed lines is called ${id}.`, { seedLines: id });
  const size = request.size ?? drawSizeFor(request.entries.length);
  const entries = inOrder(request.entries, urn).map(asDrawable);
  const seeded = withSeeds(request, entries, size);
  if (isRefused(seeded)) return seeded;
  const lines = drawKnockOut(apartFromGroupMates(request, seeded), { size, law }, urn);
  return isRefused(lines) ? lines : { lines };
}

function groupsOf(request: DrawRequest, urn: Urn): Pick<Drawn, "groups"> | Refusal {
  const entries = inOrder(request.entries, urn).map(asDrawable);
  const groups = drawGroups(entries, { groups: request.groups ?? 1, method: request.method ?? "modified" }, urn);
  if (isRefused(groups)) return groups;
  return { groups: groups.map((members, index) => ({ name: groupName(index), entries: members })) };
}

function asDrawable({ id, association, seed, qualifier }: DrawEntry): Drawable {
  return { id, association: association ?? null, seed: seed ?? null, isQualifier: qualifier ?? false, awayFrom: null };
}

/**
 * The seeds that entries bring; without any, the best by rank or the winners of the groups: as many as are asked for, or else
 * as many as there are, up to half the lines.
 */
function withSeeds(request: DrawRequest, entries: readonly Drawable[], size: number): Drawable[] | Refusal {
  if (entries.some((entry) => entry.seed !== null)) return [...entries];
  const isSeedable = (entry: DrawEntry) =>
    entry.group === undefined ? entry.rank !== undefined && !entry.qualifier : entry.place === 1;
  const seedable = new Set(request.entries.filter(isSeedable).map((entry) => entry.id));
  const most = Math.min(seedable.size, Math.floor(size / 2));
  if (request.seeds !== undefined && request.seeds > most) {
    const room = `A draw of ${size} lines has room for ${size / 2} seeds`;
    const ranked = `${seedable.size} of these entries can be seeded`;
    return refuse("too-many-seeds", `${seedable.size > most ? room : ranked}, not ${request.seeds}.`, {
      seeds: request.seeds,
      size,
    });
  }
  const ranked = entries.filter((entry) => seedable.has(entry.id)).slice(0, request.seeds ?? most);
  const seeds = ranked.map((entry, index) => ({ ...entry, seed: index + 1 }));
  return [...seeds, ...entries.filter((entry) => !ranked.includes(entry))];
}

function apartFromGroupMates({ entries }: DrawRequest, drawables: readonly Drawable[]): Drawable[] {
  const told = new Map(entries.map((entry) => [entry.id, entry]));
  const winners = new Map(
    entries.flatMap((entry) => (entry.place === 1 && entry.group !== undefined ? [[entry.group, entry.id]] : [])),
  );
  return drawables.map((drawable) => {
    const { group, place } = told.get(drawable.id) ?? {};
    return place === 2 && group !== undefined ? { ...drawable, awayFrom: winners.get(group) ?? null } : drawable;
  });
}

/** Two of one association in a group or in a match of the first round, although that was forbidden. */
function refusedMeeting({ entries }: DrawRequest, drawn: Partial<Pick<Drawn, "lines" | "groups">>): Refusal | null {
  const associationOf = new Map(entries.map((entry) => [entry.id, entry.association]));
  const lines = drawn.lines ?? [];
  const matches = lines.flatMap((id, line) => (line % 2 === 0 ? [[id, lines[line + 1] ?? null]] : []));
  for (const together of [...matches, ...(drawn.groups ?? []).map((group) => group.entries)]) {
    const ids = together.filter((id) => id !== null && associationOf.get(id) !== undefined);
    const clash = ids.filter((id) =>
      ids.some((other) => other !== id && associationOf.get(other ?? "") === associationOf.get(id ?? "")),
    );
    if (clash.length === 0) continue;
    const association = associationOf.get(clash[0] ?? "") ?? "";
    const names = entries
      .filter((entry) => entry.association === association)
      .map((entry) => entry.id)
      .join(", ");
    return refuse("cannot-separate", `${association} has too many entries to be kept apart: ${names}.`, {
      association,
      entries: names,
    });
  }
  return null;
}
