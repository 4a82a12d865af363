import {
  isRefused,
  planGroups,
  planKnockOut,
  refuse,
  type EventId,
  type EventPlan,
  type Group,
  type PlannedMatch,
  type Refusal,
  type Source,
} from "@podium/engine";
import type { DrawPart } from "@podium/protocol";
import { eventRow } from "../competitions/competitions.ts";
import { competitionOf, entryCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** Publishes the draw of an event: groups, knock-out lines, or groups and then a knock-out. It is made once. */
export async function publishDraw(unit: UnitOfWork, event: EventId, form: DrawPart): Promise<EventPlan | Refusal> {
  const row = await eventRow(unit.db, event);
  if (row === undefined) return refuse("event-unknown", `There is no event ${event}.`, { event });
  if ((await planOf(unit.db, event)) !== null)
    return refuse("draw-published", "The draw of this event is published already.", { event });
  const entries = await unit.db.selectFrom("entries").select("code").where("event_id", "=", event).execute();
  const matches = makePlan(form, new Set(entries.map((entry) => entry.code)));
  if (isRefused(matches)) return matches;
  const plan: EventPlan = { ...matches, sport: row.sport, bestOf: row.best_of, edition: row.edition };
  await unit.db
    .insertInto("draws")
    .values({ event_id: event, plan: JSON.stringify(plan), draw: JSON.stringify(form) })
    .execute();
  await unit.record({
    kind: "draw-published",
    subject: { kind: "event", id: event },
    data: { matches: plan.matches.length },
  });
  unit.invalidate([`event:${event}`, `competition:${competitionOf(event)}`, "home"]);
  return plan;
}

/** Puts an amended plan, and the draw as it is then given, in the place of those there are. */
export async function amendDraw(
  unit: UnitOfWork,
  event: EventId,
  amended: { readonly plan: EventPlan; readonly draw?: DrawPart },
): Promise<void> {
  await unit.db
    .updateTable("draws")
    .set({
      plan: JSON.stringify(amended.plan),
      ...(amended.draw === undefined ? {} : { draw: JSON.stringify(amended.draw) }),
    })
    .where("event_id", "=", event)
    .execute();
  unit.invalidate([`event:${event}`, `competition:${competitionOf(event)}`, "home"]);
}

/** The published plan of an event; null before. */
export async function planOf(db: Db, event: EventId): Promise<EventPlan | null> {
  const row = await db.selectFrom("draws").select("plan").where("event_id", "=", event).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.plan);
}

/** The draw as it was given: the lines and groups of docs/format.md; null before. */
export async function drawOf(db: Db, event: EventId): Promise<DrawPart | null> {
  const row = await db.selectFrom("draws").select("draw").where("event_id", "=", event).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.draw);
}

function makePlan(form: DrawPart, entries: ReadonlySet<string>): EventPlan | Refusal {
  const groups = (form.groups ?? []).map((group): Group => ({
    name: group.name,
    entries: group.entries.map(entryCode),
    ...(group.lots === undefined ? {} : { lots: group.lots.map(entryCode) }),
  }));
  const lines = (form.lines ?? []).map((line) => asSource(line));
  const refusal = refusedNames(groups, lines, entries);
  if (refusal) return refusal;
  const bronzeMatch = form.bronzeMatch ?? false;
  const inGroups = planGroups(groups, { qualifying: form.advance ?? 1 });
  const knockOut: PlannedMatch[] | Refusal = lines.length === 0 ? [] : planKnockOut(lines, { bronzeMatch });
  if (isRefused(knockOut)) return knockOut;
  const matches = [...inGroups, ...knockOut];
  if (matches.length === 0) return refuse("draw-empty", "A draw has lines, groups or both.");
  return refusedCodes(matches) ?? refusedRest(groups, lines, entries) ?? { groups, matches, bronzeMatch };
}

/** Every entry is drawn, unless somebody may still be drawn on an open line. */
function refusedRest(
  groups: readonly Group[],
  lines: readonly Source[],
  entries: ReadonlySet<string>,
): Refusal | undefined {
  if (lines.some(({ from }) => from === "open")) return undefined;
  const drawn = new Set<string>([
    ...groups.flatMap((group) => group.entries),
    ...lines.flatMap((line) => (line.from === "entry" ? [line.entry] : [])),
  ]);
  const missing = [...entries].find((entry) => !drawn.has(entry));
  if (missing === undefined) return undefined;
  return refuse("entry-not-drawn", `${missing} is entered and stands nowhere in the draw.`, { entry: missing });
}

/** As protocol/src/format.ts has it: a code is the last part of an address, and an export names its match by it. */
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A group gives its matches their codes (`a-1`): they must be codes, and no two the same. */
function refusedCodes(matches: readonly PlannedMatch[]): Refusal | undefined {
  const seen = new Set<string>();
  for (const { code, group } of matches) {
    const name = group ?? "";
    if (!CODE.test(code))
      return refuse(
        "group-name",
        `Group ${name} gives its matches their names: write it with the letters a to z and digits.`,
        { group: name },
      );
    if (seen.has(code))
      return refuse(
        "match-code-twice",
        `Two matches of this draw would be called ${code}. Give the group another name.`,
        { match: code },
      );
    seen.add(code);
  }
  return undefined;
}

function asSource(line: NonNullable<DrawPart["lines"]>[number]): Source {
  if (typeof line !== "string") return { from: "place", group: line.group, place: line.place };
  if (line === "bye" || line === "open") return { from: line };
  return { from: "entry", entry: entryCode(line) };
}

function refusedNames(
  groups: readonly Group[],
  lines: readonly Source[],
  entries: ReadonlySet<string>,
): Refusal | undefined {
  const named = [
    ...groups.flatMap((group) => group.entries),
    ...lines.flatMap((line) => (line.from === "entry" ? [line.entry] : [])),
  ];
  const unknown = named.find((entry) => !entries.has(entry));
  if (unknown !== undefined)
    return refuse("entry-unknown", `The draw names ${unknown}, who is not entered.`, { entry: unknown });
  const seen = new Set<string>();
  const twice = named.find((entry) => seen.size === seen.add(entry).size);
  if (twice !== undefined) return refuse("entry-drawn-twice", `${twice} stands in the draw twice.`, { entry: twice });
  const stray = groups.map(refusedLots).find((refusal) => refusal !== undefined);
  if (stray !== undefined) return stray;
  const sizes = new Map(groups.map((group) => [group.name, group.entries.length]));
  const lost = lines.find((line) => line.from === "place" && line.place > (sizes.get(line.group) ?? 0));
  if (lost?.from !== "place") return undefined;
  return refuse(
    "group-place-unknown",
    `The draw takes place ${lost.place} of group ${lost.group}, which there is not.`,
    { group: lost.group, place: lost.place },
  );
}

/** Lots are drawn among entries of the group, each once. */
export function refusedLots({ name, entries, lots = [] }: Group): Refusal | undefined {
  const wrong = lots.find((entry, at) => !entries.includes(entry) || lots.indexOf(entry) !== at);
  if (wrong === undefined) return undefined;
  return refuse("lots-contradict", `The lots of group ${name} hold ${wrong} twice, or who is not in it.`, {
    group: name,
    entry: wrong,
  });
}
