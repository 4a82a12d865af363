import {
  groupLaws,
  isRefused,
  planDraw,
  refuse,
  type EntryCode,
  type EventId,
  type EventPlan,
  type Group,
  type PhaseDraw,
  type Refusal,
  type Source,
} from "@podium/engine";
import type { DrawLine, DrawPart, PhasePart } from "@podium/protocol";
import { eventRow, tieRulesOfEvent } from "../competitions/competitions.ts";
import { competitionOf, entryCode, matchCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** Publishes the draw of an event: its phases, or in short groups, knock-out lines or both. It is made once. */
export async function publishDraw(unit: UnitOfWork, event: EventId, form: DrawPart): Promise<EventPlan | Refusal> {
  const plan = await planFor(unit.db, event, form);
  if (isRefused(plan)) return plan;
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

/** The plan that a draw makes of an event, before it is published; refuses what cannot be played. */
export async function planFor(db: Db, event: EventId, form: DrawPart): Promise<EventPlan | Refusal> {
  if (await isDrawPublished(db, event))
    return refuse("draw-published", "The draw of this event is published already.", { event });
  return planBy(db, event, form);
}

/** The plan by a draw, whatever plan there is. */
export async function planBy(db: Db, event: EventId, form: DrawPart): Promise<EventPlan | Refusal> {
  const row = await eventRow(db, event);
  if (row === undefined) return refuse("event-unknown", `There is no event ${event}.`, { event });
  const entries = await db.selectFrom("entries").select("code").where("event_id", "=", event).execute();
  const planned = makePlan(form, new Set(entries.map((entry) => entry.code)));
  if (isRefused(planned)) return planned;
  const tie = tieRulesOfEvent(row);
  const laws = { sport: row.sport, bestOf: row.best_of, edition: row.edition, ...(tie === null ? {} : { tie }) };
  const plan: EventPlan = { ...planned, ...laws };
  return refusedGroups(plan) ?? plan;
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

/** Whether the draw of an event is published: answered without its plan, which is large. */
export async function isDrawPublished(db: Db, event: EventId): Promise<boolean> {
  const row = await db.selectFrom("draws").select("event_id").where("event_id", "=", event).executeTakeFirst();
  return row !== undefined;
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

function refusedGroups({ groups, sport = "table-tennis", edition }: EventPlan): Refusal | undefined {
  for (const group of groups) {
    const { ranking } = group;
    const stray = refusedLots(group);
    if (stray !== undefined) return stray;
    if (ranking === undefined) continue;
    const law = typeof ranking === "string" ? { rankingLaw: ranking } : { criteria: ranking };
    const laws = groupLaws({ sport, ...(edition === undefined ? {} : { edition }), ...law });
    if (isRefused(laws)) return laws;
  }
  return undefined;
}

function makePlan(form: DrawPart, entries: ReadonlySet<string>): EventPlan | Refusal {
  const phases = phasesIn(form);
  if (isRefused(phases)) return phases;
  const named = phases.flatMap(namesIn);
  const unknown = named.find((name) => !entries.has(name));
  if (unknown !== undefined)
    return refuse("entry-unknown", `The draw names ${unknown}, who is not entered.`, { entry: unknown });
  const plan = planDraw({
    phases: phases.map(asPhaseDraw),
    ...(form.bestOf === undefined ? {} : { bestOf: form.bestOf }),
    ...(form.medals === undefined ? {} : { medalsFor: form.medals }),
    ...(form.bronzes === undefined ? {} : { bronzes: form.bronzes }),
  });
  return isRefused(plan) ? plan : (refusedRest(phases, { named: new Set(named), entries }) ?? plan);
}

/** Every entry is drawn, unless somebody may still be drawn on an open line. */
function refusedRest(
  phases: readonly PhasePart[],
  { named, entries }: Readonly<Record<"named" | "entries", ReadonlySet<string>>>,
): Refusal | undefined {
  if (phases.flatMap(linesIn).includes("open")) return undefined;
  const missing = [...entries].find((entry) => !named.has(entry));
  if (missing === undefined) return undefined;
  return refuse("entry-not-drawn", `${missing} is entered and stands nowhere in the draw.`, { entry: missing });
}

/** The short form of a draw is one phase or two: groups, a knock-out, or both. */
function phasesIn(form: DrawPart): PhasePart[] | Refusal {
  const { phases, groups = [], lines = [], meetings, advance, ranking, bronzeMatch, places } = form;
  const inGroups = { meetings, advance, ranking };
  const inKnockOut = { bronzeMatch, places };
  if (phases === undefined)
    return [
      ...(groups.length === 0 ? [] : [{ code: "groups", format: "groups", groups, ...inGroups } as const]),
      ...(lines.length === 0 ? [] : [{ code: "main", format: "knock-out", lines, ...inKnockOut } as const]),
    ];
  const beside = Object.entries({ groups: form.groups, lines: form.lines, ...inGroups, ...inKnockOut }).find(
    ([, told]) => told !== undefined,
  );
  if (beside === undefined) return phases;
  return refuse("draw-phase", `A draw of phases has its ${beside[0]} in one of them, not beside them.`, {
    field: beside[0],
  });
}

function linesIn({ groups = [], lines = [], entries = [] }: PhasePart): DrawLine[] {
  return [...groups.flatMap((group) => group.entries), ...lines, ...entries];
}

function namesIn(phase: PhasePart): string[] {
  const drawn = [...linesIn(phase), ...(phase.pairings ?? []).flat(2)];
  return drawn.filter((line) => typeof line === "string").filter((line) => line !== "bye" && line !== "open");
}

function asPhaseDraw({ code, groups, lines, entries, pairings, lots, ...phase }: PhasePart): PhaseDraw {
  const told = {
    ...phase,
    code: code ?? (phase.format === "groups" ? "groups" : "main"),
    groups: groups?.map(({ name, entries: drawn, lots: ofGroup }) => ({
      name,
      entries: drawn.map(asSource),
      ...(ofGroup === undefined ? {} : { lots: ofGroup.map(entryCode) }),
    })),
    lots: lots?.map(entryCode),
    lines: lines?.map(asSource),
    entries: entries?.map(asSource),
    pairings: pairings?.map((pairs) =>
      pairs.map(([home, away]) => [entryCode(home), away === "bye" ? null : entryCode(away)] as const),
    ),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as unknown as PhaseDraw;
}

function asSource(line: DrawLine): Source {
  if (typeof line !== "string") {
    if ("group" in line) return { from: "place", group: line.group, place: line.place };
    return "winner" in line
      ? { from: "winner", match: matchCode(line.winner) }
      : { from: "loser", match: matchCode(line.loser) };
  }
  if (line === "bye" || line === "open") return { from: line };
  return { from: "entry", entry: entryCode(line) };
}

/** A draw with the lots of one of its groups, in the short form as in a phase; the table of a Swiss system is its group. */
export function drawWithLots(
  draw: DrawPart,
  drawn: { readonly group: string; readonly lots: readonly string[] },
): DrawPart {
  const lots = [...drawn.lots];
  const inGroups = (groups: DrawPart["groups"]) =>
    groups?.map((group) => (group.name === drawn.group ? { ...group, lots } : group));
  const phases = draw.phases?.map((phase) =>
    phase.format === "swiss" && swissGroup(phase) === drawn.group
      ? { ...phase, lots }
      : withGroups(phase, inGroups(phase.groups)),
  );
  return { ...withGroups(draw, inGroups(draw.groups)), ...(phases === undefined ? {} : { phases }) };
}

/** The group that the table of a Swiss system is. */
export function swissGroup({ code = "main" }: Pick<PhasePart, "code">): string {
  return code === "main" ? "Swiss" : code;
}

function withGroups<Part extends DrawPart | PhasePart>(part: Part, groups: DrawPart["groups"]): Part {
  return groups === undefined ? part : { ...part, groups };
}

/** Lots are drawn among entries of the group, each once. */
export function refusedLots({ name, entries, slots, lots = [] }: Group): Refusal | undefined {
  const isIn = (entry: EntryCode) => slots !== undefined || entries.includes(entry);
  const wrong = lots.find((entry, at) => !isIn(entry) || lots.indexOf(entry) !== at);
  if (wrong === undefined) return undefined;
  return refuse("lots-contradict", `The lots of group ${name} hold ${wrong} twice, or who is not in it.`, {
    group: name,
    entry: wrong,
  });
}
