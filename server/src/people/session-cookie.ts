/** Part of the session cookie's name, with and without https. */
const SESSION_COOKIE = "podium.session_token=";

/** Whether these cookies may belong to somebody who is signed in; without, nothing need be looked up. */
export function mayHaveSession(cookies: string | null | undefined): boolean {
  return (cookies ?? "").includes(SESSION_COOKIE);
}
