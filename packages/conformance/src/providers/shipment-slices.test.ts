import type { ShipArguments } from "@codespar/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

const packages = [{ weight_g: 750, length_cm: 20, width_cm: 15, height_cm: 10 }];
const brazil = {
  origin: { postal_code: "01310-100", country: "BR" },
  destination: { postal_code: "20040-002", country: "BR" },
  packages,
} as const;
const recipient = {
  name: "Maria Souza",
  document: "111.444.777-35",
  phone: "+5521987654321",
  address: "Rua A, 10",
};

const mexico = {
  origin: { postal_code: "06600", country: "MX", state: "CDMX", city: "Cuauhtémoc", district: "Juárez" },
  destination: { postal_code: "97000", country: "MX", state: "Yucatán", city: "Mérida", district: "Centro" },
  packages,
} as const;
const mexican = {
  name: "Luisa Hernández",
  email: "luisa@example.com",
  phone: "+5219991234567",
  address: "Calle 60 491",
};

const chile = {
  origin: { postal_code: "8320000", country: "CL", city: "Santiago" },
  destination: { postal_code: "6200000", country: "CL", city: "Punta Arenas" },
  packages,
} as const;
const chilean = {
  name: "Ana Rojas",
  email: "ana@example.com",
  phone: "+56961234567",
  address: "Avenida Colón 741",
};

/** By provider: its route, who receives, the native tool that pays, and whether a purchase can be found again. */
const slices = [
  ["melhor-envio", brazil, recipient, "melhor_envio_checkout_cart", true],
  ["skydropx", mexico, mexican, "skydropx_create_shipment", false],
] as const;

async function ship(server: string, args: ShipArguments) {
  // a session of its own each time: days may lie between
  const session = await world.client.sessions.create({ servers: [server] });
  const result = await session.execute({ name: "codespar_ship", arguments: args });
  if (!result.success) throw new Error(result.error.message);
  const data: Record<string, unknown> & { quotes?: { service_id: string; amount: number }[] | undefined } = {
    ...result.data,
  };
  return { tool_call_id: result.tool_call_id, data };
}

async function shipmentEvents() {
  const { data } = await world.client.events.list();
  return data
    .filter(({ type }) => type.startsWith("shipment."))
    .map(({ type, tool_call_id }) => [type, tool_call_id])
    .toReversed();
}

describe.each(slices)("%s, every arrow over a socket", (server, route, recipient, purchase, isFound) => {
  it("a parcel is priced, bought, tracked and told of until it is delivered", async () => {
    world = await liveWorld(server);
    const quoted = await ship(server, { action: "quote", ...route });
    const [quote] = quoted.data.quotes ?? [];
    const service_id = quote?.service_id ?? "";
    const bought = await ship(server, { action: "label", ...route, recipient, service_id });
    expect(bought.data).toMatchObject({ status: "created", label_url: expect.stringMatching(/^http/) });
    await world.advance("20d");
    expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
    const { tool_call_id } = bought;
    expect(await shipmentEvents()).toEqual([
      ["shipment.created", tool_call_id],
      ["shipment.in_transit", tool_call_id],
      ["shipment.delivered", tool_call_id],
    ]);
    const shipment_id = String(bought.data.shipment_id);
    const tracked = await ship(server, { action: "track", shipment_id });
    expect(tracked.data).toMatchObject({ shipment_id, status: "delivered" });
    const byCode = await ship(server, { action: "track", tracking_code: String(tracked.data.tracking_code) });
    expect(byCode.data).toMatchObject({ shipment_id, status: "delivered" });
    expect(world.errors).toEqual([]);
  });

  it("a label is bought once when the response is lost, and is found or honestly unknown", async () => {
    world = await liveWorld(server, { providerTimeoutMs: 500 });
    const quoted = await ship(server, { action: "quote", ...route });
    const [quote] = quoted.data.quotes ?? [];
    world.sandbox.faults.set(server, { commitThenTimeout: true, tool: purchase });
    const bought = ship(server, {
      action: "label",
      ...route,
      recipient,
      service_id: quote?.service_id ?? "",
    });
    if (isFound) expect((await bought).data).toMatchObject({ status: "created" });
    else await expect(bought).rejects.toMatchObject({ code: "outcome_unknown" });
    const purchases = world.sandbox.calls.filter(({ tool, effect }) => effect && tool === purchase);
    expect(purchases).toHaveLength(1);
  });

  it("a label that was not used is cancelled", async () => {
    world = await liveWorld(server);
    const quoted = await ship(server, { action: "quote", ...route });
    const [quote] = quoted.data.quotes ?? [];
    const bought = await ship(server, {
      action: "label",
      ...route,
      recipient,
      service_id: quote?.service_id ?? "",
    });
    const shipment_id = String(bought.data.shipment_id);
    expect((await ship(server, { action: "cancel", shipment_id })).data).toMatchObject({
      status: "cancelled",
    });
  });
});

