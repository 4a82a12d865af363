/** Where a form may send a browser on to: a path of this installation. Anything else is the home page. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return "/";
  const nowhere = "http://podium.invalid";
  const url = URL.parse(wanted, nowhere);
  return url !== null && url.origin === nowhere ? url.pathname + url.search + url.hash : "/";
}
