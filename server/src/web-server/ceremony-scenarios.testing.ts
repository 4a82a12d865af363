import type { FactKind } from "../facts/fact.ts";
import { forbiddenForms } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const UNDECIDED = "/desk/events/riverside-open/os/ceremony";
const PARIS = "/desk/events/paris-2024/xd/ceremony";
const MOMENT = "/moments/paris-2024-xd-podium";

/** The next act, after the version that was seen. */
function act(
  name: string,
  form: Readonly<Record<string, string>>,
  expects: Partial<Scenario["expects"]> = {},
): Scenario {
  const facts: readonly FactKind[] = [
    form["step"] === "prepared"
      ? "ceremony-prepared"
      : form["step"] === "take-back"
        ? "ceremony-step-taken-back"
        : "ceremony-step",
  ];
  return {
    name: `ceremony: ${name}`,
    method: "POST",
    path: PARIS,
    as: "referee",
    form: { number: "1", ...form },
    expects: { ...(expects.status === undefined ? { to: PARIS } : {}), status: 303, facts, ...expects },
  };
}

const refused = (status: number, words: string): Partial<Scenario["expects"]> => ({
  status,
  facts: [],
  contains: [words],
});

const screen = (name: string, contains: readonly string[], absent: readonly string[] = []): Scenario => ({
  name: `ceremony: ${name}`,
  path: `${MOMENT}/screen`,
  expects: { status: 200, contains, absent },
});

/** The last first; then the ceremony is not even prepared. */
const STEPS_OF_THE_EXAMPLE = [
  "the end",
  "the photo",
  "the anthem",
  "gold",
  "silver",
  "bronze",
  "the podium",
  "the call",
  "its preparation",
];

export const ceremonyScenarios: readonly Scenario[] = [
  { name: "ceremony: a guest is asked to sign in", path: PARIS, expects: { status: 303 } },
  { name: "ceremony: not for a member", path: PARIS, as: "member", expects: { status: 403 } },
  {
    name: "ceremony: none of an event that is not there",
    path: "/desk/events/paris-2024/xx/ceremony",
    as: "organiser",
    expects: { status: 404 },
  },
  ...forbiddenForms([[PARIS, { number: "1", version: "0", step: "prepared" }]]).filter(({ as }) => as !== "referee"),
  screen("the screen after it", ["The ceremony is over"]),
  ...STEPS_OF_THE_EXAMPLE.map((step, index) =>
    act(`${step} is taken back`, { version: String(STEPS_OF_THE_EXAMPLE.length + index), step: "take-back" }),
  ),
  screen("the screen before it", ["The ceremony is to come."]),
  {
    name: "ceremony: no screen of a moment that is not there",
    path: "/moments/nothing/screen",
    expects: { status: 404 },
  },
  {
    name: "ceremony: the desk says what is to be given",
    path: PARIS,
    as: "referee",
    expects: { status: 200, contains: ["Medals to be given", "Prepare the ceremony"] },
  },
  act("no step before it is prepared", { version: "0", step: "called" }, refused(409, "has gone on since you looked")),
  act("a step that is none", { version: "0", step: "dance" }, refused(400, "step")),
  act("it is prepared", { version: "0", step: "prepared" }),
  act("not twice", { version: "0", step: "prepared" }, refused(409, "has gone on since you looked")),
  act("another has to wait for its end", { number: "2", version: "0", step: "prepared" }, refused(422, "not over yet")),
  act("nobody stands on the podium uncalled", { version: "1", step: "on-podium" }, refused(422, "not at this step")),
  act("the medallists are called", { version: "1", step: "called" }),
  act(
    "of two at the desk the second is told",
    { version: "1", step: "called" },
    refused(409, "has gone on since you looked"),
  ),
  screen("the screen says so, without a podium", ["The medallists are called"], ["podium-drawing"]),
  act("they stand on the podium", { version: "2", step: "on-podium" }),
  act(
    "presenters without a name",
    { version: "3", step: "presenters", presenters: " \n " },
    refused(400, "presenters"),
  ),
  act("presenters are named", { version: "3", step: "presenters", presenters: "Ada Presenter\n<b>Bo</b>" }),
  act("gold is not given first", { version: "4", step: "medal", entry: "chn" }, refused(422, "not at this step")),
  act("nor a medal to nobody", { version: "4", step: "medal" }, refused(400, "entry")),
  act("bronze is given", { version: "4", step: "medal", entry: "kor" }),
  act("a step is taken back", { version: "5", step: "take-back" }),
  act("and taken again", { version: "6", step: "medal", entry: "kor" }),
  act("silver is given", { version: "7", step: "medal", entry: "prk" }),
  act("no music before gold", { version: "8", step: "music", piece: "The anthem" }, refused(422, "not at this step")),
  act("gold is given", { version: "8", step: "medal", entry: "chn" }),
  act("music without a name", { version: "9", step: "music" }, refused(400, "piece")),
  act("the anthem is played", { version: "9", step: "music", piece: "March of the Volunteers" }),
  screen("the screen follows", ["Music: March of the Volunteers", "podium-drawing"]),
  act("the photo", { version: "10", step: "photo" }),
  act("it is over", { version: "11", step: "over" }),
  {
    name: "ceremony: every step stands on the page of the moment, and no markup of theirs",
    path: MOMENT,
    expects: {
      status: 200,
      contains: ["Presented by Ada Presenter, &lt;b>Bo", "Music: March of the Volunteers", "The ceremony is over"],
      absent: ["<b>Bo</b>"],
    },
  },
  {
    name: "ceremony: and in its data",
    path: `${MOMENT}.json`,
    expects: { status: 200, contains: ['"phase":"over"', '"state":"given"'] },
  },
  act(
    "without a medal left there is no second one",
    { number: "2", version: "0", step: "prepared" },
    refused(422, "no medal to be given"),
  ),
  {
    name: "ceremony: silver is withheld afterwards",
    method: "POST",
    path: "/desk/events/paris-2024/xd/rulings",
    as: "organiser",
    json: { entry: "prk", ruling: "annulled", reason: "A test" },
    expects: { status: 200, facts: ["medal-ruled", "event-decided"] },
  },
  {
    name: "ceremony: what moved is to be given, and what was given to be handed back",
    path: PARIS,
    as: "organiser",
    expects: { status: 200, contains: ["To be handed back", "Medals to be given"] },
  },
  act("a second one is prepared", { number: "2", version: "0", step: "prepared" }),
  act("and taken back", { number: "2", version: "1", step: "take-back" }),
  {
    name: "ceremony: the ruling is lifted, and nothing is left to be given",
    method: "POST",
    path: "/desk/events/paris-2024/xd/rulings",
    as: "organiser",
    json: { entry: "prk", ruling: "none", reason: "A test" },
    expects: { status: 200, facts: ["medal-ruled", "event-decided"] },
  },
  {
    name: "ceremony: none before the medals are decided",
    method: "POST",
    path: UNDECIDED,
    as: "organiser",
    form: { number: "1", version: "0", step: "prepared" },
    expects: { status: 422, contains: ["no medal to be given"] },
  },
];
