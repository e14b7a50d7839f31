import { expect, it } from "vitest";
import { findCredentialProblem } from "../connect/check-credentials.ts";
import { connectWith } from "../connect/connect.ts";
import { testCertificate } from "../simulation/test-certificate.ts";
import { sefazConnector } from "./connect.ts";

const credentials = {
  certificate: testCertificate.certificate,
  private_key: testCertificate.privateKey,
  uf: "RJ",
};

it("refuses a service that the state's test environment does not have as not offered, and blames no credential", async () => {
  const provider = connectWith(
    () => async () => {
      throw new Error("Nothing leaves.");
    },
    sefazConnector,
    { environment: "test" },
  );
  const result = await provider.execute({
    operationId: "tc_01",
    tool: "sefaz_get_taxpayer",
    arguments: { UF: "RJ", CNPJ: "11222333000181" },
    account: "org_1",
    credentials,
    signal: new AbortController().signal,
    emit: () => {},
  });
  expect(result).toEqual({
    ok: false,
    code: "action_not_offered",
    message:
      "sefaz: nothing was sent. There is no service for sefaz_get_taxpayer in this environment of the account.",
  });
});

it("takes a key that it can sign with, and refuses another form when it is stored", () => {
  expect(findCredentialProblem(sefazConnector, credentials, "test")).toBeUndefined();
  const private_key = credentials.private_key.replaceAll("PRIVATE KEY", "RSA PRIVATE KEY");
  const problem = findCredentialProblem(sefazConnector, { ...credentials, private_key }, "test");
  expect(problem).toContain(
    "private_key of sefaz (Chave privada (PEM, PKCS #8)) is no private key of PKCS #8 in PEM.",
  );
  expect(problem).not.toContain("MII");
});
