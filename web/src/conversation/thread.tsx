import type { Frame, ThreadView } from "@podium/protocol";

export function Thread(_props: { readonly thread: ThreadView; readonly frame: Frame }) {
  return null;
}
