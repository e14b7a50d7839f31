import { defineTools } from "../tools/define-tools.ts";
import { nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const siteId = oneOf("MLB", "MLA", "MLM");

const dimensions = text("Height x width x length in cm, comma, grams: 10x15x20,800");

const id = { shipment_id: text("Shipment id or tracking number") };

/** The native tools of Mercado Envios. */
export const mercadoEnviosTools = defineTools({
  mercado_envios_get_shipping_options: {
    description:
      "Lists the shipping options with cost and delivery estimate between two postal codes of one site.",
    input: nativeInput(
      {
        site_id: siteId,
        zip_code_from: text(),
        zip_code: text("Destination"),
        dimensions,
        item_price: number("Major units"),
      },
      "site_id",
      "zip_code_from",
      "zip_code",
      "dimensions",
    ),
  },
  mercado_envios_create_shipment: {
    description: "Creates a shipment with its label and tracking number.",
    input: nativeInput(
      {
        site_id: siteId,
        shipping_method_id: number(),
        dimensions,
        sender_address: object({ zip_code: text(), city: text(), state: text() }, "zip_code"),
        receiver_address: object(
          {
            zip_code: text(),
            city: text(),
            state: text(),
            address_line: text(),
            receiver_name: text(),
            receiver_phone: text(),
          },
          "zip_code",
        ),
        declared_value: number("Major units"),
        external_reference: text(),
      },
      "site_id",
      "shipping_method_id",
      "dimensions",
      "sender_address",
      "receiver_address",
    ),
  },
  mercado_envios_get_shipment: {
    description: "Gets a shipment with its status, substatus and addresses.",
    input: nativeInput(id, "shipment_id"),
  },
  mercado_envios_get_label: {
    description: "Gets the printable label of a shipment.",
    input: nativeInput(id, "shipment_id"),
  },
  mercado_envios_track_shipment: {
    description: "Gets the history of a shipment's statuses.",
    input: nativeInput(id, "shipment_id"),
  },
});
