import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import ts from "typescript";

/** A regular expression as it stands in the code: `file` is a path below the root, `line` counts from 1. */
export interface Expression {
  readonly file: string;
  readonly line: number;
  readonly pattern: RegExp;
}

/** Every regular expression literal, and every `RegExp` that is made of one string literal, in files below `root`. */
export function expressionsIn(root: string, files: readonly string[]): Expression[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
    const found: Expression[] = [];
    const visit = (node: ts.Node): void => {
      const pattern = patternOf(node);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (pattern !== null) found.push({ file, line, pattern });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function patternOf(node: ts.Node): RegExp | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
  }
  const isMade = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
  const [source, flags] = isMade ? (node.arguments ?? []) : [];
  if (source === undefined || !ts.isStringLiteralLike(source)) return null;
  return new RegExp(source.text, flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : "");
}

/** Long enough that a square shows (some ms), short enough that a line does not (some 0.01 ms). */
const LENGTH = 8_192;
const SUSPECT_MS = 0.5;
/** What takes this long can be compared. How long that needs to be depends on the machine, so the text is lengthened to it. */
const COMPARED_MS = 8;
const LENGTH_MAX = 8 * LENGTH;
/** Twice the length costs twice the time when it is linear, four times when it is a square. */
const GROWTH_MAX = 3;
/** All shapes of an expression at this length cost a few milliseconds, unless it grows faster than any power. */
const SHORT = 40;
const SHORT_MS_MAX = 2_000;
/** Without something that may be repeated without bound, an expression reads each character a bounded number of times. */
const MAY_GROW = /[*+]|\{\d+,\}/;

/** An input on which an expression costs more than in proportion to its length: told as its shape. Null when none was found. */
export function hostileInput(pattern: RegExp): string | null {
  if (!MAY_GROW.test(pattern.source)) return null;
  const shapes = shapesFor(pattern);
  const endless = endlessShape(pattern, shapes);
  if (endless !== null) return toldShape(endless);
  const found = shapes.find((shape) => isSteep(pattern, shape));
  return found === undefined ? null : toldShape(found);
}

function isSteep(pattern: RegExp, shape: Shape): boolean {
  if (costMs(pattern, textOf(shape, LENGTH)) < SUSPECT_MS) return false;
  const length = comparedLength(pattern, shape);
  if (length === null) return false;
  const once = leastCostMs(pattern, textOf(shape, length));
  return leastCostMs(pattern, textOf(shape, 2 * length)) > GROWTH_MAX * once;
}

/** The least length at which reading a shape takes long enough to be compared. Null when even the longest does not. */
function comparedLength(pattern: RegExp, shape: Shape): number | null {
  for (let length = LENGTH; length <= LENGTH_MAX; length *= 2)
    if (leastCostMs(pattern, textOf(shape, length)) > COMPARED_MS) return length;
  return null;
}

/** A beginning, something again and again, an end. */
interface Shape {
  readonly start: string;
  readonly again: string;
  readonly end: string;
}

const ENDS = ["", "\u0001", "\n\u0001"];

/** Each part of what an expression reads is repeated after what stands before it, alone and with its neighbours. */
function shapesFor(pattern: RegExp): Shape[] {
  const samples = samplesOf(pattern);
  const shapes = new Map<string, Shape>();
  const add = (start: string, again: string): void => {
    for (const end of ENDS) shapes.set(JSON.stringify([start, again, end]), { start, again, end });
  };
  for (let from = 0; from < samples.length; from += 1) {
    const start = sample(samples.slice(0, from));
    for (const alone of samples[from] ?? []) {
      add("", alone);
      add(start, alone);
    }
    for (const length of [2, 3]) {
      add("", sample(samples.slice(from, from + length)));
      add(start, sample(samples.slice(from, from + length)));
    }
    add("", sample(samples.slice(0, from + 1)));
  }
  return [...shapes.values()];
}

function sample(parts: readonly (readonly string[])[]): string {
  return parts.map(([first]) => first).join("");
}

const TOKEN =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[bB]|\\k<\w+>|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<\w+>|\(\?<?[:=!]|\{\d+(?:,\d*)?\}|./gsu;
/** What reads no character of its own. */
const NO_ATOM = /^(?:\(.*|[)|^$*+?]|\{\d+(?:,\d*)?\}|\\[bB]|\\k<\w+>|\\[1-9])$/su;
const LETTERS = [
  "a",
  "Z",
  "0",
  " ",
  "\n",
  "_",
  "-",
  ".",
  ",",
  "/",
  '"',
  "<",
  "\u00A0",
  "é",
  "한",
  "中",
  "\u0301",
  "あ",
];

/** For each part of an expression that reads a character, up to three characters that it reads. */
function samplesOf({ source, flags }: RegExp): string[][] {
  const modes = flags.replaceAll(/[gyd]/g, "");
  return [...source.matchAll(TOKEN)]
    .map(([token]) => token)
    .filter((token) => !NO_ATOM.test(token))
    .map((token) => {
      const reads = new RegExp(`^(?:${token})$`, modes);
      const letters = [...LETTERS, ...token.replaceAll("\\", "")].filter((letter) => reads.test(letter));
      return letters.length === 0 ? [...token].slice(-1) : [...new Set(letters)].slice(0, 3);
    });
}

function textOf({ start, again, end }: Shape, length: number): string {
  return start + again.repeat(Math.ceil(length / again.length)) + end;
}

function toldShape({ start, again, end }: Shape): string {
  return `${JSON.stringify(start)} + ${JSON.stringify(again)} again and again + ${JSON.stringify(end)}`;
}

/** Reads a text as code would: to its end where the expression is global. */
function readWhole(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) text.replaceAll(pattern, "");
  else pattern.exec(text);
}

function costMs(pattern: RegExp, text: string): number {
  const { user, system } = process.cpuUsage();
  readWhole(pattern, text);
  const used = process.cpuUsage();
  return (used.user - user + used.system - system) / 1000;
}

function leastCostMs(pattern: RegExp, text: string): number {
  return Math.min(...[1, 2, 3].map(() => costMs(pattern, text)));
}

const short = vm.createContext({ read: null });

/** The shape on which reading had to be broken off: another process cannot end it, but the engine's own limit does. */
function endlessShape(pattern: RegExp, shapes: readonly Shape[]): Shape | null {
  let reading: Shape | null = null;
  short["read"] = () => {
    for (const shape of shapes) {
      reading = shape;
      readWhole(pattern, textOf(shape, SHORT));
    }
  };
  try {
    vm.runInContext("read()", short, { timeout: SHORT_MS_MAX });
    return null;
  } catch {
    return reading;
  }
}
