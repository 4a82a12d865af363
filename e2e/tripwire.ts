import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";

/** Elements that Podium never makes of what somebody wrote. */
const NEVER = "iframe, object, embed, base, applet, marquee, frame, frameset, math, form form, body body";

/** What a page did or holds that nobody but an attacker would want. */
export interface Tripwire {
  /** Runs in the page: nothing ran, nothing was asked for elsewhere, and no element or attribute would run later. */
  readonly assertHarmless: (page: Page, what: string) => Promise<void>;
}

/** Watches every page of a context from before its first script. */
export async function layTripwire(context: BrowserContext, origin: string): Promise<Tripwire> {
  const seen: string[] = [];
  await context.addInitScript(watch);
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) seen.push(`asked for ${url}`);
  });
  context.on("page", (opened) => {
    opened.on("dialog", (dialog) => {
      seen.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    opened.on("popup", (popup) => seen.push(`a window: ${popup.url()}`));
  });
  return {
    assertHarmless: async (page, what) => {
      const held = await page.evaluate(standing, NEVER);
      assert.deepEqual([...seen, ...held], [], `${what}, on ${page.url()}`);
    },
  };
}

/** Runs in the page before its scripts: whatever runs is written down. */
function watch(): void {
  const ran: string[] = [];
  Reflect.set(globalThis, "ran", ran);
  for (const name of ["tripped", "alert", "confirm", "prompt", "print"])
    Reflect.set(globalThis, name, (words: unknown) => ran.push(`${name}(${String(words)})`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    ran.push(`the policy of the page held back ${violatedDirective} ${blockedURI} ${sample}`),
  );
}

/** Runs in the page: what ran, and what stands there that would. */
function standing(never: string): string[] {
  const found: string[] = [...(Reflect.get(globalThis, "ran") as string[])];
  for (const element of document.querySelectorAll("*")) {
    const start = element.outerHTML.slice(0, 160);
    if (element.matches(never)) found.push(`an element: ${start}`);
    if (element instanceof HTMLScriptElement && element.src !== "" && !element.src.startsWith(location.origin))
      found.push(`a script: ${start}`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`a handler: ${start}`);
      if (
        /^(?:href|src|action|formaction|xlink:href|data|srcdoc)$/i.test(name) &&
        /^\W*(?:javascript|vbscript|data:text)/i.test(value)
      )
        found.push(`an address that runs: ${start}`);
    }
  }
  return found;
}
