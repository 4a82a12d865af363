import { isRefused } from "@podium/engine";
import { appoint, dismiss, endSessionsAt, heldRoles, type HeldRole } from "@podium/server";
import { parseArgs } from "node:util";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Give somebody who has an account a role, take it back, or list who holds what";

const HELP = `Usage: podium role EMAIL ROLE [COMPETITION] [--code CODE]
       podium role --take-back EMAIL ROLE [COMPETITION]
       podium role --list
       podium role --sign-out EMAIL

The first makes the person with that e-mail address organiser, referee, editor or moderator of a competition, or
of all of them when none is named. They open their account under /sign-up first. Anybody can do so under any address:
the first time, ask them for the code on their page /account. Given twice, a role is given once.
The second takes a role back at once. The third prints who holds what,
the fourth ends every session of a person, on every device.
The exit code is 0, 2 when it was refused, or 1 when the database could not be used.
`;

const OPTIONS = {
  code: { type: "string" },
  "take-back": { type: "boolean" },
  list: { type: "boolean" },
  "sign-out": { type: "string" },
} as const;

/** Gives a role, takes one back, or lists them. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [email, role, competition, ...more] = positionals;
  if (values.list === true && positionals.length === 0) return list();
  const leaver = values["sign-out"];
  if (leaver !== undefined && positionals.length === 0) return signOut(leaver);
  if (values.list === true || leaver !== undefined || email === undefined || role === undefined || more.length > 0)
    return usage(HELP, args);
  const isTakenBack = values["take-back"] === true;
  return withPodium(async ({ app }) => {
    const name = await (isTakenBack ? dismiss : appoint)(app, { email, role, competition, code: values.code });
    if (isRefused(name)) return name;
    return `${name} is ${isTakenBack ? "no longer " : ""}${role} of ${competition ?? "all competitions"}.\n`;
  });
}

type Parsed = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;

function parsed(args: string[]): Pick<Parsed, "values" | "positionals"> {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch {
    return { values: {}, positionals: [] };
  }
}

async function signOut(email: string): Promise<number> {
  return withPodium(async ({ app }) => {
    const name = await endSessionsAt(app, email);
    return isRefused(name) ? name : `${name} is signed out everywhere.\n`;
  });
}

async function list(): Promise<number> {
  return withPodium(async ({ app }) => (await heldRoles(app)).map(line).join("") || "Nobody holds a role.\n");
}

function line({ competition, role, name, email, sinceMs }: HeldRole): string {
  const place = competition === "*" ? "all competitions" : competition;
  return `${place}  ${role}  ${name} <${email}>  since ${new Date(sinceMs).toISOString().slice(0, 10)}\n`;
}
