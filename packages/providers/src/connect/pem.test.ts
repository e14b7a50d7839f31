import fc from "fast-check";
import { expect, it } from "vitest";
import { pemLabels, readPem } from "./pem.ts";

const body = "MIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn+dNuaTAKBggqhkjOPQQDAjASMRAwDgYDVQQKEwdBY21lIENv";
const pem = (label: string, text = body) =>
  `-----BEGIN ${label}-----\n${text.slice(0, 64)}\n${text.slice(64)}\n-----END ${label}-----\n`;

it("gives a certificate as it is, and its chain", () => {
  const chain = pem("CERTIFICATE") + pem("CERTIFICATE");
  expect(readPem(chain, pemLabels.certificate)).toBe(chain);
});

it("gives the same whatever became of the line breaks", () => {
  const key = pem("PRIVATE KEY");
  fc.assert(
    fc.property(fc.constantFrom("", " ", "\r\n", "\n\n"), fc.constantFrom("", "\n"), (between, after) => {
      expect(readPem(key.trimEnd().replaceAll("\n", between) + after, pemLabels["private key"])).toBe(key);
    }),
  );
});

it("leaves out what OpenSSL writes in front of a block", () => {
  const bag = "Bag Attributes\n    localKeyID: 01\nissuer=C = BR, O = ICP-Brasil\n";
  const chain = pem("CERTIFICATE") + pem("CERTIFICATE");
  expect(readPem(`${bag}${pem("CERTIFICATE")}${bag}${pem("CERTIFICATE")}`, pemLabels.certificate)).toBe(
    chain,
  );
});

it.each([
  ["nothing", ""],
  ["something else", "hunter2"],
  ["a key in the place of a certificate", pem("PRIVATE KEY")],
  ["what was cut off", pem("CERTIFICATE").slice(0, -10)],
  ["words behind it", `${pem("CERTIFICATE")}hunter2`],
])("refuses %s as a certificate", (_what, text) => {
  expect(readPem(text, pemLabels.certificate)).toBeUndefined();
});

it("takes keys of every unencrypted kind, and no encrypted one", () => {
  for (const label of ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"])
    expect(readPem(pem(label), pemLabels["private key"])).toBe(pem(label));
  expect(readPem(pem("ENCRYPTED PRIVATE KEY"), pemLabels["private key"])).toBeUndefined();
});
