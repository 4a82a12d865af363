import type { LogEntry, LogKind, Side } from "@podium/engine";
import { otherSide, SIDES } from "@podium/engine";
import type { ChairContext } from "./calls.ts";
import { type CardChoice, allowedOrders, dueCards, isAllowed } from "./choices.ts";

/** One thing to record besides a rally: its fields as the form sends them, and what follows from it. */
export interface MenuChoice {
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  readonly consequence: string;
}

export interface MenuItem {
  readonly kind: LogKind;
  readonly label: string;
  readonly choices: readonly MenuChoice[];
}

/** What the menu offers now: only what the laws would take, each with its consequence. */
export function menuOf(context: ChairContext): readonly MenuItem[] {
  const items = [
    letItem,
    timeOutItem,
    timeOutEndedItem,
    cardItem,
    expediteItem,
    orderItem,
    medicalItem,
    retiredItem,
    walkoverItem,
    disqualifiedItem,
    abandonedItem,
  ];
  return items
    .map((item) => item(context))
    .filter(({ kind, choices }) => choices.length > 0 && context.state.mayRecord.includes(kind));
}

function letItem({ t }: ChairContext): MenuItem {
  const label = t("chair.menu.let");
  return { kind: "let", label, choices: [{ fields: { kind: "let" }, label, consequence: t("chair.menu.let-says") }] };
}

function timeOutItem(context: ChairContext): MenuItem {
  const { t } = context;
  return {
    kind: "time-out",
    label: t("chair.menu.time-out"),
    choices: bySide(context, { kind: "time-out", consequence: () => t("chair.menu.time-out-says") }),
  };
}

function timeOutEndedItem({ t }: ChairContext): MenuItem {
  const label = t("chair.menu.time-out-ended");
  return { kind: "time-out-ended", label, choices: [{ fields: { kind: "time-out-ended" }, label, consequence: "" }] };
}

function medicalItem(context: ChairContext): MenuItem {
  const { t } = context;
  return {
    kind: "medical",
    label: t("chair.menu.medical"),
    choices: bySide(context, { kind: "medical", consequence: () => t("chair.menu.medical-says") }),
  };
}

function retiredItem(context: ChairContext): MenuItem {
  const { t } = context;
  return {
    kind: "retired",
    label: t("chair.menu.retired"),
    choices: bySide(context, { kind: "retired", consequence: (winner) => t("chair.menu.retired-says", { winner }) }),
  };
}

function disqualifiedItem(context: ChairContext): MenuItem {
  const { t } = context;
  const consequence = (winner: string): string => t("chair.menu.disqualified-says", { winner });
  return {
    kind: "disqualified",
    label: t("chair.menu.disqualified"),
    choices: bySide(context, { kind: "disqualified", consequence }),
  };
}

function abandonedItem({ t }: ChairContext): MenuItem {
  const label = t("chair.menu.abandoned");
  const choice = { fields: { kind: "abandoned" }, label, consequence: t("chair.menu.abandoned-says") };
  return { kind: "abandoned", label, choices: [choice] };
}

function walkoverItem({ state, chair, t }: ChairContext): MenuItem {
  const sides = SIDES.map((side) => ({
    fields: { kind: "walkover", absent: side },
    label: t("chair.menu.walkover-by", { side: chair.sides[side].short }),
    consequence: t("chair.menu.walkover-says", { winner: chair.sides[otherSide(side)].short }),
  }));
  const both = {
    fields: { kind: "walkover", absent: "both" },
    label: t("chair.menu.walkover-both"),
    consequence: t("chair.menu.walkover-both-says"),
  };
  return {
    kind: "walkover",
    label: t("chair.menu.walkover"),
    choices: state.progress === "ready" ? [...sides, both] : [],
  };
}

function cardItem(context: ChairContext): MenuItem {
  return {
    kind: "card",
    label: context.t("chair.menu.card"),
    choices: dueCards(context.state).map((due) => cardChoice(due, context)),
  };
}

function cardChoice({ side, to, card }: CardChoice, { chair, t }: ChairContext): MenuChoice {
  const name =
    to === "adviser"
      ? t("chair.menu.adviser", { side: chair.sides[side].short })
      : (chair.players[to]?.text ?? chair.sides[side].text);
  const consequence = card === "red" ? t("chair.menu.adviser-red-says") : t(`chair.menu.${card}-says`);
  return {
    fields: { kind: "card", side, seat: to, card },
    label: t("chair.menu.card-to", { card: t(`chair.card.${card}`), name }),
    consequence,
  };
}

function expediteItem({ state, t }: ChairContext): MenuItem {
  const ways = [
    { label: t("chair.menu.expedite-clock-play"), requestedBy: "clock", ballInPlay: true },
    { label: t("chair.menu.expedite-clock-still"), requestedBy: "clock", ballInPlay: false },
    { label: t("chair.menu.expedite-both"), requestedBy: "both", ballInPlay: false },
  ] as const;
  const choices = ways.filter(({ requestedBy, ballInPlay }) =>
    isAllowed(state, { kind: "expedite", requestedBy, ballInPlay }),
  );
  return {
    kind: "expedite",
    label: t("chair.menu.expedite"),
    choices: choices.map(({ label, requestedBy, ballInPlay }) => ({
      fields: { kind: "expedite", requestedBy, ballInPlay: String(ballInPlay) },
      label,
      consequence: t("chair.menu.expedite-says"),
    })),
  };
}

function orderItem({ state, chair, t }: ChairContext): MenuItem {
  const choices = allowedOrders(state).map(({ server, receiver }) => ({
    fields: { kind: "order-corrected", server, receiver },
    label: t("chair.call.service", {
      server: chair.players[server]?.short ?? server,
      receiver: chair.players[receiver]?.short ?? receiver,
    }),
    consequence: t("chair.menu.order-says"),
  }));
  return { kind: "order-corrected", label: t("chair.menu.order"), choices };
}

interface SideItem {
  readonly kind: "time-out" | "medical" | "retired" | "disqualified";
  readonly consequence: (opponent: string) => string;
}

function bySide({ state, chair, t }: ChairContext, { kind, consequence }: SideItem): readonly MenuChoice[] {
  const allowed = SIDES.filter((side) => isAllowed(state, { kind, side } satisfies LogEntry));
  return allowed.map((side) => ({
    fields: { kind, side },
    label: labelOf(side),
    consequence: consequence(chair.sides[otherSide(side)].short),
  }));

  function labelOf(side: Side): string {
    const name = chair.sides[side].short;
    return kind === "retired" || kind === "disqualified" ? t(`chair.menu.${kind}-by`, { side: name }) : name;
  }
}
