import { type Claim, ClaimChecker, type CompetitionFacts, mended } from "@podium/engine";
import type { TypedAnswer, TypedRequest } from "./checking.ts";

// Runs beside a page on which somebody writes, so that no key waits for a text to be checked.
let checker: ClaimChecker | null = null;
let waiting: TypedRequest | null = null;

async function begin(record: string): Promise<void> {
  const answer = await fetch(record, { headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const { record: facts } = (await answer.json()) as { record: readonly CompetitionFacts[] };
  checker = new ClaimChecker(facts);
  if (waiting !== null) check(waiting);
}

function check(request: TypedRequest): void {
  waiting = request;
  if (checker === null) return;
  waiting = null;
  const { text, language, date, competition } = request;
  const options = { language, ...(date === "" ? {} : { date }), ...(competition === "all" ? {} : { competition }) };
  const claims = checker.check(text, options);
  const answer: TypedAnswer = { text, claims: claims.map((claim) => ({ claim, mended: mendedIn(claim, request) })) };
  self.postMessage(answer);
}

function mendedIn(claim: Claim, { text, language }: TypedRequest): string | null {
  const { start, end } = claim.words;
  return claim.verdict === "contradicted" ? mended(claim, text.slice(start, end), language) : null;
}

self.addEventListener("message", ({ data }: MessageEvent<TypedRequest | { readonly record: string }>) => {
  if ("record" in data) void begin(data.record).catch(() => undefined);
  else check(data);
});
