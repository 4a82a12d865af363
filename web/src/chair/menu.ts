import type { LogEntry, LogKind, Side } from "@podium/engine";
import { otherSide, SIDES } from "@podium/engine";
import type { Told } from "./calls.ts";
import { type CardChoice, allowedOrders, dueCards, isAllowed } from "./choices.ts";

/** One thing to record besides a rally: its fields as the form sends them, and what follows from it. */
export interface Choice {
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  readonly says: string;
}

export interface Act {
  readonly kind: LogKind;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** What the menu offers now: only what the laws would take, each with its consequence. */
export function menuOf(told: Told): readonly Act[] {
  const acts = [
    letAct,
    timeOutAct,
    timeOutEndedAct,
    cardAct,
    expediteAct,
    orderAct,
    medicalAct,
    retiredAct,
    walkoverAct,
    disqualifiedAct,
  ];
  return acts
    .map((act) => act(told))
    .filter(({ kind, choices }) => choices.length > 0 && told.state.mayRecord.includes(kind));
}

function letAct({ say }: Told): Act {
  const label = say("chair.menu.let");
  return { kind: "let", label, choices: [{ fields: { kind: "let" }, label, says: say("chair.menu.let-says") }] };
}

function timeOutAct(told: Told): Act {
  const { say } = told;
  return {
    kind: "time-out",
    label: say("chair.menu.time-out"),
    choices: bySide(told, { kind: "time-out", says: () => say("chair.menu.time-out-says") }),
  };
}

function timeOutEndedAct({ say }: Told): Act {
  const label = say("chair.menu.time-out-ended");
  return { kind: "time-out-ended", label, choices: [{ fields: { kind: "time-out-ended" }, label, says: "" }] };
}

function medicalAct(told: Told): Act {
  const { say } = told;
  return {
    kind: "medical",
    label: say("chair.menu.medical"),
    choices: bySide(told, { kind: "medical", says: () => say("chair.menu.medical-says") }),
  };
}

function retiredAct(told: Told): Act {
  const { say } = told;
  return {
    kind: "retired",
    label: say("chair.menu.retired"),
    choices: bySide(told, { kind: "retired", says: (winner) => say("chair.menu.retired-says", { winner }) }),
  };
}

function disqualifiedAct(told: Told): Act {
  const { say } = told;
  const says = (winner: string): string => say("chair.menu.disqualified-says", { winner });
  return {
    kind: "disqualified",
    label: say("chair.menu.disqualified"),
    choices: bySide(told, { kind: "disqualified", says }),
  };
}

function walkoverAct({ state, seed, say }: Told): Act {
  const sides = SIDES.map((side) => ({
    fields: { kind: "walkover", absent: side },
    label: say("chair.menu.walkover-by", { side: seed.sides[side].short }),
    says: say("chair.menu.walkover-says", { winner: seed.sides[otherSide(side)].short }),
  }));
  const both = {
    fields: { kind: "walkover", absent: "both" },
    label: say("chair.menu.walkover-both"),
    says: say("chair.menu.walkover-both-says"),
  };
  return {
    kind: "walkover",
    label: say("chair.menu.walkover"),
    choices: state.progress === "ready" ? [...sides, both] : [],
  };
}

function cardAct(told: Told): Act {
  return {
    kind: "card",
    label: told.say("chair.menu.card"),
    choices: dueCards(told.state).map((due) => cardChoice(due, told)),
  };
}

function cardChoice({ side, to, card }: CardChoice, { seed, say }: Told): Choice {
  const name =
    to === "adviser"
      ? say("chair.menu.adviser", { side: seed.sides[side].short })
      : (seed.players[to]?.text ?? seed.sides[side].text);
  const says = card === "red" ? say("chair.menu.adviser-red-says") : say(`chair.menu.${card}-says`);
  return {
    fields: { kind: "card", side, seat: to, card },
    label: say("chair.menu.card-to", { card: say(`chair.card.${card}`), name }),
    says,
  };
}

function expediteAct({ state, say }: Told): Act {
  const ways = [
    { label: say("chair.menu.expedite-clock-play"), requestedBy: "clock", ballInPlay: true },
    { label: say("chair.menu.expedite-clock-still"), requestedBy: "clock", ballInPlay: false },
    { label: say("chair.menu.expedite-both"), requestedBy: "both", ballInPlay: false },
  ] as const;
  const choices = ways.filter(({ requestedBy, ballInPlay }) =>
    isAllowed(state, { kind: "expedite", requestedBy, ballInPlay }),
  );
  return {
    kind: "expedite",
    label: say("chair.menu.expedite"),
    choices: choices.map(({ label, requestedBy, ballInPlay }) => ({
      fields: { kind: "expedite", requestedBy, ballInPlay: String(ballInPlay) },
      label,
      says: say("chair.menu.expedite-says"),
    })),
  };
}

function orderAct({ state, seed, say }: Told): Act {
  const choices = allowedOrders(state).map(({ server, receiver }) => ({
    fields: { kind: "order-corrected", server, receiver },
    label: say("chair.call.service", {
      server: seed.players[server]?.short ?? server,
      receiver: seed.players[receiver]?.short ?? receiver,
    }),
    says: say("chair.menu.order-says"),
  }));
  return { kind: "order-corrected", label: say("chair.menu.order"), choices };
}

interface SideAct {
  readonly kind: "time-out" | "medical" | "retired" | "disqualified";
  readonly says: (opponent: string) => string;
}

function bySide({ state, seed, say }: Told, { kind, says }: SideAct): readonly Choice[] {
  const allowed = SIDES.filter((side) => isAllowed(state, { kind, side } satisfies LogEntry));
  return allowed.map((side) => ({
    fields: { kind, side },
    label: labelOf(side),
    says: says(seed.sides[otherSide(side)].short),
  }));

  function labelOf(side: Side): string {
    const name = seed.sides[side].short;
    return kind === "retired" || kind === "disqualified" ? say(`chair.menu.${kind}-by`, { side: name }) : name;
  }
}
