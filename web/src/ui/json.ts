/**
 * JSON that may stand inside a script element: no `<` survives, so nothing in it can close the element or open a comment;
 * the two line separators that old script readers stumble over are escaped too.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
