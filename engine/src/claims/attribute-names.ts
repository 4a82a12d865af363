import type { Attribute } from "./attributes.ts";
import type { ClaimType } from "./claim.ts";

/** The type of claim that each kind of attribute makes. */
export const TYPE_OF: Readonly<Record<Attribute["kind"], ClaimType>> = {
  score: "score",
  points: "points",
  game: "game",
  lead: "lead",
  length: "length",
  sweep: "score",
  share: "game",
  run: "game",
  sum: "points",
  "full-length": "length",
  round: "round",
  event: "event",
  date: "date",
  weekday: "date",
  day: "date",
  clock: "time",
  table: "table",
};

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** What an attribute says, as a value. */
export function attributeName(attribute: Attribute): string {
  switch (attribute.kind) {
    case "score":
    case "lead":
      return attribute.score.join("-");
    case "points":
      return attribute.points.map((game) => game.join("-")).join(", ");
    case "game":
      return attribute.points.join("-");
    case "length":
      return String(attribute.games);
    case "sweep":
      return "no game lost";
    case "full-length":
      return "full length";
    case "share":
      return `${attribute.won} of the first ${attribute.of} games`;
    case "run":
      return `${attribute.games} games in a row`;
    case "sum":
      return `${attribute.points.join("-")} points in all`;
    case "round":
      return attribute.round;
    case "event":
      return attribute.event;
    case "date":
      return attribute.date.replace(/^-+/, "");
    case "weekday":
      return WEEKDAYS[attribute.weekday] ?? "";
    case "day":
      return attribute.days === 0 ? "today" : "yesterday";
    case "table":
      return `table ${attribute.table}`;
    case "clock":
      return `${Math.floor(attribute.minute / 60)}:${String(attribute.minute % 60).padStart(2, "0")}`;
  }
}
