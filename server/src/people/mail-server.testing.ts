import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server in this process, and what it was given. */
export interface MailServer {
  /** For PODIUM_SMTP_URL. */
  readonly url: string;
  /** Letters so far, as they came over the wire. */
  readonly inbox: readonly string[];
  /** The letter of a number, from 1, as plain text in which its lines are whole again; `waits` is called before each wait for one. */
  readonly letter: (number: number, waits: () => void) => Promise<string>;
  /** The next letters are not taken. */
  readonly refuse: (letters: number) => void;
  readonly close: () => Promise<void>;
}

/** Opens a mail server on a free port of this machine: no password, no encryption. */
export async function openMailServer(): Promise<MailServer> {
  const inbox: string[] = [];
  const awaited: (() => void)[] = [];
  let refusals = 0;
  const take = (parts: readonly Buffer[]): Error | null => {
    if (refusals > 0) {
      refusals -= 1;
      return new Error("Try again later.");
    }
    inbox.push(Buffer.concat(parts).toString("utf8"));
    awaited.splice(0).forEach((go) => go());
    return null;
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => done(take(parts)));
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo; // it listens
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    letter: async (number, waits) => {
      while (inbox.length < number) {
        waits();
        await new Promise<void>((resolve) => awaited.push(resolve));
      }
      return (inbox[number - 1] ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=").replaceAll("=2E", ".");
    },
    refuse: (letters) => {
      refusals = letters;
    },
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}

/** The address of a link in a letter, from its path on. */
export function linkIn(letter: string, path: string): string {
  const found = new RegExp(`https?://[^/\\s]+(${path}\\?token=[\\w.%-]+)`).exec(letter);
  return found?.[1] ?? assert.fail(`no link to ${path} in ${letter}`);
}
