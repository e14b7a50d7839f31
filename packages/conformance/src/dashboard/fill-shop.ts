import type { SandboxServer } from "@codespar/sandbox/server";
import type { CodeSpar } from "@codespar/sdk";
import { parcel } from "../calls.ts";

const customer = {
  name: "Ana Souza",
  document: "529.982.247-25",
  email: "ana.souza@example.com",
  phone: "+5511987654321",
};

/** A shop's day: an order from its page to its parcel, one that waits for a person, one of which nobody knows. */
export async function fillShop(codespar: CodeSpar, { sandbox }: SandboxServer): Promise<void> {
  const session = await codespar.sessions.create({
    preset: "brazilian",
    user_id: "ana",
    metadata: { tenant_id: "loja-1", order: "pedido-1042" },
  });
  const { data: checkout } = await session.execute({
    name: "codespar_checkout",
    arguments: {
      amount: 12_980,
      currency: "BRL",
      payment_methods: ["pix"],
      description: "pedido-1042",
      customer,
    },
  });
  if (checkout !== null) await sandbox.checkouts.pay(checkout.checkout_id);
  await session.execute({
    name: "codespar_pay",
    arguments: { method: "boleto", amount: 25_000, currency: "BRL", customer },
  });
  await session.execute({
    name: "codespar_pay",
    arguments: { method: "credit_card", amount: 700, currency: "BRL", card_token: "tok_chargeDeclined" },
  });
  await session.execute({
    name: "codespar_invoice",
    arguments: {
      type: "nfe",
      customer: { ...customer, address: { postal_code: "20040-002", number: "86" } },
      items: [{ description: "Café em grãos, 1 kg", quantity: 2, unit_amount: 6490, code: "09012100" }],
    },
  });
  const { data: quoted } = await session.execute({
    name: "codespar_ship",
    arguments: { action: "quote", ...parcel },
  });
  const service = quoted !== null && "quotes" in quoted ? quoted.quotes?.[0]?.service_id : undefined;
  if (service === undefined) throw new Error("No carrier quoted.");
  await session.execute({
    name: "codespar_ship",
    arguments: {
      action: "label",
      ...parcel,
      service_id: service,
      recipient: { ...customer, address: "Rua da Quitanda, 86" },
    },
  });
  await session.execute({
    name: "codespar_notify",
    arguments: { channel: "whatsapp", to: customer.phone, message: "Olá, Ana! Seu café sai hoje." },
  });
  await session.execute({
    name: "codespar_pay",
    arguments: { method: "pix", amount: 5000, currency: "BRL", description: "Café" },
  });
  const careful = await codespar.sessions.create({
    preset: "brazilian",
    user_id: "agent",
    metadata: { tenant_id: "loja-2" },
    policy: { require_approval: { above: { BRL: 100_000 } } },
  });
  const large = { method: "pix", amount: 250_000, currency: "BRL", description: "Pedido grande" } as const;
  await careful.execute({ name: "codespar_pay", arguments: large }).catch(() => {});
  sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
  await session
    .execute({
      name: "codespar_pay",
      arguments: { method: "pix", amount: 9990, currency: "BRL", provider: "asaas" },
    })
    .catch(() => {});
  sandbox.faults.set("asaas", { forget: true });
  await codespar.triggers.create({ name: "Loja", event: "*", webhook_url: "http://127.0.0.1:9/hook" });
  await codespar.connections.create({
    server_id: "asaas",
    tenant_id: "loja-1",
    credentials: { api_key: "$aact_hmlg_000000000001" },
  });
}
