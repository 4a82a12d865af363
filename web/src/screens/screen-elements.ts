import type { HTMLAttributes } from "preact";

/** The element that turns the pages of a screen and reads them anew; without script its first page stands. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** `topics` of the live stream, parted by spaces; `seconds` that each page stands. */
      "hall-screen": HTMLAttributes<HTMLElement> & { topics: string; seconds?: string };
    }
  }
}
