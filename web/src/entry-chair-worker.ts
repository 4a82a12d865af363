import { answerFor, cachePages, type CachePorts, cachedKind } from "./chair/cached-pages.ts";

// Runs beside the chair's pages, with no page of its own: lets them open again when the network is gone.
const ports: CachePorts = {
  store: (kind) => caches.open(`podium-chair-${kind}`),
  fetch: (address) => fetch(address, { cache: "no-store", headers: { accept: "text/html,*/*" } }),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchRequested extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

self.addEventListener("fetch", (event) => {
  // The language's own description of a worker cannot stand beside that of a page; this is its part used here.
  const requested = event as FetchRequested;
  const { method, url } = requested.request;
  const kind = method === "GET" ? cachedKind(url, location.origin) : null;
  if (kind !== null) requested.respondWith(answerFor(url, kind, ports));
});

self.addEventListener("message", (event) => {
  const { data } = event;
  if (!Array.isArray(data)) return;
  const addresses = data.filter((address) => typeof address === "string");
  // As above: a message to a worker can be made to last.
  (event as MessageEvent & LastingEvent).waitUntil(
    cachePages(addresses, location.origin, ports).catch(() => undefined),
  );
});
