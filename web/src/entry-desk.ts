import { prepareAddress } from "./desk/chair-address.ts";
import { listenToKeys } from "./desk/desk-keys.ts";
import { keepFresh } from "./desk/desk-refresh.ts";

for (const address of document.querySelectorAll<HTMLAnchorElement>("a[data-address]")) prepareAddress(address);

const desk = document.querySelector<HTMLElement>("[data-desk]");
const competition = desk?.dataset["desk"];
if (desk !== null && competition !== undefined) {
  listenToKeys(desk);
  keepFresh(desk, competition);
}
