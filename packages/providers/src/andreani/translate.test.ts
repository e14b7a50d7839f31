import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { andreaniTools } from "./tools.ts";
import { andreaniTranslator } from "./translate.ts";

const { ship } = andreaniTranslator;
const numeroDeEnvio = "360000012345670";
const quote: ShipInput = { action: "quote", ...smallestConsignment("AR") };
const label: ShipInput = { action: "label", ...fullestConsignment("AR"), service_id: "andreani:300006611" };
const tarifaConIva = { seguroDistribucion: "12.10", distribucion: "1222.46", total: "1234.56" };
const rate = {
  contrato: "300006611",
  servicio: "Estándar a domicilio",
  plazoEntregaDiasHabiles: 4,
  tarifaConIva,
};
const bought = {
  andreani_create_shipment: { numeroDeEnvio, estado: "Pendiente", tarifaConIva },
  andreani_create_label: { linking: [{ meta: "Etiqueta", contenido: "https://andreani.example/label" }] },
};
const bultos = [
  { kilos: 0.75, largoCm: 20, anchoCm: 15, altoCm: 10, valorDeclarado: 129.9 },
  { kilos: 1.2505, largoCm: 30, anchoCm: 10, altoCm: 5, valorDeclarado: 0 },
];

describe("what leaves for Andreani (provider-wire.md, andreani: kilograms, centimetres, pesos)", () => {
  it.each<[string, ShipInput, object[]]>([
    ["one parcel", quote, [{ kilos: 0.75, largoCm: 20, anchoCm: 15, altoCm: 10, valorDeclarado: 0 }]],
    ["two parcels", { action: "quote", ...fullestConsignment("AR") }, bultos],
  ])("%s", async (_name, input, parcels) => {
    expect(await nativeCallsOf(ship, input)).toEqual([
      {
        kind: "read",
        tool: "andreani_get_rates",
        arguments: { cpOrigen: "1425", cpDestino: "9410", bultos: parcels },
      },
    ]);
  });

  it("an order under the contract's number, then its label", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "effect",
        tool: "andreani_create_shipment",
        arguments: {
          contrato: "300006611",
          idPedido: "tc_1",
          origen: { postal: { codigoPostal: "1425" } },
          destino: {
            postal: { codigoPostal: "9410", localidad: "Ushuaia", region: "V", calle: "Rua A, 10" },
          },
          destinatario: [
            {
              nombreCompleto: "Maria Exemplo",
              email: "maria@example.com",
              documentoNumero: "52998224725",
              telefono: "+5521987654321",
            },
          ],
          bultos,
        },
      },
      { kind: "read", tool: "andreani_create_label", arguments: { numeroDeEnvio } },
    ]);
  });

  it.each<[ShipInput, string, string]>([
    [{ action: "track", tracking_code: numeroDeEnvio }, "read", "andreani_track_shipment"],
    [{ action: "track", shipment_id: numeroDeEnvio }, "read", "andreani_track_shipment"],
    [{ action: "cancel", shipment_id: numeroDeEnvio }, "effect", "andreani_cancel_shipment"],
  ])("%j", async (input, kind, tool) => {
    expect(await nativeCallsOf(ship, input)).toEqual([{ kind, tool, arguments: { numeroDeEnvio } }]);
  });

  it("obeys Andreani's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(ship, arbitraryShip(["AR"], ["andreani:300006611"]), andreaniTools);
  });
});

describe("what Andreani returns (provider-wire.md, andreani: prices as text)", () => {
  const quoting = (...tarifas: JsonObject[]) =>
    translateWith({ andreani_get_rates: { tarifas } }).translate(ship, quote);

  it("is a quote with its tax", async () => {
    expect(await quoting(rate)).toEqual({
      quotes: [
        {
          service_id: "andreani:300006611",
          carrier: "Andreani",
          service: "Estándar a domicilio",
          amount: 123_456,
          currency: "ARS",
          delivery_days: 4,
          delivery_date: "2026-11-27",
        },
      ],
    });
    await expect(quoting()).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each(["contrato", "servicio", "plazoEntregaDiasHabiles", "tarifaConIva.total"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(rate, field))).rejects.toThrow(field);
    },
  );

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: numeroDeEnvio,
      tracking_code: numeroDeEnvio,
      label_url: "https://andreani.example/label",
      carrier: "Andreani",
      amount: 123_456,
      currency: "ARS",
      status: "created",
    });
  });

  it.each(["numeroDeEnvio", "tarifaConIva.total"])("is no label without %s", async (field) => {
    const made = without(bought.andreani_create_shipment, field);
    const { translate } = translateWith({ ...bought, andreani_create_shipment: made });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  it.each([
    ["Pendiente de ingreso", "created"],
    ["Ingreso al circuito operativo", "posted"],
    ["En viaje", "in_transit"],
    ["En distribución", "out_for_delivery"],
    ["Entregado", "delivered"],
    ["Devuelto", "returned"],
    ["Anulado", "cancelled"],
    ["Un estado de mañana", "in_transit"],
  ])("%s is %s, at a time of Buenos Aires", async (Estado, status) => {
    const eventos = [{ Fecha: "2026-11-24T16:00:00", Estado, EstadoId: 1, Sucursal: "Ushuaia" }];
    const { translate } = translateWith({ andreani_track_shipment: { numeroDeEnvio, eventos } });
    expect(await translate(ship, { action: "track", tracking_code: numeroDeEnvio })).toEqual({
      shipment_id: numeroDeEnvio,
      tracking_code: numeroDeEnvio,
      status,
      events: [{ status, description: Estado, occurred_at: "2026-11-24T19:00:00Z", location: "Ushuaia" }],
    });
  });
});
