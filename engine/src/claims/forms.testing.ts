import { readFileSync } from "node:fs";
import { kindOfTitle } from "./competition.testing.ts";
import type { CompetitionFacts, EventFacts, MatchFacts } from "./record.ts";
import { weekday } from "./calendar.ts";
import { LANGUAGES } from "./languages/languages.ts";
import { PEOPLE } from "./names/exonyms/people.ts";

/** Sentences of one language, and what it calls rounds, events and days. */
interface Forms {
  readonly language: string;
  readonly rounds: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
  readonly days: readonly string[];
  readonly templates: readonly string[];
}

/** A sentence made from the record, or one with a detail changed. */
interface Formed {
  readonly language: string;
  /** Null: as the record has it. */
  readonly changed: "score" | "round" | "winner" | "loser" | "day" | null;
  readonly sentence: string;
}

export function readForms(): Forms[] {
  const text = readFileSync(new URL("forms.txt", import.meta.url), "utf8");
  return text
    .split(/^= /m)
    .slice(1)
    .map((block) => {
      const [language = "", ...lines] = block.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
      const said = (name: string) => (lines.find((line) => line.startsWith(`${name}: `)) ?? "").slice(name.length + 2);
      const named = (name: string) =>
        new Map(
          said(name)
            .split("; ")
            .map((pair) => pair.split("=").toReversed() as [string, string]),
        );
      const templates = lines.filter((line) => line.includes("{w}"));
      return { language, rounds: named("round"), events: named("event"), days: said("day").split(" "), templates };
    });
}

/** What a sentence is made of. */
interface Told {
  readonly winner: string;
  readonly loser: string;
  readonly score: readonly [number, number];
  readonly round: string;
  readonly event: string;
  readonly day: number;
}

/** Of how many templates one is used for a match. */
const SHARE = 3;

/** Sentences on every match whose sides a language can name, each template in its turn, as they are and changed in one detail. */
export function formedSentences(forms: Forms, competitions: readonly CompetitionFacts[]): Formed[] {
  let turn = 0;
  return competitions.flatMap((competition) =>
    competition.events.flatMap((event) =>
      event.matches.flatMap((match): Formed[] => {
        const told = toldOf(forms, { competition, event, match });
        if (told === null) return [];
        turn += 1;
        // Each in one of three: every template meets every event.
        const templates = forms.templates.filter((_, index) => (index + turn) % SHARE === 0);
        const versions = versionsOf(forms, told, { competition, event, match });
        return templates.flatMap((template) =>
          versions.map(([changed, version]) => ({
            language: forms.language,
            changed,
            sentence: fill(template, version, forms.days),
          })),
        );
      }),
    ),
  );
}

interface Played {
  readonly competition: CompetitionFacts;
  readonly event: EventFacts;
  readonly match: MatchFacts;
}

function toldOf(forms: Forms, { competition, event, match }: Played): Told | null {
  const kind = kindOfTitle(event.title["en"] ?? "");
  const [won, lost] = match.winner === match.home ? [match.home, match.away] : [match.away, match.home];
  const name = (code: string) => nameOf(forms.language, { competition, event }, code);
  const [winner, loser] = [name(won), name(lost)];
  const round = forms.rounds.get(match.round ?? "");
  const title = forms.events.get(kind);
  if (winner === null || loser === null || round === undefined || title === undefined || match.start === null)
    return null;
  return { winner, loser, score: scoreOf(match), round, event: title, day: weekday(match.start.date) };
}

function scoreOf({ games, gamesWon, home, winner }: MatchFacts): readonly [number, number] {
  const own = gamesWon ?? [games.filter(([a, b]) => a > b).length, games.filter(([a, b]) => a < b).length];
  return winner === home ? [own[0], own[1]] : [own[1], own[0]];
}

