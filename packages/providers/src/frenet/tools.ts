import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

/** The native tools of Frenet. */
export const frenetTools = defineTools({
  frenet_calculate_shipping: {
    description: "Compares prices and times of all carriers between two CEPs.",
    input: nativeInput(
      {
        SellerCEP: text("Eight digits"),
        RecipientCEP: text("Eight digits"),
        ShipmentInvoiceValue: number("Reais"),
        ShippingItemArray: list(
          object(
            {
              SKU: text(),
              Weight: number("kg"),
              Length: number("cm"),
              Width: number("cm"),
              Height: number("cm"),
              Quantity: integer(),
              Category: text(),
              isFragile: flag(),
            },
            "Weight",
            "Length",
            "Width",
            "Height",
          ),
        ),
        RecipientCountry: text("BR"),
        ShippingServiceCode: text("One service alone; all when left out"),
        Coupom: text(),
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
      {
        ShippingServiceCode: text(),
        TrackingNumber: text(),
        InvoiceNumber: text(),
        InvoiceSerie: text(),
        RecipientDocument: text(),
        OrderNumber: text(),
      },
      "TrackingNumber",
    ),
  },
  frenet_get_cep: {
    description: "Finds the city and state of a CEP.",
    input: nativeInput({ cep: text() }, "cep"),
  },
});
