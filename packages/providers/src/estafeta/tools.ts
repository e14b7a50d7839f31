import { defineTools } from "../tools/define-tools.ts";
import { flag, nativeInput, number, object, text } from "../tools/native-input.ts";

const waybill = { wayBill: text("22 characters, or the 10 digits of the tracking code") };

const address = object(
  { zipCode: text(), cityName: text(), stateCode: text(), roadName: text(), contactName: text() },
  "zipCode",
);

/** The native tools of Estafeta. */
export const estafetaTools = defineTools({
  estafeta_get_rates: {
    description: "Prices a parcel between two Mexican postal codes with each service (cotizador).",
    input: nativeInput(
      {
        Origin: text("Postal code"),
        Destination: text("Postal code"),
        PackagingType: text("Paquete or Sobre"),
        IsInsurance: flag(),
        ItemValue: number("Pesos"),
        Dimensions: object(
          { Weight: number("kg"), Length: number("cm"), Width: number("cm"), Height: number("cm") },
          "Weight",
        ),
      },
      "Origin",
      "Destination",
      "Dimensions",
    ),
  },
  estafeta_create_shipment: {
    description: "Makes a guide (waybill) for a parcel.",
    input: nativeInput(
      {
        labelDefinition: object(
          {
            wayBillDocument: object({ referenceNumber: text(), content: text() }),
            itemDescription: object(
              { weight: number("kg"), length: number("cm"), width: number("cm"), height: number("cm") },
              "weight",
            ),
            serviceConfiguration: object(
              {
                serviceTypeId: text("70, D0 or 60"),
                isInsurance: flag(),
                insurance: object({ declaredValue: number("Pesos") }),
              },
              "serviceTypeId",
            ),
            location: object({ origin: address, destination: address }, "origin", "destination"),
          },
          "itemDescription",
          "serviceConfiguration",
          "location",
        ),
      },
      "labelDefinition",
    ),
  },
  estafeta_get_label: { description: "Gets the printable guide.", input: nativeInput(waybill, "wayBill") },
  estafeta_track_shipment: {
    description: "Gets the status and movements of a guide.",
    input: nativeInput(waybill, "wayBill"),
  },
  estafeta_get_coverage: {
    description: "Checks whether a postal code is served, and its city.",
    input: nativeInput({ zipCode: text() }, "zipCode"),
  },
  estafeta_cancel_shipment: {
    description: "Cancels a guide that was not used.",
    input: nativeInput(waybill, "wayBill"),
  },
});
