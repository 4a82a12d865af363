import { answerFor, keep, type Keeping, keptKind } from "./chair/kept-pages.ts";

// Runs beside the chair's pages, with no page of its own: lets them open again when the network is gone.
const keeping: Keeping = {
  shelf: (kind) => caches.open(`podium-chair-${kind}`),
  fetch: (address) => fetch(address, { cache: "no-store", headers: { accept: "text/html,*/*" } }),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

self.addEventListener("fetch", (event) => {
  // The language's own description of a worker cannot stand beside that of a page; this is its part used here.
  const asked = event as Asked;
  const { method, url } = asked.request;
  const kind = method === "GET" ? keptKind(url, location.origin) : null;
  if (kind !== null) asked.respondWith(answerFor(url, kind, keeping));
});

self.addEventListener("message", (event) => {
  const { data } = event;
  if (!Array.isArray(data)) return;
  const addresses = data.filter((address) => typeof address === "string");
  // As above: a message to a worker can be made to last.
  (event as MessageEvent & Lasting).waitUntil(keep(addresses, location.origin, keeping).catch(() => undefined));
});
