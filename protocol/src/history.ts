/**
 * A sentence computed from the record. The words stand in the catalogue under `storyline.<code>`;
 * `facts` are put into it; each piece of evidence can be opened.
 */
export interface Storyline {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly evidence: readonly Evidence[];
}

/** Something a reader can check: a page of ours or a line of an honours list, with its words. */
export type Evidence =
  | { readonly kind: "match"; readonly id: string; readonly label: string }
  | { readonly kind: "entry"; readonly id: string; readonly label: string }
  | { readonly kind: "honour"; readonly year: number; readonly label: string }
  | { readonly kind: "absence"; readonly code: string; readonly facts: Readonly<Record<string, string | number>> };
