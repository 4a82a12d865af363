/** The association of the hosts, by the English name of their city. */
export const HOSTS: Readonly<Record<string, string>> = {
  seoul: "KOR",
  barcelona: "ESP",
  atlanta: "USA",
  sydney: "AUS",
  athens: "GRE",
  beijing: "CHN",
  london: "GBR",
  rio: "BRA",
  tokyo: "JPN",
  paris: "FRA",
  "los angeles": "USA",
  brisbane: "AUS",
};
