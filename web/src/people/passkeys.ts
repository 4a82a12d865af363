/** What came of asking the server and the device for a passkey. */
export type PasskeyOutcome = "done" | "stopped" | "old-session";

const BASE = "/api/auth/passkey";

/** Whether passkeys can be bound to an address: to a name under https or on this machine; a bare IP address is none. */
export function isForPasskeys(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isNamed = !/^[\d.]+$|^\[/.test(hostname);
  return isNamed && (protocol === "https:" || /^(.+\.)?localhost$/.test(hostname));
}

/** Whether this browser, under this address, can use passkeys. */
export function canUsePasskeys(): boolean {
  return (
    isForPasskeys(location.href) &&
    window.isSecureContext &&
    typeof PublicKeyCredential === "function" &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function"
  );
}

/** Signs in with a passkey that this device or a phone nearby holds. */
export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  const options = await askFor("generate-authenticate-options");
  if (options === null) return "stopped";
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  return confirm("verify-authentication", () => navigator.credentials.get({ publicKey }));
}

/** Makes a passkey for the account that is signed in. */
export async function addPasskey(): Promise<PasskeyOutcome> {
  const response = await fetch(`${BASE}/generate-register-options`);
  if (response.status === 403) return "old-session";
  if (!response.ok) return "stopped";
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await response.json());
  return confirm("verify-registration", () => navigator.credentials.create({ publicKey }));
}

/** Removes a passkey from the account. */
export async function deletePasskey(id: string): Promise<PasskeyOutcome> {
  return (await report("delete-passkey", { id })) ? "done" : "stopped";
}

async function askFor(step: string): Promise<Readonly<Record<string, unknown>> | null> {
  const response = await fetch(`${BASE}/${step}`);
  return response.ok ? await response.json() : null;
}

/** A person who says no, or waits too long, makes the device throw. */
async function confirm(step: string, askDevice: () => Promise<Credential | null>): Promise<PasskeyOutcome> {
  const credential = await askDevice().catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) return "stopped";
  return (await report(step, { response: credential.toJSON() })) ? "done" : "stopped";
}

async function report(step: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
  const response = await fetch(`${BASE}/${step}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.ok;
}
