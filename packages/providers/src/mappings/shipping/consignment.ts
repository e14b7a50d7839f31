import { ProviderRefusal } from "@codespar/backend/ports";
import type { Country, ShipAddress, ShipInput, ShipPackage, ShipRecipient } from "@codespar/contract";

/** What quote and label have in common: both ends and the parcels. */
export interface Consignment {
  country: Country;
  origin: ShipAddress;
  destination: ShipAddress;
  packages: ShipPackage[];
  recipient: ShipRecipient;
  /** Sum over the parcels, minor units. */
  declaredValue: number;
  /** Sum over the parcels, grams. */
  weightG: number;
}

/** Reads the ends and parcels of a quote or label. The input was validated; a gap is refused all the same. */
export function toConsignment({ origin, destination, packages, recipient = {} }: ShipInput): Consignment {
  if (origin === undefined || destination === undefined || packages === undefined || packages.length === 0) {
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: "A quote or label needs origin, destination and packages.",
    });
  }
  return {
    country: destination.country ?? origin.country ?? "BR",
    origin,
    destination,
    packages,
    recipient,
    declaredValue: packages.reduce((sum, { declared_value = 0 }) => sum + declared_value, 0),
    weightG: packages.reduce((sum, { weight_g }) => sum + weight_g, 0),
  };
}

/** The carrier's own code in a `service_id`: what follows the first colon. */
export function nativeServiceCode({ service_id }: ShipInput): string {
  if (service_id === undefined) {
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: "A label needs the service_id of a quote.",
    });
  }
  return service_id.slice(service_id.indexOf(":") + 1);
}

/** The same for a carrier whose codes are whole numbers; any other text is refused. */
export function numericServiceCode(input: ShipInput): number {
  const code = nativeServiceCode(input);
  if (/^\d{1,9}$/.test(code)) return Number(code);
  throw new ProviderRefusal({
    code: "invalid_arguments",
    message: `The service_id ${JSON.stringify(input.service_id)} is none of this carrier. Quote again and pass one of its own.`,
  });
}

/** The parcel as one box, for carriers that take one: the longest sides, the heights stacked. */
export function singleParcel({ packages, weightG, declaredValue }: Consignment): ShipPackage {
  return {
    weight_g: weightG,
    length_cm: Math.max(...packages.map(({ length_cm }) => length_cm)),
    width_cm: Math.max(...packages.map(({ width_cm }) => width_cm)),
    height_cm: packages.reduce((sum, { height_cm }) => sum + height_cm, 0),
    declared_value: declaredValue,
  };
}
