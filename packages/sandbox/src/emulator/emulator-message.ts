import type { HttpMethod } from "@codespar/providers/connect";

/** A request to an emulated provider, without the provider's host or path prefix. */
export type { EmulatedRequest as EmulatorRequest } from "@codespar/providers/simulated";

export interface EmulatorResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The connection ends without a response: a provider that is down, or one whose response got lost. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";

  constructor() {
    super("The emulated provider ends the connection.");
  }
}

const methods: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE"] satisfies readonly HttpMethod[];

export function isHttpMethod(method: string): method is HttpMethod {
  return methods.includes(method);
}
