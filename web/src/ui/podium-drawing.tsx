import type { Language, MedalRow } from "@podium/protocol";
import { entryLines, entryName } from "./match-names.ts";
import { shared } from "./shared-words.ts";

const WIDTH = 720;
const GROUND = 374;
const STEP_HEIGHTS = { gold: 220, silver: 172, bronze: 136 } as const;
const STEP_ORDER = ["silver", "gold", "bronze"] as const;
const NUMERALS = { gold: "1", silver: "2", bronze: "3" } as const;

interface PodiumDrawingProps {
  readonly podium: readonly MedalRow[];
  readonly language: Language;
}

/** The podium as the result makes it: three steps, everybody who stands on them, drawn in a few lines. */
export function PodiumDrawing({ podium, language }: PodiumDrawingProps) {
  const steps = STEP_ORDER.flatMap((medal) => podium.filter((row) => row.medal === medal));
  if (steps.length === 0) return null;
  const width = WIDTH / steps.length;
  return (
    <svg class="podium-drawing" viewBox={`0 0 ${WIDTH} ${GROUND}`} role="img" aria-label={inWords(steps, language)}>
      {steps.map((row, index) => (
        <g key={row.entry.id} transform={`translate(${index * width} ${GROUND - STEP_HEIGHTS[row.medal]})`}>
          <Step row={row} width={width} language={language} />
        </g>
      ))}
    </svg>
  );
}

interface StepProps {
  readonly row: MedalRow;
  readonly width: number;
  readonly language: Language;
}

function Step({ row, width, language }: StepProps) {
  const { players } = row.entry;
  return (
    <>
      {players.map((player, index) => (
        <Figure key={player.id} x={(width * (index + 1)) / (players.length + 1)} medal={row.medal} />
      ))}
      <path class={`step ${row.medal}`} d={`M0 0H${width}V${STEP_HEIGHTS[row.medal]}H0Z`} />
      <path class="edge" d={`M0 0H${width}`} />
      <text class="numeral" x={width - 14} y="42" text-anchor="end">
        {NUMERALS[row.medal]}
      </text>
      <text class="code" x="14" y="32">
        {row.entry.association?.code ?? ""}
      </text>
      {entryLines(row.entry, language).map(({ text }, index) => (
        <Line key={index} text={text} y={70 + index * 32} width={width} />
      ))}
    </>
  );
}

/** A name that is squeezed only when it would not fit on its step. */
function Line({ text, y, width }: { readonly text: string; readonly y: number; readonly width: number }) {
  const room = width - 28;
  const tooLong = text.length * 11 > room;
  return (
    <text class="name" x="14" y={y} {...(tooLong ? { textLength: room, lengthAdjust: "spacingAndGlyphs" } : {})}>
      {text}
    </text>
  );
}

/** A head, two shoulders, and the medal on its ribbon. */
function Figure({ x, medal }: { readonly x: number; readonly medal: MedalRow["medal"] }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path class="figure" d="M-46 0V-46Q-46 -78 -16 -80H16Q46 -78 46 -46V0" />
      <circle class="figure" cx="0" cy="-112" r="26" />
      <path class="ribbon" d="M-12 -80L0 -44L12 -80" />
      <circle class={`disc ${medal}`} cx="0" cy="-36" r="10" />
    </g>
  );
}

function inWords(steps: readonly MedalRow[], language: Language): string {
  const t = shared(language);
  return steps
    .map((row) =>
      `${t(`ui.medal.${row.medal}`)}: ${entryName(row.entry, language)} ${row.entry.association?.code ?? ""}`.trim(),
    )
    .join(". ");
}
