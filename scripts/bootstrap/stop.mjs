/** A reason to stop that a person can read: one sentence, no stack trace. */
export class Stop extends Error {}

/**
 * Runs a script's main function. A Stop becomes its sentence on stderr and exit code 1; anything else is a bug and stays loud.
 * @param {() => Promise<void>} main
 */
export async function runOrStop(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * The sentence for a file that could not be written, or undefined when the error is of another kind.
 * @param {unknown} error
 * @param {string} folder
 */
export function unwritable(error, folder) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Stop(`Podium cannot write to ${folder}: the folder is read-only for this user.`);
  }
  if (code === "ENOSPC") return new Stop(`Podium cannot write to ${folder}: the disk is full.`);
  return undefined;
}
