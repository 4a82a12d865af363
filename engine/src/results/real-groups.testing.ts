/** A complete group that was really played, with those who went on from it. */
export interface RealGroup {
  readonly id: string;
  readonly event: string;
  readonly entrants: readonly string[];
  readonly matches: readonly {
    readonly a: string;
    readonly b: string;
    readonly games: readonly (readonly [number, number])[];
  }[];
  readonly advanced: readonly string[];
}

type Score = readonly [number, number];

/** `A B 11-7 9-11`: the sides by their letter, then the games. */
function match(names: Readonly<Record<string, string>>, text: string): RealGroup["matches"][number] {
  const [a = "", b = "", ...scores] = text.split(" ");
  const games = scores.map((score): Score => {
    const [home = 0, away = 0] = score.split("-").map(Number);
    return [home, away];
  });
  return { a: names[a] ?? a, b: names[b] ?? b, games };
}

interface GroupFixture {
  readonly id: string;
  readonly event: string;
  readonly names: Readonly<Record<string, string>>;
  readonly matches: readonly string[];
  readonly advanced: string;
}

function group({ id, event, names, matches, advanced }: GroupFixture): RealGroup {
  return {
    id,
    event,
    entrants: Object.values(names),
    matches: matches.map((text) => match(names, text)),
    advanced: [...advanced].map((letter) => names[letter] ?? letter),
  };
}

/** Facts published by the ITTF: entrants, games, and who advanced. */
export const REAL_GROUPS: readonly RealGroup[] = [
  group({
    id: "1015-CGS-1",
    event: "ITTF Junior Circuit Golden China Junior and Cadet Open Taicang 2018",
    names: { A: "CHEN Yi (CHN)", B: "HARIMOTO Miwa (JPN)", C: "LIU Ru-Yun (TPE)" },
    matches: ["A B 11-4 11-8 11-3", "A C 9-11 11-3 3-11 6-11", "B C 11-7 9-11 11-8 13-11"],
    advanced: "A",
  }),
  group({
    id: "2499-U19WS-1",
    event: "WTT Youth Star Contender Lisbon 2021",
    names: {
      A: "ABRAAMIAN Elizabet (AIN)",
      B: "GHORPADE Yashaswini (IND)",
      C: "LUTZ Charlotte (FRA)",
      D: "SALGADO Ines (POR)",
    },
    matches: [
      "A B 11-2 11-6 11-9",
      "A C 9-11 6-11 9-11",
      "A D 11-5 11-2 11-6",
      "B C 10-12 10-12 11-4 8-11",
      "B D 11-8 8-11 9-11 11-4 11-4",
      "C D 8-11 11-5 11-8 12-10",
    ],
    advanced: "AC",
  }),
  group({
    id: "2654-U19WS-1",
    event: "WTT Youth Contender Panagyurishte 2023",
    names: { A: "ABDULHAMIDOVA Laman (AZE)", B: "YEH Yi-Tian (TPE)", C: "ZHU Ziyu (CHN)" },
    matches: ["A B 1-11 3-11 1-11", "A C 2-11 4-11 1-11", "B C 6-11 11-8 2-11 5-11"],
    advanced: "BC",
  }),
  group({
    id: "2937-WS-3",
    event: "ITTF World Cup Macao 2024",
    names: { A: "DIAZ Adriana (PUR)", B: "GODA Hana (EGY)", C: "YU Fu (POR)" },
    matches: ["A B 11-6 11-5 11-7 11-9", "A C 11-6 11-6 4-11 11-4", "B C 8-11 9-11 13-11 9-11"],
    advanced: "A",
  }),
  group({
    id: "3112-XD-2",
    event: "WTT Finals Hong Kong 2025",
    names: {
      A: "LIN Shidong (CHN) / KUAI Man (CHN)",
      B: "SHAH Manush (IND) / CHITALE Diya (IND)",
      C: "WANG Chuqin (CHN) / SUN Yingsha (CHN)",
      D: "WONG Chun Ting (HKG) / DOO Hoi Kem (HKG)",
    },
    matches: [
      "A B 11-5 7-11 11-6 11-6",
      "A C 11-13 10-12 6-11",
      "A D 11-9 11-4 11-4",
      "B C 7-11 6-11 8-11",
      "B D 7-11 3-11 11-4 12-10 4-11",
      "C D 9-11 11-5 11-4 1-11 12-10",
    ],
    advanced: "AC",
  }),
  group({
    id: "3122-WS-2",
    event: "ITTF-ATTU Asian Cup Shenzhen 2025",
    names: { A: "ITO Mima (JPN)", B: "KUAI Man (CHN)", C: "MIRKADIROVA Sarvinoz (KAZ)", D: "ZENG Jian (SGP)" },
    matches: [
      "A B 11-8 8-11 13-11 9-11 6-11",
      "A C 11-4 11-9 11-4",
      "A D 11-7 11-5 11-8",
      "B C 11-6 11-7 11-7",
      "B D 11-4 11-5 11-7",
      "C D 5-11 4-11 10-12",
    ],
    advanced: "AB",
  }),
];
