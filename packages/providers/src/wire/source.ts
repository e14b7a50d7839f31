/**
 * How far a fact about a provider can be trusted.
 * `spec` official OpenAPI file, SDK source or type file · `doc` official documentation · `recording` seen in the real
 * service's own response · `community` somebody else's client or plugin · `unverified` inferred: try before you trust
 */
export type Confidence = "spec" | "doc" | "recording" | "community" | "unverified";

/** Where a fact about a provider comes from. */
export interface Source {
  /** A page, package or file, in few words. */
  source: string;
  confidence: Confidence;
}
