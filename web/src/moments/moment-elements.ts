import type { HTMLAttributes } from "preact";

/** The elements that the script of the moment brings to life; without it they are plain boxes. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** A part of a page that is read anew when a message under its topics (parted by spaces) says so. */
      "live-part": HTMLAttributes<HTMLElement> & { topics: string };
    }
  }
}
