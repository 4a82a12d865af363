import {
  addPasskey,
  canUsePasskeys,
  type PasskeyOutcome,
  deletePasskey,
  signInWithPasskey,
} from "./people/passkeys.ts";

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
