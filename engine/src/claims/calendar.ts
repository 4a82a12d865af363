/** Days since 1 March 0000 of a day written `2024-07-30`: differences and weekdays without a clock. */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const fromMarch = (month + 9) % 12;
  const years = year - (month <= 2 ? 1 : 0);
  return (
    365 * years +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400) +
    Math.floor((fromMarch * 306 + 5) / 10) +
    day -
    1
  );
}

/** The day written `2024-07-30` of a number of days. */
export function dateOf(days: number): string {
  let year = Math.floor((10_000 * days + 14_780) / 3_652_425);
  let rest = days - yearStart(year);
  if (rest < 0) {
    year -= 1;
    rest = days - yearStart(year);
  }
  const fromMarch = Math.floor((100 * rest + 52) / 3060);
  const month = ((fromMarch + 2) % 12) + 1;
  const day = rest - Math.floor((fromMarch * 306 + 5) / 10) + 1;
  return `${year + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}`;
}

function yearStart(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(date: string): number {
  return (dayNumber(date) + 3) % 7;
}
