/** A signed-in person of the demo, as a program sees Podium. */
export interface DemoClient {
  /** A match that can begin. */
  readyMatch(competition: string): Promise<string>;
  handOutChair(match: string): Promise<Chair>;
  post(path: string, json: unknown): Promise<unknown>;
}

/** A chair that scores one side after the other. */
export interface Chair {
  scoreNext(): Promise<void>;
}

/** Signs in as one of the demo's people. */
export async function signIn(url: string, key: string): Promise<DemoClient> {
  const signed = await fetch(`${url}/demo/sign-in/${key}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const cookie = signed.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  const headers = { cookie, accept: "application/json", "content-type": "application/json" };
  const post = async (path: string, json: unknown) => {
    const answered = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(json) });
    const body: unknown = await answered.json();
    if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    post,
    readyMatch: async (competition) => {
      const page = await (await fetch(`${url}/competitions/${competition}.json`, { headers })).json();
      return page.next[0].id;
    },
    handOutChair: async (match) => {
      const issued = await post(`/desk/matches/${match}/chair`, {});
      const { chairHref } = issued as { chairHref: string };
      return chairAt(`${url}${chairHref}/log`);
    },
  };
}

function chairAt(address: string): Chair {
  let after = 0;
  return {
    scoreNext: async () => {
      const entry =
        after === 0
          ? { kind: "service", server: "home1", receiver: "away1" }
          : { kind: "rally", winner: after % 2 === 0 ? "home" : "away" };
      const sent = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ after, lines: [{ id: `bench-line-${after}`, entry }] }),
      });
      if (!sent.ok) throw new Error(`The chair was answered ${sent.status}: ${await sent.text()}`);
      after += 1;
    },
  };
}
