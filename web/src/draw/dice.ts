const DICE = 16;
const SIDES = 6;

/** Offers dice to who has none at hand: what they show goes into the field, and the form says that it was rolled. */
export function offerDice(page: ParentNode): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-part=roll]")) {
    const form = button.closest("form");
    const field = form?.querySelector<HTMLInputElement>("[name=randomness]");
    const rolled = form?.querySelector<HTMLInputElement>("[name=rolled]");
    if (!field || !rolled) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      field.value = rollDice().join(" ");
      rolled.disabled = false;
    });
    // What somebody types is no longer what was rolled.
    field.addEventListener("input", () => (rolled.disabled = true));
  }
}

/** Each side equally likely: numbers above the last multiple of six are thrown away. */
function rollDice(): number[] {
  const dice: number[] = [];
  while (dice.length < DICE) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 252) dice.push((byte % SIDES) + 1);
  }
  return dice;
}
