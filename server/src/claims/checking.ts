import { type Claim, CLAIM_LANGUAGES, isRefused, type Refusal } from "@podium/engine";
import type { CheckAsked, CheckPage } from "@podium/protocol";
import type { App } from "../app.ts";
import { competitionRows } from "../competitions/competitions.ts";
import { admit } from "../people/pacing.ts";
import { checkBeside } from "./checking-thread.ts";
import { refusedCompetition } from "./claims.ts";

/** Of one network: somebody who checks while writing, and a room of editors behind one address. */
const CHECKS_FROM_A_NETWORK = { everyMs: 500, burst: 60 };

/** A longer text counts as several. */
const CHARACTERS_OF_ONE = 2_000;

/** How many competitions the form offers. */
const COMPETITIONS_OFFERED = 50;

/** Who asks: the installation, and the network from which. */
interface Asking {
  readonly app: App;
  readonly client: string;
}

/** Whether another text may be checked for a network; refused where it asks too often. */
export function admitCheck({ app, client }: Asking, text = ""): Promise<true | Refusal> {
  const weight = text === "" ? 1 : Math.floor(text.length / CHARACTERS_OF_ONE);
  return admit(app, { ...CHECKS_FROM_A_NETWORK, weight }, [`check from ${client}`]);
}

/** The claims of a text, once `admitCheck` has let its first 2,000 characters pass; refused where no such competition is there. */
export async function checkFor(asking: Asking, asked: CheckAsked): Promise<readonly Claim[] | Refusal> {
  const { text, competition, language, date } = asked;
  const admitted = await admitCheck(asking, text);
  if (isRefused(admitted)) return admitted;
  const refused = await refusedCompetition(asking.app.storage.db, competition);
  if (refused !== undefined) return refused;
  return checkBeside(asking.app, { text, competition, language, ...(date === "" ? {} : { date }) });
}

/** The page on which a text was checked, or with its form alone (claims: null). */
export async function checkPage(
  app: App,
  asked: CheckAsked,
  claims: readonly Claim[] | null,
): Promise<{ readonly page: "check"; readonly data: CheckPage }> {
  const rows = await competitionRows(app.storage.db, { offset: 0, limit: COMPETITIONS_OFFERED });
  const competitions = rows.map(({ id, title }) => ({ id, title: JSON.parse(title) }));
  return { page: "check", data: { asked, competitions, languages: CLAIM_LANGUAGES, claims } };
}
