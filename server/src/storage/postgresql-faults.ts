import { StorageFault } from "./storage.ts";

/** Where a PostgreSQL database is, without the password. */
export interface Place {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

/** The SQLSTATE of what PostgreSQL threw (postgresql.org/docs/current/errcodes-appendix.html), or the name Node gave it. */
function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault && typeof fault.code === "string" ? fault.code : "";
}

/** Connection exceptions, lack of resources, intervention of an operator, transactions taken back by the server. */
const OF_THE_INSTALLATION = /^(08|53|57|40)/;

const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
]);

/** What `pg` says, without any code, about a connection that has ended. */
const ENDED =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout|timeout exceeded when trying to connect)/;

/** Whether the connection on which this happened is of no more use. */
export function isConnectionLost(fault: unknown): boolean {
  const code = codeOf(fault);
  return /^(08|57P0)/.test(code) || NOT_REACHED.has(code) || (fault instanceof Error && ENDED.test(fault.message));
}

/** What PostgreSQL or the way to it threw, as a StorageFault; anything else as it came. */
export function explainPostgresql(fault: unknown, { host, user, database }: Place): unknown {
  if (fault instanceof StorageFault) return fault;
  const options = { cause: fault };
  const code = codeOf(fault);
  if (code === "28P01" || code === "28000")
    return new StorageFault(
      "unreachable",
      `PostgreSQL on ${host} does not let ${user} in: mend the user or the password in DATABASE_URL.`,
      options,
    );
  if (code === "3D000")
    return new StorageFault(
      "unreachable",
      `PostgreSQL on ${host} has no database ${database}. Make it: createdb ${database}`,
      options,
    );
  if (code === "42501")
    return new StorageFault(
      "unfit",
      `The user ${user} may not do what Podium needs in the database ${database}: let it own the database.`,
      options,
    );
  if (code === "55P03")
    return new StorageFault("busy", `Another process keeps writing to ${database} on ${host}.`, options);
  if (code === "53100") return new StorageFault("full", `The disk of PostgreSQL on ${host} is full.`, options);
  if (NOT_REACHED.has(code) || isConnectionLost(fault))
    return new StorageFault(
      "unreachable",
      `PostgreSQL on ${host} does not answer. Start it, or mend DATABASE_URL.`,
      options,
    );
  if (OF_THE_INSTALLATION.test(code))
    return new StorageFault("unreachable", `PostgreSQL on ${host} cannot serve just now: ${String(fault)}`, options);
  return fault;
}
