/** Keeps the screen lit while the page is looked at, where the browser can and the battery allows. */
export function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    navigator.wakeLock.request("screen").catch(() => undefined);
  };
  document.addEventListener("visibilitychange", ask);
  document.addEventListener("click", ask, { once: true });
  ask();
}
