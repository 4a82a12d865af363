import {
  addPasskey,
  canUsePasskeys,
  type PasskeyOutcome,
  deletePasskey,
  signInWithPasskey,
} from "./people/passkeys.ts";
import { canPush, isPushOn, pushOff, pushOn, type PushOutcome } from "./people/push.ts";

/** Shows the part of a page that needs passkeys and does what its button says. */
function wake(part: HTMLElement): void {
  part.hidden = false;
  const button = part.querySelector("button");
  const sentence = part.querySelector("p");
  if (!button || !sentence) return;
  button.disabled = !canUsePasskeys();
  if (button.disabled) sentence.textContent = part.dataset["unable"] ?? "";
  button.addEventListener("click", async () => {
    const outcome = await (part.dataset["passkey"] === "add" ? addPasskey() : signInWithPasskey());
    if (outcome === "done") location.assign(part.dataset["next"] ?? "/");
    else sentence.textContent = sentenceFor(part, outcome);
  });
}

function sentenceFor(part: HTMLElement, outcome: Exclude<PasskeyOutcome, "done">): string {
  return (outcome === "old-session" ? part.dataset["oldSession"] : part.dataset["stopped"]) ?? "";
}

for (const part of document.querySelectorAll<HTMLElement>("[data-passkey]")) wake(part);
for (const button of document.querySelectorAll<HTMLElement>("[data-delete-passkey]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    if ((await deletePasskey(button.dataset["deletePasskey"] ?? "")) === "done") location.reload();
  });
}

/** The switch for this device: what it says follows what the browser says. */
async function wakePush(part: HTMLElement): Promise<void> {
  const { push: key = "", worker = "" } = part.dataset;
  const button = part.querySelector("button");
  const sentence = part.querySelector("p");
  if (!button || !sentence) return;
  part.hidden = false;
  button.disabled = !canPush();
  const show = (outcome: PushOutcome) => {
    const isOn = outcome === "on";
    button.textContent = (isOn ? part.dataset["off"] : part.dataset["on"]) ?? "";
    button.dataset["state"] = isOn ? "on" : "off";
    const says = { on: "isOn", off: "", unable: "unable", denied: "denied", failed: "failed" }[outcome];
    sentence.textContent = part.dataset[says] ?? "";
  };
  if (button.disabled) return show("unable");
  const devices = (part.dataset["devices"] ?? "").split(" ");
  show((await isPushOn(devices).catch(() => false)) ? "on" : "off");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const switched = button.dataset["state"] === "on" ? pushOff() : pushOn({ worker, key });
    show(await switched.catch((): PushOutcome => "failed"));
    button.disabled = false;
  });
}

for (const part of document.querySelectorAll<HTMLElement>("[data-push]")) void wakePush(part);
