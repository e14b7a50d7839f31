import { connectors } from "@codespar/providers/connect";
import { expect, it } from "vitest";
import { writeRecording } from "./write-recording.ts";

function getRecording(response: { status?: number; body: unknown }, inputs: string[] = []) {
  const definition = connectors.get("asaas");
  if (definition === undefined) throw new Error("Asaas has no connector.");
  const { signal } = new AbortController();
  return writeRecording({
    definition,
    credentials: { api_key: "$aact_hmlg_0123456789" },
    inputs,
    date: "2026-12-01",
    exchanges: [
      {
        request: {
          method: "GET",
          url: "https://api-sandbox.asaas.com/v3/payments/pay_080225913252?externalReference=tc_01abc",
          headers: { access_token: "$aact_hmlg_0123456789" },
          signal,
        },
        response: {
          status: response.status ?? 200,
          headers: { "set-cookie": "AWSALB=abcdefghijkl" },
          text: typeof response.body === "string" ? response.body : JSON.stringify(response.body),
        },
      },
    ],
  });
}

it("substitutes ids in paths and queries, and keeps the provider's own words there", () => {
  const { exchanges } = JSON.parse(getRecording({ body: { object: "payment" } }));
  expect(exchanges[0].request.path).toMatch(/^\/v3\/payments\/[a-z]{3}_\d{12}$/);
  expect(exchanges[0].request.path).not.toContain("pay_080225913252");
  expect(exchanges[0].request.query.externalReference).toMatch(/^[a-z]{2}_\d{2}[a-z]{3}$/);
  expect(exchanges[0].request).not.toHaveProperty("headers");
});

it.each([
  ["a key in a field's name", { $aact_hmlg_0123456789: 1 }, []],
  ["an input in a word that may stay", { status: "hunter_two" }, ["hunter_two"]],
  ["a value in another's name", { name: "Ana Maria", "Ana Maria": true }, []],
])("writes nothing when %s would survive", (_what, body, inputs) => {
  expect(() => getRecording({ body }, inputs)).toThrow(
    "A value of the account survived in the recording, so nothing is written.",
  );
});

it("substitutes what is no JSON", () => {
  const text = getRecording({ status: 502, body: "<html>Bad gateway of Ana</html>" });
  expect(text).toContain('"status": 502');
  expect(text).not.toContain("Ana");
});
