import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const parcel = object(
  { weight: number("kg"), length: number("cm"), width: number("cm"), height: number("cm") },
  "weight",
  "length",
  "width",
  "height",
);

const party = object(
  {
    name: text(),
    zip: text(),
    city: text(),
    province: text(),
    country: text("MX"),
    address1: text(),
    phone: text(),
    email: text(),
  },
  "zip",
);

export const id = { id: text() };

/** The native tools of Skydropx. */
export const skydropxTools = defineTools({
  skydropx_get_rates: {
    description: "Compares the carriers' rates between two Mexican postal codes.",
    input: nativeInput(
      { zip_from: text(), zip_to: text(), parcels: list(parcel), declared_value: number("Pesos") },
      "zip_from",
      "zip_to",
      "parcels",
    ),
  },
  skydropx_create_shipment: {
    description: "Creates a shipment and responds with the rates that a label can be bought at.",
    input: nativeInput(
      {
        address_from: party,
        address_to: party,
        parcels: list(parcel),
        declared_value: number("Pesos"),
        reference: text(),
      },
      "address_from",
      "address_to",
      "parcels",
    ),
  },
  skydropx_create_label: {
    description: "Buys the label of one of a shipment's rates.",
    input: nativeInput({ rate_id: text(), label_format: oneOf("pdf", "zpl") }, "rate_id"),
  },
  skydropx_get_shipment: { description: "Gets a shipment with its label.", input: nativeInput(id, "id") },
  skydropx_list_shipments: {
    description: "Lists the shipments that have a label.",
    input: nativeInput({ page: number() }),
  },
  skydropx_track_shipment: {
    description: "Gets the movements of a parcel by its tracking number.",
    input: nativeInput({ tracking_number: text(), carrier_name: text() }, "tracking_number"),
  },
  skydropx_list_carriers: { description: "Lists the carriers and service levels.", input: nativeInput({}) },
  skydropx_cancel_shipment: {
    description: "Asks to cancel a label that was not used.",
    input: nativeInput({ tracking_number: text(), reason: text() }, "tracking_number"),
  },
});
