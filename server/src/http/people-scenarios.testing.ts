import type { Scenario } from "./scenario.testing.ts";

const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const passkeys = "/api/auth/passkey";

/** Accounts at their doors; what happens behind them is tested beside people.ts. */
export const peopleScenarios: readonly Scenario[] = [
  { name: "sign-in page", path: "/sign-in", expects: { status: 200 } },
  { name: "sign-in page: who is in goes on", path: "/sign-in?next=/desk", as: "member", expects: { status: 303, to: "/desk" } },
  { name: "sign-in page: never to another site", path: "/sign-in?next=//elsewhere.example", as: "member", expects: { status: 303, to: "/" } },
  { name: "sign-in page: HTML in the address", path: `/sign-in?next=${encodeURIComponent(`/${HTML}`)}`, expects: { status: 200, absent: ["<script>alert(1)", "<img src=x"] } },
  { name: "sign-in page: nothing is put", method: "PUT", path: "/sign-in", expects: { status: 405 } },
  { name: "sign-up page", path: "/sign-up", expects: { status: 200 } },
  { name: "sign-up", method: "POST", path: "/sign-up", form: { name: `Ann ${HTML}`.slice(0, 60), email: "ann@example.org", password: "ten letters" }, expects: { status: 303, to: "/" } },
  { name: "sign-up: twice", method: "POST", path: "/sign-up", form: { name: HTML.slice(0, 60), email: "ann@example.org", password: "ten letters" }, expects: { status: 422, absent: ["<script>alert(1)", "<img src=x"] } },
  { name: "sign-up: with an address of the demo", method: "POST", path: "/sign-up", form: { name: "Ann", email: "Organiser@demo.invalid", password: "ten letters" }, expects: { status: 422, contains: ["belongs to the demo"] } },
  { name: "sign-in", method: "POST", path: "/sign-in", form: { email: "ann@example.org", password: "ten letters", next: "/account" }, expects: { status: 303, to: "/account" } },
  { name: "sign-in: never on to another site", method: "POST", path: "/sign-in", form: { email: "ann@example.org", password: "ten letters", next: "https://elsewhere.example" }, expects: { status: 303, to: "/" } },
  { name: "sign-in: not so", method: "POST", path: "/sign-in", form: { email: "ann@example.org", password: "other letters" }, expects: { status: 401, absent: ["other letters"] } },
  { name: "demo sign-in", method: "POST", path: "/demo/sign-in/editor", form: { next: "/desk" }, expects: { status: 303, to: "/desk" } },
  { name: "demo sign-in: of nobody", method: "POST", path: "/demo/sign-in/nobody", form: {}, expects: { status: 404 } },
  { name: "sign-out", method: "POST", path: "/sign-out", form: {}, expects: { status: 303, to: "/?said=signed-out" } },
  { name: "sign-out: not by a page of another site", method: "POST", path: "/sign-out", form: {}, headers: { origin: "https://elsewhere.example" }, expects: { status: 403 } },
  { name: "sign-out: not by a link", path: "/sign-out", expects: { status: 405 } },
  { name: "account: a guest signs in first", path: "/account", expects: { status: 303, to: "/sign-in?next=%2Faccount" } },
  { name: "account", path: "/account", as: "member", expects: { status: 200, contains: ["Lio Marchetti"] } },
  { name: "account: for a guest's script", path: "/account.json", expects: { status: 401 } },
  { name: "passkeys: to make one", path: `${passkeys}/generate-register-options`, as: "member", expects: { status: 200, contains: ['"challenge"'] } },
  { name: "passkeys: made by who is signed in", path: `${passkeys}/generate-register-options`, expects: { status: 401 } },
  { name: "passkeys: none is kept for a guest", method: "POST", path: `${passkeys}/verify-registration`, json: { response: {} }, headers: { origin: "{origin}" }, expects: { status: 401 } },
  { name: "passkeys: none lets in that is none", method: "POST", path: `${passkeys}/verify-authentication`, json: { response: { id: HTML } }, headers: { origin: "{origin}" }, expects: { status: 400, absent: ["<script>alert(1)"] } },
  { name: "passkeys: a guest has none to delete", method: "POST", path: `${passkeys}/delete-passkey`, json: { id: "x" }, headers: { origin: "{origin}" }, expects: { status: 401 } },
  { name: "passkeys: to sign in", path: `${passkeys}/generate-authenticate-options`, expects: { status: 200, contains: ['"challenge"'] } },
];
