import { embed } from "./conversation/embedded-thread.ts";

/** Puts a conversation behind every script tag that asks for one and has none yet. */
function embedAll(): void {
  for (const script of document.querySelectorAll<HTMLScriptElement>("script[data-about]")) {
    if (script.dataset["podium"] !== undefined) continue;
    script.dataset["podium"] = "shown";
    void embed(script);
  }
}

addEventListener("podium-embed", embedAll);
embedAll();
