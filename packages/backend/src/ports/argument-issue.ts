import type { Json } from "@codespar/contract";

/** What a native tool's schema, or one of its further limits, has against one argument. */
export interface ArgumentIssue {
  /** Keys from the arguments down, such as `items.0.value`. */
  path: string;
  problem: "missing" | "type" | "enum" | "unknown" | "length" | "range" | "pattern" | "decimals";
  /** The bound that was passed, where there is one. */
  limit?: number | undefined;
}

/** A provider's own error for an argument that it does not take. */
export interface OwnError {
  /** The provider's own code. */
  code?: string | undefined;
  message: string;
}

/** A limit that holds only beside certain arguments, such as the minimum of one currency, which JSON Schema says clumsily. */
export interface ArgumentLimit {
  /** Path of a number, such as `line_items.*.price_data.unit_amount`: `*` stands for every entry of a list. */
  path: string;
  /** Values by path under which the limit holds; null is an argument that is left out. @default always */
  when?: Readonly<Record<string, readonly Json[]>> | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  /** Digits after the point at most. */
  decimals?: number | undefined;
}
