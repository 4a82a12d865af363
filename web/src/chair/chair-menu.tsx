import type { Told } from "./calls.ts";
import { type Act, menuOf } from "./menu.ts";
import { TouchForm } from "./touch-form.tsx";

interface MenuProps {
  readonly told: Told;
  readonly sendTo: string;
  readonly after: number;
}

/** Everything that is not a rally, two touches away, with its consequence in words before the second. */
export function ChairMenu({ told, sendTo, after }: MenuProps) {
  const acts = menuOf(told);
  return (
    <details class="chair-menu">
      <summary>
        <span>{told.say("chair.menu")}</span>
        <span>{told.say("chair.menu-close")}</span>
      </summary>
      <div class="chair-acts">
        {acts.map((act) => (
          <ActLine key={act.kind} act={act} sendTo={sendTo} after={after} />
        ))}
      </div>
    </details>
  );
}

function ActLine({ act, sendTo, after }: Pick<MenuProps, "sendTo" | "after"> & { readonly act: Act }) {
  return (
    <details class="chair-act" name="chair-act">
      <summary>{act.label}</summary>
      {act.choices.map(({ fields, label, says }) => (
        <TouchForm key={label} sendTo={sendTo} after={after} fields={fields}>
          <p>{says}</p>
          <button>{label}</button>
        </TouchForm>
      ))}
    </details>
  );
}
