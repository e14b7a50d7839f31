import type { Json } from "./json.ts";

/** Why a provider said no, or what went wrong. */
export interface ToolError {
  code: string;
  message: string;
  /** The provider's own code, such as a SEFAZ `cStat` or an acquirer's decline code. */
  provider_code?: string | undefined;
  /** The rejected document, where one is kept: `codespar_invoice` with action `get` reads it. */
  invoice_id?: string | undefined;
}

interface ToolResultBase {
  tool_call_id: string;
  tool: string;
  /** `codespar` for a meta-tool, else the native tool's server. */
  server: string;
  /** Who handled the call, also after a fallback. */
  provider: string | null;
  /** Milliseconds. */
  duration_ms: number;
  called_at: string;
  /** True when this is the stored response of an earlier call with the same idempotency key. */
  replayed: boolean;
}

export interface ToolSuccess<Data = Json> extends ToolResultBase {
  success: true;
  data: Data;
  error: null;
}

/** A business refusal (a declined card, a rejected NF-e) is a result, not an exception. */
export interface ToolFailure extends ToolResultBase {
  success: false;
  data: null;
  error: ToolError;
}

/** The response to a tool call; `success` distinguishes the two shapes. */
export type ToolResult<Data = Json> = ToolSuccess<Data> | ToolFailure;
