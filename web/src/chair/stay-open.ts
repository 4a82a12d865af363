/** Lets this chair open again without a network, where the browser can: in a place with a certificate, or on this machine. */
export async function stayOpen(worker: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(worker, { scope: "/chair/" });
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage([location.href, ...filesOfThisPage()]);
}

/** The built files that this page has loaded. */
function filesOfThisPage(): readonly string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith("/assets/"));
}
