import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenLanguage } from "./written-language.ts";

/** Short comments as people write them, by their language; under `none`, what is of no language. */
const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "What a match",
    "That last rally was unreal",
    "So happy for them, they deserved it",
    "lol no way",
    "Best final I have ever seen",
    "Congratulations to all six players",
    "Where can I watch the replay?",
    "He should have won the second game",
    "This photo will be in every history book",
    "I was in the hall, the noise was incredible",
  ],
  fr: [
    "Quel match incroyable",
    "Bravo à tous les deux",
    "C'était la plus belle finale que j'ai vue",
    "Je ne comprends pas cette décision",
    "Félicitations aux champions",
    "On a eu de la chance au dernier jeu",
    "Magnifique photo, merci",
    "Il aurait dû gagner le deuxième set",
    "Trop fort !",
    "Qui a pris cette photo ?",
  ],
  de: [
    "Was für ein Spiel",
    "Herzlichen Glückwunsch an alle",
    "Das war der beste Ballwechsel des Turniers",
    "Ich verstehe die Entscheidung nicht",
    "Wunderschönes Foto",
    "Er hätte den zweiten Satz gewinnen müssen",
    "Wo kann man das noch einmal sehen?",
    "Einfach großartig",
    "Die Halle war so laut wie nie",
    "Sechs Menschen, ein Bild",
  ],
  es: [
    "Qué partido tan increíble",
    "Felicidades a los campeones",
    "La mejor final que he visto",
    "No entiendo la decisión del árbitro",
    "Qué foto más bonita",
    "Tenía que haber ganado el segundo juego",
    "¿Dónde se puede ver otra vez?",
    "Vamos!",
    "El ruido en la sala era increíble",
    "Seis personas en una foto",
  ],
  it: [
    "Che partita incredibile",
    "Complimenti a tutti",
    "La più bella finale che abbia mai visto",
    "Non capisco la decisione dell'arbitro",
    "Che bella foto",
    "Doveva vincere il secondo set",
    "Dove si può rivedere?",
    "Bravissimi ragazzi",
    "Nella sala c'era un rumore pazzesco",
    "Sei persone in una foto",
  ],
  pt: [
    "Que jogo incrível",
    "Parabéns aos campeões",
    "A melhor final que já vi",
    "Não entendo a decisão do árbitro",
    "Que foto linda",
    "Ele devia ter ganho o segundo set",
    "Onde posso ver de novo?",
    "Muito bom!",
    "O barulho no pavilhão era enorme",
    "Seis pessoas numa foto",
  ],
  nl: [
    "Wat een wedstrijd",
    "Gefeliciteerd aan iedereen",
    "De mooiste finale die ik ooit heb gezien",
    "Ik snap de beslissing van de scheidsrechter niet",
    "Prachtige foto",
    "Hij had de tweede game moeten winnen",
    "Waar kan ik dit terugkijken?",
    "Geweldig gespeeld",
  ],
  sv: [
    "Vilken match",
    "Grattis till alla",
    "Den bästa finalen jag har sett",
    "Jag förstår inte domarens beslut",
    "Vilken fin bild",
    "Han borde ha vunnit andra setet",
    "Var kan man se det igen?",
    "Helt otroligt bra spelat",
  ],
  tr: [
    "Ne maçtı ama",
    "Herkesi tebrik ederim",
    "Gördüğüm en güzel final",
    "Hakemin kararını anlamıyorum",
    "Çok güzel bir fotoğraf",
    "İkinci seti kazanmalıydı",
    "Tekrarını nereden izleyebilirim?",
    "Harika oynadılar",
  ],
  pl: [
    "Co za mecz",
    "Gratulacje dla wszystkich",
    "Najlepszy finał, jaki widziałem",
    "Nie rozumiem decyzji sędziego",
    "Piękne zdjęcie",
    "Powinien był wygrać drugiego seta",
    "Gdzie można to obejrzeć?",
    "Wspaniale zagrane",
  ],
  vi: [
    "Trận đấu tuyệt vời",
    "Chúc mừng tất cả mọi người",
    "Trận chung kết hay nhất tôi từng xem",
    "Tôi không hiểu quyết định của trọng tài",
    "Bức ảnh đẹp quá",
    "Anh ấy đáng lẽ phải thắng ván thứ hai",
  ],
  id: [
    "Pertandingan yang luar biasa",
    "Selamat untuk semuanya",
    "Final terbaik yang pernah saya lihat",
    "Saya tidak mengerti keputusan wasit",
    "Foto yang indah sekali",
    "Di mana saya bisa menonton ulang?",
  ],
  none: [
    "11-8 11-9",
    "GG",
    "WANG Chuqin!!!",
    "lol",
    "Shin Yubin, Lim Jonghoon",
    "hahahaha",
    "Ma Long",
    "OK",
    "wow",
    "Truls Möregårdh",
    "bravo",
    "Paris 2024 XD final",
  ],
};

/** How many of a language are told so; of the rest it is left open, and never another one named. */
const TOLD: Readonly<Record<string, number>> = {
  en: 10,
  fr: 8,
  de: 8,
  es: 9,
  it: 9,
  pt: 9,
  nl: 6,
  sv: 5,
  tr: 7,
  pl: 6,
  vi: 6,
  id: 0,
  none: 0,
};

for (const page of ["en", "ko"])
  for (const [language, comments] of Object.entries(COMMENTS))
    test(`on a page in ${page}, of ${comments.length} short comments in ${language}, ${TOLD[language]} are told, and none wrongly`, async () => {
      const told = await Promise.all(comments.map((comment) => writtenLanguage(comment, page)));
      const wrong = comments.filter((_, at) => told[at] != null && told[at] !== language && language !== "none");
      assert.deepEqual(wrong, []);
      if (language !== "none") assert.equal(told.filter((each) => each === language).length, TOLD[language]);
      else assert.deepEqual([...new Set(told.filter((each) => each !== page))], [null], "a name is of no language");
    });

test("what is quoted and where a link leads tell nothing of who writes", async () => {
  const quoted =
    "> What a match, I have never seen anything like this before in my life\n\nDas war der beste Ballwechsel";
  assert.equal(await writtenLanguage(quoted, "en"), "de");
  const linked = "https://www.example.org/what/a/great/match/it/was C'était la plus belle finale que j'ai vue";
  assert.equal(await writtenLanguage(linked, "en"), "fr");
});

test("what is nothing but a quotation is of the language of the quotation", async () =>
  assert.equal(await writtenLanguage("> Das war der beste Ballwechsel des Turniers", "en"), "de"));

test("other letters need no library", async () => {
  assert.equal(await writtenLanguage("정말 멋진 경기였다", "en"), "ko");
  assert.equal(await writtenLanguage("👏👏 11-8", "en"), null);
});
