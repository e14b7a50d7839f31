import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { generateEcdsaKeys, signEcdsa, verifyEcdsa } from "./ecdsa.ts";

// OpenSSL is the judge: some signatures begin with a zero, some with a bit that is set
it("agrees with OpenSSL both ways, a hundred times", async () => {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = new Uint8Array(pair.publicKey.export({ type: "spki", format: "der" }));
  const own = await generateEcdsaKeys();
  for (let round = 0; round < 100; round += 1) {
    const text = `timestamp${round}[{"event":"delivered"}]`;
    const theirs = new Uint8Array(createSign("SHA256").update(text).sign(pair.privateKey));
    expect(await verifyEcdsa(spki, theirs, text)).toBe(true);
    expect(await verifyEcdsa(spki, theirs, `${text} `)).toBe(false);
    const ours = await signEcdsa(own.privateKey, text);
    const verifier = createVerify("SHA256").update(text);
    expect(verifier.verify({ key: Buffer.from(own.publicKey), format: "der", type: "spki" }, ours)).toBe(
      true,
    );
  }
});

it.each([
  ["nothing", []],
  ["text", Array.from(new TextEncoder().encode("not a signature at all"))],
  ["a number that is cut off", [0x30, 0x04, 0x02, 0x40, 0x01, 0x01]],
  ["a number too many", [0x30, 0x09, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]],
])("takes %s for no signature", async (_what, bytes) => {
  const { publicKey } = await generateEcdsaKeys();
  expect(await verifyEcdsa(publicKey, Uint8Array.from(bytes), "text")).toBe(false);
});

it("takes what is no key for none", async () => {
  const { privateKey } = await generateEcdsaKeys();
  expect(await verifyEcdsa(Uint8Array.from([1, 2]), await signEcdsa(privateKey, "x"), "x")).toBe(false);
});
