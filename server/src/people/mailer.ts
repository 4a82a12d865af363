import { stateIn, type App } from "../app.ts";
import { admit } from "./pacing.ts";

/** A letter on its way: its words, and the headers by which it is unsubscribed from. */
export interface OutgoingLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for the same letter, so that one that is sent twice is shown once. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

const LETTERS_TO_AN_ADDRESS = { everyMs: 20 * 60_000, burst: 3 };
const PATIENCE_MS = 20_000;

/** The connection to the mail server of the settings, opened with the first letter. */
const transport = { make: (app: App) => openTransport(app) };

async function openTransport({ config }: App) {
  const { createTransport } = await import("nodemailer");
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  // A letter is made of words alone: nothing is read from a disk or fetched for it.
  return createTransport({ url: config.mail?.url ?? "", ...patience, disableFileAccess: true, disableUrlAccess: true });
}

/** Whether this installation sends mail. */
export function isMailSetUp({ config }: Pick<App, "config">): boolean {
  return config.mail !== null;
}

/** Whether another letter that strangers can ask for goes to an address: nobody fills the mailbox of somebody else. */
export async function mayWriteTo(app: App, email: string): Promise<boolean> {
  return isMailSetUp(app) && (await admit(app, LETTERS_TO_AN_ADDRESS, [`letters to ${email.toLowerCase()}`])) === true;
}

/** Sends one letter. Throws when the server does not take it: the job that asked for it tries again. */
export async function sendMail(app: App, letter: OutgoingLetter): Promise<void> {
  if (app.config.mail === null) return;
  const { id, headers, to, ...words } = letter;
  const host = new URL(app.config.origin ?? "http://localhost").hostname;
  const sent = { ...words, to: { name: "", address: to }, from: app.config.mail.from, messageId: `<${id}@${host}>` };
  await (
    await stateIn(app, transport)
  ).sendMail({ ...sent, headers: { ...headers, "Auto-Submitted": "auto-generated" } });
}
