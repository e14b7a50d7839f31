import type { NativeCalls, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { Json, JsonObject, ShipAddress, ShipmentStatus, ShipRecipient } from "@codespar/contract";
import { bankDateAfter, fromDayFirst, toAsciiText } from "@codespar/formats";
import { objectsAt, requiredText, textAt } from "../json/native-json.ts";
import {
  type Consignment,
  numericServiceCode,
  singleParcel,
  toConsignment,
} from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { serviceNotAvailable, shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Working days that a service takes, as its name says: next, second and third. Rates say none. */
const serviceDays: Readonly<Record<string, number>> = { "3": 1, "4": 2, "5": 3 };

/** Counties by name, measures as text, whole pesos. An order takes one parcel, and cannot be cancelled. */
export const chilexpressTranslator: Translator = {
  server: "chilexpress",
  ship: shipActions("Chilexpress", {
    async quote(input, native, { now }) {
      const consignment = toConsignment(input);
      const options = await readOptions(consignment, await readCounties(consignment, native), native);
      const quotes = options.flatMap((option) => {
        const code = requiredText(option, "serviceTypeCode");
        const days = serviceDays[code];
        // when any other service arrives is not known
        if (days === undefined) return [];
        return [
          {
            service_id: `chilexpress:${code}`,
            carrier: "Chilexpress",
            service: requiredText(option, "serviceDescription"),
            amount: parsePrice(requiredText(option, "serviceValue"), "CLP"),
            currency: "CLP" as const,
            delivery_days: days,
            delivery_date: bankDateAfter(now, days, "CL"),
          },
        ];
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const serviceDeliveryCode = numericServiceCode(input);
      const { streetName, streetNumber, contact } = toRecipient(consignment.recipient);
      const counties = await readCounties(consignment, native);
      const options = await readOptions(consignment, counties, native);
      const code = String(serviceDeliveryCode);
      const option = options.find((each) => requiredText(each, "serviceTypeCode") === code);
      if (option === undefined) throw serviceNotAvailable("Chilexpress", code);
      const amount = parsePrice(requiredText(option, "serviceValue"), "CLP");
      const made = await native.effect("chilexpress_create_transport_order", {
        header: { certificateNumber: 0, countyOfOriginCoverageCode: counties.origin, labelType: 2 },
        details: [
          {
            addresses: [
              {
                addressId: 0,
                countyCoverageCode: counties.destination,
                streetName,
                streetNumber,
                addressType: "DEST",
                deliveryOnCommercialOffice: false,
              },
            ],
            contacts: [contact],
            packages: [
              {
                ...toParcel(consignment),
                serviceDeliveryCode,
                productCode: "3",
                deliveryReference: operationId,
                groupReference: operationId,
                declaredValue: consignment.declaredValue,
                declaredContent: "5",
                extendedCoverageAreaIndicator: false,
              },
            ],
          },
        ],
      });
      const number = requiredText(made, "data.detail.0.transportOrderNumber");
      const picture = textAt(made, "data.detail.0.label.labelData");
      return {
        shipment_id: number,
        tracking_code: number,
        // an order that was found again has no label: Chilexpress hands it over once
        ...(picture === undefined ? {} : { label_url: `data:image/jpeg;base64,${picture}` }),
        carrier: "Chilexpress",
        amount,
        currency: "CLP",
        status: "created",
      };
    },

    async track(input, native) {
      const reference = shipmentReference(input);
      const response = await native.read("chilexpress_track_shipment", {
        transportOrderNumber: reference,
        showTrackingEvents: 1,
      });
      const number = requiredText(response, "data.transportOrderData.transportOrderNumber");
      const events = objectsAt(response, "data.trackingEvents").map((event) => {
        const description = requiredText(event, "description");
        const at = `${fromDayFirst(requiredText(event, "eventDate"))} ${requiredText(event, "eventHour")}`;
        return shipEvent(toStatus(description), description, occurredAt(at, "CL"));
      });
      return { shipment_id: number, tracking_code: number, status: latestStatus(events), events };
    },
  }),
};

interface Counties {
  origin: string;
  destination: string;
}

/** Chilexpress knows counties and no postal codes, so the codes of both counties come first. */
async function readCounties({ origin, destination }: Consignment, native: NativeCalls): Promise<Counties> {
  const names = { origin: toCounty("origin", origin), destination: toCounty("destination", destination) };
  const areas = await native.read("chilexpress_list_coverage_areas", { RegionCode: "99", type: "1" });
  const find = (end: keyof Counties): string => {
    // the county of the city of Santiago is SANTIAGO CENTRO
    const wanted = [names[end], `${names[end]} CENTRO`];
    const found = wanted.flatMap((name) =>
      objectsAt(areas, "coverageAreas").filter((area) =>
        [area.coverageName, area.countyName].some((each) => toName(each) === name),
      ),
    )[0];
    if (found !== undefined) return requiredText(found, "countyCode");
    throw new ProviderRefusal({
      code: "unknown_city",
      message: `Chilexpress serves no comuna ${names[end]}. Pass the name of a comuna as ${end}.city.`,
    });
  };
  return { origin: find("origin"), destination: find("destination") };
}

function toCounty(end: keyof Counties, { city }: ShipAddress): string {
  if (city !== undefined) return toName(city);
  throw new ProviderRefusal({
    code: "invalid_arguments",
    message: `Chilexpress needs the comuna of both ends. Add ${end}.city.`,
  });
}

/** Names are compared in capital letters without accents, as Chilexpress writes them. */
function toName(text: Json | undefined): string {
  return typeof text === "string" ? toAsciiText(text, 100).toUpperCase() : "";
}

async function readOptions(
  consignment: Consignment,
  { origin, destination }: Counties,
  native: NativeCalls,
): Promise<JsonObject[]> {
  const response = await native.read("chilexpress_get_rates", {
    originCountyCode: origin,
    destinationCountyCode: destination,
    package: toParcel(consignment),
    productType: 3,
    contentType: 1,
    declaredWorth: String(consignment.declaredValue),
    deliveryTime: 0,
  });
  return objectsAt(response, "data.courierServiceOptions");
}

/** Several parcels go as one. */
function toParcel(consignment: Consignment): JsonObject {
  const { weight_g, length_cm, width_cm, height_cm } = singleParcel(consignment);
  return {
    weight: String(weight_g / 1000),
    height: String(height_cm),
    width: String(width_cm),
    length: String(length_cm),
  };
}

function toRecipient({ name, phone, email, address }: ShipRecipient) {
  const lacking = Object.entries({ name, address, phone, email }).find(([, value]) => value === undefined);
  if (lacking !== undefined)
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: `Chilexpress needs the recipient's name, address, phone and email. Add recipient.${lacking[0]}.`,
    });
  // the number is a field of its own
  const [, streetName, streetNumber] = /^(.*\D)[\s,]+(\d\S*)$/.exec(address?.trim() ?? "") ?? [];
  if (streetName === undefined || streetNumber === undefined)
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: "Chilexpress needs a house number. End recipient.address with it, such as Alameda 100.",
    });
  return {
    streetName: streetName.replace(/[\s,]+$/, ""),
    streetNumber,
    contact: { name: name ?? "", phoneNumber: phone ?? "", mail: email ?? "", contactType: "D" },
  };
}

function toStatus(description: string): ShipmentStatus {
  switch (description) {
    case "ORDEN DE TRANSPORTE CREADA":
      return "created";
    case "PIEZA RECEPCIONADA":
      return "posted";
    case "PIEZA EN REPARTO":
      return "out_for_delivery";
    case "PIEZA ENTREGADA A DESTINATARIO":
      return "delivered";
    case "PIEZA EN DEVOLUCION":
      return "returned";
    case "ORDEN ANULADA":
      return "cancelled";
    default:
      return "in_transit";
  }
}
