import type { CheckBeforePlay, MatchState, Seat, Service, Side } from "@podium/engine";
import { isRefused, lawsOf, sideOf } from "@podium/engine";
import { allowedServices, receiversFollow } from "./choices.ts";
import type { ChairData } from "./initial-data.ts";
import { TapForm } from "./tap-form.tsx";
import type { TranslateChair } from "./translation.ts";

interface ChoiceProps {
  readonly chair: ChairData;
  readonly t: TranslateChair;
  readonly state: MatchState;
  readonly after: number;
}

/** Who serves, who receives and who plays from which end: asked before a game, as far as the laws leave a choice. */
export function ServiceChoice({ chair, t, state, after }: ChoiceProps) {
  const services = allowedServices(state);
  const follows = receiversFollow(services);
  const first = state.games.length === 0;
  return (
    <TapForm sendTo={chair.sendTo} after={after} fields={{ kind: "service" }} class="chair-choice">
      {first ? <BeforePlay checks={checksBefore(chair)} t={t} /> : null}
      <Servers chair={chair} t={t} services={services} named={follows && !first} />
      {follows ? null : <Receivers chair={chair} t={t} services={services} />}
      {first ? <Ends chair={chair} t={t} homeEnd={state.homeEnd} /> : null}
      <button class="chair-start">{first ? t("chair.start") : t("chair.start-game")}</button>
    </TapForm>
  );
}

/** What its sport has the umpire see to before the first game. */
function checksBefore({ rules }: ChairData): readonly CheckBeforePlay[] {
  const laws = lawsOf(rules);
  return isRefused(laws) ? [] : laws.numbers.beforePlay.map(({ check }) => check);
}

interface BeforePlayProps extends Pick<ChoiceProps, "t"> {
  readonly checks: readonly CheckBeforePlay[];
}

/** Looked at before what the toss gave is noted below; ticked on this phone alone. */
function BeforePlay({ checks, t }: BeforePlayProps) {
  if (checks.length === 0) return null;
  return (
    <details class="chair-checks">
      <summary>{t("chair.before")}</summary>
      {checks.map((check) => (
        <label key={check}>
          <input type="checkbox" /> <span>{t(`chair.before.${check}`)}</span>
        </label>
      ))}
    </details>
  );
}

interface SeatsProps extends Pick<ChoiceProps, "chair" | "t"> {
  readonly services: readonly Service[];
}

/** The servers; each with the receiver where the game before decides who that is. */
function Servers({ chair, t, services, named }: SeatsProps & { readonly named: boolean }) {
  return (
    <fieldset>
      <legend>{t("chair.first-server")}</legend>
      {[...new Set(services.map(({ server }) => server))].map((server) => {
        const receiver = services.find((service) => service.server === server)?.receiver ?? server;
        const label = named
          ? t("chair.serves-to", { server: nameOf(chair, server), receiver: shortOf(chair, receiver) })
          : nameOf(chair, server);
        return <Option key={server} name="server" value={server} label={label} />;
      })}
    </fieldset>
  );
}

function Receivers({ chair, t, services }: SeatsProps) {
  return (
    <fieldset>
      <legend>{t("chair.first-receiver")}</legend>
      {[...new Set(services.map(({ receiver }) => receiver))].map((receiver) => (
        <Option
          key={receiver}
          name="receiver"
          value={receiver}
          label={nameOf(chair, receiver)}
          side={sideOf(receiver)}
        />
      ))}
    </fieldset>
  );
}

function Ends({ chair, t, homeEnd }: Pick<ChoiceProps, "chair" | "t"> & { readonly homeEnd: MatchState["homeEnd"] }) {
  return (
    <fieldset>
      <legend>{t("chair.left-end")}</legend>
      <Option name="homeEnd" value="left" label={chair.sides.home.short} checked={homeEnd === "left"} />
      <Option name="homeEnd" value="right" label={chair.sides.away.short} checked={homeEnd === "right"} />
    </fieldset>
  );
}

interface OptionProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly side?: Side;
  readonly checked?: boolean;
}

function Option({ name, value, label, side, checked }: OptionProps) {
  return (
    <label class="chair-option" data-side={side}>
      <input type="radio" name={name} value={value} required defaultChecked={checked} />
      <span>{label}</span>
    </label>
  );
}

function nameOf(chair: ChairData, seat: Seat): string {
  return chair.players[seat]?.text ?? chair.sides[sideOf(seat)].text;
}

function shortOf(chair: ChairData, seat: Seat): string {
  return chair.players[seat]?.short ?? chair.sides[sideOf(seat)].short;
}
