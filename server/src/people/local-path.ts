const NOWHERE = "http://podium.invalid";
/** One slash, and no sign that a browser would read as another one or leave out. */
const LOCAL = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** Where a form may send a browser on to: a path of this installation. Anything else is the home page. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !LOCAL.test(wanted)) return "/";
  const url = URL.parse(wanted, NOWHERE);
  if (url === null || url.origin !== NOWHERE) return "/";
  // Without its dots, "/..//elsewhere" begins with two slashes: another site.
  const path = url.pathname + url.search + url.hash;
  return LOCAL.test(path) ? path : "/";
}
