import type { MatchState, Seat, Service, Side } from "@podium/engine";
import { sideOf } from "@podium/engine";
import { allowedServices, receiversFollow } from "./choices.ts";
import type { ChairSeed } from "./seed.ts";
import { TouchForm } from "./touch-form.tsx";
import type { SayChair } from "./voice.ts";

interface ChoiceProps {
  readonly seed: ChairSeed;
  readonly say: SayChair;
  readonly state: MatchState;
  readonly after: number;
}

/** Who serves, who receives and who plays from which end: asked before a game, as far as the laws leave a choice. */
export function ServiceChoice({ seed, say, state, after }: ChoiceProps) {
  const services = allowedServices(state);
  const follows = receiversFollow(services);
  const first = state.games.length === 0;
  return (
    <TouchForm sendTo={seed.sendTo} after={after} fields={{ kind: "service" }} class="chair-choice">
      <Servers seed={seed} say={say} services={services} named={follows && !first} />
      {follows ? null : <Receivers seed={seed} say={say} services={services} />}
      {first ? <Ends seed={seed} say={say} homeEnd={state.homeEnd} /> : null}
      <button class="chair-start">{first ? say("chair.start") : say("chair.start-game")}</button>
    </TouchForm>
  );
}

interface SeatsProps extends Pick<ChoiceProps, "seed" | "say"> {
  readonly services: readonly Service[];
}

/** The servers; each with the receiver where the game before decides who that is. */
function Servers({ seed, say, services, named }: SeatsProps & { readonly named: boolean }) {
  return (
    <fieldset>
      <legend>{say("chair.first-server")}</legend>
      {[...new Set(services.map(({ server }) => server))].map((server) => {
        const receiver = services.find((service) => service.server === server)?.receiver ?? server;
        const label = named
          ? say("chair.serves-to", { server: nameOf(seed, server), receiver: shortOf(seed, receiver) })
          : nameOf(seed, server);
        return <Option key={server} name="server" value={server} label={label} />;
      })}
    </fieldset>
  );
}

function Receivers({ seed, say, services }: SeatsProps) {
  return (
    <fieldset>
      <legend>{say("chair.first-receiver")}</legend>
      {[...new Set(services.map(({ receiver }) => receiver))].map((receiver) => (
        <Option
          key={receiver}
          name="receiver"
          value={receiver}
          label={nameOf(seed, receiver)}
          side={sideOf(receiver)}
        />
      ))}
    </fieldset>
  );
}

function Ends({ seed, say, homeEnd }: Pick<ChoiceProps, "seed" | "say"> & { readonly homeEnd: MatchState["homeEnd"] }) {
  return (
    <fieldset>
      <legend>{say("chair.left-end")}</legend>
      <Option name="homeEnd" value="left" label={seed.sides.home.short} checked={homeEnd === "left"} />
      <Option name="homeEnd" value="right" label={seed.sides.away.short} checked={homeEnd === "right"} />
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

function nameOf(seed: ChairSeed, seat: Seat): string {
  return seed.players[seat]?.text ?? seed.sides[sideOf(seat)].text;
}

function shortOf(seed: ChairSeed, seat: Seat): string {
  return seed.players[seat]?.short ?? seed.sides[sideOf(seat)].short;
}
