import { createHmac, timingSafeEqual } from "node:crypto";
import type { PersonId } from "@podium/engine";
import { stateIn, type App } from "../app.ts";
import { installationSecret } from "./loaded-auth.ts";

/** Without what is mistaken for another when it is read aloud. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;

/**
 * The code on a person's own account page. Whoever tells it to the organisers has that account: until Podium sends
 * mail, this is how an address is confirmed before it is given power.
 */
export function addressCode(app: App, person: PersonId): string {
  const digest = createHmac("sha256", stateIn(app, installationSecret)).update(`address of ${person}`).digest();
  return [...digest.subarray(0, LENGTH)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join("");
}

/** Whether this is the code, however it was written. */
export function isAddressCode(app: App, person: PersonId, told: string): boolean {
  const written = Buffer.from(told.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""));
  const code = Buffer.from(addressCode(app, person));
  return written.length === code.length && timingSafeEqual(written, code);
}
