import assert from "node:assert/strict";
import { createECDH } from "node:crypto";
import { test } from "node:test";
import { encryptFor, serverKeyOf } from "./push-message.ts";

test("a message is encrypted as RFC 8291 shows it, octet by octet", () => {
  const key = createECDH("prime256v1");
  key.setPrivateKey("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw", "base64url");
  const browser = {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  };
  const salt = Buffer.from("DGv6ra1nlYgDCS1FRnbzlw", "base64url");
  assert.equal(
    encryptFor(browser, "When I grow up, I want to be a watermelon", { salt, key }).toString("base64url"),
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

test("the keys of an installation are those of its secret, on every node and after every start", () => {
  const key = (secret: string) => serverKeyOf(secret).getPublicKey("base64url");
  assert.equal(
    key("a secret of forty-eight letters, more or less so"),
    key("a secret of forty-eight letters, more or less so"),
  );
  assert.notEqual(key("one secret"), key("another secret"));
});
