import type { JsonObject } from "@codespar/contract";
import { formatSpacedTimestamp, randomNumberText, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import type { Parcel } from "../engines/shipping/quote-services.ts";
import { brazilServices } from "../engines/shipping/services-brazil.ts";
import type { Shipment } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { jadlogTools } from "./tools.ts";

const services = [brazilServices.package, brazilServices.com];

const statuses = {
  created: "EMISSAO",
  posted: "ENTRADA",
  in_transit: "TRANSFERENCIA",
  out_for_delivery: "EM ROTA",
  delivered: "ENTREGUE",
  returned: "DEVOLVIDO",
  cancelled: "CANCELADO",
} as const;

/**
 * Jadlog Embarcador: kilograms as charged (the shipper works out the cubic weight), reais as numbers, local times.
 * `codigo` names the order, `shipmentId` is what is tracked.
 */
export const jadlogSimulation = defineSimulation({
  id: "jadlog",
  tools: jadlogTools,
  handlers: {
    jadlog_calculate_shipping: (args, context) => ({
      frete: objectsAt(args, "frete").map((line): JsonObject => {
        const route = priceRoute(
          services.filter(({ code }) => code === textAt(line, "modalidade")),
          {
            country: "BR",
            from: textAt(line, "cepori") ?? "",
            to: textAt(line, "cepdes") ?? "",
            parcels: [chargedParcel(numberAt(line, "peso"), numberAt(line, "vldeclarado"))],
          },
          context.now,
        );
        if (route instanceof Refusal) return { ...line, error: { id: 1, descricao: route.message } };
        const [quote] = route.quotes;
        if (quote === undefined) return { ...line, error: { id: 2, descricao: "Modalidade não atende." } };
        return { ...line, prazo: quote.days, vltotal: toMajorUnits(quote.amount, "BRL") };
      }),
    }),
    jadlog_create_shipment: create,
    jadlog_track_shipment: (args, context) => ({
      consulta: objectsAt(args, "consulta").map((query): JsonObject => {
        const shipment = requireShipment(
          context,
          textAt(query, "codigo") ?? textAt(query, "shipmentId"),
          "BR",
        );
        if (shipment instanceof Refusal) return { ...query, error: { id: 3, descricao: shipment.message } };
        return {
          codigo: shipment.id,
          tracking: trackingJson(shipment),
          previsaoEntrega: shipment.deliveryDate,
        };
      }),
    }),
    jadlog_cancel_shipment(args, context) {
      const shipment = cancelByCode(context, textAt(args, "codigo") ?? textAt(args, "shipmentId"), "BR");
      if (shipment instanceof Refusal) return shipment;
      return { codigo: shipment.id, status: "Cancelamento de pedido efetuado com sucesso." };
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "modalidade"),
    consignment: {
      country: "BR",
      from: textAt(args, "rem.cep") ?? "",
      to: textAt(args, "des.cep") ?? "",
      parcels: [chargedParcel(numberAt(args, "totPeso"), amountAt(args, "totValor", "BRL"))],
    },
    recipient: { name: textAt(args, "des.nome"), document: textAt(args, "des.cnpjCpf") },
    id: randomNumberText(context.random, 9),
    number: randomNumberText(context.random, 14),
  });
  if (shipment instanceof Refusal) return shipment;
  return { codigo: shipment.id, shipmentId: shipment.number, status: "Solicitação inserida com sucesso." };
}

/** Sizes are in the weight already. */
function chargedParcel(kilos = 0, declaredValue = 0): Parcel {
  return {
    weightG: Math.round(kilos * 1000),
    lengthCm: 1,
    widthCm: 1,
    heightCm: 1,
    declaredValue,
  };
}

function trackingJson(shipment: Shipment): JsonObject {
  return {
    codigo: shipment.id,
    shipmentId: shipment.number,
    dtEmissao: localTime(shipment.createdAt),
    valor: toMajorUnits(shipment.amount, "BRL"),
    status: statuses[shipment.status],
    eventos: shipment.events.map(({ status, at, place }) => ({
      data: localTime(at),
      status: statuses[status],
      unidade: place ?? "",
    })),
  };
}

function localTime(at: number): string {
  return formatSpacedTimestamp(at, SAO_PAULO);
}
