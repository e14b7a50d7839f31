import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const address = object(
  {
    name: text(),
    phone: text(),
    email: text(),
    document: text("CPF; company_document for a CNPJ"),
    company_document: text(),
    address: text("Street"),
    number: text(),
    district: text(),
    city: text(),
    state_abbr: text(),
    postal_code: text("CEP"),
  },
  "postal_code",
);

const volume = object(
  { height: number("cm"), width: number("cm"), length: number("cm"), weight: number("kg") },
  "height",
  "width",
  "length",
  "weight",
);

const orders = list(text("UUID of a freight"));

/** The native tools of Melhor Envio. */
export const melhorEnvioTools = defineTools({
  melhor_envio_calculate_shipping: {
    description: "Prices a parcel between two CEPs with every carrier service of the account.",
    input: nativeInput(
      {
        from: object({ postal_code: text("CEP") }, "postal_code"),
        to: object({ postal_code: text("CEP") }, "postal_code"),
        volumes: list(volume),
        options: object({ insurance_value: number("Reais"), receipt: flag(), own_hand: flag() }),
        services: text("Service ids separated by commas; all when left out"),
      },
      "from",
      "to",
      "volumes",
    ),
  },
  melhor_envio_list_services: {
    description: "Lists the carrier services with their ids and limits.",
    input: nativeInput({}),
  },
  melhor_envio_create_shipment: {
    description:
      "Puts a freight with its service, sender, recipient and volumes into the cart; nothing is paid yet.",
    input: nativeInput(
      {
        service: integer("Service id from the calculation"),
        from: address,
        to: address,
        volumes: list(volume),
        options: object({
          insurance_value: number("Reais"),
          receipt: flag(),
          own_hand: flag(),
          platform: text(),
          tags: list(object({ tag: text("The shipper's own order number"), url: text() })),
        }),
      },
      "service",
      "from",
      "to",
      "volumes",
    ),
  },
  melhor_envio_checkout_cart: {
    description: "Buys freights of the cart with the account's balance.",
    input: nativeInput({ orders }, "orders"),
  },
  melhor_envio_generate_label: {
    description:
      "Generates the labels of freights that were bought; again for the same freights is harmless.",
    input: nativeInput({ orders }, "orders"),
    risk: "read",
  },
  melhor_envio_print_label: {
    description: "Returns a link to the printable labels of freights.",
    input: nativeInput({ mode: oneOf("private", "public"), orders }, "orders"),
    risk: "read",
  },
  melhor_envio_track_shipment: {
    description: "Gets the status and the movements of freights.",
    input: nativeInput({ orders }, "orders"),
  },
  melhor_envio_cancel_shipment: {
    description: "Cancels a freight that was not posted yet and gives its price back to the balance.",
    input: nativeInput(
      {
        order: object(
          { id: text("UUID"), reason_id: text("2: cancelled by the sender"), description: text() },
          "id",
        ),
      },
      "order",
    ),
  },
  melhor_envio_get_shipment: {
    description: "Gets a freight that was bought.",
    input: nativeInput({ id: text("UUID") }, "id"),
  },
  melhor_envio_list_shipments: {
    description: "Lists freights, page by page.",
    input: nativeInput({ status: text("Such as released or posted"), page: integer() }),
  },
  melhor_envio_list_agencies: {
    description: "Lists the agencies where parcels can be dropped off.",
    input: nativeInput({ state: text("Such as SP"), city: text(), company: integer("Carrier id") }),
  },
  melhor_envio_get_balance: { description: "Gets the account's balance, in reais.", input: nativeInput({}) },
});
