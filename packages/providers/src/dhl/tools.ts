import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const details = object(
  {
    postalCode: text(),
    cityName: text(),
    countryCode: text("MX"),
    fullName: text(),
    phone: text(),
    addressLine1: text(),
  },
  "postalCode",
  "countryCode",
);

const packages = list(
  object(
    {
      weight: number("kg"),
      dimensions: object({ length: number("cm"), width: number("cm"), height: number("cm") }),
    },
    "weight",
    "dimensions",
  ),
);

const parties = object(
  { shipperDetails: details, receiverDetails: details },
  "shipperDetails",
  "receiverDetails",
);

const value = object({ value: number("Pesos"), currency: text() });

const tracking = { shipmentTrackingNumber: text("10 digits") };

/** The native tools of DHL Express. */
export const dhlTools = defineTools({
  dhl_get_rates: {
    description: "Prices packages between two addresses with each product, with estimated delivery.",
    input: nativeInput(
      {
        customerDetails: parties,
        plannedShippingDateAndTime: text(),
        unitOfMeasurement: oneOf("metric"),
        packages,
        declaredValue: value,
      },
      "customerDetails",
      "packages",
    ),
  },
  dhl_create_shipment: {
    description: "Creates a shipment with its waybill and label.",
    input: nativeInput(
      {
        productCode: text("N, 1 or G"),
        plannedShippingDateAndTime: text(),
        customerDetails: parties,
        content: object(
          { packages, declaredValue: number("Pesos"), declaredValueCurrency: text() },
          "packages",
        ),
        customerReferences: list(object({ value: text() })),
      },
      "productCode",
      "customerDetails",
      "content",
    ),
  },
  dhl_get_label: {
    description: "Gets the label of a shipment.",
    input: nativeInput(tracking, "shipmentTrackingNumber"),
  },
  dhl_track_shipment: {
    description: "Gets the checkpoints of a shipment.",
    input: nativeInput(tracking, "shipmentTrackingNumber"),
  },
  dhl_create_pickup: {
    description: "Books a courier to collect packages.",
    input: nativeInput(
      {
        plannedPickupDateAndTime: text(),
        customerDetails: parties,
        shipmentDetails: list(object({ productCode: text() })),
      },
      "plannedPickupDateAndTime",
    ),
  },
  dhl_cancel_pickup: {
    description: "Cancels a booked collection.",
    input: nativeInput(
      { dispatchConfirmationNumber: text(), requestorName: text(), reason: text() },
      "dispatchConfirmationNumber",
    ),
  },
});
