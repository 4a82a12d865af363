import { wordList } from "@podium/engine";
import { findWords } from "../engine/src/conversation/moderation/word-list.ts";
import { count, percentile, type Row } from "./row.ts";

const WORDS = 5_000;
const COMMENTS = 400;
const LETTERS = 830;
const ALPHABETS = [
  "abcdefghijklmnopqrstuvwxyz",
  "абвгдежзиклмнопрстуфхцчшщыэюя",
  "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  "가나다라마바사아자차카타파하고노도로모보소오조초코토포호",
  "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年",
];

/** Listed words in comments of five scripts: the time for one comment, words and comments made by chance. */
export function measureModeration(): Row[] {
  const chance = chanceFrom(7);
  const list = listOf(chance);
  const comments = Array.from({ length: COMMENTS }, (_, index) =>
    textOf(chance, ALPHABETS[index % ALPHABETS.length] ?? "", LETTERS),
  );
  comments.forEach((comment) => findWords(list, comment));
  const times = comments.map((comment) => {
    const begun = performance.now();
    findWords(list, comment);
    return performance.now() - begun;
  });
  const figure = `${percentile(times, 0.5).toFixed(2)} ms (95 %: ${percentile(times, 0.95).toFixed(2)} ms)`;
  return [
    {
      what: "a comment against a list of words",
      figure,
      note: `${count(WORDS)} words, ${LETTERS} letters a comment, five scripts`,
    },
  ];
}

/** Words of three to eight letters. */
function listOf(chance: () => number): ReturnType<typeof wordList> {
  return wordList(
    Array.from({ length: WORDS }, (_, index) =>
      textOf(chance, ALPHABETS[index % ALPHABETS.length] ?? "", 16)
        .replaceAll(" ", "")
        .slice(0, 3 + Math.floor(chance() * 6)),
    ),
  );
}

function textOf(chance: () => number, alphabet: string, length: number): string {
  const letters = [...alphabet];
  return Array.from({ length }, () =>
    chance() < 0.15 ? " " : (letters[Math.floor(chance() * letters.length)] ?? ""),
  ).join("");
}

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
