import { type Claim, ClaimChecker, type CompetitionFacts, mended, ReadingMemory } from "@podium/engine";
import type { TypedAnswer, TypedRequest } from "./checking.ts";

// Runs beside a page on which somebody writes, so that no key waits for a text to be checked.
class TypedTexts {
  #checker: ClaimChecker | null = null;
  readonly #memory = new ReadingMemory();
  /** The newest text that came before the record did. */
  #waiting: TypedRequest | null = null;

  async begin(record: string): Promise<void> {
    const answer = await fetch(record, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { record: facts } = (await answer.json()) as { record: readonly CompetitionFacts[] };
    this.#checker = new ClaimChecker(facts);
    if (this.#waiting !== null) this.check(this.#waiting);
  }

  check(request: TypedRequest): void {
    this.#waiting = request;
    if (this.#checker === null) return;
    this.#waiting = null;
    const { text, language, date, competition } = request;
    const asked = { language, ...(date === "" ? {} : { date }), ...(competition === "all" ? {} : { competition }) };
    const options = { ...asked, memory: this.#memory };
    const claims = this.#checker.check(text, options);
    const answer: TypedAnswer = { text, claims: claims.map((claim) => ({ claim, mended: mendedIn(claim, request) })) };
    self.postMessage(answer);
  }
}

function mendedIn(claim: Claim, { text, language }: TypedRequest): string | null {
  const { start, end } = claim.words;
  return claim.verdict === "contradicted" ? mended(claim, text.slice(start, end), language) : null;
}

const typed = new TypedTexts();

self.addEventListener("message", ({ data }: MessageEvent<TypedRequest | { readonly record: string }>) => {
  if ("record" in data) void typed.begin(data.record).catch(() => undefined);
  else typed.check(data);
});
