/**
 * Whether a request that changes something comes from a page of ours. Browsers mark it by Sec-Fetch-Site
 * (w3c.github.io/webappsec-fetch-metadata) or Origin; a client that sends neither is not a browser carrying
 * somebody's cookies.
 */
export function isOwnPage(headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const from = headers.get("origin");
  return (
    from === null ||
    from === origin ||
    from === `http://${headers.get("host")}` ||
    from === `https://${headers.get("host")}`
  );
}
