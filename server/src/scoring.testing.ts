import type { Child } from "./child.testing.ts";
import { signIn } from "./web-server/scenario.testing.ts";

/** A match of the examples that nobody else scores. */
export const MATCH = "riverside-open/os/qf-4";

export interface DurableLine {
  readonly id: string;
  readonly entry: { readonly kind: string; readonly server?: string; readonly winner?: string };
}

/** Service, then rallies won in turn: a game without end. */
export function lineAt(at: number): DurableLine {
  const id = `line-${String(at).padStart(8, "0")}`;
  return {
    id,
    entry: at === 0 ? { kind: "service", server: "home1" } : { kind: "rally", winner: at % 2 === 1 ? "home" : "away" },
  };
}

/** Hands out a chair: the path of its address. */
export async function chairOf(server: Pick<Child, "url">, match = MATCH): Promise<string> {
  const cookie = await signIn(server.url, "organiser");
  const answer = await fetch(`${server.url}/desk/matches/${match}/chair`, {
    method: "POST",
    headers: { cookie, accept: "application/json" },
  });
  const { chairHref } = (await answer.json()) as { chairHref: string };
  return chairHref;
}

/** The ids of the lines on record, as a node answers them. */
export async function logAt(server: Pick<Child, "url">, chair: string): Promise<string[]> {
  const answer = await fetch(`${server.url}${chair}/log`);
  const { log } = (await answer.json()) as { log: DurableLine[] };
  return log.map(({ id }) => id);
}
