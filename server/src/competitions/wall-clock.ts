/** The clock on the wall of a hall. */
export interface WallClock {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Minutes since midnight. */
  readonly minute: number;
  /** Minutes that the zone is ahead of UTC. */
  readonly offset: number;
}

const MINUTE_MS = 60_000;

/** An instant, in milliseconds since 1970, as a clock in this zone shows it. */
export function wallClock(zone: string, ms: number): WallClock {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return {
    date: new Date(wall).toISOString().slice(0, 10),
    minute: part("hour") * 60 + part("minute"),
    offset: Math.round((wall - Math.floor(ms / MINUTE_MS) * MINUTE_MS) / MINUTE_MS),
  };
}

/** The last millisecond of a day in a zone. */
export function endOfDay(zone: string, day: string): number {
  return shownAs(zone, Date.parse(`${day}T23:59:59.999Z`));
}

/** The instant at which the clocks of a zone show so many minutes since the midnight that began a day. */
export function instantOf(zone: string, day: string, minutes: number): number {
  return shownAs(zone, Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS);
}

/** The instant that a clock in the zone shows as one in UTC shows this. */
function shownAs(zone: string, asUtc: number): number {
  const near = asUtc - wallClock(zone, asUtc).offset * MINUTE_MS;
  return asUtc - wallClock(zone, near).offset * MINUTE_MS;
}

/** The instant at which the clock on the wall shows `2026-03-14T18:00`; null for a time that it skips. */
export function instantAt(zone: string, wall: string): number | null {
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const near = asUtc - wallClock(zone, asUtc).offset * MINUTE_MS;
  const ms = asUtc - wallClock(zone, near).offset * MINUTE_MS;
  return wallTime(zone, ms) === wall ? ms : null;
}

/** What the clock on the wall shows at an instant: `2026-03-14T18:00`. */
export function wallTime(zone: string, ms: number): string {
  const { offset } = wallClock(zone, ms);
  return new Date(ms + offset * MINUTE_MS).toISOString().slice(0, 16);
}
