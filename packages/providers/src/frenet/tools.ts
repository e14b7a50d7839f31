import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

/** The native tools of Frenet. */
export const frenetTools = defineTools({
  frenet_calculate_shipping: {
    description: "Compares prices and times of all carriers between two CEPs.",
    input: nativeInput(
      {
        SellerCEP: text(),
        RecipientCEP: text(),
        ShipmentInvoiceValue: number("Reais"),
        ShippingItemArray: list(
          object(
            {
              Weight: number("kg"),
              Length: number("cm"),
              Width: number("cm"),
              Height: number("cm"),
              Quantity: integer(),
            },
            "Weight",
            "Length",
            "Width",
            "Height",
          ),
        ),
        RecipientCountry: text("BR"),
      },
      "SellerCEP",
      "RecipientCEP",
      "ShippingItemArray",
    ),
  },
  frenet_list_carriers: {
    description: "Lists the carriers and services of the account.",
    input: nativeInput({}),
  },
  frenet_track_shipment: {
    description: "Follows a parcel of any carrier by its tracking number.",
    input: nativeInput(
      { ShippingServiceCode: text(), TrackingNumber: text(), InvoiceNumber: text() },
      "TrackingNumber",
    ),
  },
  frenet_get_cep: {
    description: "Finds the city and state of a CEP.",
    input: nativeInput({ cep: text() }, "cep"),
  },
});
