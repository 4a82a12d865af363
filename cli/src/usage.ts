/** Prints how a command is used: asked for it is an answer, else it is a mistake. */
export function usage(help: string, args: readonly string[]): number {
  const asked = args.includes("--help") || args.includes("-h");
  (asked ? process.stdout : process.stderr).write(help);
  return asked ? 0 : 2;
}
