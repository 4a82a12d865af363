/** What came of switching. */
export type PushOutcome = "on" | "off" | "unable" | "denied" | "failed";

const SCOPE = "/notifications";
const DEVICES = "/account/devices";

/** Whether this browser, under this address, can show what it is sent. */
export function canPush(): boolean {
  return isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** Whether this device shows what its member is told. */
export async function isPushOn(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return ((await registration?.pushManager.getSubscription()) ?? null) !== null;
}

/** Asks the person, then the browser's push service, then Podium; where one of them says no, nothing is left. */
export async function pushOn({ worker, key }: { readonly worker: string; readonly key: string }): Promise<PushOutcome> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const registration = await navigator.serviceWorker.register(worker, { scope: SCOPE, type: "module" });
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
  const old = await registration.pushManager.getSubscription();
  await old?.unsubscribe();
  return registration.pushManager.subscribe(asked).catch(() => null);
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
