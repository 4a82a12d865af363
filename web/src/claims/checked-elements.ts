import type { HTMLAttributes } from "preact";

/** The element of a field that is checked while it is typed, for Preact's types. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "checked-text": HTMLAttributes<HTMLElement> & { readonly competition?: string | undefined };
    }
  }
}
