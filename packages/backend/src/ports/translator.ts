import type {
  BrazilIssuer,
  CheckoutInput,
  CheckoutList,
  CheckoutOutput,
  InvoiceInput,
  InvoiceOutput,
  InvoiceType,
  JsonObject,
  MexicoIssuer,
  NotifyInput,
  NotifyOutput,
  PayInput,
  PaymentList,
  PayOutput,
  ShipInput,
  ShipOutput,
} from "@codespar/contract";
import type { ProviderEnvironment } from "./provider.ts";

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
  /** Waits before what a provider is still working on is read again. Milliseconds, at most a few seconds in all. */
  pause(delayMs: number): Promise<void>;
}

export interface TranslationContext {
  /** The tool call's id: what providers take as their external reference. */
  operationId: string;
  /** Milliseconds since the epoch when the call was made. */
  now: number;
  /** Whether what is made counts: a document of `test` is one of the authority's own tests. */
  environment: ProviderEnvironment;
  /** Who issues fiscal documents; for `codespar_invoice` alone. */
  fiscal?: FiscalContext | undefined;
}

/** One count of an issuer's documents. */
export interface DocumentSeries {
  /** CNPJ or RFC without punctuation. */
  issuer: string;
  type: InvoiceType;
  series: number;
  /** Number of the first document. @default 1 */
  first?: number | undefined;
}

/** Who issues documents where no fiscal profile is stored. */
export interface DefaultIssuers {
  brazil: BrazilIssuer;
  mexico: MexicoIssuer;
}

/** The issuers of a session's fiscal profile: its tenant's, else the organisation's. Null: none is stored for the country. */
export interface FiscalContext {
  brazil: BrazilIssuer | null;
  mexico: MexicoIssuer | null;
  /** The number of this operation's document in a series, for providers that leave counting to us. */
  documentNumber(series: DocumentSeries): Promise<number>;
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
