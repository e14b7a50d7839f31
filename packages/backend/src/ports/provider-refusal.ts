/** A provider said no for a business reason; the call becomes a result with `success: false`. */
export class ProviderRefusal extends Error {
  override readonly name = "ProviderRefusal";
  /** A common code, such as `card_declined`. */
  readonly code: string;
  /** The provider's own code, such as a SEFAZ `cStat`. */
  readonly providerCode: string | undefined;

  /** The document that was refused and can be read all the same. */
  readonly invoiceId: string | undefined;

  constructor(refusal: {
    code: string;
    message: string;
    providerCode?: string | undefined;
    invoiceId?: string | undefined;
  }) {
    super(refusal.message);
    this.code = refusal.code;
    this.providerCode = refusal.providerCode;
    this.invoiceId = refusal.invoiceId;
  }
}
