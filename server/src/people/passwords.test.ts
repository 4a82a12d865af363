import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD_MIN, whyWeak } from "./passwords.ts";

const WHO = ["Ida Vik", "ida.vik"];

const refused: readonly (readonly [law: string, password: string, code: string])[] = [
  ["a password has twelve characters", "elevenchars", "password-short"],
  ["characters are counted, not code units", "🏓🏓🏓🏓🏓🏓🏓🏓🏓🏓🏓", "password-short"],
  ["a password has an end", "ab cd ef gh ".repeat(17), "password-short"],
  ["blanks are no password", "            ", "password-known"],
  ["blanks of any alphabet are no password", "\u3000\u2003".repeat(8), "password-known"],
  ["one letter is no password, however often", "aaaaaaaaaaaaaaaa", "password-known"],
  ["two in turn are none", "abababababababab", "password-known"],
  ["a run up", "123456789012", "password-known"],
  ["a run down", "zyxwvutsrqponm", "password-known"],
  ["what was stolen", "1qaz2wsx3edc", "password-known"],
  ["what was stolen, in capitals", "QWERTYUIOPASDFGH", "password-known"],
  ["what was stolen, with digits behind", "password1234", "password-known"],
  ["what was stolen, with digits for letters", "P@ssw0rd!!!!", "password-known"],
  ["what was stolen, twice", "sunshinesunshine", "password-known"],
  ["what was stolen, with signs around", "!!football!!!!", "password-known"],
  ["what was stolen, twice with a blank between", "password password", "password-known"],
  ["what was stolen, twice with digits behind", "adminadmin12", "password-known"],
  ["what was stolen, once and a half", "iloveyouiloveyouilo", "password-known"],
  ["what was stolen, its digits with shift", "!QAZ2wsx#EDC", "password-known"],
  ["a walk over the keys", "qweasdzxcqwe", "password-known"],
  ["a walk over the keys back, with digits behind", "poiuytrewq12", "password-known"],
  ["a walk over German keys", "qwertzuiopas", "password-known"],
  ["letters and digits in turn, both counted up", "a1b2c3d4e5f6", "password-known"],
  ["digits and letters in turn, both counted up", "1a2b3c4d5e6f", "password-known"],
  ["the word for password, in Russian", "пароль123456", "password-known"],
  ["the word for password, in Spanish", "contraseña123", "password-known"],
  ["the word for password, in Korean", "비밀번호비밀번호비밀번호", "password-known"],
  ["the name of this place and a run", "podium123456", "password-known"],
  ["the name of this place and what was stolen", "podium-iloveyou", "password-known"],
  ["the sport alone", "TableTennis!", "password-known"],
  ["one's own name", "ida vik ida vik", "password-known"],
  ["one's own name with a year", "Ida-Vik-2026", "password-known"],
  ["the name of this place", "podium podium", "password-known"],
];

for (const [law, password, code] of refused)
  test(`${law}: ${JSON.stringify(password.slice(0, 20))} is refused`, async () =>
    assert.equal((await whyWeak(password, WHO))?.code, code));

for (const password of [
  "nine tables, one net",
  "a long password",
  "correct horse battery staple",
  "k7#Qp2!zWm9&",
  "한 점씩 이기면 된다고요",
  "白天打球晚上看球真开心呀",
  "ida keeps nine bees in june",
])
  test(`${JSON.stringify(password)} may be a password`, async () => assert.equal(await whyWeak(password, WHO), null));

test("the shortest that may be is of twelve characters", async () => {
  assert.equal(PASSWORD_MIN, 12);
  assert.equal(await whyWeak("wet old kite", WHO), null);
});
