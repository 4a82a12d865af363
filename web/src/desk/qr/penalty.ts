type Modules = readonly (readonly boolean[])[];

/** How hard a code is to read: the lower the better (ISO/IEC 18004, 7.8.3). */
export function penalty(rows: Modules): number {
  const columns = rows.map((_, at) => rows.map((row) => row[at] === true));
  const lines = [...rows, ...columns];
  return sum(lines.map(runs)) + sum(lines.map(falseFinders)) + squares(rows) + imbalance(rows);
}

/** Five of one colour in a line cost 3, each further one 1. */
function runs(line: readonly boolean[]): number {
  const lengths = line.map((dark, at) => (dark === line[at - 1] ? 0 : lengthFrom(line, at)));
  return sum(lengths.map((length) => (length < 5 ? 0 : length - 2)));
}

function lengthFrom(line: readonly boolean[], start: number): number {
  const end = line.findIndex((dark, at) => at > start && dark !== line[start]);
  return (end === -1 ? line.length : end) - start;
}

/** What looks like a finder with light beside it costs 40. */
function falseFinders(line: readonly boolean[]): number {
  const text = line.map((dark) => (dark ? "1" : "0")).join("");
  return 40 * (text.split(/(?=10111010000)/).length + text.split(/(?=00001011101)/).length - 2);
}

/** Every two by two of one colour costs 3. */
function squares(rows: Modules): number {
  return (
    3 *
    sum(
      rows.slice(1).map(
        (row, above) =>
          row.slice(1).filter((dark, left) => {
            const upper = rows[above];
            return dark === row[left] && dark === upper?.[left] && dark === upper?.[left + 1];
          }).length,
      ),
    )
  );
}

/** Every full five in a hundred away from half dark costs 10. */
function imbalance(rows: Modules): number {
  const share = rows.flat().filter(Boolean).length / rows.length ** 2;
  return 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
