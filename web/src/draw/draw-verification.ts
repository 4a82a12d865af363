import { isRefused } from "@podium/engine";
import { drawnLine, verifyDrawnLine } from "@podium/protocol";

/** Draws what a file holds again, line by line as `podium draw verify` does. Answers how many balls there were, or why not. */
export function verifyFile(text: string): { readonly balls: number } | { readonly message: string } {
  let balls = 0;
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const told = drawnLine.safeParse(JSON.parse(line));
    if (!told.success) return { message: told.error.message };
    const verified = verifyDrawnLine(told.data);
    if (isRefused(verified)) return { message: verified.message };
    balls += verified.balls;
  }
  return { balls };
}
