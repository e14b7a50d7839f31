import type { Currency } from "../wire/money.ts";
import type { Country } from "../wire/server.ts";
import type { InvoiceType } from "./invoice.ts";
import type { NotifyChannel } from "./notify.ts";
import type { PaymentMethod } from "./pay.ts";

/**
 * Which servers can do what, in order of preference: the first is primary, the rest are fallbacks.
 * Only those attached to the session take part.
 */
export interface Routing<Id extends string = string> {
  pay: Readonly<Record<Currency, Readonly<Partial<Record<PaymentMethod, readonly Id[]>>>>>;
  checkout: Readonly<Record<Currency, readonly Id[]>>;
  invoice: Readonly<Record<InvoiceType, readonly Id[]>>;
  ship: Readonly<Record<Country, readonly Id[]>>;
  /** `*` is for countries that are not named. */
  notify: Readonly<
    Record<NotifyChannel, Readonly<{ "*": readonly Id[] } & Partial<Record<Country, readonly Id[]>>>>
  >;
}
