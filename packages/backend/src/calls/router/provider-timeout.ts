/** A provider was called, and no usable response came: the outcome of the call is not known. */
export class ProviderTimeout extends Error {
  override readonly name = "ProviderTimeout";
}
