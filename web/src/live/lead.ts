import type { Side } from "@podium/engine";

/** Width of one rally and height of one point of lead in the graph, in its own units. */
export const RALLY_WIDTH = 9;
export const POINT_HEIGHT = 12;
/** Room that is kept for a game before it is played: 11-11 goes on for few points more. */
const USUAL_RALLIES = 22;

/** How far home is ahead after each rally; negative when away is. */
export function leads(rallies: readonly Side[]): number[] {
  let lead = 0;
  return rallies.map((winner) => (lead += winner === "home" ? 1 : -1));
}

/** The largest lead of both sides and how often the lead passed from one to the other. */
export interface LeadSummary {
  readonly home: number;
  readonly away: number;
  readonly changes: number;
}

export function leadSummary(rallies: readonly Side[]): LeadSummary {
  const all = leads(rallies);
  const ahead = all.filter((lead) => lead !== 0).map(Math.sign);
  const changes = ahead.filter((sign, index) => index > 0 && sign !== ahead[index - 1]).length;
  return { home: Math.max(0, ...all), away: Math.max(0, ...all.map((lead) => -lead)), changes };
}

/** The area between zero and the lead of one side as an SVG path: one step a rally. The other side's lead counts as zero. */
export function leadArea(rallies: readonly Side[], side: Side): string {
  const steps = leads(rallies).map((lead) => (side === "home" ? Math.min(0, -lead) : Math.max(0, -lead)));
  return `M0 0${steps.map((y) => `V${y * POINT_HEIGHT}h${RALLY_WIDTH}`).join("")}V0Z`;
}

/** The step line itself. */
export function leadLine(rallies: readonly Side[]): string {
  return `M0 0${leads(rallies)
    .map((lead) => `V${-lead * POINT_HEIGHT}h${RALLY_WIDTH}`)
    .join("")}`;
}

/** How wide the block of a game is. */
export function blockWidth(rallies: readonly Side[]): number {
  return Math.max(rallies.length, USUAL_RALLIES) * RALLY_WIDTH;
}

/** The largest lead that the graph must have room for, at least 4. */
export function highestLead(games: readonly (readonly Side[])[]): number {
  return Math.max(4, ...games.flatMap((rallies) => leads(rallies).map(Math.abs)));
}

/** The score after each rally of a game. */
export function runningScore(
  rallies: readonly Side[],
): { readonly winner: Side; readonly home: number; readonly away: number }[] {
  let home = 0;
  let away = 0;
  return rallies.map((winner) => (winner === "home" ? { winner, home: ++home, away } : { winner, home, away: ++away }));
}
