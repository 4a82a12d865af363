import type { Language } from "@podium/protocol";
import { isoTime, type TimeForm, timeInWords } from "./times.ts";

interface TimeProps {
  /** Milliseconds since 1970. */
  readonly ms: number;
  readonly zone: string;
  readonly language: Language;
  readonly form?: TimeForm;
}

/** An instant, for people and for machines. */
export function Time({ ms, zone, language, form = "short" }: TimeProps) {
  return <time dateTime={isoTime(ms)}>{timeInWords(ms, { zone, language, form })}</time>;
}
