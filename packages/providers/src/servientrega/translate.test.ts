import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { servientregaTools } from "./tools.ts";
import { servientregaTranslator } from "./translate.ts";

const { ship } = servientregaTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("CO") };
const label: ShipInput = { action: "label", ...fullestConsignment("CO"), service_id: "servientrega:2" };
const rate = { IdProducto: 2, NomProducto: "Mercancía Premier", ValorTotal: 18_500, TiempoEntregaDias: 2 };
const guide = { NumGui: "2100000001", UrlGuia: "https://servientrega.example/guia", ValorTotal: 18_500 };

describe("what leaves for Servientrega (provider-wire.md, servientrega: kilograms, centimetres, pesos; its own names, by its Sim line)", () => {
  it("one piece for a quote", async () => {
    expect(await nativeCallsOf(ship, quote)).toEqual([
      {
        kind: "read",
        tool: "servientrega_get_rates",
        arguments: {
          CodigoPostalOrigen: "110111",
          CodigoPostalDestino: "050001",
          Piezas: [{ Peso: 0.75, Largo: 20, Ancho: 15, Alto: 10 }],
          ValorDeclarado: 0,
        },
      },
    ]);
  });

  it("a guide of two pieces", async () => {
    expect(await nativeCallsOf(ship, label)).toEqual([
      {
        kind: "effect",
        tool: "servientrega_create_guide",
        arguments: {
          IdProducto: 2,
          CodigoPostalOrigen: "110111",
          CodigoPostalDestino: "050001",
          Piezas: [
            { Peso: 0.75, Largo: 20, Ancho: 15, Alto: 10 },
            { Peso: 1.2505, Largo: 30, Ancho: 10, Alto: 5 },
          ],
          ValorDeclarado: 129.9,
          Nom_Contacto: "Maria Exemplo",
          Des_Direccion: "Rua A, 10",
          Des_Telefono: "+5521987654321",
          Num_Documento: "52998224725",
          Des_CiudadDestino: "Medellín",
          Num_Referencia: "tc_1",
        },
      },
    ]);
  });

  it.each<[ShipInput, string, string]>([
    [{ action: "track", tracking_code: "21" }, "read", "servientrega_track_guide"],
    [{ action: "track", shipment_id: "21" }, "read", "servientrega_track_guide"],
    [{ action: "cancel", shipment_id: "21" }, "effect", "servientrega_cancel_guide"],
  ])("%j", async (input, kind, tool) => {
    expect(await nativeCallsOf(ship, input)).toEqual([{ kind, tool, arguments: { NumGui: "21" } }]);
  });

  it("nothing for a product that is no number", async () => {
    const strange = nativeCallsOf(ship, { ...label, service_id: "servientrega:premier" });
    await expect(strange).rejects.toMatchObject({ code: "invalid_arguments" });
  });

  it("obeys Servientrega's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["CO"], ["servientrega:2", "servientrega:x"]);
    await expectNativeOrRefusal(ship, inputs, servientregaTools);
  });
});

describe("what Servientrega returns (provider-wire.md, servientrega)", () => {
  const quoting = (...Tarifas: JsonObject[]) =>
    translateWith({ servientrega_get_rates: { Tarifas } }).translate(ship, quote);

  it("is a quote in centavos", async () => {
    expect(await quoting(rate)).toEqual({
      quotes: [
        {
          service_id: "servientrega:2",
          carrier: "Servientrega",
          service: "Mercancía Premier",
          amount: 1_850_000,
          currency: "COP",
          delivery_days: 2,
          delivery_date: "2026-11-24",
        },
      ],
    });
    await expect(quoting()).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each(["IdProducto", "NomProducto", "ValorTotal", "TiempoEntregaDias"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(rate, field))).rejects.toThrow(field);
    },
  );

  it("is a label, whose number is everything", async () => {
    const { translate } = translateWith({ servientrega_create_guide: guide });
    expect(await translate(ship, label)).toEqual({
      shipment_id: "2100000001",
      tracking_code: "2100000001",
      label_url: "https://servientrega.example/guia",
      carrier: "Servientrega",
      amount: 1_850_000,
      currency: "COP",
      status: "created",
    });
  });

  it.each(["NumGui", "UrlGuia", "ValorTotal"])("is no label without %s", async (field) => {
    const { translate } = translateWith({ servientrega_create_guide: without(guide, field) });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  it.each([
    ["GUIA GENERADA", "created"],
    ["RECIBIDO DEL CLIENTE", "posted"],
    ["EN TRANSPORTE", "in_transit"],
    ["EN ZONA DE DISTRIBUCION", "out_for_delivery"],
    ["ENTREGADO", "delivered"],
    ["DEVUELTO AL REMITENTE", "returned"],
    ["ANULADA", "cancelled"],
    ["UN ESTADO DE MANANA", "in_transit"],
  ])("%s is %s, at a time of Bogotá", async (NomMov, status) => {
    const Mov = [{ NomMov, FecMov: "24/11/2026 14:00", OriMov: "Medellín" }];
    const { translate } = translateWith({ servientrega_track_guide: { NumGui: "21", Mov } });
    expect(await translate(ship, { action: "track", shipment_id: "21" })).toEqual({
      shipment_id: "21",
      tracking_code: "21",
      status,
      events: [{ status, description: NomMov, occurred_at: "2026-11-24T19:00:00Z", location: "Medellín" }],
    });
  });

  it("is a cancellation of the guide", async () => {
    const { translate } = translateWith({ servientrega_cancel_guide: { NumGui: "21" } });
    expect(await translate(ship, { action: "cancel", shipment_id: "21" })).toEqual({
      shipment_id: "21",
      status: "cancelled",
    });
  });
});
