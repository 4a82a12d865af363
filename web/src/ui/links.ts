import { LANGUAGES, type Frame, type Language } from "@podium/protocol";

/** The address of this page in another language. The server remembers the choice. */
export function inOtherLanguage(path: string, language: Language): string {
  const { pathname, query } = parted(path);
  query.set("lang", language);
  return `${pathname}?${query}`;
}

/** The other languages this page can be read in. */
export function otherLanguages(language: Language): readonly Language[] {
  return LANGUAGES.filter((other) => other !== language);
}

/** The one address of this page for search engines and shared links. */
export function canonical(frame: Frame): string {
  return frame.origin + pathnameOf(frame.path);
}

/** The same page as JSON. */
export function dataAddress(path: string): string {
  const pathname = pathnameOf(path);
  return pathname === "/" ? "/home.json" : `${pathname}.json`;
}

/** Where a person signs in and comes back from. */
export function signInAddress(path: string): string {
  return `/sign-in?${new URLSearchParams({ next: path })}`;
}

/** The path of a page without what was asked of it. */
export function pathnameOf(path: string): string {
  return parted(path).pathname;
}

function parted(path: string): { pathname: string; query: URLSearchParams } {
  const cut = path.indexOf("?");
  return cut < 0
    ? { pathname: path, query: new URLSearchParams() }
    : { pathname: path.slice(0, cut), query: new URLSearchParams(path.slice(cut + 1)) };
}
