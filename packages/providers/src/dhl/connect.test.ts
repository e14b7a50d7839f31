import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { dhlConnector } from "./connect.ts";

const credentials = {
  api_key: "key",
  api_secret: "secret",
  account_number: "980123456",
  sender_name: "Luisa Hernández",
  sender_company: "Tienda Ejemplo",
  sender_phone: "5512345678",
  sender_street: "Avenida Insurgentes 100",
  content_description: "Libros",
};
const reference = "tc_01hzy3x5k8m2n4p6q7r8s9t0vw";
const shipment: JsonObject = {
  productCode: "N",
  customerReferences: [{ typeCode: "CU", value: "order-77" }],
  customerDetails: { shipperDetails: { postalAddress: { postalCode: "06600" } }, receiverDetails: {} },
  content: { packages: [] },
};

/** A provider that gets one response after the other, and what it sent. */
function connected(...responses: { status: number; body: string }[]) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      const { status, body } = responses[sent.length - 1] ?? { status: 500, body: "" };
      return { status, headers: {}, text: body };
    },
    dhlConnector,
    { environment: "test", clock: { now: () => Date.UTC(2026, 11, 1, 12) } },
  );
  const context = { account: "org_1", credentials, signal: new AbortController().signal };
  const execute = (tool: string, args: JsonObject) =>
    provider.execute({ ...context, operationId: reference, tool, arguments: args, emit: () => {} });
  return { sent, execute, find: find(), provider };

  function find() {
    return () =>
      provider.find(reference, {
        ...context,
        dispatched: {
          tool: "dhl_create_shipment",
          arguments: shipment,
          dispatchedAt: Date.UTC(2026, 11, 1, 12),
          environment: "test",
          version: "dhl/1",
        },
      });
  }
}

describe("a connection to MyDHL API", () => {
  it("sends the account, who sends and our reference in front of the caller's, to the test path", async () => {
    const { sent, execute } = connected({ status: 201, body: '{"shipmentTrackingNumber":"1234567890"}' });
    expect(await execute("dhl_create_shipment", shipment)).toEqual({
      ok: true,
      data: { shipmentTrackingNumber: "1234567890" },
    });
    expect(sent).toMatchObject([
      {
        method: "POST",
        url: "https://express.api.dhl.com/mydhlapi/test/shipments",
        headers: { authorization: `Basic ${btoa("key:secret")}` },
      },
    ]);
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({
      accounts: [{ typeCode: "shipper", number: "980123456" }],
      customerReferences: [{ typeCode: "CU", value: `${reference}-order-77` }],
      customerDetails: {
        shipperDetails: {
          postalAddress: { postalCode: "06600", addressLine1: "Avenida Insurgentes 100" },
          contactInformation: {
            fullName: "Luisa Hernández",
            companyName: "Tienda Ejemplo",
            phone: "5512345678",
          },
        },
      },
      content: { packages: [], description: "Libros" },
    });
  });

  it("finds a lost shipment by its reference, among the days around it, and no other", async () => {
    const tracked = (value: string) => ({
      status: 200,
      body: JSON.stringify({
        shipments: [{ shipmentTrackingNumber: "1234567890", shipperReferences: [{ typeCode: "CU", value }] }],
      }),
    });
    const { sent, find } = connected(tracked(`${reference}-order-77`));
    expect(await find()).toEqual({
      status: "done",
      response: { ok: true, data: { shipmentTrackingNumber: "1234567890" } },
    });
    const { searchParams, pathname } = new URL(sent[0]?.url ?? "");
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      "/mydhlapi/test/tracking",
      {
        shipmentReference: `${reference}-order-77`,
        shipmentReferenceType: "CU",
        shipperAccountNumber: "980123456",
        dateRangeFrom: "2026-11-30",
        dateRangeTo: "2026-12-02",
      },
    ]);
    expect(await connected(tracked(`${reference}-order-78`)).find()).toEqual({ status: "unknown" });
    // what is not found yet may still come
    expect(await connected({ status: 404, body: '{"detail":"none"}' }).find()).toEqual({ status: "unknown" });
  });

  it("reads refusals in DHL's words, and leaves a 500 unknown", async () => {
    const body = JSON.stringify({ detail: "Multiple problems", additionalDetails: ["#/content: too heavy"] });
    expect(await connected({ status: 422, body }).execute("dhl_create_shipment", shipment)).toMatchObject({
      ok: false,
      code: "invalid_request",
      message: "Multiple problems #/content: too heavy",
    });
    expect(await connected({ status: 401, body }).execute("dhl_create_shipment", shipment)).toMatchObject({
      ok: false,
      code: "needs_connection",
    });
    await expect(connected({ status: 500, body }).execute("dhl_create_shipment", shipment)).rejects.toThrow(
      "dhl_create_shipment",
    );
  });

  it("cancels a collection, whose response has no body", async () => {
    const args = { dispatchConfirmationNumber: "PRG999126012345", requestorName: "Luisa", reason: "001" };
    const { sent, execute } = connected({ status: 200, body: "" });
    expect(await execute("dhl_cancel_pickup", args)).toEqual({ ok: true, data: args });
    expect(sent).toMatchObject([
      {
        method: "DELETE",
        url: "https://express.api.dhl.com/mydhlapi/test/pickups/PRG999126012345?requestorName=Luisa&reason=001",
      },
    ]);
  });

  it("makes no shipment while the connection does not say who sends", () => {
    expect(dhlConnector.needs?.("dhl_create_shipment")).toContain("content_description");
    expect(dhlConnector.needs?.("dhl_track_shipment")).toEqual([]);
  });
});
