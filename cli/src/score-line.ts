import {
  SEATS,
  isRefused,
  refuse,
  sideOf,
  USUAL_SPORT,
  type MatchRules,
  type Refusal,
  type Seat,
  type Side,
} from "@podium/engine";

/** One game as it stands in a line, with seats instead of names. */
export interface GameLine {
  /** Null where nobody noted who served. */
  readonly firstServer: Seat | null;
  /** Null where it follows from the laws, or is not known. */
  readonly firstReceiver: Seat | null;
  /** Tennis doubles: who opens the second game of the set, and to whom. */
  readonly second: { readonly server: Seat; readonly receiver: Seat } | null;
  readonly points: readonly Side[];
}

/** One line of `podium score`, understood. */
export interface ScoreLine {
  readonly rules: MatchRules;
  readonly names: Readonly<Partial<Record<Seat, string>>>;
  readonly games: readonly GameLine[];
}

/** A refusal with the game and the point it is about, both counted from 1; null where it is about neither. */
export interface RefusedField {
  readonly refusal: Refusal;
  readonly game: number | null;
  readonly point: number | null;
}

type LineFields = Readonly<Record<string, unknown>>;
type Names = ReadonlyMap<string, Seat>;

/** More than any match has; a longer line is a mistake, and would hold up all others. */
const MOST_GAMES = 999;
const MOST_POINTS = 9999;

/** Reads a line. Refuses with `missing-field`, `bad-field`, `unknown-name`, `same-name` or `bad-point`. */
export function readScoreLine(fields: LineFields): ScoreLine | RefusedField {
  const rules = readRules(fields);
  if (isRefused(rules)) return ofMatch(rules);
  const names = readNames(fields, rules.kind);
  if (isRefused(names)) return ofMatch(names);
  if (!Array.isArray(fields["games"])) return ofMatch(missing("games", "a list of games"));
  const games: GameLine[] = [];
  for (const [at, value] of fields["games"].entries()) {
    const game = readGame(value, names, rules.serviceKnown !== false);
    if (isRefused(game)) return { refusal: game, game: at + 1, point: pointOf(game) };
    games.push(game);
  }
  return { rules, names: Object.fromEntries([...names].map(([name, seat]) => [seat, name])), games };
}

function ofMatch(refusal: Refusal): RefusedField {
  return { refusal, game: null, point: null };
}

function pointOf({ detail }: Refusal): number | null {
  return typeof detail["point"] === "number" ? detail["point"] : null;
}

function missing(field: string, what: string): Refusal {
  return refuse("missing-field", `"${field}" must be given: ${what}.`, { field });
}

function readRules(fields: LineFields): MatchRules | Refusal {
  const { kind, bestOf } = fields;
  if (kind === undefined) return missing("kind", `"singles" or "doubles"`);
  if (kind !== "singles" && kind !== "doubles")
    return refuse("bad-field", `"kind" is "singles" or "doubles".`, { field: "kind" });
  if (bestOf === undefined) return missing("bestOf", "an odd number of games");
  if (typeof bestOf !== "number" || bestOf > MOST_GAMES) {
    return refuse("bad-field", `"bestOf" is an odd number of games, at most ${MOST_GAMES}.`, { field: "bestOf" });
  }
  const sport = readText(fields, "sport");
  const edition = readText(fields, "edition");
  const on = readDate(fields);
  const serviceKnown = readServiceKnown(fields);
  for (const field of [sport, edition, on, serviceKnown]) if (isRefused(field)) return field;
  return {
    sport: typeof sport === "string" ? sport : USUAL_SPORT,
    kind,
    bestOf,
    ...(typeof edition === "string" && { edition }),
    ...(typeof on === "string" && { on }),
    ...(serviceKnown === false && { serviceKnown }),
  };
}

function readServiceKnown({ serviceKnown = true }: LineFields): boolean | Refusal {
  return typeof serviceKnown === "boolean"
    ? serviceKnown
    : refuse("bad-field", `"serviceKnown" is true or false.`, { field: "serviceKnown" });
}

