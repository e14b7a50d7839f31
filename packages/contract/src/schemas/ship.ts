import { z } from "zod";
import { type ShipAddress, type ShipInput, type ShipOutput, shipActions } from "../meta-tools/ship.ts";
import { currencies } from "../wire/money.ts";
import { type Country, countries } from "../wire/server.ts";
import { checkDocument, customerFields } from "./customer.ts";
import { amount, money, openEnum, provider, text, timestamp } from "./fields.ts";
import { requireFields } from "./refinements.ts";

const address = z.strictObject({
  postal_code: text(12),
  city: text(100).optional(),
  state: text(60).optional(),
  district: text(100).meta({ advertised: false }).optional(),
  country: z.enum(countries).optional(),
});

const centimetres = z.number().positive().max(1000);

export const shipInputSchema = z
  .strictObject({
    action: z.enum(shipActions),
    origin: address.optional(),
    destination: address.extend({ country: z.enum(countries).meta({ terse: true }).optional() }).optional(),
    packages: z
      .array(
        z.strictObject({
          weight_g: z.number().positive().max(1_000_000),
          length_cm: centimetres,
          width_cm: centimetres,
          height_cm: centimetres,
          declared_value: money("declared_value").optional(),
        }),
      )
      .min(1)
      .max(100)
      .optional(),
    service_id: text(200).optional(),
    tracking_code: text(100).optional(),
    shipment_id: text(200).optional(),
    recipient: z.strictObject({ ...customerFields, address: text(300).optional() }).optional(),
    provider: provider.optional(),
  })
  .superRefine(checkShip) satisfies z.ZodType<ShipInput>;

function checkShip(input: ShipInput, context: z.RefinementCtx): void {
  const { action, origin, destination } = input;
  if (action === "quote" || action === "label") {
    requireFields(input, context, ["origin", "destination", "packages"], `for a ${action}`);
    if (action === "label") {
      requireFields(input, context, ["service_id"], "for a label: take it from a quote");
      checkServiceId(input.service_id, context);
    }
  } else if (input.shipment_id === undefined && input.tracking_code === undefined) {
    const field = action === "track" ? "tracking_code" : "shipment_id";
    requireFields(input, context, [field], `to ${action} a shipment`);
  }
  checkPostalCode(origin, "origin", destination, context);
  checkPostalCode(destination, "destination", origin, context);
  checkDocument(input.recipient, "recipient", destination?.country, context);
}

/** A quote's service names its carrier, such as `melhor-envio:1`. */
function checkServiceId(serviceId: string | undefined, context: z.RefinementCtx): void {
  if (serviceId === undefined || /^[a-z0-9-]+:./.test(serviceId)) return;
  context.addIssue({
    code: "custom",
    path: ["service_id"],
    message: `${JSON.stringify(serviceId.slice(0, 40))} is no service of a quote. Take the service_id of one, from codespar_ship with action quote.`,
  });
}

const postalCodes: Readonly<Record<Country, { shape: RegExp; hint: string }>> = {
  BR: { shape: /^\d{5}-?\d{3}$/, hint: "8 digits, such as 01310-100" },
  MX: { shape: /^\d{5}$/, hint: "5 digits, such as 06600" },
  AR: { shape: /^([A-Z]?\d{4}|[A-Z]\d{4}[A-Z]{3})$/i, hint: "4 digits, such as 1425" },
  CO: { shape: /^\d{6}$/, hint: "6 digits, such as 110111" },
  CL: { shape: /^\d{3}-?\d{4}$/, hint: "7 digits, such as 8320000" },
};

function checkPostalCode(
  end: ShipAddress | undefined,
  field: "origin" | "destination",
  otherEnd: ShipAddress | undefined,
  context: z.RefinementCtx,
): void {
  if (end === undefined) return;
  const country = end.country ?? otherEnd?.country ?? "BR";
  const { shape, hint } = postalCodes[country];
  if (shape.test(end.postal_code)) return;
  const wayOut = end.country === undefined ? ` For another country than ${country}, send country.` : "";
  context.addIssue({
    code: "custom",
    path: [field, "postal_code"],
    message: `${field}.postal_code of ${country} has ${hint}.${wayOut}`,
  });
}

const shipmentStatus = openEnum([
  "created",
  "posted",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "returned",
  "cancelled",
]);

export const shipOutputSchema = z.looseObject({
  quotes: z
    .array(
      z.looseObject({
        service_id: z.string(),
        carrier: z.string(),
        service: z.string(),
        amount,
        currency: openEnum(currencies),
        delivery_days: z.int(),
        delivery_date: z.string(),
      }),
    )
    .optional(),
  shipment_id: z.string().optional(),
  tracking_code: z.string().optional(),
  label_url: z.string().optional(),
  carrier: z.string().optional(),
  amount: amount.optional(),
  currency: openEnum(currencies).optional(),
  status: shipmentStatus.optional(),
  events: z
    .array(
      z.looseObject({
        status: shipmentStatus,
        description: z.string(),
        occurred_at: timestamp,
        location: z.string().optional(),
      }),
    )
    .optional(),
}) satisfies z.ZodType<ShipOutput>;
