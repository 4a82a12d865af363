/** Shows the buttons by which this browser verifies a draw; the rules are loaded when one is pressed. */
export function offerVerification(page: ParentNode): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-part=verify]")) {
    button.hidden = false;
    button.addEventListener("click", () => void verify(button));
  }
}

async function verify(button: HTMLButtonElement): Promise<void> {
  const verdict = button.closest(".draw-verification")?.querySelector<HTMLElement>("[data-part=verdict]");
  // A button that is disabled while it works would lose the focus.
  if (!verdict || button.getAttribute("aria-busy") === "true") return;
  const { file = "", running = "", yes = "", no = "" } = button.dataset;
  button.setAttribute("aria-busy", "true");
  verdict.textContent = running;
  const found = await verified(file);
  verdict.textContent =
    "balls" in found ? yes.replace("{balls}", String(found.balls)) : no.replace("{message}", found.message);
  verdict.dataset["verified"] = "balls" in found ? "yes" : "no";
  button.removeAttribute("aria-busy");
}

async function verified(file: string): Promise<{ readonly balls: number } | { readonly message: string }> {
  try {
    const [{ verifyFile }, response] = await Promise.all([import("./draw-verification.ts"), fetch(file)]);
    return response.ok ? verifyFile(await response.text()) : { message: String(response.status) };
  } catch (fault) {
    return { message: String(fault) };
  }
}
