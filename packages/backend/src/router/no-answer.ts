/** A provider was asked and its answer did not come, or is none: what became of the call is not known from it. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}
