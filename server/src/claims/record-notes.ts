import type { Claim, CompetitionId } from "@podium/engine";
import type { RecordNote } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { claimChecker } from "./claims.ts";

/** What is checked of a report. */
interface Checked {
  readonly language: string;
  readonly date: string | null;
  readonly paragraphs: readonly string[];
}

/** What a published report says that the record contradicts as it stands now. */
export async function recordNotes(db: Db, competition: CompetitionId, report: Checked): Promise<RecordNote[]> {
  if (report.paragraphs.length === 0) return [];
  const checker = await claimChecker(db, [competition]);
  const { language, date, paragraphs } = report;
  const claims = checker.check(paragraphs.join("\n"), { language, competition, ...(date === null ? {} : { date }) });
  const wrong = claims.filter(({ verdict }) => verdict === "contradicted");
  let start = 0;
  return paragraphs.flatMap((words, paragraph) => {
    const end = start + words.length;
    const own = wrong.filter((claim) => claim.start >= start && claim.end <= end);
    const notes = own.map((claim) => noteOf(claim, { paragraph, words, start }));
    start = end + 1;
    return notes;
  });
}

function noteOf(
  { words: at, truth = "", evidence }: Claim,
  { paragraph, words, start }: { paragraph: number; words: string; start: number },
): RecordNote {
  const [piece] = evidence;
  return {
    paragraph,
    words: words.slice(at.start - start, at.end - start),
    truth,
    label: piece?.label ?? "",
    href: piece?.kind === "match" ? `/matches/${piece.id}` : null,
  };
}
