const CLUBS = ["RIV", "HAN", "KIE", "NIL"];
const NAMES = [..."ABCDEFGHIJKLMNOPQRSTU"].map((letter) => `${letter.repeat(2)}MANN ${letter}ora`);

/** 24 lines as a spreadsheet has them: two spellings to look at, one who stands twice, one without a club. */
export const LIST = [
  "Name\tClub",
  ...NAMES.map((name, at) => `${name}\t${CLUBS[at % 4]}`),
  "SUN Yingsah\tCHN",
  "AAMANN Aora\tRIV",
  "WOLFSBERG Kim\t",
  "WOLFSBURG Kim\tNIL",
].join("\n");

/** Four pairs of those players. */
export const PAIRS = ["Pair\tClub", ...[0, 2, 4, 6].map((at) => `${NAMES[at]} / ${NAMES[at + 1]}\tRIV`)].join("\n");