function readDate(fields: LineFields): string | undefined | Refusal {
  const date = readText(fields, "date");
  if (typeof date !== "string" || isDay(date)) return date;
  return refuse("bad-field", `"date" is a day such as 2027-01-04.`, { field: "date" });
}

function isDay(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}

function readText(fields: LineFields, field: string): string | undefined | Refusal {
  const value = fields[field];
  return value === undefined || typeof value === "string"
    ? value
    : refuse("bad-field", `"${field}" is a text.`, { field });
}

function readNames(fields: LineFields, kind: MatchRules["kind"]): Names | Refusal {
  const names = new Map<string, Seat>();
  for (const side of ["home", "away"] as const) {
    const listed: unknown = fields[side];
    const size = kind === "singles" ? 1 : 2;
    if (listed === undefined) return missing(side, "the names of its players");
    if (!isNameList(listed) || listed.length !== size) {
      return refuse(
        "bad-field",
        `"${side}" names ${size === 1 ? "one player in singles" : "two players in doubles"}.`,
        { field: side },
      );
    }
    const seats = SEATS.filter((seat) => sideOf(seat) === side);
    for (const [at, name] of listed.entries()) {
      const seat = seats[at];
      if (seat === undefined || names.has(name)) return refuse("same-name", `"${name}" is named twice.`, { name });
      names.set(name, seat);
    }
  }
  return names;
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string" && name.trim() !== "");
}

function readGame(value: unknown, names: Names, serviceKnown: boolean): GameLine | Refusal {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("bad-field", "A game is an object.", { field: "games" });
  const fields: LineFields = { ...value };
  const firstServer = readPlayer(fields, "firstServer", names);
  if (isRefused(firstServer)) return firstServer;
  if (firstServer === null && serviceKnown) {
    return missing(
      "firstServer",
      `who serves first in the game; where nobody noted it, the line says "serviceKnown": false`,
    );
  }
  const firstReceiver = readPlayer(fields, "firstReceiver", names);
  if (isRefused(firstReceiver)) return firstReceiver;
  if (!serviceKnown && (firstServer ?? firstReceiver) !== null) {
    return refuse("bad-field", `Where "serviceKnown" is false no game names who serves or receives.`, {
      field: "serviceKnown",
    });
  }
  const second = readSecond(fields, names);
  if (isRefused(second)) return second;
  const points = readPoints(fields["points"]);
  return isRefused(points) ? points : { firstServer, firstReceiver, second, points };
}

function readSecond(fields: LineFields, names: Names): GameLine["second"] | Refusal {
  const server = readPlayer(fields, "secondServer", names);
  if (isRefused(server)) return server;
  const receiver = readPlayer(fields, "secondReceiver", names);
  if (isRefused(receiver)) return receiver;
  return server === null || receiver === null ? null : { server, receiver };
}

function readPlayer(fields: LineFields, field: string, names: Names): Seat | null | Refusal {
  const name = fields[field];
  if (name === undefined || name === null) return null;
  if (typeof name !== "string") return refuse("bad-field", `"${field}" is a name.`, { field });
  return names.get(name) ?? refuse("unknown-name", `"${name}" plays on neither side.`, { field, name });
}

function readPoints(points: unknown): readonly Side[] | Refusal {
  if (points === undefined) return missing("points", "h and a, one letter a point");
  if (typeof points !== "string") return refuse("bad-field", `"points" is a text of h and a.`, { field: "points" });
  if (points.length > MOST_POINTS)
    return refuse("bad-field", `No game has more than ${MOST_POINTS} points.`, { field: "points" });
  const strange = points.search(/[^ha]/);
  if (strange >= 0) {
    const letter = String.fromCodePoint(points.codePointAt(strange) ?? 0);
    return refuse("bad-point", `Point ${strange + 1} is "${letter}"; it must be h or a.`, { point: strange + 1 });
  }
  return Array.from(points, (letter) => (letter === "h" ? "home" : "away"));
}
