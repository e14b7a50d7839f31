import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const end = object(
  { correiosAddress: object({ cep: text(), cidade: text(), uf: text(), logradouro: text() }, "cep") },
  "correiosAddress",
);

const money = object({ currencyCode: text(), units: text("Reais"), nanos: integer("Billionths of a real") });

const packages = list(
  object(
    { weightG: integer(), lengthCm: integer(), widthCm: integer(), heightCm: integer(), goodsValue: money },
    "weightG",
    "lengthCm",
    "widthCm",
    "heightCm",
  ),
);

/** The native tools of Loggi. */
export const loggiTools = defineTools({
  loggi_calculate_shipping: {
    description: "Prices packages between two CEPs with each freight type.",
    input: nativeInput({ shipFrom: end, shipTo: end, packages }, "shipFrom", "shipTo", "packages"),
  },
  loggi_create_shipment: {
    description: "Creates a shipment of one or more packages and gives its tracking code.",
    input: nativeInput(
      {
        freightType: text("express or economico"),
        shipFrom: end,
        shipTo: end,
        recipient: object({ name: text(), federalTaxId: text(), phoneNumber: text(), email: text() }),
        packages,
        externalId: text(),
      },
      "freightType",
      "shipFrom",
      "shipTo",
      "packages",
    ),
  },
  loggi_get_label: {
    description: "Gets the labels of packages.",
    input: nativeInput(
      { loggiKeys: list(text()), layout: oneOf("LABEL_LAYOUT_A4", "LABEL_LAYOUT_A6") },
      "loggiKeys",
    ),
  },
  loggi_track_shipment: {
    description: "Gets the status and the history of a package.",
    input: nativeInput({ trackingCode: text(), loggiKey: text() }),
  },
  loggi_cancel_shipment: {
    description: "Cancels packages that were not collected yet.",
    input: nativeInput({ loggiKeys: list(text()) }, "loggiKeys"),
  },
  loggi_list_drop_off_points: {
    description: "Lists the points near a CEP where packages are handed in.",
    input: nativeInput({ cep: text(), radiusKm: integer() }, "cep"),
  },
});
