import { played } from "./playing.testing.ts";

/** The draw of the Paris 2024 mixed doubles, line 1 to line 16. */
export const PARIS_2024_LINES = "CHN EGY FRA TPE ROU AUS GER KOR HKG HUN BRA ESP SWE CUB PRK JPN";

/** Every match with its game scores, home being the upper line. */
export const PARIS_2024_RESULTS = [
  played("r16-1", "11-7 11-8 11-4 11-3"),
  played("r16-2", "9-11 11-9 5-11 10-12 11-2 7-11"),
  played("r16-3", "11-5 6-11 14-12 11-4 11-3"),
  played("r16-4", "10-12 9-11 10-12 6-11"),
  played("r16-5", "11-9 11-8 4-11 11-6 11-8"),
  played("r16-6", "9-11 11-7 11-7 8-11 5-11 8-11"),
  played("r16-7", "6-11 12-10 11-9 11-7 11-9"),
  played("r16-8", "11-5 7-11 11-4 15-13 12-10"),
  played("qf-1", "7-11 11-6 6-11 11-7 11-9 11-3"),
  played("qf-2", "11-13 8-11 8-11 8-11"),
  played("qf-3", "9-11 11-9 11-4 10-12 11-2 11-8"),
  played("qf-4", "7-11 8-11 11-9 4-11 8-11"),
  played("sf-1", "6-11 11-7 9-11 11-5 11-7 11-9"),
  played("sf-2", "3-11 12-10 11-3 9-11 9-11 11-9 6-11"),
  played("bronze", "11-5 11-7 11-7 14-12"),
  played("final", "11-6 7-11 11-8 11-5 7-11 11-8"),
];
