import { defineTools } from "../tools/define-tools.ts";
import {
  date,
  flag,
  listOf,
  matching,
  nativeInput,
  number,
  object,
  oneOf,
  text,
} from "../tools/native-input.ts";

const place = {
  postalCode: text(),
  cityName: text(),
  countryCode: text("ISO 3166-1 alpha-2."),
  provinceCode: text(),
  addressLine1: text(),
  addressLine2: text(),
  addressLine3: text(),
  countyName: text(),
};

const ratedPlace = object(place, "postalCode", "cityName", "countryCode");

const contact = object(
  { fullName: text(), companyName: text(), phone: text(), mobilePhone: text(), email: text() },
  "fullName",
  "companyName",
  "phone",
);

const party = object(
  {
    postalAddress: object(place, "postalCode", "cityName", "countryCode", "addressLine1"),
    contactInformation: contact,
  },
  "postalAddress",
  "contactInformation",
);

/** Where the street and who sends are the connection's to say. */
const openParty = object({
  postalAddress: object(place, "postalCode", "cityName", "countryCode"),
  contactInformation: contact,
});

const packages = listOf(
  object(
    {
      weight: number("kg"),
      dimensions: object(
        { length: number("cm"), width: number("cm"), height: number("cm") },
        "length",
        "width",
        "height",
      ),
    },
    "weight",
    "dimensions",
  ),
  [1],
);

const accounts = listOf(
  object({ typeCode: oneOf("shipper", "payer", "duties-taxes"), number: text() }, "typeCode", "number"),
  [1],
  "The connection's account where it is left out.",
);

const localTime = text("The shipper's local time, such as 2026-12-01T10:00:00 GMT-06:00.");
const metric = oneOf("metric", "imperial");
const tracking = { shipmentTrackingNumber: text("10 digits") };

/** A shipment as it is made; `isComplete` with what a connection adds to it. */
export function shipmentInput(isComplete: boolean) {
  const content = {
    packages,
    isCustomsDeclarable: flag(),
    declaredValue: number("Pesos"),
    declaredValueCurrency: text(),
    description: text("What is sent. The connection's where it is left out."),
    incoterm: text("Such as DAP."),
    unitOfMeasurement: metric,
  };
  const required = ["packages", "isCustomsDeclarable", "incoterm", "unitOfMeasurement"];
  return nativeInput(
    {
      plannedShippingDateAndTime: localTime,
      pickup: object({ isRequested: flag(), closeTime: text(), location: text() }, "isRequested"),
      productCode: text("N, 1 or G"),
      accounts,
      customerReferences: listOf(
        object({ typeCode: text("CU: the shipper's own."), value: text() }, "typeCode", "value"),
        [1],
        "The first, of type CU, is what the shipment is found by.",
      ),
      outputImageProperties: object({ encodingFormat: oneOf("pdf", "zpl", "lp2", "epl") }),
      customerDetails: object(
        { shipperDetails: isComplete ? party : openParty, receiverDetails: party },
        "shipperDetails",
        "receiverDetails",
      ),
      content: object(content, ...required, ...(isComplete ? ["description"] : [])),
    },
    "plannedShippingDateAndTime",
    "pickup",
    "productCode",
    "customerReferences",
    "customerDetails",
    "content",
    ...(isComplete ? ["accounts"] : []),
  );
}

/** The native tools of DHL Express. */
export const dhlTools = defineTools({
  dhl_get_rates: {
    description: "Prices packages between two addresses with each product, with estimated delivery.",
    input: nativeInput(
      {
        customerDetails: object(
          { shipperDetails: ratedPlace, receiverDetails: ratedPlace },
          "shipperDetails",
          "receiverDetails",
        ),
        accounts,
        productCode: text("One product alone."),
        plannedShippingDateAndTime: localTime,
        unitOfMeasurement: metric,
        isCustomsDeclarable: flag(),
        monetaryAmount: listOf(
          object(
            { typeCode: oneOf("declaredValue", "insuredValue"), value: number("Pesos"), currency: text() },
            "typeCode",
            "value",
            "currency",
          ),
          [1],
        ),
        nextBusinessDay: flag("Products of the next working day, where there are none on the day planned."),
        packages,
      },
      "customerDetails",
      "plannedShippingDateAndTime",
      "unitOfMeasurement",
      "isCustomsDeclarable",
      "packages",
    ),
  },
  dhl_create_shipment: {
    description: "Creates a shipment with its waybill and label. The label comes with it and not again.",
    input: shipmentInput(false),
  },
  dhl_get_label: {
    description: "Gets the waybill or customs documents that are kept of a shipment.",
    input: nativeInput(
      {
        ...tracking,
        typeCode: oneOf("waybill", "commercial-invoice", "customs-entry"),
        pickupYearAndMonth: matching("^\\d{4}-\\d{2}$", "When it was picked up, YYYY-MM."),
        shipperAccountNumber: text("The connection's where it is left out."),
        encodingFormat: oneOf("pdf", "tiff"),
      },
      "shipmentTrackingNumber",
      "typeCode",
      "pickupYearAndMonth",
    ),
  },
  dhl_track_shipment: {
    description: "Gets the checkpoints of a shipment.",
    input: nativeInput(tracking, "shipmentTrackingNumber"),
  },
  dhl_track_by_reference: {
    description: "Finds shipments by the shipper's own reference, within a range of days.",
    input: nativeInput(
      {
        shipmentReference: text(),
        shipmentReferenceType: text("CU: the shipper's own."),
        shipperAccountNumber: text("The connection's where it is left out."),
        dateRangeFrom: date(),
        dateRangeTo: date(),
      },
      "shipmentReference",
      "shipmentReferenceType",
      "dateRangeFrom",
      "dateRangeTo",
    ),
  },
  dhl_create_pickup: {
    description: "Books a courier to collect packages.",
    input: nativeInput(
      {
        plannedPickupDateAndTime: localTime,
        closeTime: text("HH:MM"),
        location: text("Where the packages are, such as reception."),
        locationType: oneOf("business", "residence"),
        accounts,
        remark: text(),
        customerDetails: object({ shipperDetails: openParty, receiverDetails: openParty }, "shipperDetails"),
        shipmentDetails: listOf(
          object(
            {
              productCode: text(),
              isCustomsDeclarable: flag(),
              declaredValue: number("Pesos"),
              declaredValueCurrency: text(),
              unitOfMeasurement: metric,
              shipmentTrackingNumber: text(),
              packages,
            },
            "productCode",
            "isCustomsDeclarable",
            "unitOfMeasurement",
            "packages",
          ),
          [1],
        ),
      },
      "plannedPickupDateAndTime",
      "customerDetails",
      "shipmentDetails",
    ),
  },
  dhl_cancel_pickup: {
    description: "Cancels a booked collection.",
    input: nativeInput(
      { dispatchConfirmationNumber: text("Such as PRG999126012345."), requestorName: text(), reason: text() },
      "dispatchConfirmationNumber",
      "requestorName",
      "reason",
    ),
  },
});
