import type { NativeCalls, Translate, TranslationContext } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type {
  ShipCancelOutput,
  ShipInput,
  ShipLabelOutput,
  ShipOutput,
  ShipQuoteOutput,
  ShipTrackOutput,
} from "@codespar/contract";

type Action<Output extends ShipOutput> = (
  input: ShipInput,
  native: NativeCalls,
  context: TranslationContext,
) => Promise<Output>;

/** What a carrier can do. What is missing is refused. */
export interface ShipActions {
  quote: Action<ShipQuoteOutput>;
  label?: Action<ShipLabelOutput>;
  track: Action<ShipTrackOutput>;
  cancel?: Action<ShipCancelOutput>;
}

/** Makes one translation of the actions of a carrier. */
export function shipActions(
  carrier: string,
  { quote, label, track, cancel }: ShipActions,
): Translate<ShipInput, ShipOutput> {
  return async (input, native, context) => {
    switch (input.action) {
      case "quote": {
        const { quotes } = await quote(input, native, context);
        if (quotes.length === 0) throw noQuotes(carrier);
        return {
          quotes: quotes.toSorted((a, b) => a.amount - b.amount || compare(a.service_id, b.service_id)),
        };
      }
      case "label":
        if (label === undefined) throw notSupported(carrier, "make labels");
        return label(input, native, context);
      case "track": {
        const tracked = await track(input, native, context);
        return {
          ...tracked,
          events: tracked.events.toSorted((a, b) => Date.parse(b.occurred_at) - Date.parse(a.occurred_at)),
        };
      }
      case "cancel":
        if (cancel === undefined) throw notSupported(carrier, "cancel a shipment");
        return cancel(input, native, context);
      default:
        throw new TypeError(`No shipping action ${input.action satisfies never}.`);
    }
  };
}

/** What names a shipment to its carrier: the tracking code, else the shipment's id. */
export function shipmentReference({ tracking_code, shipment_id }: ShipInput): string {
  const reference = tracking_code ?? shipment_id;
  if (reference !== undefined) return reference;
  throw new ProviderRefusal({ code: "invalid_arguments", message: "Pass tracking_code or shipment_id." });
}

export function shipmentNotFound(reference: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "shipment_not_found",
    message: `No shipment ${reference} at this carrier. Check the code and the provider.`,
  });
}

/** What was quoted is not available any more, or never was: nothing is bought. */
export function serviceNotAvailable(carrier: string, service: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "service_not_available",
    message: `${carrier} has no rate for service ${service} on this route. Quote again and pass one of the service_ids.`,
  });
}

/** No service takes the route or the parcels: nothing to choose from is a refusal, not an empty success. */
function noQuotes(carrier: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "no_service_available",
    message: `${carrier} has no service for this route and these packages. Check the postal codes, weights and sizes.`,
  });
}

function notSupported(carrier: string, what: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "action_not_supported",
    message: `${carrier} does not ${what} through its API.`,
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
