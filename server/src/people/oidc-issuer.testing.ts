import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { OidcSettings } from "../config.ts";

/** What an issuer of a test says of who comes next, and where it goes wrong. */
export interface IssuerTelling {
  claims: Record<string, unknown>;
  /** What stands in its token otherwise than it should. */
  token: Record<string, unknown>;
  /** What it says of itself otherwise than it should. */
  discovery: Record<string, unknown>;
  /** It lets nobody in. */
  denies: boolean;
  /** Whose claims the second address tells, where not those of the token. */
  userInfo: Record<string, unknown> | null;
}

/** An issuer of OpenID Connect on this machine, which holds its clients to secret, code, address and PKCE. */
export interface LocalIssuer extends IssuerTelling {
  readonly settings: OidcSettings;
  close(): Promise<void>;
}

const CLIENT = "podium-of-the-club";
/** 2100-01-01. */
const FAR_SECONDS = 4_102_444_800;
const SECRET = "a secret of the issuer and us";

interface Code {
  readonly challenge: string;
  readonly redirect: string;
}

/** Opens one on a free port. */
export async function openIssuer(): Promise<LocalIssuer> {
  const codes = new Map<string, Code>();
  const answers: Record<
    string,
    (request: IncomingMessage, url: URL, response: ServerResponse) => Promise<void> | void
  > = {
    "/.well-known/openid-configuration": (_, __, response) => {
      const at = (path: string) => settings.issuer + path;
      const known = { authorization_endpoint: at("/authorize"), token_endpoint: at("/token") };
      const told = { issuer: settings.issuer, ...known, userinfo_endpoint: at("/userinfo"), ...issuer.discovery };
      send(response, 200, told);
    },
    "/authorize": (_, { searchParams: asked }, response) => {
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.searchParams.set("state", asked.get("state") ?? "");
      const isRight = asked.get("client_id") === CLIENT && asked.get("response_type") === "code";
      const hasPkce = asked.get("code_challenge_method") === "S256" && asked.get("scope")?.includes("openid") === true;
      if (issuer.denies || !isRight || !hasPkce) back.searchParams.set("error", "access_denied");
      else {
        const code = `code-${codes.size}`;
        codes.set(code, {
          challenge: asked.get("code_challenge") ?? "",
          redirect: asked.get("redirect_uri") ?? "",
        });
        back.searchParams.set("code", code);
      }
      response.writeHead(302, { location: back.href }).end();
    },
    "/token": async (request, _, response) => {
      const form = new URLSearchParams(await text(request));
      const code = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      const isHeld = code !== undefined && isOurClient(request, form) && form.get("redirect_uri") === code.redirect;
      const challenge = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      if (!isHeld || challenge !== code.challenge) return send(response, 400, { error: "invalid_grant" });
      const bound = { iss: settings.issuer, aud: CLIENT, exp: FAR_SECONDS };
      const token = tokenOf({ ...bound, ...issuer.claims, ...issuer.token });
      return send(response, 200, { access_token: "an access token", token_type: "Bearer", id_token: token });
    },
    "/userinfo": ({ headers }, _, response) => {
      const isHeld = headers.authorization === "Bearer an access token";
      send(response, isHeld ? 200 : 401, isHeld ? (issuer.userInfo ?? issuer.claims) : {});
    },
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", settings.issuer);
    const answer = answers[url.pathname];
    if (answer === undefined) send(response, 404, {});
    else void answer(request, url, response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  const settings = { issuer: `http://127.0.0.1:${port}`, client: CLIENT, secret: SECRET, name: "Club Login" };
  const issuer: LocalIssuer = {
    settings,
    claims: {},
    token: {},
    discovery: {},
    denies: false,
    userInfo: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
  return issuer;
}

/** By the form or by the header: RFC 6749, 2.3.1. */
function isOurClient({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  const basic = Buffer.from((headers.authorization ?? "").replace("Basic ", ""), "base64").toString();
  const inForm = form.get("client_id") === CLIENT && form.get("client_secret") === SECRET;
  return inForm || basic === `${CLIENT}:${SECRET}`;
}

function tokenOf(payload: object): string {
  const part = (given: object) => Buffer.from(JSON.stringify(given)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(payload)}`;
  return `${signed}.${createHmac("sha256", SECRET).update(signed).digest("base64url")}`;
}

function send(response: ServerResponse, status: number, json: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
}
