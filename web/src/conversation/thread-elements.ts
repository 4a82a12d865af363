import type { HTMLAttributes } from "preact";

/** What the server gives the script of a conversation. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** A conversation that takes in new comments; without script it is a plain box. */
      "open-thread": HTMLAttributes<HTMLElement> & {
        readonly thread: string;
        readonly "data-sort"?: string | undefined;
        readonly "data-focus"?: string | undefined;
        readonly "data-deepest"?: number | undefined;
        readonly "data-posted"?: number | undefined;
        readonly "data-options"?: string | undefined;
      };
    }
  }
}
