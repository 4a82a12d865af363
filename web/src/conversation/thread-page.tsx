import type { Frame, ThreadPage } from "@podium/protocol";

export function ThreadScreen(_props: { readonly data: ThreadPage; readonly frame: Frame }) {
  return null;
}
