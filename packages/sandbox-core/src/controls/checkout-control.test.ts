import { parseBrCode } from "@codespar/formats";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../create-sandbox/create-sandbox.ts";

const headers = { authorization: "Bearer csk_test_checkout0001", "content-type": "application/json" };

async function post(sandbox: Sandbox, path: string, body: unknown) {
  const response = await sandbox.transport.request({
    method: "POST",
    path,
    headers,
    body: JSON.stringify(body),
    signal: undefined,
  });
  return JSON.parse(await response.text());
}

async function openCheckout(
  sandbox: Sandbox,
  methods: string[],
  description = "Order 1042",
  server = "asaas",
): Promise<string> {
  const session = await post(sandbox, "/v1/sessions", { servers: [server] });
  const result = await post(sandbox, `/v1/sessions/${session.id}/execute`, {
    name: "codespar_checkout",
    arguments: { amount: 12990, currency: "BRL", payment_methods: methods, description },
  });
  return result.data.checkout_id;
}

const listTypes = (sandbox: Sandbox) =>
  sandbox.events.map(({ type }) => type).filter((type) => !type.startsWith("tool_call"));

describe("a hosted page", () => {
  it("shows a Pix of the amount asked, which the customer pays half a minute later", async () => {
    const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
    const id = await openCheckout(sandbox, ["pix", "boleto"]);
    const page = await sandbox.checkouts.open(id);
    expect(page).toMatchObject({ method: "pix", amount: 12990, currency: "BRL" });
    expect(parseBrCode(page.pix?.qr_code ?? "")).toMatchObject({ amount: 12990 });
    expect(listTypes(sandbox)).toEqual([]);
    await sandbox.clock.advance("30s");
    expect(listTypes(sandbox)).toEqual(["payment.confirmed", "checkout.completed"]);
    await sandbox.clock.advance("1d");
    expect(listTypes(sandbox)).toHaveLength(2);
  });

  it("shows the same payment when it is opened again", async () => {
    const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
    const id = await openCheckout(sandbox, ["pix"]);
    expect(await sandbox.checkouts.open(id)).toEqual(await sandbox.checkouts.open(id));
  });

  it("is paid a day later by the boleto that the customer chose", async () => {
    const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
    const id = await openCheckout(sandbox, ["pix", "boleto"], "Order 1042", "pagarme");
    const page = await sandbox.checkouts.open(id, { method: "boleto" });
    expect(page.boleto?.digitable_line).toMatch(/^\d{47}$/);
    await sandbox.clock.advance("1h");
    expect(listTypes(sandbox)).toEqual([]);
    await sandbox.clock.advance("1d");
    expect(listTypes(sandbox)).toEqual(["payment.confirmed", "checkout.completed"]);
  });

  it("is paid at once when the test says so, opened or not", async () => {
    for (const opens of [true, false]) {
      const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
      const id = await openCheckout(sandbox, ["pix"]);
      if (opens) await sandbox.checkouts.open(id);
      await sandbox.checkouts.pay(id);
      expect(listTypes(sandbox)).toEqual(["payment.confirmed", "checkout.completed"]);
      await expect(sandbox.checkouts.pay(id)).rejects.toThrow("only an open one can be paid");
    }
  });

  it("stays unpaid when its customer never pays", async () => {
    const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
    const id = await openCheckout(sandbox, ["pix"], "sandbox:never_pays");
    await sandbox.checkouts.open(id);
    await sandbox.clock.advance("2d");
    expect(listTypes(sandbox)).toEqual(["payment.expired"]);
  });

  it("refuses an unknown page and a method that it does not offer", async () => {
    const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
    const id = await openCheckout(sandbox, ["pix"]);
    await expect(sandbox.checkouts.open("nope")).rejects.toThrow("There is no checkout nope");
    await expect(sandbox.checkouts.open(id, { method: "boleto" })).rejects.toThrow("offers pix");
  });
});
