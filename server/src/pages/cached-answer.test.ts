import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { EventPage, MatchPage, MomentPage } from "@podium/protocol";
import { install, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

async function read<Data>(path: string, as: "organiser" | "member" | null = null): Promise<Data> {
  return JSON.parse((await play(here, { name: path, path: `${path}.json`, as, expects: { status: 200 } })).text);
}

/** What stands between the header and the footer of a page. */
async function mainOf(path: string, as: "organiser" | "member" | null): Promise<string> {
  const { text } = await play(here, { name: path, path, as, expects: { status: 200 } });
  return /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "";
}

test("everybody reads the same event, and all see a result that was entered after it was read", async () => {
  const event = "/competitions/riverside-open/os";
  const match = "riverside-open/os/qf-4";
  const before = await read<EventPage>(event, "organiser");
  assert.deepEqual(await read<EventPage>(event), before);
  const open = await mainOf(`/matches/${match}`, "organiser");
  assert.equal(await mainOf(`/matches/${match}`, "member"), open);
  const { version } = (await read<MatchPage>(`/matches/${match}`)).match;
  await play(here, {
    name: "enter",
    method: "POST",
    path: `/desk/matches/${match}/result`,
    as: "organiser",
    form: { games: "11-1 11-2 11-3", outcome: "play", against: "", version: String(version), confirm: "yes" },
    expects: { status: 303, facts: ["match-line", "match-line", "match-line", "match-finished"] },
  });
  const page = `/matches/${match}`;
  const shown = await mainOf(page, "organiser");
  assert.notEqual(shown, open);
  for (const as of ["organiser", "member", null] as const) assert.equal(await mainOf(page, as), shown);
  for (const as of ["organiser", "member", null] as const) {
    const { phases } = await read<EventPage>(event, as);
    const rounds = phases.flatMap(({ brackets }) => brackets.flatMap((bracket) => bracket.rounds));
    assert.equal(rounds.flatMap(({ matches }) => matches).find(({ id }) => id === match)?.status, "over");
    assert.equal((await read<MatchPage>(`/matches/${match}`, as)).match.winner, "home");
  }
});

test("the thread of a moment is each reader's own", async () => {
  const moment = "/moments/paris-2024-xd-podium";
  assert.equal((await read<MomentPage>(moment, "member")).thread?.mayPost, true);
  assert.equal((await read<MomentPage>(moment)).thread?.mayPost, false);
});
