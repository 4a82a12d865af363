import { ChairPhone } from "./chair/chair-phone.tsx";
import { keepAwake } from "./chair/awake.ts";
import type { ChairSeed } from "./chair/seed.ts";

const root = document.getElementById("chair");
const text = root?.dataset["chair"];
if (root !== null && text !== undefined) open(root, text);

function open(root: HTMLElement, text: string): void {
  root.replaceChildren();
  // The page's own data, written by the server beside this script.
  const phone = new ChairPhone(root, JSON.parse(text) as ChairSeed);
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) phone.submit(event.target, event.submitter);
  });
  addEventListener("online", () => phone.wake());
  addEventListener("storage", () => phone.takeOver());
  addEventListener("beforeunload", (event) => { if (phone.mayLose()) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") phone.wake(); });
  keepAwake();
}
