import { createPublicKey, createSign, createVerify, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  readSecp256k1Key,
  signSecp256k1,
  verifySecp256k1,
  writeSecp256k1Key,
  writeSecp256k1PublicKey,
} from "./secp256k1.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
const sec1 = privateKey.export({ type: "sec1", format: "pem" }).toString();
const spki = publicKey.export({ type: "spki", format: "pem" }).toString();
const key = readSecp256k1Key(sec1) ?? new Uint8Array();

it("signs what OpenSSL verifies, and verifies what OpenSSL signs", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const signature = signSecp256k1(key, text);
      expect(createVerify("sha256").update(text).verify(publicKey, signature, "base64")).toBe(true);
      const theirs = createSign("sha256").update(text).sign(privateKey, "base64");
      expect(verifySecp256k1(spki, theirs, text)).toBe(true);
      expect(verifySecp256k1(spki, theirs, `${text}.`)).toBe(false);
    }),
    { numRuns: 40 },
  );
});

it("reads a key in both of its forms, and writes what OpenSSL writes", async () => {
  const pkcs8 = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  expect(readSecp256k1Key(pkcs8)).toEqual(key);
  expect(writeSecp256k1Key(key)).toBe(sec1);
  expect(writeSecp256k1PublicKey(key)).toBe(spki);
  expect(createPublicKey(writeSecp256k1PublicKey(key)).asymmetricKeyDetails).toEqual({
    namedCurve: "secp256k1",
  });
});

it("takes no key of another curve, no signature of another key, and nothing that is none", async () => {
  const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
  expect(
    readSecp256k1Key(p256.privateKey.export({ type: "sec1", format: "pem" }).toString()),
  ).toBeUndefined();
  expect(readSecp256k1Key(spki)).toBeUndefined();
  expect(readSecp256k1Key("hunter2")).toBeUndefined();
  const other = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
  const signature = createSign("sha256").update("text").sign(other.privateKey, "base64");
  for (const wrong of [signature, "", "AAAA", "no base64"])
    expect(verifySecp256k1(spki, wrong, "text")).toBe(false);
  expect(verifySecp256k1("no key", signature, "text")).toBe(false);
});
