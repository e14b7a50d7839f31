import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, text } from "../tools/native-input.ts";

const packages = list(
  object(
    { weight: text("kg"), length: text("cm"), width: text("cm"), height: text("cm") },
    "weight",
    "length",
    "width",
    "height",
  ),
);

const order = { transportOrderNumber: text("12 digits") };

/** The native tools of Chilexpress. */
export const chilexpressTools = defineTools({
  chilexpress_get_rates: {
    description: "Prices packages between two counties with each courier service.",
    input: nativeInput(
      {
        originCountyCode: text("Such as STGO"),
        destinationCountyCode: text(),
        packages,
        declaredWorth: text("Pesos"),
      },
      "originCountyCode",
      "destinationCountyCode",
      "packages",
    ),
  },
  chilexpress_create_transport_order: {
    description: "Creates a transport order (OT) with its number and label.",
    input: nativeInput(
      {
        serviceTypeCode: number("3, 4 or 5"),
        originCountyCode: text(),
        destinationCountyCode: text(),
        recipient: object({ name: text(), phoneNumber: text(), mail: text(), address: text() }),
        packages,
        declaredWorth: text("Pesos"),
        deliveryReference: text(),
      },
      "serviceTypeCode",
      "originCountyCode",
      "destinationCountyCode",
      "packages",
    ),
  },
  chilexpress_get_label: {
    description: "Gets the label of a transport order.",
    input: nativeInput(order, "transportOrderNumber"),
  },
  chilexpress_track_shipment: {
    description: "Gets the events of a transport order.",
    input: nativeInput(order, "transportOrderNumber"),
  },
  chilexpress_list_coverage_areas: {
    description: "Lists the counties served, of a region or around a postal code.",
    input: nativeInput({ regionCode: text("Such as RM"), postalCode: text("7 digits") }),
  },
});
