import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { pix } from "../calls.ts";

function world() {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  const codespar = new CodeSpar({ apiKey: "csk_test_by_id", transport: sandbox.transport, maxRetries: 0 });
  const open = (tenant_id?: string) =>
    codespar.sessions.create({
      servers: ["asaas", "mercadopago"],
      ...(tenant_id === undefined ? {} : { metadata: { tenant_id } }),
    });
  return { sandbox, codespar, open };
}

type Session = Awaited<ReturnType<ReturnType<typeof world>["open"]>>;

function pay(session: Session, args: { action: "get" | "refund"; payment_id: string; provider?: string }) {
  return session.execute({ name: "codespar_pay", arguments: args });
}

/** Made at Asaas itself, so that no meta-tool call ever returned its id. */
async function nativePayment(session: Session): Promise<string> {
  const create = async (name: string, args: object) =>
    ((await session.execute({ name, arguments: { ...args } })).data as { id: string }).id;
  const customer = await create("asaas_create_customer", { name: "Ana Souza", cpfCnpj: "11144477735" });
  const order = { customer, billingType: "PIX", value: 99.9, dueDate: "2026-12-01" };
  return create("asaas_create_payment", order);
}

describe("a payment_id that no call returned", () => {
  it("is a mistake in the arguments that says what to do, and costs nothing", async () => {
    const { codespar, open } = world();
    await expect(pay(await open(), { action: "get", payment_id: "pay_nobody" })).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringMatching(/earlier call returned, or name the provider whose payment it is\.$/),
      issues: [{ path: "arguments.payment_id" }],
    });
    expect((await codespar.usage.get()).used).toBe(0);
  });

  it("is asked for at the provider that the call names, which knows it or refuses", async () => {
    const { open } = world();
    const session = await open();
    const payment_id = await nativePayment(session);
    const found = await pay(session, { action: "get", payment_id, provider: "asaas" });
    expect(found).toMatchObject({ success: true, provider: "asaas", data: { payment_id, amount: 9990 } });
    const unknown = await pay(session, { action: "get", payment_id: "pay_nobody", provider: "asaas" });
    expect(unknown).toMatchObject({ success: false, error: { code: "payment_not_found" } });
  });
});

describe("a provider that is named beside a payment_id", () => {
  it("has to be the one that made it", async () => {
    const { open } = world();
    const session = await open();
    const { data } = await session.execute(pix);
    const payment_id = data?.payment_id ?? "";
    expect((await pay(session, { action: "get", payment_id, provider: "asaas" })).success).toBe(true);
    await expect(
      pay(session, { action: "refund", payment_id, provider: "mercadopago" }),
    ).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringContaining("is asaas's, not mercadopago's. Leave provider out."),
      issues: [{ path: "arguments.provider" }],
    });
    await expect(pay(session, { action: "get", payment_id, provider: "stripe" })).rejects.toMatchObject({
      code: "server_not_in_session",
    });
  });

  it("opens nothing of another tenant's", async () => {
    const { open } = world();
    const { data } = await (await open("acme")).execute(pix);
    const foreign = { action: "refund", payment_id: data?.payment_id ?? "", provider: "asaas" } as const;
    await expect(pay(await open("loja"), foreign)).rejects.toMatchObject({
      code: "invalid_arguments",
      issues: [{ path: "arguments.payment_id" }],
    });
  });
});
