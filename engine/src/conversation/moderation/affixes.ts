/** What may stand before and behind a listed word without making it another word, language by language. */

/** A list of words as a set. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** Behind a Latin word of three letters, of four, and of five or more. */
export const LATIN_ENDINGS = {
  short: words("s es z zz"),
  middle: words("s es z est ed er ers ing ings in y ish ly d r rs ie ies"),
  long: words(`s es z est ed er ers ing ings in y ish ly d r rs ie ies e en ern n a as o os ity ness ic ics ical ically ism isms
    isch ische ischen ischer e's dom ery x`),
};
/** Behind a doubled last consonant: "slutty". */
export const LATIN_DOUBLED = words("y ed er ers ing ier iest in");
/** The same behind a word of three letters: "fatty", "cumming". */
export const LATIN_DOUBLED_SHORT = words("y ies er ers ing");
/** The plural of Turkish, and what follows it. */
export const TURKISH_ENDINGS = words("lar ler ları leri lari lara lere lık lik");
/** Words that are one with a listed word before or behind them: "dumbass", "shithead". */
export const LATIN_BEFORE = words(
  `dumb jack smart bad bull horse dip mother god fat lazy kiss cluster wise candy stupid ape chicken rat dog pig super mega you
  total utter complete half damn fat ugly lying crazy old big little`,
);
export const LATIN_BEHIND =
  words(`hole holes hat hats face faces head heads bag bags wit wits clown clowns wipe wipes show storm load
    boy tard tards brain brains sucker suckers master kopf kind`);

const ADJECTIVE = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ыми ими ых их ую юю ою ею ей";
/** Endings of Russian words by how the listed form ends; the stem stands before them. */
export const CYRILLIC_ENDINGS = {
  adjective: words(`${ADJECTIVE} о а ы`),
  feminine: words("а я у ю е ы и ой ою ей ею ам ами ах ям ями ях"),
  neuter: words("о е а я у ю ом ем ам ами ах ям ями ях"),
  soft: words("ь и я ю ью е ем ей ям ями ях"),
  masculine: words("а у ом ем е ы и ов ев ей ам ами ах"),
  plural: words("ы и а у е ов ей ам ами ах"),
  verb: words("ть ться л ла ло ли лся лась лось лись ет ешь ем ете ют ут ит ишь им ите ят ат й йте йся"),
};
/** Behind a Russian noun of five letters or more: its feminine, its adjective, its abstract noun. */
export const CYRILLIC_DERIVED = words(
  `ка ки ке ку кой кою кам ками ках изм изма изму измом изме ${ADJECTIVE.split(" ")
    .flatMap((ending) => [`н${ending}`, `ск${ending}`])
    .join(" ")}`,
);
export const CYRILLIC_BEFORE = words("супер недо полу сверх псевдо мега");
/** Before the short words of abuse that are said with a preposition in one: "нахер", "похуй". */
export const CYRILLIC_PREPOSITIONS = words("на по ни до о");
export const CYRILLIC_ABUSE = words("хуй хуя хуи хую хер хера хрен хрена");

/** Behind an Arabic word: pronouns, numbers, the feminine; before it: and, so, by, like, for, the, oh. */
export const ARABIC_ENDINGS = words("ه ها هم هن ك كم كن ي نا ين ون ان ات يه ته تي تك تكم تها تهم ا وا يون يين يات ونا");
/** Behind one of two letters only a pronoun: زبون is a customer. */
export const ARABIC_ENDINGS_SHORT = words("ه ها هم ك كم ي امك اختك ابوك");
export const ARABIC_BEFORE = words("و ف ال يال وال فال بال كال لل ولل وبال يا ويا ايها هال عال وهال اول الال");
export const ARABIC_BEFORE_LONG = words("ب ك ل ه وب وك ول فب فل");

export const HEBREW_ENDINGS = words("ים ות ה י ת ית יים יות ך ו");
export const HEBREW_BEFORE = words("ה ו ב כ ל מ ש וה שה בה לה מה כש וש");

/**
 * How what follows a Korean word without a space may begin: particles, forms of 이다 and 하다, and other abuse.
 * 시발점 and 바보상자 are other words: neither 점 nor 상 is here.
 */
