import { topicOfStale } from "../ui/stale-parts.ts";
import { listen } from "../ui/stream.ts";
import { isInUse } from "./desk-refresh.ts";
import { putSections } from "./desk-sections.ts";
import { drawRegions } from "./draw-regions.ts";

/** Photos that a phone has sent stand at the desk within seconds; what somebody is writing into stays as it is. */
export function followPhotos(desk: HTMLElement, { moment, from }: { readonly moment: string; readonly from: string }) {
  const topic = `moment:${moment}`;
  let isReading = false;
  let isStale = false;
  const read = async (): Promise<void> => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      await refresh(desk, from);
    }
    isReading = false;
  };
  listen([topic], {
    onMessage: (message) => {
      if (topicOfStale(message) === topic) void read();
    },
    missed: () => void read(),
  });
}

async function refresh(desk: HTMLElement, from: string): Promise<void> {
  const response = await fetch(from).catch(() => null);
  if (response === null || !response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const before = new Map(photosIn(desk).map((photo) => [photo.id, photo.innerHTML]));
  putSections(desk, page, isUntouched);
  const fresh = photosIn(page);
  const wanted = new Set(fresh.map(({ id }) => id));
  for (const photo of photosIn(desk)) if (!wanted.has(photo.id) && isUntouched(photo)) photo.remove();
  const last = desk.querySelector("[data-photos]");
  for (const photo of fresh) if (!before.has(photo.id)) last?.append(document.importNode(photo, true));
  for (const photo of photosIn(desk)) if (before.get(photo.id) !== photo.innerHTML) drawRegions(photo);
}

function photosIn(part: ParentNode): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(".desk-photo")];
}

/** A part in which nothing is open, chosen or typed. */
function isUntouched(section: HTMLElement): boolean {
  const inputs = [...section.querySelectorAll("input")];
  return (
    !isInUse(section) &&
    inputs.every((input) => input.value === input.defaultValue && input.checked === input.defaultChecked)
  );
}
