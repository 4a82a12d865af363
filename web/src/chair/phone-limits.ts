/** What a browser gives this page less than a chair wants; each follows from the address, or from the browser's age. */
export interface PhoneLimits {
  /** Reached without https: browsers then give neither of the two. */
  readonly isInsecure: boolean;
  /** The screen goes dark when nobody touches it. */
  readonly screenSleeps: boolean;
  /** Once closed, the page opens again only with the network. */
  readonly opensOnlineOnly: boolean;
}

type Browser = Pick<typeof globalThis, "isSecureContext"> & { readonly navigator: object };

/** What this browser lacks at this address; null when the chair has all it wants. */
export function limitsOf({ isSecureContext, navigator }: Browser): PhoneLimits | null {
  const screenSleeps = !isSecureContext || !("wakeLock" in navigator);
  const opensOnlineOnly = !isSecureContext || !("serviceWorker" in navigator);
  return screenSleeps || opensOnlineOnly ? { isInsecure: !isSecureContext, screenSleeps, opensOnlineOnly } : null;
}