export const HANGUL_BEHIND =
  `가 는 은 이 을 를 의 도 만 랑 와 과 나 라 로 에 께 한테 보다 처럼 같 들 네 야 아 여 요 임 인 입 였 다 냐 니 지 구 군 거 게 고 까 든
  며 면 습 죠 짓 놈 년 새끼 새키 쉐 자식 녀석 것 취급 소리 천치 등신 멍청 뿐 밖 부터 마저 조차 커녕 답 스러 스럽 하 해 했 할 함 한 되 된 됐 될 질 끼 눈 때문 덕
  탓 왜 너 니 내 진짜 정말 완전 존나 졸라 개 좀 그 쓰레기 병신 시발 씨발 또라이 미친 바보 인간 라니 란 렴 려 버 줘 주 달 둬 라고 뎌 잖 려고 서 쟁 맞 죽 아저씨 아줌마 남 녀 집단 자들 코
  련 럼 못 안 잘 충 팀 선수 감독 심판 코치 일 ㅋ 얌 잉 엉 옹 욤 닷 닼 당 넹 넴 뎅 듯`.split(/\s+/);
/** How what stands before a Korean word without a space may end: particles, endings of sentences and of adjectives. */
export const HANGUL_BEFORE =
  words(`은 는 이 가 을 를 도 에 의 야 아 어 너 넌 네 니 내 난 저 그 요 개 왕 참 짜 말 전 나 라 런 놈 년 들 다 까 냐 지 고 서 면 게 데 만 씨 병신 끼 발 똥 팀 편 것 심판 감독 선수 코치 해설 관중 상대 인간 남자 여자 친구 오빠 형 팬 협회 구단 얼굴 좀 왜
  상 초 핵 쌩 생 쌍 친 운 로 뭐 큰 긴 진 돌 늙은 애 얘 쟤 걔 엄 허 이구 휴 헐 와 우 오 음 흥 님 죄 즉 그냥 냥 역시 빨리 우리 씹 시 국 급 잡 랄 호 한 된 인 할 될 일 란 간 청한 심한 쁜 쁘 찮 겁 럽 준`);
/** Before a word of one syllable there stands hardly anything: 그놈 but not 게놈, 이년 but not 작년. */
export const HANGUL_BEFORE_SHORT = words("이 그 저 요 개 쌍 잡 친 런 은 운 쁜 한 씨발 시발");
export const HANGUL_BEHIND_SHORT =
  `이 가 은 는 을 를 의 도 만 들 아 야 같 처럼 한테 에게 이다 이야 이네 인 놈 년 새끼 자식 라 네 다 냐 ㅋ`.split(/\s+/);

/** How what follows a Japanese word may begin. */
export const KANA_BEHIND =
  `だ な か や よ ね が は も の を に め たち ども ちゃん で じゃ と って っ やろ もの らし すぎ み さ そう ー ぞ ぜ わ じ さん さま ども やん くさ くせ
  れ ろ んだ んで んな`.split(/\s+/);
/** What may stand before a Japanese word, when it is a single kana. */
export const KANA_BEFORE = words("は が の を に と も や か な ね よ で だ お へ ぞ わ さ ら る い う し て た");
/** What a single kana may be at the very beginning, where no particle stands: お, ね, ああ. */
export const KANA_OPENING = words("お ね な や よ え あ で わ ん ぞ か だ は が の を に と も");
/** What a word in katakana may be joined to and stay the word: クソバカ, バカヤロー. */
export const KATAKANA_BEFORE = words("くそ ばか あほ おお ど くず ごみ ぶす でぶ きも ちょう うすら");
export const KATAKANA_BEHIND = words(
  "やろう やろー やろ め ども たち くん さん ちゃん ー っ くそ ばか あほ ぶす でぶ げーむ げー ぷれー れべる ちーむ なす おんな おやじ がき やん やんけ すぎ だ か じゃん",
);

/** The declensions of Hindi, by the vowel that a word ends in; of a word that ends in a consonant. */
export const INDIC_ENDINGS: Readonly<Record<string, ReadonlySet<string>>> = {
  "\u093E": words(
    "\u093E \u0947 \u0940 \u094B \u094B\u0902 \u093F\u092F\u094B\u0902 \u093F\u092F\u093E\u0902 \u0947\u092A\u0928 \u093E\u092A\u0928",
  ),
  "\u0940": words("\u0940 \u093F\u092F\u094B \u093F\u092F\u094B\u0902 \u093F\u092F\u093E\u0902"),
};
export const INDIC_PLURALS: ReadonlySet<string> = new Set(["", ...words("\u094B \u094B\u0902 \u0947\u0902")]);
/** Behind longer ones also what makes the quality of them: मूर्ख, मूर्खता; बेवकूफ, बेवकूफी. */
export const INDIC_QUALITIES: ReadonlySet<string> = new Set([
  ...INDIC_PLURALS,
  ...words("\u0924\u093E \u0940 \u093F\u092F\u093E\u0902 \u093F\u092F\u094B\u0902"),
]);
