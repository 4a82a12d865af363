/** What came of switching. */
export type PushOutcome = "on" | "off" | "unable" | "denied" | "failed";

const SCOPE = "/notifications";
const DEVICES = "/account/devices";

/** Whether this browser, under this address, can show what it is sent. */
export function canPush(): boolean {
  return isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/**
 * Whether this device shows what its member is told: the browser is subscribed, and the server has it among the member's
 * devices. A subscription of which the server knows nothing, or of somebody else here, is given up.
 */
export async function isPushOn(devices: readonly string[]): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription == null) return false;
  if (devices.includes(await deviceAt(subscription.endpoint))) return true;
  await subscription.unsubscribe();
  return false;
}

/** The name of a device on the server (`deviceAt` there): made of its address. */
async function deviceAt(endpoint: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint)));
  const base64 = btoa(String.fromCodePoint(...digest));
  return base64.replaceAll("+", "-").replaceAll("/", "_").slice(0, 24);
}

/** Asks the person, then the browser's push service, then Podium; where one of them says no, nothing is left. */
export async function pushOn({ worker, key }: { readonly worker: string; readonly key: string }): Promise<PushOutcome> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const registration = await navigator.serviceWorker.register(worker, { scope: SCOPE });
  const asked = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = await subscribed(registration, asked);
  if (subscription === null) return "failed";
  if (await post(DEVICES, subscription.toJSON())) return "on";
  await subscription.unsubscribe();
  return "failed";
}

/** A subscription with another key, of an installation that was here before, is given up. */
async function subscribed(
  registration: ServiceWorkerRegistration,
  asked: PushSubscriptionOptionsInit,
): Promise<PushSubscription | null> {
  await activated(registration);
  const old = await registration.pushManager.getSubscription();
  await old?.unsubscribe();
  return registration.pushManager.subscribe(asked).catch(() => null);
}

/** The Push API lets only an active worker subscribe; a page outside its scope is not told when it is ready. */
async function activated({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active !== null || worker === null) return;
  await new Promise<void>((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve();
    });
  });
}

/** Shows nothing on this device any more. */
export async function pushOff(): Promise<PushOutcome> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription == null) return "off";
  await post(`${DEVICES}/removal`, { endpoint: subscription.endpoint });
  await subscription.unsubscribe();
  return "off";
}

async function post(path: string, body: unknown): Promise<boolean> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => null);
  return answer?.ok === true;
}
