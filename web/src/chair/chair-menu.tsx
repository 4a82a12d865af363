import type { ChairContext } from "./calls.ts";
import { ChairIncidents } from "./chair-incidents.tsx";
import { LimitsList } from "./limits-panel.tsx";
import type { Phone } from "./phone.ts";
import { type MenuItem, menuOf } from "./menu.ts";
import { TapForm } from "./tap-form.tsx";

interface MenuProps {
  readonly context: ChairContext;
  readonly sendTo: string;
  readonly after: number;
  readonly phone: Phone | null;
}

/** Everything that is not a rally, two taps away, with its consequence in words before the second. */
export function ChairMenu({ context, sendTo, after, phone }: MenuProps) {
  const items = menuOf(context);
  const limits = phone?.limits ?? null;
  return (
    <details class="chair-menu">
      <summary>
        <span>{context.t("chair.menu")}</span>
        <span>{context.t("chair.menu-close")}</span>
      </summary>
      <div class="chair-acts">
        {items.map((item) => (
          <MenuLine key={item.kind} item={item} sendTo={sendTo} after={after} />
        ))}
        <ChairIncidents chair={context.chair} t={context.t} phone={phone} />
        {limits === null ? null : (
          <details class="chair-act" name="chair-act">
            <summary>{context.t("chair.limits")}</summary>
            <LimitsList limits={limits} t={context.t} />
          </details>
        )}
      </div>
    </details>
  );
}

function MenuLine({ item, sendTo, after }: Pick<MenuProps, "sendTo" | "after"> & { readonly item: MenuItem }) {
  return (
    <details class="chair-act" name="chair-act">
      <summary>{item.label}</summary>
      {item.choices.map(({ fields, label, consequence }) => (
        <TapForm key={label} sendTo={sendTo} after={after} fields={fields}>
          <p>{consequence}</p>
          <button>{label}</button>
        </TapForm>
      ))}
    </details>
  );
}
