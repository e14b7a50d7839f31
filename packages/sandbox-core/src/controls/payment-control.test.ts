import { expect, it } from "vitest";
import { createSandbox } from "../create-sandbox/create-sandbox.ts";
import { readQr } from "../testing/read-qr.ts";

const headers = { authorization: "Bearer csk_test_payment0001", "content-type": "application/json" };

it("draws a Pix as the picture that a customer's phone reads", async () => {
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
  async function post(path: string, body: unknown) {
    const request = { method: "POST", path, headers, body: JSON.stringify(body), signal: undefined };
    return JSON.parse(await (await sandbox.transport.request(request)).text());
  }
  const session = await post("/v1/sessions", { servers: ["asaas"] });
  const { data } = await post(`/v1/sessions/${session.id}/execute`, {
    name: "codespar_pay",
    arguments: { method: "pix", amount: 5000, currency: "BRL" },
  });
  expect(readQr(await sandbox.payments.qrCode(data.payment_id))).toBe(data.pix.qr_code);
});
