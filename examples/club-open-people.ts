/** Who plays the invented Riverside Open: clubs, players and pairs that do not exist. */

export const CLUBS = [
  { code: "RIV", name: { en: "Riverside Table Tennis Club", ko: "리버사이드 탁구 클럽", zh: "河畔乒乓球俱乐部" } },
  { code: "HAN", name: { en: "Hanbit Table Tennis Club", ko: "한빛 탁구 클럽", zh: "韩光乒乓球俱乐部" } },
  { code: "ZHU", name: { en: "Bamboo Grove Table Tennis Club", ko: "대나무숲 탁구 클럽", zh: "竹林乒乓球俱乐部" } },
  {
    code: "SAK",
    name: {
      en: "Sakura Bridge Table Tennis Club",
      ko: "벚꽃다리 탁구 클럽",
      zh: "樱桥乒乓球俱乐部",
      ja: "桜橋卓球クラブ",
    },
  },
  {
    code: "NIL",
    name: {
      en: "River Stars Table Tennis Club",
      ko: "강의 별 탁구 클럽",
      zh: "河星乒乓球俱乐部",
      ar: "نادي نجوم النهر لتنس الطاولة",
    },
  },
  { code: "PVE", name: { en: "Porto Verde Table Tennis Club", ko: "포르투 베르드 탁구 클럽", zh: "绿港乒乓球俱乐部" } },
  { code: "KIE", name: { en: "Kiefernhof Table Tennis Club", ko: "키페른호프 탁구 클럽", zh: "松院乒乓球俱乐部" } },
  { code: "LAC", name: { en: "Lac Bleu Table Tennis Club", ko: "라크 블뢰 탁구 클럽", zh: "蓝湖乒乓球俱乐部" } },
] as const;

export interface Person {
  readonly family: string;
  readonly given: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly club: (typeof CLUBS)[number]["code"];
  /** How well the person plays, in steps that move one rally in a hundred. */
  readonly strength: number;
}

export const PEOPLE: Readonly<Record<string, Person>> = {
  gang: { family: "GANG", given: "Haram", names: { ko: "강하람" }, club: "HAN", strength: 9 },
  kawabe: { family: "KAWABE", given: "Mio", names: { ja: "川辺みお" }, club: "SAK", strength: 8 },
  mu: { family: "MU", given: "Qingfeng", names: { zh: "木清风" }, club: "ZHU", strength: 7 },
  holloway: { family: "HOLLOWAY", given: "Tess", club: "RIV", strength: 7 },
  hoshino: { family: "HOSHINO", given: "Riku", names: { ja: "星野りく" }, club: "SAK", strength: 4 },
  nahri: { family: "NAHRI", given: "Karim", names: { ar: "كريم نهري" }, club: "NIL", strength: 4 },
  cedro: { family: "CEDRO", given: "Inácia", club: "PVE", strength: 4 },
  ruisseau: { family: "RUISSEAU", given: "Colette", club: "LAC", strength: 3 },
  astmann: { family: "ASTMANN", given: "Wim", club: "KIE", strength: 0 },
  lu: { family: "LU", given: "Xiaoyue", names: { zh: "陆小月" }, club: "ZHU", strength: 0 },
  tannenberg: { family: "TANNENBERG", given: "Jette", club: "KIE", strength: -1 },
  mare: { family: "MARÉ", given: "Tomé", club: "PVE", strength: -1 },
  quill: { family: "QUILL", given: "Barnaby", club: "RIV", strength: -4 },
  fenwick: { family: "FENWICK", given: "Odile", club: "RIV", strength: -4 },
  no: { family: "NO", given: "Iseul", names: { ko: "노이슬" }, club: "HAN", strength: -3 },
  valclair: { family: "VALCLAIR", given: "Gaspard", club: "LAC", strength: -5 },
  mun: { family: "MUN", given: "Gaon", names: { ko: "문가온" }, club: "HAN", strength: 3 },
  yun: { family: "YUN", given: "Feifei", names: { zh: "云飞飞" }, club: "ZHU", strength: 3 },
  onda: { family: "ONDA", given: "Rui", club: "PVE", strength: 2 },
  ecume: { family: "ECUME", given: "Blanche", club: "LAC", strength: 1 },
  bramble: { family: "BRAMBLE", given: "Otis", club: "RIV", strength: -2 },
  lark: { family: "LARK", given: "Posy", club: "RIV", strength: -1 },
  samak: { family: "SAMAK", given: "Laila", names: { ar: "ليلى سمك" }, club: "NIL", strength: 0 },
  ramli: { family: "RAMLI", given: "Yusuf", names: { ar: "يوسف رملي" }, club: "NIL", strength: -2 },
};

/** The groups of the singles, the seeded player first. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  A: ["gang", "ruisseau", "astmann", "quill"],
  B: ["kawabe", "cedro", "lu", "fenwick"],
  C: ["mu", "nahri", "tannenberg", "no"],
  D: ["holloway", "hoshino", "mare", "valclair"],
};

/** First and second of a group stand in opposite halves: they meet again in the final at the earliest. */
export const SINGLES_LINES = [
  { group: "A", place: 1 },
  { group: "B", place: 2 },
  { group: "C", place: 1 },
  { group: "D", place: 2 },
  { group: "D", place: 1 },
  { group: "C", place: 2 },
  { group: "B", place: 1 },
  { group: "A", place: 2 },
] as const;

/** The pairs from the top line of their draw to the bottom. */
export const PAIRS = [
  ["mun", "no"],
  ["bramble", "lark"],
  ["astmann", "tannenberg"],
  ["mare", "onda"],
  ["valclair", "ecume"],
  ["samak", "ramli"],
  ["quill", "fenwick"],
  ["lu", "yun"],
] as const;

/** The player of this id; ids are written in this file only. */
export function person(id: string): Person {
  const found = PEOPLE[id];
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}
