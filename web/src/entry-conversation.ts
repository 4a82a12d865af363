import { OpenThread } from "./conversation/open-thread.ts";
import { listenToQueue } from "./conversation/queue-keys.ts";

customElements.define("open-thread", OpenThread);

const queue = document.querySelector<HTMLElement>("[data-queue]");
if (queue !== null) listenToQueue(queue);
