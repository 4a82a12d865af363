import { foldedName } from "./person-names.ts";

/** What a column of a list of entries holds. `partner` is the whole name of the second player of a pair. */
export const COLUMNS = [
  "name",
  "family",
  "given",
  "association",
  "partner",
  "seed",
  "rank",
  "handicap",
  "number",
] as const;
export type Column = (typeof COLUMNS)[number];

/** What spreadsheets call them; case, accents, blanks and points make no difference. */
const HEADINGS: Readonly<Record<Column, string>> = {
  name: "name, player, full name, athlete, participant, spieler, joueur, joueuse, nom et prénom, jugador, nombre y apellido, 이름, 성명, 선수, 선수명, 姓名, 名字, 选手, 運動員, 氏名, 選手",
  family:
    "family, family name, last name, surname, nachname, familienname, nom, nom de famille, apellido, apellidos, 성, 姓",
  given: "given, given name, given names, first name, forename, vorname, prénom, nombre, 이름만, 名",
  association:
    "association, club, country, nation, noc, team, federation, verein, club name, land, verband, pays, asociación, país, 소속, 클럽, 협회, 국가, 팀, 俱乐部, 協會, 协会, 国家, 代表队, 所属, クラブ",
  partner:
    "partner, player 2, second player, doubles partner, partenaire, pareja, compañero, 파트너, 搭档, パートナー, spieler 2, name 2",
  seed: "seed, seeding, seeded, setzung, setzplatz, tête de série, cabeza de serie, 시드, 种子, 種子, シード",
  rank: "rank, ranking, world ranking, position, rating place, rangliste, ranglistenplatz, classement, clasificación, 랭킹, 순위, 排名, ランキング",
  handicap:
    "handicap, hcp, hc, start, points given, vorgabe, handicap points, ventaja, 핸디캡, 핸디, 让分, 让球, ハンデ, ハンディ",
  number: "no, nr, number, #, id, nummer, numéro, número, 번호, 序号, 编号, 番号",
};

const COLUMN_BY_HEADING: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => HEADINGS[column].split(",").map((heading) => [headingKey(heading), column] as const)),
);

/** What a heading names; null for a cell that is no heading known here. */
export function columnOf(heading: string): Column | null {
  return COLUMN_BY_HEADING.get(headingKey(heading)) ?? null;
}

function headingKey(heading: string): string {
  return heading.trim() === "#" ? "#" : foldedName(heading);
}

/** What the columns hold by their cells alone, where no heading tells: running numbers, codes of associations, names. */
export function guessedColumns(lines: readonly (readonly string[])[]): (Column | null)[] {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, at) =>
    lines.map((cells) => cells[at] ?? "").filter((cell) => cell !== ""),
  );
  const guessed = columns.map((cells) => (cells.length === 0 ? null : kindOfCells(cells)));
  return settled(guessed);
}

type Guess = "number" | "rank" | "code" | "text" | null;

function kindOfCells(cells: readonly string[]): Guess {
  if (cells.every((cell, at) => cell === String(at + 1) || cell === `${at + 1}.`)) return "number";
  if (cells.every((cell) => /^\d{1,5}$/.test(cell))) return "rank";
  if (cells.every((cell) => /^[A-Z]{2,4}$/.test(cell))) return "code";
  return "text";
}

/**
 * One column of text is the names. Of two beside no code the second is the club when its cells repeat, else the given names
 * to the family names before them.
 */
function settled(guesses: readonly Guess[]): (Column | null)[] {
  const texts = guesses.flatMap((guess, at) => (guess === "text" ? [at] : []));
  const hasCode = guesses.includes("code");
  return guesses.map((guess, at): Column | null => {
    if (guess === "number") return "number";
    if (guess === "code") return guesses.indexOf("code") === at ? "association" : null;
    if (guess !== "text") return null;
    const place = texts.indexOf(at);
    if (texts.length >= 2 && hasCode) return place === 0 ? "family" : place === 1 ? "given" : null;
    if (texts.length >= 3) return (["family", "given", "association"] as const)[place] ?? null;
    return place === 0 ? "name" : "association";
  });
}
