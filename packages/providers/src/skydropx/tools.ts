import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const area = object(
  {
    country_code: text("ISO 3166-1 alpha-2."),
    postal_code: text(),
    area_level1: text("State."),
    area_level2: text("City or municipality."),
    area_level3: text("Colonia."),
  },
  "country_code",
  "postal_code",
  "area_level1",
  "area_level2",
  "area_level3",
);

const parcel = object(
  { weight: number("kg"), length: integer("cm"), width: integer("cm"), height: integer("cm") },
  "weight",
  "length",
  "width",
  "height",
);

/** Where a parcel is fetched or brought; its area is the quotation's. */
const contact = {
  street1: text("Street and number."),
  name: text(),
  company: text(),
  phone: text(),
  email: text(),
  reference: text("How the address is found."),
};

const packageSent = object({
  package_number: text("Its place among the quotation's parcels, from 1."),
  package_protected: flag(),
  declared_value: number("Pesos."),
  consignment_note: text("SAT's product code for the carta porte."),
  package_type: text("SAT's packaging code, such as 4G."),
});

/** A shipment as it is bought, `more` of its fields required. */
export function shipmentInput(...more: string[]) {
  const shipment = object(
    {
      rate_id: text(),
      printing_format: oneOf("standard", "thermal"),
      address_from: object(contact, "street1", "name", "company", "phone", "email", "reference"),
      address_to: object(contact, "street1", "name", "company", "phone", "email"),
      packages: list(packageSent),
    },
    "rate_id",
    "address_to",
    "packages",
    ...more,
  );
  return nativeInput({ shipment }, "shipment");
}

/** The native tools of Skydropx Pro. */
export const skydropxTools = defineTools({
  skydropx_get_rates: {
    description: "Asks the carriers for rates. They come one by one: read the quotation until is_completed.",
    input: nativeInput(
      {
        quotation: object(
          {
            order_id: text(),
            address_from: area,
            address_to: area,
            parcels: list(parcel),
            requested_carriers: list(text(), "All carriers where it is left out."),
          },
          "address_from",
          "address_to",
          "parcels",
        ),
      },
      "quotation",
    ),
  },
  skydropx_get_quotation: {
    description: "Gets a quotation with its rates.",
    input: nativeInput({ id: text() }, "id"),
  },
  skydropx_create_shipment: {
    description: "Buys one of a quotation's rates. The label follows: read the shipment until it is there.",
    input: shipmentInput(),
  },
  skydropx_create_label: {
    description:
      "Skydropx Pro has no such call: the label comes with the shipment, which skydropx_get_shipment shows.",
    input: nativeInput({ rate_id: text() }, "rate_id"),
  },
  skydropx_get_shipment: {
    description: "Gets a shipment with its packages and their labels.",
    input: nativeInput({ id: text() }, "id"),
  },
  skydropx_list_shipments: {
    description: "Lists the shipments, ten a page, newest first.",
    input: nativeInput({ page: integer() }),
  },
  skydropx_track_shipment: {
    description: "Gets the movements of a parcel by its tracking number.",
    input: nativeInput({ tracking_number: text(), carrier_name: text() }, "tracking_number", "carrier_name"),
  },
  skydropx_list_carriers: { description: "Lists the carriers and their services.", input: nativeInput({}) },
  skydropx_cancel_shipment: {
    description: "Cancels a shipment whose label was not used.",
    input: nativeInput(
      { shipment_id: text("Its id or its tracking number."), reason: text() },
      "shipment_id",
    ),
  },
});
