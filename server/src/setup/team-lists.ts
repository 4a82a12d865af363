import { foldedName, refuse, type Refusal } from "@podium/engine";
import type { EntryLine, EventPart, Language, ListedLine, Text } from "@podium/protocol";
import { freeCode } from "../competitions/free-code.ts";
import { languageWritten } from "./given-text.ts";
import { associationsWith, type Associations } from "./association-codes.ts";

/** A line of a pasted list of teams: the team, its association in brackets, and its players. */
interface ListedTeam {
  readonly line: number;
  readonly name: string;
  readonly association: string | null;
  readonly players: readonly string[];
}

const TEAM_PLAYERS_MAX = 60;
const NAME_MAX = 200;

/** Reads `Harbour (HAR): ADAMS Ann, BAKER Bea`, or the columns of a spreadsheet: the team, then its players. */
export function readTeamList(text: string): ListedTeam[] {
  return text.split("\n").flatMap((written, at) => {
    const [team = "", players = ""] = parted(written.trim());
    const inBrackets = /[(（]([^()（）]{1,12})[)）]$/u.exec(team);
    const name = team.slice(0, inBrackets?.index).trim();
    const association = inBrackets?.[1] ?? null;
    if (name === "") return [];
    const names = players.split(players.includes(";") ? ";" : /[,/\t、，]/u).map((one) => one.trim());
    return [{ line: at + 1, name, association, players: names.filter((one) => one !== "").map(asName) }];
  });
}

/** The team, and what stands after its colon or its first tab. */
function parted(line: string): [string, string] {
  const at = line.search(/[:：\t]/u);
  return at === -1 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1)];
}

/** A word of small letters alone would be the id of a player. */
function asName(written: string): string {
  return /^[a-z0-9-]+$/.test(written) ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}

/** The list as it is shown before it is taken in: a team that is entered already, or that no event could hold, is left out. */
export function listedTeams(teams: readonly ListedTeam[], { entries }: Pick<EventPart, "entries">): ListedLine[] {
  const seen = new Set(entries.flatMap(({ name }) => namesOf(name).map(foldedName)));
  return teams.map(({ line, name, association, players }) => {
    const isTwice = seen.has(foldedName(name));
    seen.add(foldedName(name));
    return {
      line,
      names: [[name, players.join(", ")].filter((part) => part !== "").join(": ")],
      association,
      seed: null,
      rank: null,
      handicap: null,
      doubts: [],
      candidates: [],
      isLeftOut: isTwice || players.length > TEAM_PLAYERS_MAX || name.length > NAME_MAX,
    };
  });
}

function namesOf(name: Text | undefined): string[] {
  return Object.values(name ?? {});
}

interface TeamsTaken {
  readonly entries: EntryLine[];
  readonly associations: Associations;
}

/** The entries of an event with the teams of a list. Refuses `nothing-listed`. */
export function takeTeams(
  teams: readonly ListedTeam[],
  told: {
    readonly event: EventPart;
    readonly associations: Associations;
    readonly lines: readonly ListedLine[];
    readonly language: Language;
  },
): TeamsTaken | Refusal {
  const entries = [...told.event.entries];
  let { associations } = told;
  for (const [at, { name, association: written, players }] of teams.entries()) {
    if (told.lines[at]?.isLeftOut === true) continue;
    const codes = new Set(entries.map(({ code }) => code));
    const named = associationsWith(associations, written, {
      codes: new Set(entries.flatMap(({ association }) => association ?? [])),
      language: told.language,
    });
    associations = named.associations;
    entries.push({
      code: freeCode(name, codes),
      name: { [languageWritten(name, told.language)]: name },
      players: [...players],
      ...(named.code === null ? {} : { association: named.code }),
    });
  }
  if (entries.length === told.event.entries.length)
    return refuse("nothing-listed", "No line of the list was taken in: write one team a line.");
  return { entries, associations };
}
