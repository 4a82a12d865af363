import type { HTMLAttributes } from "preact";

/** The element that shows a draw ball by ball; without script it is a plain box. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "draw-show": HTMLAttributes<HTMLElement> & { event: string; number: string };
    }
  }
}
