/**
 * The address somebody asks from, for limits on how often. A proxy on this machine passes it in X-Forwarded-For, where each proxy
 * adds what it saw at the end; anybody else could write anything there and is not believed.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | null): string {
  const told = forwardedFor?.split(",").at(-1)?.trim();
  return isThisMachine(remote) && told !== undefined && told !== "" && told.length <= 45 ? told : (remote ?? "unknown");
}

function isThisMachine(address: string | undefined): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address ?? "");
}
