import type { HTMLAttributes } from "preact";

/** The elements that the live script brings to life; without it they are plain boxes. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** Listens for the topics named in `topics` (parted by spaces) and passes messages to the live elements inside. */
      "live-page": HTMLAttributes<HTMLElement> & { topics?: string | undefined };
      /** Two rows of a match: names, games, score. */
      "live-score": HTMLAttributes<HTMLElement> & { match: string };
      /** The whole of one match: the large score, the games, the lead, the rallies. */
      "live-match": HTMLAttributes<HTMLElement> & { match: string };
      /** A bracket in which an entry can be followed through the rounds. */
      "live-bracket": HTMLAttributes<HTMLElement>;
      /** How many comments a thread shows. */
      "live-count": HTMLAttributes<HTMLElement> & { thread: string };
    }
  }
}
