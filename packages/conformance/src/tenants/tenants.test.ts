import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";

const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 9990, currency: "BRL" } } as const;

function world() {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  return { sandbox, codespar: new CodeSpar({ apiKey: "csk_test_tenants", transport: sandbox.transport }) };
}

describe("two tenants of one organisation", () => {
  it("pay into two different accounts, and neither reaches the other's payments", async () => {
    const { sandbox, codespar } = world();
    for (const tenant_id of ["acme", "loja"]) {
      await codespar.connections.create({
        server_id: "asaas",
        tenant_id,
        credentials: { api_key: `key_of_${tenant_id}` },
      });
    }
    const [acme, loja] = await Promise.all(
      ["acme", "loja"].map((tenant_id) =>
        codespar.sessions.create({ servers: ["asaas"], metadata: { tenant_id } }),
      ),
    );
    const paid = await acme?.execute(pix);
    await loja?.execute(pix);
    const accounts = sandbox.calls.filter(({ effect }) => effect).map(({ account }) => account);
    expect(new Set(accounts).size).toBe(2);
    if (paid?.success !== true) throw new Error("not paid");
    const get = {
      name: "codespar_pay",
      arguments: { action: "get", payment_id: paid.data.payment_id },
    } as const;
    expect((await acme?.execute(get))?.success).toBe(true);
    await expect(loja?.execute(get)).rejects.toMatchObject({ code: "invalid_arguments" });
  });

  it.each(["a shop", "a", "a/b", "a\tb", "a:b|c"])(
    "has its payment confirmed by its id alone, the tenant's being %j (attack 29)",
    async (tenant_id) => {
      const { sandbox, codespar } = world();
      await codespar.connections.create({
        server_id: "asaas",
        tenant_id,
        credentials: { api_key: "key_of_it" },
      });
      const session = await codespar.sessions.create({ servers: ["asaas"], metadata: { tenant_id } });
      const paid = await session.execute(pix);
      if (!paid.success) throw new Error("not charged");
      await sandbox.payments.confirm(paid.data.payment_id);
      const get = {
        name: "codespar_pay",
        arguments: { action: "get", payment_id: paid.data.payment_id },
      } as const;
      expect((await session.execute(get)).data).toMatchObject({ status: "paid" });
    },
  );

  it("see nothing of each other's account by native tools either", async () => {
    const { codespar } = world();
    for (const tenant_id of ["acme", "loja"]) {
      await codespar.connections.create({
        server_id: "asaas",
        tenant_id,
        credentials: { api_key: `key_of_${tenant_id}` },
      });
    }
    const open = (tenant_id: string) =>
      codespar.sessions.create({ servers: ["asaas"], metadata: { tenant_id } });
    const [acme, loja] = [await open("acme"), await open("loja")];
    // Asaas returns what it made, with its own id
    const create = async (name: string, args: object) =>
      (await acme.execute({ name, arguments: { ...args } })).data as { id: string };
    const customer = await create("asaas_create_customer", { name: "Ana Souza", cpfCnpj: "11144477735" });
    const { id } = await create("asaas_create_payment", {
      customer: customer.id,
      billingType: "PIX",
      value: 99.9,
      dueDate: "2026-12-01",
    });
    const get = (payment: string) => ({ name: "asaas_get_payment", arguments: { id: payment } });
    expect(await acme.execute(get(id))).toMatchObject({ success: true, data: { id } });
    const foreign = await loja.execute(get(id));
    const missing = await loja.execute(get("pay_nobody0000000000"));
    expect(foreign).toMatchObject({ success: false, data: null });
    expect(JSON.stringify(foreign.error).replace(id, "ID")).toBe(
      JSON.stringify(missing.error).replace("pay_nobody0000000000", "ID"),
    );
  });

  it("fall back to the organisation's own connection, never to another tenant's", async () => {
    const { sandbox, codespar } = world();
    await codespar.connections.create({
      server_id: "asaas",
      tenant_id: "acme",
      credentials: { api_key: "key_of_acme" },
    });
    const session = await codespar.sessions.create({ servers: ["asaas"], metadata: { tenant_id: "loja" } });
    await session.execute(pix);
    expect(sandbox.calls.some(({ account }) => account.includes("acme"))).toBe(false);
  });
});

describe("a connection", () => {
  it("never shows its credentials again, but for the last four characters", async () => {
    const { codespar } = world();
    const credentials = { api_key: "aact_secret_1234", webhook_token: "99" };
    const made = await codespar.connections.create({ server_id: "asaas", credentials });
    const shown = JSON.stringify([
      made,
      await codespar.connections.get(made.id),
      (await codespar.connections.list()).data,
    ]);
    expect(made.credentials).toEqual({ api_key: { last4: "1234" }, webhook_token: { last4: "" } });
    expect(shown).not.toContain("secret");
  });

  it("is one for each organisation, tenant and server: storing it again replaces it", async () => {
    const { codespar } = world();
    const first = await codespar.connections.create({
      server_id: "asaas",
      credentials: { api_key: "first_1111" },
    });
    const second = await codespar.connections.create({
      server_id: "asaas",
      credentials: { api_key: "second_2222" },
    });
    expect(second.id).toBe(first.id);
    expect((await codespar.connections.list()).data).toHaveLength(1);
    expect(second.credentials).toEqual({ api_key: { last4: "2222" } });
  });

  it("is another organisation's to nobody", async () => {
    const { sandbox, codespar } = world();
    const made = await codespar.connections.create({
      server_id: "asaas",
      credentials: { api_key: "x".repeat(20) },
    });
    const stranger = new CodeSpar({ apiKey: "csk_test_stranger", transport: sandbox.transport });
    const unknown = stranger.connections.get("conn_00000000000000000000000000");
    const foreign = stranger.connections.get(made.id);
    const [a, b] = await Promise.allSettled([unknown, foreign]);
    if (a.status !== "rejected" || b.status !== "rejected") throw new Error("a stranger was let in");
    const plain = (error: { message: string }, id: string) => error.message.replace(id, "ID");
    expect(plain(b.reason, made.id)).toBe(plain(a.reason, "conn_00000000000000000000000000"));
  });

  it("names the nearest server when there is none of that name", async () => {
    const { codespar } = world();
    await expect(
      codespar.connections.create({ server_id: "asas", credentials: { api_key: "x" } }),
    ).rejects.toMatchObject({ code: "invalid_request", suggestions: ["asaas"] });
  });
});