function nameOf(language: string, { competition, event }: Omit<Played, "match">, code: string): string | null {
  const entry = event.entries.find((one) => one.code === code);
  if (entry === undefined) return null;
  if (entry.players.length === 0)
    return language === "en"
      ? englishOf(competition, entry.association)
      : (LANGUAGES[language]?.associations[entry.association ?? ""]?.split(", ")[0] ?? null);
  const names = entry.players.map((id) => personName(language, competition, id));
  return names.includes(null) ? null : names.join(AND[language] ?? " / ");
}

const AND: Readonly<Record<string, string>> = {
  en: " and ",
  fr: " et ",
  de: " und ",
  es: " y ",
  zh: "/",
  ja: "・",
  ko: "-",
};

function englishOf({ associations }: CompetitionFacts, code: string | null): string | null {
  return associations.find((one) => one.code === code)?.name["en"] ?? null;
}

/** How the letters of a language look; names in others are left out. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  zh: /^\p{Script=Han}+$/u,
  ja: /[\p{Script=Katakana}]|ひな$/u,
  ko: /^\p{Script=Hangul}+$/u,
};

function personName(language: string, { players }: CompetitionFacts, id: string): string | null {
  const person = players.find((one) => one.id === id);
  const script = SCRIPTS[language];
  if (person === undefined) return null;
  if (script === undefined) return `${person.given} ${person.family}`;
  const line = PEOPLE.split("\n").find((one) => one.startsWith(`${person.family} ${person.given} = `)) ?? "";
  const known = [...Object.values(person.names), ...(line.split(" = ")[1] ?? "").split(", ")];
  return known.map((name) => name.replace("/", "")).find((name) => script.test(name)) ?? null;
}

function versionsOf(forms: Forms, told: Told, played: Played): (readonly [Formed["changed"], Told])[] {
  const [most, least] = told.score;
  const rounds = [...forms.rounds].filter(([code]) => isOther(code, played.match.round ?? "")).map(([, name]) => name);
  const stranger = strangerOf(forms, played);
  return [
    [null, told],
    ["score", { ...told, score: [most, (least + 1) % most] }],
    ["winner", { ...told, winner: told.loser, loser: told.winner }],
    ...rounds.slice(0, 1).map((round) => ["round", { ...told, round }] as const),
    ["day", { ...told, day: (told.day + 3) % 7 }],
    ...(stranger === null ? [] : [["loser", { ...told, loser: stranger }] as const]),
  ];
}

/** Not the final for the match for bronze, which is one of the finals as well. */
function isOther(code: string, round: string): boolean {
  return code !== round && !["final", "bronze"].includes(code);
}

/** Somebody of the event whom the winner never met. */
function strangerOf(forms: Forms, { competition, event, match }: Played): string | null {
  const met = event.matches
    .filter(({ home, away }) => [home, away].includes(match.winner ?? match.home))
    .flatMap(({ home, away }) => [home, away]);
  const names = event.entries
    .filter(({ code }) => !met.includes(code) && event.matches.some(({ home, away }) => home === code || away === code))
    .flatMap(({ code }) => nameOf(forms.language, { competition, event }, code) ?? []);
  return names[0] ?? null;
}

function fill(template: string, told: Told, days: readonly string[]): string {
  const values: Readonly<Record<string, string>> = {
    "{w}": told.winner,
    "{l}": told.loser,
    "{s}": told.score.join("-"),
    "{t}": told.score.toReversed().join("-"),
    "{r}": told.round,
    "{e}": told.event,
    "{d}": days[told.day] ?? "",
  };
  const filled = template.replaceAll(/\{\w\}/g, (place) => values[place] ?? place);
  return filled.replaceAll(/(.)(이\/가|을\/를|은\/는)/gu, (_, last: string, particle: string) => {
    const [closed = "", open = ""] = particle.split("/");
    return last + (hasFinal(last) ? closed : open);
  });
}

/** Whether a syllable of Hangul ends in a consonant. */
function hasFinal(syllable: string): boolean {
  return ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28 !== 0;
}
