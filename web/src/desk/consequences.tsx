import type { DeskMatchPage, Language } from "@podium/protocol";
import { slotName } from "../ui/match-names.ts";
import { refusalSentence } from "../ui/shared-words.ts";
import { scoreText } from "../ui/score-text.ts";
import { consequenceSentence, entryWords } from "./consequence-words.ts";
import { deskWords } from "./desk-words.ts";
import { OUTCOMES } from "./result-form.tsx";

interface ConsequencesProps {
  readonly data: DeskMatchPage;
  readonly language: Language;
}

/** What was entered and what follows from it, before anything is recorded. */
export function Consequences({ data, language }: ConsequencesProps) {
  const t = deskWords(language);
  const { row } = data.desk;
  const drawKept = data.entered?.drawKept ?? null;
  return (
    <section class="desk-confirm">
      <h2>{t("desk.confirm")}</h2>
      <p class="lead">{enteredSentence(data, language)}</p>
      <p>{winnerSentence(data, language)}</p>
      {row.games.length === 0 ? null : <p>{t("desk.confirm.replaces", { score: scoreText(row) })}</p>}
      {drawKept === null ? null : <p dir="auto">{drawKept}</p>}
      <ul>
        {data.consequences.map((consequence) => (
          <li key={JSON.stringify(consequence)}>{consequenceSentence(consequence, data, language)}</li>
        ))}
      </ul>
      <form method="post" action={`/desk/matches/${row.id}/result`}>
        <EnteredFields data={data} />
        {drawKept === null ? null : <input type="hidden" name="drawKept" value={drawKept} />}
        <button name="confirm" value="yes">
          {t(drawKept === null ? "desk.confirm.yes" : "desk.confirm.yes-draw-kept")}
        </button>
      </form>
      {drawKept === null ? <KeepDraw data={data} language={language} /> : null}
    </section>
  );
}

const NOT_IN_GROUP = { code: "draw-not-kept-in-group", message: "" };

/** The other way: the result is corrected, and who went on from the match stays who went on. What follows is shown first. */
export function KeepDraw({ data, language }: ConsequencesProps) {
  const t = deskWords(language);
  const { entered, goesOn } = data;
  const typed = entered?.drawKept ?? null;
  const isInGroup = data.desk.row.group !== null && data.consequences.some(({ code }) => code === "entry-replaced");
  if (goesOn === null && typed === null)
    return isInGroup ? <p class="quiet">{refusalSentence(NOT_IN_GROUP, language)}</p> : null;
  return (
    <form method="post" action={`/desk/matches/${data.desk.row.id}/result`}>
      <EnteredFields data={data} />
      <h3>{t("desk.draw-kept")}</h3>
      {goesOn === null ? null : (
        <p class="quiet">{t("desk.draw-kept.says", { entry: entryWords([goesOn], data, language) })}</p>
      )}
      <p class="field">
        <label for="draw-kept">{t("desk.ruling.reason")}</label>
        <input id="draw-kept" name="drawKept" defaultValue={typed ?? ""} maxLength={300} required />
      </p>
      <button>{t("desk.draw-kept.check")}</button>
    </form>
  );
}

/** What was entered, carried on unseen. */
function EnteredFields({ data: { desk, entered } }: Pick<ConsequencesProps, "data">) {
  const { games = "", outcome = "play", against = null } = entered ?? {};
  return (
    <>
      <input type="hidden" name="version" value={desk.row.version} />
      <input type="hidden" name="games" value={games} />
      <input type="hidden" name="outcome" value={outcome} />
      <input type="hidden" name="against" value={against ?? ""} />
    </>
  );
}

/** Who wins by it, so that sides that were mixed up are seen before anything is recorded. */
function winnerSentence({ winner, entered, desk: { row } }: DeskMatchPage, language: Language): string {
  const t = deskWords(language);
  if (entered?.outcome === "abandoned" && (entered.against ?? "") === "") return t("desk.confirm.undecided");
  return winner === null
    ? t("desk.confirm.no-winner")
    : t("desk.confirm.winner", { winner: slotName(row[winner], language) });
}

function enteredSentence({ entered, desk: { row } }: DeskMatchPage, language: Language): string {
  const t = deskWords(language);
  const outcome = OUTCOMES.find((each) => each === entered?.outcome) ?? "play";
  const games = entered?.games ?? "";
  const against = entered?.against;
  if (outcome === "abandoned" && (against ?? "") === "")
    return t("desk.confirm.entered-abandoned", { outcome: t("desk.outcome.abandoned"), games });
  if (outcome === "play" || (against !== "home" && against !== "away" && against !== "both"))
    return t("desk.confirm.entered", { games });
  return t("desk.confirm.entered-outcome", {
    outcome: t(`desk.outcome.${outcome}`),
    side: against === "both" ? t("desk.result.against-both") : slotName(row[against], language),
    games,
  });
}
