import type { Language } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { shared } from "./shared-words.ts";

/** A page beside this one: which one it is to this page, where it is and what it is called. */
export interface Neighbour {
  readonly href: string;
  readonly as: string;
  readonly words: ComponentChildren;
  readonly rel?: "prev" | "next";
}

/** At the foot of a page: what is next to it. */
export function NextTo({ pages, language }: { readonly pages: readonly Neighbour[]; readonly language: Language }) {
  if (pages.length === 0) return null;
  return (
    <nav class="next-to" aria-label={shared(language)("ui.next-to")}>
      <ul>
        {pages.map(({ href, as, words, rel }) => (
          <li key={href}>
            <a href={href} rel={rel}>
              <span class="quiet">{as}</span> <span>{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
