import { forbiddenForms, type OrganisersForm } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const DRAFT = "/desk/drafts/seeded-cup";
const EVENT = `${DRAFT}/events/open-singles`;
const LIST = { title: "World ranking", source: "ITTF", published: "2026-09-01", list: "DALE Ian\nADAMS Eve\nCOLE Ann" };
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

/** Every form with what it needs, as an organiser would send it. */
const FORMS: readonly OrganisersForm[] = [
  [`${EVENT}/rankings`, LIST],
  [`${EVENT}/seeds`, { version: "3", by: "hand", "seed-adams": "1" }],
];

const post = (path: string, form: Record<string, string>) =>
  ({ method: "POST", path, as: "organiser", form }) as const satisfies Partial<Scenario>;

const entered: readonly Scenario[] = [
  {
    name: "a competition to seed",
    ...post("/desk/drafts", {
      id: "seeded-cup",
      "title-en": "Seeded Cup",
      zone: "UTC",
      from: "2026-10-03",
      to: "2026-10-04",
    }),
    expects: { status: 303, to: DRAFT },
  },
  {
    name: "its event",
    ...post(`${DRAFT}/events`, { version: "1", title: "Open singles", kind: "singles", bestOf: "5" }),
    expects: { status: 303, to: EVENT },
  },
  {
    name: "its entries",
    ...post(`${EVENT}/entries`, { version: "2", list: "ADAMS Eve\nBELL Ann\nCOLE Ann\nDALE Ian", take: "yes" }),
    expects: { status: 303, to: EVENT },
  },
];

const seeded: readonly Scenario[] = [
  {
    name: "seeds with a gap are refused, and what was typed stays",
    ...post(`${EVENT}/seeds`, { version: "3", by: "hand", "seed-adams": "1", "seed-bell": "3" }),
    expects: { status: 422, contains: ["Seeds run 1, 2, 3", 'name="seed-bell"', 'value="3"'] },
  },
  {
    name: "seeds by hand",
    ...post(`${EVENT}/seeds`, { version: "3", by: "hand", "seed-adams": "2", "seed-bell": "1" }),
    expects: { status: 303, to: EVENT },
  },
  {
    name: "what somebody else has changed is not seeded unseen",
    ...post(`${EVENT}/seeds`, { version: "3", by: "hand", "seed-adams": "1" }),
    expects: { status: 409 },
  },
  {
    name: "they are shown, with how they came about",
    path: EVENT,
    as: "organiser",
    expects: { status: 200, contains: ["Seeded by hand.", "seed 2"], absent: ["By a ranking list", "rank 1"] },
  },
  {
    name: "a list without a date is refused, and what was typed stays",
    ...post(`${EVENT}/rankings`, { ...LIST, published: "", title: HTML }),
    expects: { status: 400, contains: ["&lt;script>", "DALE Ian"], absent: ["<script>alert", "<img src=x"] },
  },
  {
    name: "a ranking list is given once",
    ...post(`${EVENT}/rankings`, LIST),
    expects: { status: 303, to: `${EVENT}#seeding` },
  },
  {
    name: "it can be chosen, with its source and date",
    path: EVENT,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["World ranking (ITTF, 2026-09-01)"],
      remembers: { ranking: /<option value="([^"]+)"[^>]*>World ranking/ },
    },
  },
  {
    name: "a list that is not there seeds nobody",
    ...post(`${EVENT}/seeds`, { version: "4", by: "list", list: "nowhere" }),
    expects: { status: 422, contains: ["There is no such ranking list."] },
  },
  {
    name: "the best of the list are seeded",
    ...post(`${EVENT}/seeds`, { version: "4", by: "list", list: "{ranking}", seeds: "2" }),
    expects: { status: 303, to: EVENT },
  },
  {
    name: "a seed is not a rank: both are shown",
    path: EVENT,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["Seeded by World ranking (ITTF, 2026-09-01).", "seed 1", "seed 2", "rank 1", "rank 3"],
      absent: ["seed 3", "Seeded by hand."],
    },
  },
  {
    name: "nobody is seeded by matches that nobody has played",
    ...post(`${EVENT}/seeds`, { version: "5", by: "rating" }),
    expects: { status: 422, contains: ["None of the entries stands in it"] },
  },
  { name: "the draft is thrown away", ...post(`${DRAFT}/removal`, { version: "5" }), expects: { status: 303 } },
];

/** Seeds of an event that is being prepared. */
export const seedingScenarios: readonly Scenario[] = [...entered, ...forbiddenForms(FORMS), ...seeded];
