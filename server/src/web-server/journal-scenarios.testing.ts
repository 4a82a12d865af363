import { forbiddenForms } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const JOURNAL = "/desk/riverside-open/journal";
/** The first letters of the family name of somebody who plays in a match that has a chair or a result. */
const PLAYER = "Gan";
const COPIES = "/desk/drafts/copies";
const COPY = { competition: "paris-2024", id: "paris-again", from: "2027-05-01", to: "2027-05-02" };

const journal: readonly Scenario[] = [
  { name: "what was done: a guest is asked to sign in", path: JOURNAL, expects: { status: 303 } },
  ...(["member", "referee", "editor", "moderator"] as const).map((as): Scenario => ({
    name: `what was done: not for the ${as}`,
    path: JOURNAL,
    as,
    expects: { status: 403, absent: ["Marit Solheim"] },
  })),
  {
    name: "what was done: not of a competition that is not there",
    path: "/desk/nowhere/journal",
    as: "organiser",
    expects: { status: 404 },
  },
  {
    name: "what was done, by whom, without the address of any chair or the mail of anybody",
    path: JOURNAL,
    as: "organiser",
    expects: {
      status: 200,
      contains: ["Competition published", "Chair handed out", "Marit Solheim", "/matches/riverside-open/"],
      absent: ["@demo.invalid", "/chair/", "token", "/matches/paris-2024/"],
    },
  },
  {
    name: "what was done, of one kind",
    path: `${JOURNAL}?kind=competition-opened&who=`,
    as: "organiser",
    expects: { status: 200, contains: ["<p>Competition published"], absent: ["<p>Chair handed out"] },
  },
  {
    name: "what was done, by words: who did it, and what it is about",
    path: `${JOURNAL}?words=marit+qf`,
    as: "organiser",
    expects: { status: 200, contains: ['value="marit qf"', "/os/qf-"], absent: ["Nothing of this kind", "/os/r16-"] },
  },
  {
    name: "what was done, by the name of a player in a match, as it is typed",
    path: `${JOURNAL}?words=${PLAYER}`,
    as: "organiser",
    expects: { status: 200, contains: ["/matches/riverside-open/"], absent: ["<p>Competition published"] },
  },
  {
    name: "what was done, by words that nothing has",
    path: `${JOURNAL}?words=%22%3Cscript%3E+zzz%25`,
    as: "organiser",
    expects: { status: 200, contains: ["Nothing of this kind was done.", "&quot;"], absent: ["<script> zzz"] },
  },
  {
    name: "what was done before everything is nothing",
    path: `${JOURNAL}?before=1`,
    as: "organiser",
    expects: { status: 200, contains: ["Nothing of this kind was done."] },
  },
  {
    name: "what was done, asked for wrongly",
    path: `${JOURNAL}?kind=%3Cscript%3E`,
    as: "organiser",
    expects: { status: 404, absent: ["<script>"] },
  },
];

const copied: readonly Scenario[] = [
  ...forbiddenForms([[COPIES, COPY]]),
  {
    name: "a competition that is not there is not copied, and what was typed stays",
    method: "POST",
    path: COPIES,
    as: "organiser",
    form: { ...COPY, competition: "nowhere", entries: "yes" },
    expects: { status: 422, contains: ['value="paris-again"', 'value="2027-05-01"', "checked"] },
  },
  {
    name: "nor under an address that is taken",
    method: "POST",
    path: COPIES,
    as: "organiser",
    form: { ...COPY, id: "paris-2024" },
    expects: { status: 422, contains: ['value="paris-2024"'] },
  },
  {
    name: "an earlier competition is copied: its events, without entries, draws and results",
    method: "POST",
    path: COPIES,
    as: "organiser",
    json: COPY,
    expects: { status: 200, contains: ['"code":"xd"', '"entries":[]', '"from":"2027-05-01"'], absent: ['"lines"'] },
  },
  {
    name: "with its entries where they are asked for, and without the seeds and ranks of then",
    method: "POST",
    path: COPIES,
    as: "organiser",
    json: { ...COPY, id: "paris-once-more", entries: "yes" },
    expects: { status: 200, contains: ["WANG Chuqin"], absent: ['"seed":1', '"rank":1'] },
  },
  ...["paris-again", "paris-once-more"].map((id): Scenario => ({
    name: `${id} is thrown away`,
    method: "POST",
    path: `/desk/drafts/${id}/removal`,
    as: "organiser",
    form: { version: "2" },
    expects: { status: 303 },
  })),
];

/** What was done in a competition; an earlier competition as a new draft. */
export const journalScenarios: readonly Scenario[] = [...journal, ...copied];
