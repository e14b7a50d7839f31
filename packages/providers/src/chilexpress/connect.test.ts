import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { chilexpressConnector } from "./connect.ts";

const credentials = {
  rating_key: "key-of-rates",
  coverage_key: "key-of-coverage",
  orders_key: "key-of-orders",
  customer_card: "18578680",
  marketplace_rut: "96756430",
  sender_name: "Tienda Ejemplo",
  sender_phone: "221234567",
  sender_email: "envios@example.com",
  return_county: "STGO",
  return_street: "Alameda",
  return_number: "100",
};
const reference = "tc_01hzy3x5k8m2n4p6q7r8s9t0vw";
const create = "chilexpress_create_transport_order";
const order: JsonObject = {
  header: { countyOfOriginCoverageCode: "STGO", labelType: 2 },
  details: [
    {
      addresses: [{ addressType: "DEST" }],
      contacts: [{ contactType: "D" }],
      packages: [{ deliveryReference: reference }],
    },
  ],
};

/** A provider that returns one response, and what it was sent. */
function connected(status: number, body: JsonObject) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status, headers: {}, text: JSON.stringify(body) };
    },
    chilexpressConnector,
    { environment: "live", clock: { now: () => 0 } },
  );
  const context = { account: "org_1", credentials, signal: new AbortController().signal };
  return {
    sent,
    execute: (tool: string, args: JsonObject) =>
      provider.execute({ ...context, operationId: reference, tool, arguments: args, emit: () => {} }),
    find: () =>
      provider.find(reference, {
        ...context,
        dispatched: {
          tool: create,
          arguments: order,
          dispatchedAt: 0,
          environment: "live",
          version: "chilexpress/1",
        },
      }),
  };
}

describe("a connection to Chilexpress", () => {
  it("shows the key of the product that it calls", async () => {
    const { sent, execute } = connected(200, { statusCode: 0 });
    await execute("chilexpress_get_rates", {});
    await execute("chilexpress_list_coverage_areas", { RegionCode: "99", type: "1" });
    await execute("chilexpress_track_shipment", { transportOrderNumber: "799", showTrackingEvents: 1 });
    expect(sent.map(({ url, headers }) => [url, headers["ocp-apim-subscription-key"]])).toEqual([
      ["https://services.wschilexpress.com/rating/api/v1.0/rates/courier", "key-of-rates"],
      [
        "https://services.wschilexpress.com/georeference/api/v1.0/coverage-areas?RegionCode=99&type=1",
        "key-of-coverage",
      ],
      ["https://services.wschilexpress.com/transport-orders/api/v1.0/tracking", "key-of-orders"],
    ]);
    expect(JSON.parse(sent[2]?.body ?? "")).toEqual({
      transportOrderNumber: "799",
      showTrackingEvents: 1,
      rut: 96756430,
    });
  });

  it("adds the card, the tax id, who sends and where returns go", async () => {
    const { sent, execute } = connected(200, { statusCode: 0, data: {} });
    await execute(create, order);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      header: {
        certificateNumber: 0,
        customerCardNumber: "18578680",
        marketplaceRut: 96756430,
        sellerRut: "DEFAULT",
        countyOfOriginCoverageCode: "STGO",
        labelType: 2,
      },
      details: [
        {
          addresses: [
            { addressType: "DEST" },
            {
              addressId: 0,
              countyCoverageCode: "STGO",
              streetName: "Alameda",
              streetNumber: "100",
              addressType: "DEV",
              deliveryOnCommercialOffice: false,
            },
          ],
          contacts: [
            { contactType: "D" },
            {
              name: "Tienda Ejemplo",
              phoneNumber: "221234567",
              mail: "envios@example.com",
              contactType: "R",
            },
          ],
          packages: [{ deliveryReference: reference }],
        },
      ],
    });
  });

  it("reads a no that comes as HTTP 200, and leaves what it does not know unknown", async () => {
    const refused = { statusCode: 99, data: { detail: [{ statusDescription: "Comuna sin cobertura" }] } };
    expect(await connected(200, refused).execute(create, order)).toMatchObject({
      ok: false,
      code: "invalid_request",
      message: "Comuna sin cobertura",
      providerCode: "99",
    });
    const refusedKey = { statusCode: 401, message: "Access denied" };
    expect(await connected(401, refusedKey).execute(create, order)).toMatchObject({
      code: "needs_connection",
    });
    for (const [status, body] of [
      [200, { statusCode: 7, statusDescription: "?" }],
      [500, {}],
    ] as const)
      await expect(connected(status, body).execute(create, order)).rejects.toThrow(create);
  });

  it("looks a lost order up by its reference, and takes no other's", async () => {
    const tracked = (of: string) => ({
      statusCode: 0,
      data: { transportOrderData: { transportOrderNumber: 799000000001, reference: of } },
    });
    const { sent, find } = connected(200, tracked(reference));
    expect(await find()).toMatchObject({
      status: "done",
      response: { ok: true, data: { data: { detail: [{ transportOrderNumber: "799000000001" }] } } },
    });
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ reference, showTrackingEvents: 1, rut: 96756430 });
    expect(await connected(200, tracked("ORDEN-1")).find()).toEqual({ status: "unknown" });
    expect(await connected(200, { statusCode: -1, statusDescription: "No existe" }).find()).toEqual({
      status: "unknown",
    });
  });
});
