import type { ChairPage, Frame } from "@podium/protocol";

export function ChairScreen(_props: { readonly data: ChairPage; readonly frame: Frame }) {
  return null;
}
