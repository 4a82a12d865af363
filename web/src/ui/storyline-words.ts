import { type Evidence, inLanguage, type Language } from "@podium/protocol";
import { findersOf, translationsOf } from "../languages/catalogues.ts";
import { shared } from "./shared-words.ts";
import type { TranslationParams } from "../languages/translation.ts";

/** The words of storylines and their evidence. */
export const storylineWords = translationsOf("moments");

const find = findersOf("moments");

/** The sentence of a storyline or of a piece of evidence; null when the catalogue does not know its code. */
export function storylineSentence(key: string, params: TranslationParams, language: Language): string | null {
  return find(language)(`storyline.${key}`, params);
}

/** A piece of evidence in the reader's language. Names of earlier competitions come as the honours have them. */
export function evidenceSentence(piece: Evidence, language: Language): string {
  const t = storylineWords(language);
  switch (piece.kind) {
    case "match":
      return matchSentence(piece, language);
    case "entry":
      return inLanguage(piece.name, language);
    case "honour":
      return honourSentence(piece, language);
    case "absence":
      return storylineSentence(`absence.${piece.code}`, piece.facts, language) ?? t("moments.absence");
  }
}

function matchSentence({ winner, loser, score }: Extract<Evidence, { kind: "match" }>, language: Language): string {
  const t = storylineWords(language);
  if (score === null) return t("moments.evidence.match-won", { winner, loser });
  return t("moments.evidence.match", { winner, loser, score });
}

function honourSentence({ honour, association }: Extract<Evidence, { kind: "honour" }>, language: Language): string {
  const { competition, event, medal, players } = honour;
  const params = { competition, event, medal: shared(language)(`ui.medal.${medal}`), association };
  const t = storylineWords(language);
  if (players.length === 0) return t("moments.evidence.honour", params);
  return t("moments.evidence.honour-of", { ...params, players: players.join(" / ") });
}
