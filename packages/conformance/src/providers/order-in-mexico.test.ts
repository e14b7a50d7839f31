import { afterEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let worlds: Awaited<ReturnType<typeof liveWorld>>[] = [];
afterEach(async () => {
  await Promise.all(worlds.map((world) => world.close()));
  worlds = [];
});

type World = Awaited<ReturnType<typeof liveWorld>>;
type Session = Awaited<ReturnType<World["client"]["sessions"]["create"]>>;

async function open(server: string) {
  const world = await liveWorld(server);
  worlds.push(world);
  async function execute(call: Parameters<Session["execute"]>[0]) {
    // a session of its own each time: days may lie between
    const session = await world.client.sessions.create({ servers: [server] });
    const result = await session.execute(call);
    if (!result.success) throw new Error(`${server}: ${result.error.message}`);
    return { ...Object(result.data) };
  }
  async function eventTypes() {
    const { data } = await world.client.events.list();
    return data.flatMap(({ type }) => (type.startsWith("tool_call.") ? [] : [type])).toReversed();
  }
  return { ...world, execute, eventTypes };
}

const customer = {
  name: "UNIVERSIDAD ROBOTICA ESPAÑOLA",
  document: "URE180429TM6",
  tax_regime: "601",
  email: "compras@example.com",
  phone: "+5215512345678",
  address: { postal_code: "86991" },
} as const;

it("an order is paid by SPEI at Conekta, invoiced at Facturapi, sent by Skydropx and announced by WhatsApp, all over sockets", async () => {
  const conekta = await open("conekta");
  const paid = await conekta.execute({
    name: "codespar_pay",
    arguments: { method: "spei", amount: 139_900, currency: "MXN", reference: "pedido-7", customer },
  });
  expect(paid).toMatchObject({ status: "pending", spei: { clabe: expect.stringMatching(/^\d{18}$/) } });
  await conekta.advance("3m");
  expect(await conekta.eventTypes()).toEqual(["payment.confirmed"]);

  const facturapi = await open("facturapi");
  await facturapi.client.fiscalProfiles.create({
    mexico: {
      tax_id: "EKU9003173C9",
      name: "ESCUELA KEMPER URGATE",
      tax_regime: "601",
      postal_code: "42501",
      products: [{ codes: ["*"], product_key: "52141501" }],
    },
  });
  const invoiced = await facturapi.execute({
    name: "codespar_invoice",
    arguments: {
      type: "cfdi",
      customer,
      items: [{ description: "Cafetera", quantity: 1, unit_amount: 139_900 }],
      payment_form: "03",
    },
  });
  expect(invoiced).toMatchObject({ status: "authorized", uuid: expect.any(String), amount: 139_900 });
  await facturapi.advance("1m");
  expect(await facturapi.eventTypes()).toEqual(["invoice.authorized"]);

  const skydropx = await open("skydropx");
  const route = {
    origin: { postal_code: "06600", country: "MX", state: "CDMX", city: "Cuauhtémoc", district: "Juárez" },
    destination: {
      postal_code: "86991",
      country: "MX",
      state: "Tabasco",
      city: "Emiliano Zapata",
      district: "Centro",
    },
    packages: [{ weight_g: 2_400, length_cm: 30, width_cm: 25, height_cm: 40, declared_value: 139_900 }],
  } as const;
  const quoted = await skydropx.execute({ name: "codespar_ship", arguments: { action: "quote", ...route } });
  const [cheapest] = quoted.quotes;
  const sent = await skydropx.execute({
    name: "codespar_ship",
    arguments: {
      action: "label",
      ...route,
      recipient: {
        name: "Luisa Hernández",
        email: "luisa@example.com",
        phone: customer.phone,
        address: "Calle Hidalgo 12",
      },
      service_id: String(cheapest.service_id),
    },
  });
  expect(sent).toMatchObject({ amount: cheapest.amount, currency: "MXN", status: "created" });
  await skydropx.advance("20d");
  expect(await skydropx.eventTypes()).toEqual([
    "shipment.created",
    "shipment.in_transit",
    "shipment.delivered",
  ]);

  const whatsapp = await open("whatsapp-cloud");
  await whatsapp.execute({
    name: "codespar_notify",
    arguments: {
      channel: "whatsapp",
      to: customer.phone,
      message: `Tu pedido va en camino: ${String(sent.tracking_code)}`,
    },
  });
  await whatsapp.advance("2m");
  expect(await whatsapp.eventTypes()).toEqual(["message.sent", "message.delivered", "message.read"]);
  for (const { errors } of worlds) expect(errors).toEqual([]);
});
