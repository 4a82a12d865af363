import { createHash } from "node:crypto";

/** What is stored of the token of an address that is a key: nobody who reads the database can use it. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
