import { isRefused } from "@podium/engine";
import { appoint } from "@podium/server";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Give somebody who has an account a role";

const HELP = `Usage: podium role EMAIL ROLE [COMPETITION]

Makes the person with that e-mail address organiser, referee, editor or moderator of a competition, or of all of
them when none is named. They open their account under /sign-up first. Given twice, a role is given once.
The exit code is 0, 2 when it was refused, or 1 when the database could not be used.
`;

/** Gives a role. */
export async function run(args: string[]): Promise<number> {
  const [email, role, competition, ...more] = args;
  if (email === undefined || role === undefined || email.startsWith("-") || more.length > 0) return usage(HELP, args);
  return withPodium(async ({ app }) => {
    const name = await appoint(app, { email, role, competition });
    return isRefused(name) ? name : `${name} is ${role} of ${competition ?? "all competitions"}.\n`;
  });
}