/** By provider that sends no webhooks: its route, who receives, the native tool that makes a shipment, and what of it is found again. */
const polled = [
  ["dhl", mexico, mexican, "dhl_create_shipment", "shipment"],
  ["chilexpress", chile, chilean, "chilexpress_create_transport_order", "shipment"],
  ["jadlog", brazil, recipient, "jadlog_create_shipment", "nothing"],
] as const;

describe.each(polled)(
  "%s, polled, every arrow over a socket",
  (server, route, recipient, purchase, found) => {
    it("a parcel is priced, bought and tracked until it is delivered", async () => {
      world = await liveWorld(server);
      const [quote] = (await ship(server, { action: "quote", ...route })).data.quotes ?? [];
      const service_id = quote?.service_id ?? "";
      const bought = await ship(server, { action: "label", ...route, recipient, service_id });
      expect(bought.data).toMatchObject({
        status: "created",
        amount: expect.any(Number),
      });
      // Jadlog's labels are printed in its portal
      if (server === "jadlog") expect(bought.data.label_url).toBeUndefined();
      else
        expect(bought.data.label_url).toMatch(
          /^data:(?:application\/pdf;base64,JVBERi0|image\/jpeg;base64,\/9j)/,
        );
      const shipment_id = String(bought.data.shipment_id);
      expect((await ship(server, { action: "track", shipment_id })).data).toMatchObject({
        status: "created",
      });
      await world.advance("20d");
      expect((await ship(server, { action: "track", shipment_id })).data).toMatchObject({
        shipment_id,
        status: "delivered",
      });
      expect(world.errors).toEqual([]);
    });

    it("a shipment is made once when the response is lost, and is found or honestly unknown", async () => {
      world = await liveWorld(server, { providerTimeoutMs: 500 });
      const [quote] = (await ship(server, { action: "quote", ...route })).data.quotes ?? [];
      world.sandbox.faults.set(server, { commitThenTimeout: true, tool: purchase });
      const service_id = quote?.service_id ?? "";
      const bought = ship(server, { action: "label", ...route, recipient, service_id });
      if (found === "shipment") {
        const { data } = await bought;
        expect(data).toMatchObject({ status: "created", amount: quote?.amount });
        // its label came with the response that was lost
        expect(data.label_url).toBeUndefined();
      } else await expect(bought).rejects.toMatchObject({ code: "outcome_unknown" });
      const purchases = world.sandbox.calls.filter(({ tool, effect }) => effect && tool === purchase);
      expect(purchases).toHaveLength(1);
    });
  },
);

it("Frenet compares carriers and follows a parcel over a socket, and sells nothing", async () => {
  world = await liveWorld("frenet");
  const { data } = await ship("frenet", { action: "quote", ...brazil });
  expect(data.quotes).toContainEqual(
    expect.objectContaining({ service_id: "frenet:03298", carrier: "Correios", currency: "BRL" }),
  );
  const tracked = await ship("frenet", {
    action: "track",
    tracking_code: "AA123456785BR",
    provider: "frenet",
  });
  expect(tracked.data).toMatchObject({ tracking_code: "AA123456785BR", status: "in_transit" });
  const label = ship("frenet", { action: "label", ...brazil, recipient, service_id: "frenet:03298" });
  await expect(label).rejects.toThrow("cannot do labels of its quotes");
  expect(world.sandbox.calls.filter(({ effect }) => effect)).toEqual([]);
  expect(world.errors).toEqual([]);
});
