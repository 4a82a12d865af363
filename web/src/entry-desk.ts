import { offerCopy } from "./desk/chair-address.ts";
import { drawRegions } from "./desk/draw-regions.ts";
import { listenToKeys } from "./desk/desk-keys.ts";
import { keepFresh } from "./desk/desk-refresh.ts";
import { followPhotos } from "./desk/photos-refresh.ts";
import { moveMatches } from "./desk/move-matches.ts";
import { publishInPlace } from "./desk/publish-in-place.ts";

for (const address of document.querySelectorAll<HTMLAnchorElement>(".desk-address a")) offerCopy(address);

for (const photo of document.querySelectorAll<HTMLElement>(".desk-photo")) drawRegions(photo);

for (const plan of document.querySelectorAll<HTMLElement>("[data-moves]")) moveMatches(plan);

const photos = document.querySelector<HTMLElement>("[data-moment]");
if (photos !== null) {
  const { moment = "", from = "" } = photos.dataset;
  followPhotos(photos, { moment, from });
}

const desk = document.querySelector<HTMLElement>("[data-desk]");
const competition = desk?.dataset["desk"];
if (desk !== null && competition !== undefined) {
  listenToKeys(desk);
  keepFresh(desk, competition);
  publishInPlace(desk);
}
