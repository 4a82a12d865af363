import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request, type RequestOptions } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { namesIn } from "./own-addresses.ts";
import { install, type Installation } from "./scenario.testing.ts";

/** The commands of docs/self-hosting.md, as a volunteer types them. */
const COMMANDS = /```sh\n(openssl [\s\S]*?)```/.exec(
  readFileSync(new URL("../../../docs/self-hosting.md", import.meta.url), "utf8"),
)?.[1];

let folder: string;
let here: Installation;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "podium-https-"));
  assert.ok(COMMANDS !== undefined, "docs/self-hosting.md says how a certificate is made");
  execFileSync("sh", ["-e", "-c", COMMANDS], { cwd: folder, stdio: "ignore" });
  here = await install({
    examples: ["club-open"],
    settings: { PODIUM_CERTIFICATE: join(folder, "hall.crt"), PODIUM_KEY: join(folder, "hall.key") },
  });
});

after(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

/** Asks as a phone does that trusts the hall's own authority and knows the machine by this name. */
async function ask(path: string, name: string, more: RequestOptions = {}): Promise<IncomingMessage> {
  const { port } = new URL(here.url);
  const ca = readFileSync(join(folder, "hall-ca.crt"));
  const sent = request({ host: "127.0.0.1", port, path, servername: name, ca, ...more });
  sent.end();
  const [answer] = await once(sent, "response");
  return answer;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of answer.setEncoding("utf8")) text += part;
  return text;
}

test("a phone that trusts the hall's authority reads pages under the name and the number of the machine", async () => {
  assert.match(here.url, /^https:/);
  for (const name of ["podium.local", ""]) {
    const answer = await ask("/", name);
    assert.equal(answer.statusCode, 200);
    assert.match(await textOf(answer), /Podium/);
    assert.equal(
      answer.headers["strict-transport-security"],
      undefined,
      "a hall's name is not kept to https for a year",
    );
  }
});

test("the names that are printed are those of the certificate, its name first", () => {
  assert.deepEqual(namesIn(readFileSync(join(folder, "hall.crt"))), ["podium.local", "127.0.0.1", "192.168.1.10"]);
});

test("a phone that does not trust it is not served, and no other name is", async () => {
  await assert.rejects(ask("/", "podium.local", { ca: [] }), { code: /SELF_SIGNED|UNABLE_TO_GET|UNABLE_TO_VERIFY/ });
  await assert.rejects(ask("/", "elsewhere.example"), { code: "ERR_TLS_CERT_ALTNAME_INVALID" });
});

test("signing in by https gives a cookie that http never sees", async () => {
  const answer = await ask("/demo/sign-in/organiser", "podium.local", {
    method: "POST",
    headers: { origin: here.url, "content-type": "application/x-www-form-urlencoded" },
  });
  assert.equal(answer.statusCode, 303);
  assert.match(String(answer.headers["set-cookie"]), /__Secure-.*; Secure/i);
});

test("the address of a chair goes back to the desk in a cookie that http never sees", async () => {
  const headers = { origin: here.url, "content-type": "application/x-www-form-urlencoded" };
  const signedIn = await ask("/demo/sign-in/organiser", "podium.local", { method: "POST", headers });
  const cookie = (signedIn.headers["set-cookie"] ?? []).map((each) => each.split(";", 1)[0]).join("; ");
  const match = await here.app.storage.db
    .selectFrom("matches")
    .select("id")
    .where("status", "=", "ready")
    .executeTakeFirstOrThrow();
  const answer = await ask(`/desk/matches/${match.id}/chair`, "podium.local", {
    method: "POST",
    headers: { ...headers, cookie },
  });
  assert.equal(answer.statusCode, 303);
  assert.match(String(answer.headers["set-cookie"]), /^podium-desk=.*; Secure$/);
});

test("the live stream comes by https too", async () => {
  const answer = await ask("/live?topic=home", "podium.local");
  assert.equal(answer.headers["content-type"], "text/event-stream; charset=utf-8");
  answer.destroy();
});

test("a certificate that cannot be used stops the start with a sentence that names both files", async () => {
  const wrong = join(folder, "wrong.crt");
  writeFileSync(wrong, "no certificate");
  for (const certificate of [wrong, join(folder, "nowhere.crt")])
    await assert.rejects(
      install({ examples: [], settings: { PODIUM_CERTIFICATE: certificate, PODIUM_KEY: join(folder, "hall.key") } }),
      (fault) =>
        fault instanceof Error && fault.message.startsWith(`Podium cannot speak https with ${certificate} and `),
    );
});
