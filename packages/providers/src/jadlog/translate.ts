import type { NativeCalls, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, ShipAddress, ShipInput, ShipmentStatus } from "@codespar/contract";
import { bankDateAfter, digitsOnly, formatMajorUnits, toMajorUnits } from "@codespar/formats";
import { numberAt, objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, numericServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import {
  serviceNotAvailable,
  shipActions,
  shipmentNotFound,
  shipmentReference,
} from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Modalities with the cubic centimetres that Jadlog counts as a kilogram: road 300 kg/m³, air 167. */
const modalities = [
  { code: 3, name: ".Package", cubicDivisor: 3333 },
  { code: 9, name: ".Com", cubicDivisor: 6000 },
] as const;

/** Kilograms as charged and reais. Jadlog leaves the cubic weight to the shipper. */
export const jadlogTranslator: Translator = {
  server: "jadlog",
  ship: shipActions("Jadlog", {
    async quote(input, native, { now }) {
      const lines = await priceLines(
        modalities.map(({ code }) => code),
        toConsignment(input),
        native,
      );
      const quotes = lines.flatMap((line) => {
        const price = numberAt(line, "vltotal");
        const days = numberAt(line, "prazo");
        const code = requiredNumber(line, "modalidade");
        if (price === undefined || days === undefined) return [];
        return [
          {
            service_id: `jadlog:${code}`,
            carrier: "Jadlog",
            service: modalities.find((each) => each.code === code)?.name ?? String(code),
            amount: parsePrice(price, "BRL"),
            currency: "BRL" as const,
            delivery_days: days,
            delivery_date: bankDateAfter(now, days, "BR"),
          },
        ];
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { origin, destination, packages, recipient, declaredValue } = consignment;
      const code = numericServiceCode(input);
      const [line] = await priceLines([code], consignment, native);
      const price = numberAt(line, "vltotal");
      if (price === undefined) throw serviceNotAvailable("Jadlog", String(code));
      const order = await native.effect("jadlog_create_shipment", {
        conteudo: "PRODUTOS",
        pedido: [operationId],
        totPeso: chargedKilos(consignment, code),
        totValor: toMajorUnits(declaredValue, "BRL"),
        obs: "",
        modalidade: code,
        rem: readParty(origin),
        des: {
          ...readParty(destination),
          ...omitUndefined({
            nome: recipient.name,
            cnpjCpf: recipient.document,
            cel: recipient.phone,
            email: recipient.email,
            endereco: recipient.address,
            contato: recipient.name,
          }),
        },
        // whoever sends without a nota fiscal declares what is in the parcel
        dfe: [
          {
            cfop: "6909",
            nrDoc: "DECLARACAO",
            tpDocumento: "0",
            valor: formatMajorUnits(declaredValue, "BRL"),
          },
        ],
        volume: packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
          peso: weight_g / 1000,
          comprimento: length_cm,
          largura: width_cm,
          altura: height_cm,
        })),
      });
      refuseError(order);
      const id = requiredText(order, "codigo");
      return {
        shipment_id: id,
        tracking_code: requiredText(order, "shipmentId"),
        // labels are printed in Jadlog's portal: no call gives one
        carrier: "Jadlog",
        amount: parsePrice(price, "BRL"),
        currency: "BRL",
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("jadlog_track_shipment", { consulta: [readOrder(input)] });
      const tracking = valueAt(response, "consulta.0.tracking");
      if (tracking === undefined) throw shipmentNotFound(shipmentReference(input));
      const events = objectsAt(tracking, "eventos").map((event) => {
        const status = requiredText(event, "status");
        return shipEvent(
          toStatus(status),
          status,
          occurredAt(requiredText(event, "data"), "BR"),
          textAt(event, "unidade"),
        );
      });
      return {
        shipment_id: requiredText(tracking, "codigo"),
        tracking_code: requiredText(tracking, "shipmentId"),
        status: latestStatus(events),
        events,
      };
    },

    async cancel(input, native) {
      const response = await native.effect("jadlog_cancel_shipment", readOrder(input));
      refuseError(response);
      return { shipment_id: requiredText(response, "codigo"), status: "cancelled" };
    },
  }),
};

/** Jadlog says no in a body of its own, with the HTTP status of a success. */
function refuseError(response: JsonObject): void {
  const error = valueAt(response, "erro") ?? valueAt(response, "error");
  if (error === undefined || error === null) return;
  const reason = textAt(error, "descricao") ?? "no reason given";
  throw new ProviderRefusal({
    code: "invalid_request",
    message: `Jadlog refused the call: ${reason.replace(/\.$/, "")}.`,
    providerCode: textAt(error, "id"),
  });
}

async function priceLines(
  codes: readonly number[],
  consignment: Consignment,
  native: NativeCalls,
): Promise<JsonObject[]> {
  const { origin, destination, declaredValue } = consignment;
  const response = await native.read("jadlog_calculate_shipping", {
    frete: codes.map((modalidade) => ({
      cepori: digits(origin),
      cepdes: digits(destination),
      peso: chargedKilos(consignment, modalidade),
      modalidade,
      vldeclarado: toMajorUnits(declaredValue, "BRL"),
    })),
  });
  return objectsAt(response, "frete");
}

/** The greater of real and cubic weight of each parcel, summed. */
function chargedKilos({ packages }: Consignment, code: number): number {
  const divisor = modalities.find((each) => each.code === code)?.cubicDivisor ?? 6000;
  const grams = packages.reduce((sum, { weight_g, length_cm, width_cm, height_cm }) => {
    const cubic = Math.ceil((length_cm * width_cm * height_cm * 1000) / divisor);
    return sum + Math.max(Math.ceil(weight_g), cubic);
  }, 0);
  // nothing weighs less than 100 g
  return Math.max(grams, 100) / 1000;
}

function readOrder(input: ShipInput): JsonObject {
  const reference = shipmentReference(input);
  return input.tracking_code === undefined ? { codigo: reference } : { shipmentId: reference };
}

function readParty(address: ShipAddress): JsonObject {
  return { cep: digits(address), ...omitUndefined({ cidade: address.city, uf: address.state }) };
}

function digits({ postal_code }: ShipAddress): string {
  return digitsOnly(postal_code);
}

function toStatus(native: string): ShipmentStatus {
  switch (native) {
    case "EMISSAO":
      return "created";
    case "ENTRADA":
      return "posted";
    case "EM ROTA":
      return "out_for_delivery";
    case "ENTREGUE":
      return "delivered";
    case "DEVOLVIDO":
      return "returned";
    case "CANCELADO":
      return "cancelled";
    default:
      return "in_transit";
  }
}
