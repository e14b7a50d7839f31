import type { Currency, MetaToolName, Risk } from "@codespar/contract";

/** A tool call whose arguments have been checked. */
export type ParsedCall = {
  /** The effective arguments: the caller's, with the session's pinned ones over them. */
  arguments: Record<string, unknown>;
  risk: Risk;
  /** Minor units; null when the call asks for no amount. */
  amount: number | null;
  currency: Currency | null;
} & (
  | { kind: "meta"; name: MetaToolName; server: "codespar" }
  | { kind: "native"; name: string; server: string }
);
