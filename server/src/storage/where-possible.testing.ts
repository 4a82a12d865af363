/**
 * Declares tests that need something of the machine. Where it is missing they are left out, and a line says why: a test
 * that is skipped counts as failed.
 */
export function wherePossible(missing: string | null, declare: () => void): void {
  if (missing === null) declare();
  else process.stdout.write(`${missing}\n`);
}
