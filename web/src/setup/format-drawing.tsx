import type { DrawRules } from "@podium/protocol";

/** What each format looks like on paper, in a few lines. */
const SHAPES: Readonly<Record<DrawRules["format"], string>> = {
  "knock-out": "M4 6h14v10h14M4 26h14v-10M4 38h14v10h14M4 58h14v-10M32 16h14v16h14M32 48h14v-16",
  groups: "M4 8h56v48h-56zM4 24h56M4 40h56M22 8v48M41 8v48",
  "groups-then-knock-out": "M4 6h20v22h-20zM4 17h20M4 36h20v22h-20zM4 47h20M28 17h14v15h18M28 47h14v-15",
  qualification: "M4 10h10v8h10M4 26h10v-8M4 38h10v8h10M4 54h10v-8M28 6h10v12M28 18h10v14h22M28 46h10v-14M28 58h10v-12",
  swiss:
    "M4 12h16M4 28h16M4 44h16M24 12h16M24 28h16M24 44h16M44 12h16M44 28h16M44 44h16M20 12l4 16M20 28l4 -16M40 28l4 16M40 44l4 -16",
  "double-elimination": "M4 6h14v8h14M4 22h14v-8M32 14h14v18h14M4 40h14v6h14M4 54h14v-8M32 46h14v-14",
};

/** A drawing of a format, beside its name. */
export function FormatDrawing({ format }: { readonly format: DrawRules["format"] }) {
  return (
    <svg class="format-drawing" viewBox="0 0 64 64" width="48" height="48" aria-hidden="true">
      <path d={SHAPES[format]} fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
  );
}
