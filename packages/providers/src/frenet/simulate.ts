import type { JsonObject } from "@codespar/contract";
import { formatMajorUnits, formatSpacedTimestamp, isValidS10, SAO_PAULO } from "@codespar/formats";
import { priceRoute } from "../engines/shipping/carrier-operations.ts";
import type { CarrierService } from "../engines/shipping/carrier-service.ts";
import { locatePostalCode } from "../engines/shipping/locate-postal-code.ts";
import { brazilServices } from "../engines/shipping/services-brazil.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { frenetTools } from "./tools.ts";

/** Frenet compares carriers and sells no labels; its service codes are the carriers' own, with a prefix where they clash. */
const services: readonly CarrierService[] = [
  brazilServices.pac,
  brazilServices.sedex,
  { ...brazilServices.package, code: "JAD_3" },
  { ...brazilServices.com, code: "JAD_9" },
  { ...brazilServices.loggiExpress, code: "LOG_EXP" },
];

const carrierCodes: Readonly<Record<string, string>> = { Correios: "COR", Jadlog: "JAD", Loggi: "LOG" };

const hourMs = 3_600_000;

/** Parcels that one quote is made for; each unit of an item is one. */
const mostParcels = 1000;

/**
 * Frenet (docs.frenet.com.br): kilograms, centimetres, prices in reais as text. `ShippingSevicesArray` and
 * `ServiceDescrition` are the API's own spelling. Frenet follows parcels that others carry, so the sandbox knows every S10
 * code whose check digit is right: posted in São Paulo a day before, on its way since.
 */
export const frenetSimulation = defineSimulation({
  id: "frenet",
  tools: frenetTools,
  handlers: {
    frenet_calculate_shipping: quote,
    frenet_list_carriers: () => ({
      ShippingSeviceAvailableArray: services.map(({ code, name, carrier }) => ({
        ServiceCode: code,
        ServiceDescription: name,
        Carrier: carrier,
        CarrierCode: carrierCodes[carrier] ?? "",
      })),
    }),
    frenet_track_shipment: track,
    frenet_get_cep(args) {
      const place = locatePostalCode("BR", textAt(args, "cep") ?? "");
      if (place === undefined) return new Refusal("cep_not_found", "CEP não encontrado.", "404");
      return {
        CEP: place.postalCode,
        UF: place.state,
        City: place.city,
        District: "",
        Street: "",
        Message: "",
      };
    },
  },
});

function quote(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const declared = amountAt(args, "ShipmentInvoiceValue", "BRL") ?? 0;
  const items = objectsAt(args, "ShippingItemArray");
  const quantities = items.map((item) => numberAt(item, "Quantity") ?? 1);
  const total = quantities.reduce((sum, quantity) => sum + quantity, 0);
  if (quantities.some((quantity) => quantity < 1) || total > mostParcels) {
    return new Refusal("invalid_quantity", `Quantity deve ser de 1 a ${mostParcels} no total.`, "400");
  }
  const parcels = items.flatMap((item, index) =>
    Array.from({ length: quantities[index] ?? 1 }, () => ({
      weightG: Math.round((numberAt(item, "Weight") ?? 0) * 1000),
      lengthCm: numberAt(item, "Length") ?? 0,
      widthCm: numberAt(item, "Width") ?? 0,
      heightCm: numberAt(item, "Height") ?? 0,
      declaredValue: 0,
    })),
  );
  const wanted = textAt(args, "ShippingServiceCode") ?? "";
  const route = priceRoute(
    wanted === "" ? services : services.filter(({ code }) => code === wanted),
    {
      country: "BR",
      from: textAt(args, "SellerCEP") ?? "",
      to: textAt(args, "RecipientCEP") ?? "",
      parcels: parcels.map((parcel, index) => ({ ...parcel, declaredValue: index === 0 ? declared : 0 })),
    },
    context.now,
  );
  if (route instanceof Refusal) return route;
  const quoted = route.quotes.map(({ service, amount, days }): JsonObject => {
    const price = formatMajorUnits(amount, "BRL");
    return {
      ...serviceJson(service),
      ShippingPrice: price,
      OriginalShippingPrice: price,
      DeliveryTime: String(days),
      OriginalDeliveryTime: String(days),
      Error: false,
      Msg: "",
    };
  });
  const refused = route.refused.map(
    (service): JsonObject => ({
      ...serviceJson(service),
      Error: true,
      Msg: "Peso ou dimensões acima do limite.",
    }),
  );
  return { ShippingSevicesArray: [...quoted, ...refused], Timeout: 0 };
}

function track(args: JsonObject, context: CallContext): JsonObject {
  const code = textAt(args, "TrackingNumber") ?? "";
  if (!isValidS10(code)) return { TrackingNumber: code, ErrorMessage: "Objeto não encontrado." };
  const events: JsonObject[] = [
    eventJson("2", context.now - 24 * hourMs, "Objeto postado"),
    eventJson("3", context.now - 18 * hourMs, "Objeto em trânsito"),
  ];
  return { TrackingNumber: code, ServiceDescrition: "Correios", ErrorMessage: "", TrackingEvents: events };
}

function eventJson(type: string, at: number, description: string): JsonObject {
  const [date = "", time = ""] = formatSpacedTimestamp(at, SAO_PAULO).split(" ");
  return {
    EventType: type,
    EventDateTime: `${date.split("-").reverse().join("/")} ${time.slice(0, 5)}`,
    EventLocation: "São Paulo/SP",
    EventDescription: description,
  };
}

function serviceJson({ code, name, carrier }: CarrierService): JsonObject {
  return {
    ServiceCode: code,
    ServiceDescription: name,
    Carrier: carrier,
    CarrierCode: carrierCodes[carrier] ?? "",
  };
}
