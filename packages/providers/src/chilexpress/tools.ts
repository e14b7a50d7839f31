import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, listOf, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const address = object(
  {
    addressId: integer("0: none that was validated before."),
    countyCoverageCode: text("Such as STGO."),
    streetName: text(),
    streetNumber: text(),
    supplement: text(),
    addressType: oneOf("DEST", "DEV"),
    deliveryOnCommercialOffice: flag(),
    commercialOfficeId: text(),
    observation: text(),
  },
  "countyCoverageCode",
  "streetName",
  "streetNumber",
  "addressType",
);

const contact = object(
  { name: text(), phoneNumber: text(), mail: text(), contactType: oneOf("R", "D") },
  "name",
  "phoneNumber",
  "mail",
  "contactType",
);

const parcel = {
  weight: text("kg"),
  height: text("cm"),
  width: text("cm"),
  length: text("cm"),
};

/** A transport order as it is made; `isComplete` with what a connection adds to it. */
export function transportOrderInput(isComplete: boolean) {
  const ends = isComplete ? 2 : 1;
  return nativeInput(
    {
      header: object(
        {
          certificateNumber: integer("0: a new one."),
          customerCardNumber: text("TCC. The connection's where it is left out."),
          countyOfOriginCoverageCode: text("Such as STGO."),
          labelType: integer("2: the label as a picture."),
          marketplaceRut: integer("The connection's where it is left out."),
          sellerRut: text("DEFAULT: the marketplace's own."),
        },
        "countyOfOriginCoverageCode",
        "labelType",
        ...(isComplete ? ["customerCardNumber", "marketplaceRut", "sellerRut"] : []),
      ),
      details: listOf(
        object(
          {
            addresses: listOf(address, [ends], "DEST, and DEV: the connection's where it is left out."),
            contacts: listOf(contact, [ends], "D, and R: the connection's where it is left out."),
            packages: listOf(
              object(
                {
                  ...parcel,
                  serviceDeliveryCode: integer("serviceTypeCode of a rate."),
                  productCode: text("1 document, 3 parcel"),
                  deliveryReference: text("The shipper's own, which the order is found by."),
                  groupReference: text(),
                  declaredValue: number("Pesos"),
                  declaredContent: text("1 fashion, 2 technology, 3 spare parts, 4 medical, 5 other"),
                  extendedCoverageAreaIndicator: flag(),
                  receivableAmountInDelivery: number("Pesos to be collected at the door."),
                },
                ...Object.keys(parcel),
                "serviceDeliveryCode",
                "productCode",
                "deliveryReference",
              ),
              [1],
            ),
          },
          "addresses",
          "contacts",
          "packages",
        ),
        [1],
      ),
    },
    "header",
    "details",
  );
}

/** The native tools of Chilexpress. */
export const chilexpressTools = defineTools({
  chilexpress_get_rates: {
    description: "Prices one package between two counties with each courier service.",
    input: nativeInput(
      {
        originCountyCode: text("Such as STGO"),
        destinationCountyCode: text(),
        package: object(parcel, ...Object.keys(parcel)),
        productType: integer("1 document, 3 parcel"),
        contentType: integer("1"),
        declaredWorth: text("Pesos"),
        deliveryTime: integer("0: every service"),
      },
      "originCountyCode",
      "destinationCountyCode",
      "package",
      "productType",
      "contentType",
      "declaredWorth",
      "deliveryTime",
    ),
  },
  chilexpress_create_transport_order: {
    description: "Creates a transport order (OT) for each package. The label comes with it and not again.",
    input: transportOrderInput(false),
  },
  chilexpress_get_label: {
    description: "No call for this is known: the label comes with the transport order.",
    input: nativeInput({ transportOrderNumber: text("12 digits") }, "transportOrderNumber"),
  },
  chilexpress_track_shipment: {
    description: "Gets the events of a transport order, by its number or by the shipper's own reference.",
    input: nativeInput(
      {
        transportOrderNumber: text("12 digits"),
        reference: text("deliveryReference of the order."),
        rut: integer("The connection's where it is left out."),
        showTrackingEvents: integer("1: with its events"),
      },
      "showTrackingEvents",
    ),
  },
  chilexpress_list_coverage_areas: {
    description: "Lists the counties served, of one region or of all.",
    input: nativeInput(
      { RegionCode: text("Such as RM; 99 for all."), type: text("0 or 1") },
      "RegionCode",
      "type",
    ),
  },
});
