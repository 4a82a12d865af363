import type { Refusal } from "@podium/engine";
import type { Language, Page, Viewer } from "@podium/protocol";
import type { z } from "zod";
import type { App } from "../app.ts";
import type { SentFile } from "./body.ts";
import { statusOf } from "./refusal-status.ts";

/** A route: method and path, who may use it, and the function that answers. The table of routes is the table of permissions. */
export interface Route {
  readonly method: "GET" | "POST";
  /** `/matches/:competition/:event/:match` */
  readonly path: string;
  readonly policy: Policy;
  /** The same for everybody and made of nothing that is stored: answered without finding out who asks. */
  readonly isStatic?: true;
  /** Open to everybody; finds out who asks where it matters, and reads without a snapshot. */
  readonly findsViewer?: true;
  /** Admits or refuses by how often before it reads a body, by other measures than all the others. */
  readonly pacesItself?: true;
  /** Takes files of so many bytes; forms and JSON are far below. */
  readonly bytesMax?: number;
  /** What its body is parsed with; part of the description of the API. */
  readonly reads?: z.ZodType;
  readonly answer: (request: RouteRequest) => Promise<Answer>;
}

/** Who may use a route. `description` is the policy in words, for the table in docs/api.md. */
export interface Policy {
  readonly description: string;
  /** Why nobody is turned away, of a policy that allows everybody. Pages of such routes alone are cached. */
  readonly openBecause?: string;
  readonly allows: (viewer: Viewer | null, params: Params) => boolean;
}

export type Params = Readonly<Record<string, string>>;

/** A request as the stages see it: no HTTP but what they must know. */
export interface RouteRequest {
  readonly app: App;
  readonly params: Params;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly viewer: Viewer | null;
  readonly language: Language;
  /** The network of the client, for limits on how often: an IPv4 address, or a /64 of IPv6. */
  readonly client: string;
  readonly headers: Headers;
  /** The path and query that were asked for. */
  readonly path: string;
  /** True when the sender speaks JSON and wants JSON back, false for a form of a page. */
  readonly wantsJson: boolean;
  /** Parses the body, form or JSON alike. What does not fit is refused with a sentence that names the field. */
  read<Shape extends z.ZodType>(schema: Shape): Promise<z.infer<Shape> | Refusal>;
  /** The file that was sent, of at most the bytes of the route. */
  file(): Promise<SentFile | Refusal>;
  /** The fields of a form as they came, to be shown again beside a refusal. */
  fields(): Promise<Readonly<Record<string, string>>>;
}

/** What a route answers. */
export type Answer =
  /** A page; `topics` say what it shows, so that it can be cached until something of it changes. */
  | {
      readonly kind: "page";
      readonly page: Page;
      readonly topics?: readonly string[];
      readonly status?: number;
      readonly notice?: Notice | null;
    }
  | { readonly kind: "json"; readonly json: unknown; readonly status?: number }
  | { readonly kind: "see-other"; readonly to: string; readonly cookies?: readonly string[] }
  | { readonly kind: "refusal"; readonly refusal: Refusal }
  /** A file of the built pages, by its address. */
  | { readonly kind: "asset"; readonly path: string }
  /** The script that other sites name, which fetches the one that is built for them. */
  | { readonly kind: "embed-script" }
  | LiveAnswer
  /** What another library answers, handed through. */
  | { readonly kind: "response"; readonly response: Response };

/** Live messages from message `since` on where that is known, for as long as the reader stays and may follow them. */
export interface LiveAnswer {
  readonly kind: "live";
  readonly topics: readonly string[];
  readonly since: number | null;
  /** Where some of the topics are not everybody's: whether the person may still follow them all. */
  readonly mayStill: (() => Promise<boolean>) | null;
}

export interface Notice {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Shorthand for the usual answers. */
export const answer = {
  page: (page: Page, topics?: readonly string[]): Answer => ({
    kind: "page",
    page,
    ...(topics === undefined ? {} : { topics }),
  }),
  /** A page with a form; where what was sent is refused, the page again, under the status of that. */
  form: (page: Page, refusal?: Refusal | null): Answer => ({
    kind: "page",
    page,
    status: refusal == null ? 200 : statusOf(refusal),
  }),
  json: (json: unknown, status = 200): Answer => ({ kind: "json", json, status }),
  seeOther: (to: string): Answer => ({ kind: "see-other", to }),
  refusal: (refusal: Refusal): Answer => ({ kind: "refusal", refusal }),
} as const;
