/** A provider was asked and its response did not come, or is none: what became of the call is not known from it. */
export class ProviderTimeout extends Error {
  override readonly name = "ProviderTimeout";
}
