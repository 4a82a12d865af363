import { readJson } from "@podium/protocol";

/** What is asked of a service that the operator has named. */
export interface ServiceRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** How long it may take, in ms. */
  readonly patienceMs: number;
}

/** What is read of a service that the operator has named. */
export type ServiceReading = Pick<ServiceRequest, "headers" | "patienceMs">;

/** What a service answered; no status where nothing came in time, or nothing that can be read. */
export type ServiceAnswer = { readonly status: number; readonly json: unknown } | { readonly status: null };

const ANSWER_BYTES_MAX = 512 * 1024;

/**
 * Posts JSON to an address of the operator's settings, whatever its number: it may stand on this machine. No reader ever
 * names it, it leads nowhere else, and what it answers is read up to half a megabyte.
 */
export async function askService(address: string, { body, ...reading }: ServiceRequest): Promise<ServiceAnswer> {
  const type = { "content-type": "application/json" };
  return answered(address, reading, { method: "POST", headers: type, body: JSON.stringify(body) });
}

/** Reads JSON at an address of the operator's settings, or at one that such an address named. */
export async function readService(address: string, reading: ServiceReading): Promise<ServiceAnswer> {
  return answered(address, reading, { method: "GET", headers: {} });
}

async function answered(
  address: string,
  { headers, patienceMs }: ServiceReading,
  sent: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
): Promise<ServiceAnswer> {
  try {
    const answer = await fetch(address, {
      ...sent,
      redirect: "error",
      headers: { accept: "application/json", "user-agent": "Podium", ...headers, ...sent.headers },
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await boundedText(answer);
    const read = text === null ? null : readJson(text);
    return read !== null && "json" in read
      ? { status: answer.status, json: read.json }
      : answer.ok
        ? { status: null }
        : { status: answer.status, json: null };
  } catch {
    return { status: null };
  }
}

/** Null for more than is read of any answer. */
async function boundedText(answer: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > ANSWER_BYTES_MAX) return null;
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
