import { readdirSync } from "node:fs";

/** A file in commands/ is a command of that name. It is loaded only when it is asked for. */
interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Does the work and answers the exit code: 0 done, 1 failed, 2 refused or not understood. */
  run(args: string[]): Promise<number>;
}

const commandFolder = new URL("./commands/", import.meta.url);

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(await help());
    return 0;
  }
  if (!commandNames().includes(name)) {
    process.stderr.write(`There is no command "${name}". \`podium --help\` lists them all.\n`);
    return 2;
  }
  return (await command(name)).run(args);
}

function commandNames(): string[] {
  const files = readdirSync(commandFolder).filter((file) => /^[a-z-]+\.ts$/.test(file));
  return files.map((file) => file.slice(0, -".ts".length)).sort();
}

async function command(name: string): Promise<Command> {
  return import(new URL(`${name}.ts`, commandFolder).href);
}

async function help(): Promise<string> {
  const names = commandNames();
  const width = Math.max(...names.map((name) => name.length));
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(width)}  ${(await command(name)).summary}\n`),
  );
  return `Usage: podium <command> [arguments]\n\n${lines.join("")}\n\`podium <command> --help\` explains one of them.\n`;
}

/** A reader such as `head` may stop listening before a command has said everything. That is no failure. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

process.stdout.on("error", endWhenNobodyReads);
process.exitCode = await main(process.argv.slice(2));
