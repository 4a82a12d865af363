/** The address as this browser reaches the desk: the umpire's phone stands in the same network. */
export function prepareAddress(address: HTMLAnchorElement): void {
  address.textContent = new URL(address.dataset["address"] ?? address.href, location.origin).href;
  const button = address.closest(".desk-address")?.querySelector("button") ?? null;
  // Without a certificate browsers give no clipboard; the address can still be marked and copied.
  if (button === null || navigator.clipboard === undefined) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(address.textContent ?? "").then(() => { button.textContent = button.dataset["copied"] ?? ""; });
  });
}
