/** Lets the address of a chair be copied with one tap, where the browser gives a clipboard (it needs a certificate). */
export function offerCopy(address: HTMLAnchorElement): void {
  const button = address.closest(".desk-address")?.querySelector("button") ?? null;
  if (button === null || navigator.clipboard === undefined) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(address.href).then(() => {
      button.textContent = button.dataset["copied"] ?? "";
    });
  });
}
