import { offerDice } from "./draw/dice.ts";
import { followDraw } from "./draw/draw-follow.ts";
import { DrawShow } from "./draw/draw-show.ts";
import { offerVerification } from "./draw/verify-button.ts";

customElements.define("draw-show", DrawShow);
offerVerification(document);
offerDice(document);

const page = document.querySelector<HTMLElement>("[data-draw]");
const event = page?.dataset["draw"];
if (page !== null && event !== undefined) {
  followDraw(page, event);
  page.addEventListener("renewed", () => {
    offerVerification(page);
    offerDice(page);
  });
}
