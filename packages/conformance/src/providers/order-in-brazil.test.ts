import { afterEach, expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { liveWorld } from "./live-world.ts";

let worlds: Awaited<ReturnType<typeof liveWorld>>[] = [];
afterEach(async () => {
  await Promise.all(worlds.map((world) => world.close()));
  worlds = [];
});

async function open(server: string) {
  const world = await liveWorld(server);
  worlds.push(world);
  return world;
}

type World = Awaited<ReturnType<typeof liveWorld>>;

async function execute(
  world: World,
  server: string,
  call: Parameters<Awaited<ReturnType<World["client"]["sessions"]["create"]>>["execute"]>[0],
) {
  // a session of its own each time: days may lie between
  const session = await world.client.sessions.create({ servers: [server] });
  const result = await session.execute(call);
  if (!result.success) throw new Error(`${server}: ${result.error.message}`);
  return { id: result.tool_call_id, data: { ...Object(result.data) } };
}

async function eventTypes(world: World) {
  const { data } = await world.client.events.list();
  return data
    .map(({ type }) => type)
    .filter((type) => !type.startsWith("tool_call."))
    .toReversed();
}

const customer = {
  name: "Maria Souza",
  document: "111.444.777-35",
  email: "maria@example.com",
  phone: "+5521987654321",
  address: {
    street: "Rua da Assembleia",
    number: "10",
    district: "Centro",
    city: "Rio de Janeiro",
    state: "RJ",
    postal_code: "20011-901",
  },
} as const;

it("an order is paid at Asaas, invoiced at Focus NFe, sent by Melhor Envio and announced by WhatsApp, all over sockets", async () => {
  const asaas = await open("asaas");
  const paid = await execute(asaas, "asaas", {
    name: "codespar_pay",
    arguments: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer },
  });
  await asaas.advance("3m");
  expect(await eventTypes(asaas)).toEqual(["payment.confirmed"]);
  expect(paid.data.status).toBe("pending");

  const focus = await open("focus-nfe");
  await focus.client.fiscalProfiles.create({ brazil });
  const issued = await execute(focus, "focus-nfe", {
    name: "codespar_invoice",
    arguments: {
      type: "nfe",
      customer,
      items: [{ description: "Cafeteira", quantity: 1, unit_amount: 15_990, code: "85167100" }],
    },
  });
  expect(issued.data).toMatchObject({ status: "processing" });
  await focus.advance("5m");
  expect(await eventTypes(focus)).toEqual(["invoice.authorized"]);
  const invoice_id = String(issued.data.invoice_id);
  const read = await execute(focus, "focus-nfe", {
    name: "codespar_invoice",
    arguments: { action: "get", invoice_id },
  });
  expect(read.data).toMatchObject({ status: "authorized", access_key: expect.stringMatching(/^\d{44}$/) });

  const melhorEnvio = await open("melhor-envio");
  const route = {
    origin: { postal_code: "01310-100", country: "BR" },
    destination: { postal_code: "20011-901", country: "BR" },
    packages: [{ weight_g: 750, length_cm: 20, width_cm: 15, height_cm: 10 }],
  } as const;
  const quoted = await execute(melhorEnvio, "melhor-envio", {
    name: "codespar_ship",
    arguments: { action: "quote", ...route },
  });
  const bought = await execute(melhorEnvio, "melhor-envio", {
    name: "codespar_ship",
    arguments: {
      action: "label",
      ...route,
      recipient: { name: customer.name, document: customer.document, phone: customer.phone },
      service_id: String(quoted.data.quotes[0].service_id),
    },
  });
  await melhorEnvio.advance("20d");
  expect(await eventTypes(melhorEnvio)).toEqual([
    "shipment.created",
    "shipment.in_transit",
    "shipment.delivered",
  ]);

  const whatsapp = await open("whatsapp-cloud");
  await execute(whatsapp, "whatsapp-cloud", {
    name: "codespar_notify",
    arguments: {
      channel: "whatsapp",
      to: customer.phone,
      message: `Seu pedido saiu: ${String(bought.data.tracking_code)}`,
    },
  });
  await whatsapp.advance("2m");
  expect(await eventTypes(whatsapp)).toEqual(["message.sent", "message.delivered", "message.read"]);
  for (const { errors } of worlds) expect(errors).toEqual([]);
});

it("an NF-e whose response was lost is found by its ref, and issued once", async () => {
  const focus = await open("focus-nfe");
  await focus.client.fiscalProfiles.create({ brazil });
  focus.sandbox.faults.set("focus-nfe", { commitThenTimeout: true, tool: "focus_nfe_create_nfe" });
  const issued = await execute(focus, "focus-nfe", {
    name: "codespar_invoice",
    arguments: {
      type: "nfe",
      customer,
      items: [{ description: "Cafeteira", quantity: 1, unit_amount: 15_990, code: "85167100" }],
    },
  });
  expect(issued.data.invoice_id).toBe(`nfe-${issued.id}`);
  expect(focus.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
});

it("an NF-e by Nuvem Fiscal is issued, read, corrected and cancelled, and found by its reference when a response is lost", async () => {
  const nuvem = await open("nuvem-fiscal");
  await nuvem.client.fiscalProfiles.create({ brazil });
  const sale = {
    type: "nfe",
    customer,
    items: [{ description: "Cafeteira", quantity: 1, unit_amount: 15_990, code: "85167100" }],
  } as const;
  const issued = await execute(nuvem, "nuvem-fiscal", { name: "codespar_invoice", arguments: sale });
  expect(issued.data).toMatchObject({ status: "authorized", amount: 15_990 });
  const invoice_id = String(issued.data.invoice_id);
  const act = (args: { action: "get" } | { action: "cancel" | "correct"; reason: string }) =>
    execute(nuvem, "nuvem-fiscal", { name: "codespar_invoice", arguments: { ...args, invoice_id } });
  expect((await act({ action: "get" })).data).toMatchObject({ access_key: issued.data.access_key });
  await act({ action: "correct", reason: "O peso correto é de 2 kg." });
  nuvem.sandbox.faults.set("nuvem-fiscal", {
    commitThenTimeout: true,
    times: 1,
    tool: "nuvem_fiscal_cancel_nfe",
  });
  const cancelled = await act({ action: "cancel", reason: "Pedido desfeito pelo cliente." });
  expect(cancelled.data).toMatchObject({ status: "cancelled" });

  nuvem.sandbox.faults.set("nuvem-fiscal", {
    commitThenTimeout: true,
    times: 1,
    tool: "nuvem_fiscal_create_nfe",
  });
  const found = await execute(nuvem, "nuvem-fiscal", { name: "codespar_invoice", arguments: sale });
  expect(found.data).toMatchObject({ status: "authorized", amount: 15_990 });
  const effects = nuvem.sandbox.calls.filter(({ effect }) => effect).map(({ tool }) => tool);
  expect(effects).toEqual([
    "nuvem_fiscal_create_nfe",
    "nuvem_fiscal_create_correction_letter",
    "nuvem_fiscal_cancel_nfe",
    "nuvem_fiscal_create_nfe",
  ]);
});
