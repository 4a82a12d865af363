import type { DeskHomePage, DeskMatchPage, DeskPage, Frame } from "@podium/protocol";

interface Shown<Data> {
  readonly data: Data;
  readonly frame: Frame;
}

export function DeskHome(_props: Shown<DeskHomePage>) {
  return null;
}

export function Desk(_props: Shown<DeskPage>) {
  return null;
}

export function DeskMatch(_props: Shown<DeskMatchPage>) {
  return null;
}
