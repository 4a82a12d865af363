import { ChairPhone } from "./chair/chair-phone.tsx";
import { keepAwake } from "./chair/awake.ts";
import type { ChairData } from "./chair/initial-data.ts";
import { onceATap } from "./chair/one-tap.ts";
import { stayOpen } from "./chair/stay-open.ts";
import { listen } from "./ui/stream.ts";

const root = document.getElementById("chair");
const text = root?.dataset["chair"];
if (root !== null && text !== undefined) open(root, text);

function open(root: HTMLElement, text: string): void {
  root.replaceChildren();
  // The page's own data, written by the server beside this script.
  const chair = JSON.parse(text) as ChairData;
  const phone = new ChairPhone(root, chair);
  const isAgain = onceATap();
  root.addEventListener(
    "click",
    (event) => {
      const on = event.target instanceof Element ? event.target.closest("button") : null;
      if (on === null || !isAgain({ atMs: event.timeStamp, on, byKey: event.detail === 0 })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) phone.submit(event.target, event.submitter);
  });
  listen([`match:${chair.match}`], {
    onMessage: (message) => {
      if (message.kind === "match") phone.receive(message.match.version);
      if (message.kind === "rally") phone.receive(message.version);
    },
    missed: () => phone.wake(),
    connection: (isThere) => {
      phone.setConnected(isThere);
      if (isThere) phone.wake();
    },
  });
  addEventListener("online", () => phone.wake());
  addEventListener("storage", () => phone.takeOver());
  addEventListener("beforeunload", (event) => {
    if (phone.mayLose()) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") phone.wake();
  });
  keepAwake();
  const { worker } = chair;
  // A browser that forbids it leaves a chair that needs the network to open, and no more than that.
  if (worker !== null)
    addEventListener("load", () => {
      stayOpen(worker).catch(() => undefined);
    });
}
