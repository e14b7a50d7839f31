import type {
  CheckoutInput,
  CheckoutList,
  CheckoutOutput,
  InvoiceInput,
  InvoiceOutput,
  JsonObject,
  NotifyInput,
  NotifyOutput,
  PayInput,
  PaymentList,
  PayOutput,
  ShipInput,
  ShipOutput,
} from "@codespar/contract";

/**
 * The native calls that a translation may make. Each rejects when the provider refuses or fails;
 * a translation lets that pass, or catches a `ProviderRefusal` to give the refusal a common code.
 */
export interface NativeCalls {
  /** Reads; may be repeated. */
  read(tool: string, args: JsonObject): Promise<JsonObject>;
  /** Changes something that is harmless to repeat, such as storing a customer. Only before the effect. */
  prepare(tool: string, args: JsonObject): Promise<JsonObject>;
  /**
   * The one call that moves money, issues a document or sends a message: at most one in a translation.
   * After a crash or a lost response the translation runs again, and here it gets what the provider had done.
   */
  effect(tool: string, args: JsonObject): Promise<JsonObject>;
}

export interface TranslationContext {
  /** The tool call's id: what providers take as their external reference. */
  operationId: string;
  /** Milliseconds since the epoch when the call was made. */
  now: number;
}

/**
 * Turns one meta-tool call into a provider's native calls and their responses into the meta-tool's output.
 * Pure but for `native`: run twice with the same responses, it gives the same output.
 */
export type Translate<Input, Output> = (
  input: Input,
  native: NativeCalls,
  context: TranslationContext,
) => Promise<Output>;

/** What one server can do for the meta-tools. A missing entry: the server does not do it. */
export interface Translator {
  server: string;
  pay?: Translate<PayInput, PayOutput>;
  /** `codespar_pay` with action `list`. Cursors are the server's own; the router says whose they are. */
  listPayments?: Translate<PayInput, PaymentList>;
  checkout?: Translate<CheckoutInput, CheckoutOutput>;
  /** `codespar_checkout` with action `list`. */
  listCheckouts?: Translate<CheckoutInput, CheckoutList>;
  invoice?: Translate<InvoiceInput, InvoiceOutput>;
  ship?: Translate<ShipInput, ShipOutput>;
  notify?: Translate<NotifyInput, NotifyOutput>;
}
