import type { PushedWords } from "@podium/protocol";

// Runs with no page of its own: shows what a member was told, and leads there. It answers for no page.
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface PushedEvent extends LastingEvent {
  readonly data: { json(): PushedWords } | null;
}

interface PressedEvent extends LastingEvent {
  readonly notification: Notification;
}

/** The language's own description of a worker cannot stand beside that of a page; this is its part used here. */
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(address: string): Promise<unknown> };
}

const worker = self as unknown as Worker;

self.addEventListener("push", (event) => {
  const { data, waitUntil } = event as PushedEvent;
  if (data === null) return;
  const { title, body, href, tag } = data.json();
  waitUntil.call(event, worker.registration.showNotification(title, { body, tag, data: href }));
});

self.addEventListener("notificationclick", (event) => {
  const { notification } = event as PressedEvent;
  notification.close();
  const href = new URL(String(notification.data), location.origin);
  // Only to pages of this installation, whatever was sent.
  if (href.origin === location.origin) (event as PressedEvent).waitUntil(worker.clients.openWindow(href.href));
});
