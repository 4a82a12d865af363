import type { Side } from "@podium/engine";
import type { EarlierLog, Language } from "@podium/protocol";
import { shared } from "./shared-words.ts";
import { Time } from "./time.tsx";

interface EarlierLogsProps {
  readonly logs: readonly EarlierLog[];
  readonly zone: string;
  readonly language: Language;
}

/** What stood rally by rally before a result took its place: it stays readable. */
export function EarlierLogs({ logs, zone, language }: EarlierLogsProps) {
  const t = shared(language);
  if (logs.length === 0) return null;
  return (
    <section class="earlier-logs">
      <h2>{t("ui.rallies-before")}</h2>
      <p class="quiet">{t("ui.rallies-before.says")}</p>
      {logs.map(({ setAsideAtMs, games }) => (
        <details key={setAsideAtMs}>
          <summary>
            {t("ui.rallies-before.until")} <Time ms={setAsideAtMs} zone={zone} language={language} />
            {": "}
            <span class="numeral">{games.map(({ score }) => `${score.home}-${score.away}`).join(" ")}</span>
          </summary>
          <ol>
            {games.map(({ score, rallies }, at) => (
              <li key={at} class="numeral">
                {rallies === null ? `${score.home}-${score.away}` : runningScore(rallies)}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}

/** The score after each rally, home first: `1-0 1-1 2-1`. */
function runningScore(rallies: readonly Side[]): string {
  let [home, away] = [0, 0];
  const scores = rallies.map((winner) => {
    if (winner === "home") home += 1;
    else away += 1;
    return `${home}-${away}`;
  });
  return scores.join(" ");
}
