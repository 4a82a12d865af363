import { isRefused, performDraw, refuse, type DrawEntry, type DrawRequest, type Refusal } from "@podium/engine";
import type { DrawLine, DrawPart, EventPart } from "@podium/protocol";

/** What somebody asks for who draws an event that is being prepared. */
export interface DrawWish {
  readonly format: "knock-out" | "groups";
  readonly groups?: number | undefined;
  /** Of groups: how many of each go on to a knock-out; none without it. */
  readonly advance?: number | undefined;
  readonly bronzeMatch: boolean;
  readonly randomness: string;
}

/** Fewer cannot be drawn into anything. */
const ENTRIES_MIN = 2;

/** Draws an event by the provable draw (docs/cli.md): a knock-out, groups, or groups whose best go on to a knock-out. */
export function drawnEvent({ sport, edition, entries }: EventPart, wish: DrawWish): DrawPart | Refusal {
  if (entries.length < ENTRIES_MIN)
    return refuse("too-few-for-a-draw", `A draw needs at least ${ENTRIES_MIN} entries.`, { entries: entries.length });
  const laws = { sport: sport ?? "table-tennis", edition };
  const drawables = entries.map(({ code, association, seed, rank }): DrawEntry => ({
    id: code,
    association,
    seed,
    rank,
  }));
  if (wish.format === "knock-out") return knockOut({ ...laws, format: "knock-out", entries: drawables }, wish);
  const drawn = performDraw(
    {
      ...laws,
      format: "groups",
      entries: drawables,
      groups: wish.groups ?? Math.max(1, Math.round(entries.length / 4)),
    },
    wish.randomness,
  );
  if (isRefused(drawn)) return drawn;
  const groups = drawn.groups.map(({ name, entries: members }) => ({ name, entries: [...members] }));
  const { advance } = wish;
  if (advance === undefined) return { groups };
  const smallest = Math.min(...groups.map(({ entries: members }) => members.length));
  if (advance > smallest)
    return refuse("group-too-small", `Of a group of ${smallest}, ${advance} cannot go on.`, { smallest, advance });
  const places = placesOf(
    groups.map(({ name }) => name),
    advance,
  );
  const further = knockOut({ ...laws, format: "knock-out", entries: places }, wish);
  return isRefused(further) ? further : { ...further, groups, advance };
}

/** The places of the groups as entries of the knock-out: winners are seeded, and those of one group kept apart (ITTF 3.7). */
function placesOf(groups: readonly string[], advance: number): DrawEntry[] {
  return Array.from({ length: advance }, (_, at) => at + 1).flatMap((place) =>
    groups.map((group, at) => ({
      id: `${group} ${place}`,
      group,
      place,
      rank: (place - 1) * groups.length + at + 1,
    })),
  );
}

function knockOut(request: DrawRequest, { randomness, bronzeMatch }: DrawWish): DrawPart | Refusal {
  const drawn = performDraw(request, randomness);
  if (isRefused(drawn)) return drawn;
  const places = new Map(request.entries.map(({ id, group, place }) => [id, { group, place }]));
  const lines = drawn.lines.map((id): DrawLine => {
    const { group, place } = places.get(id ?? "") ?? {};
    return id === null ? "bye" : group === undefined || place === undefined ? id : { group, place };
  });
  return { lines, ...(bronzeMatch ? { bronzeMatch } : {}) };
}
