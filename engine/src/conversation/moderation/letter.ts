/** What a letter is made of, as far as finding words needs to know. */
export type Script =
  | "latin"
  | "greek"
  | "cyrillic"
  | "arabic"
  | "hebrew"
  | "hangul"
  | "jamo"
  | "han"
  | "hiragana"
  | "katakana"
  | "thai"
  | "indic"
  | "other"
  | "digit"
  | "sign"
  | "space";

/** One letter of a text as it is compared, with its place in the text: UTF-16 code units, `end` not included. */
export interface Letter {
  /** Without width, case and variants: Ａ, a and 𝐚 are one, as are バ and ば, 媽 and 妈, أ and ا. */
  readonly code: number;
  /** The same without accents, in Latin and Greek: é and e are one. */
  readonly bare: number;
  /** `thai` are the scripts of South-East Asia without spaces between words, `indic` those of India. */
  readonly script: Script;
  readonly start: number;
  readonly end: number;
}
