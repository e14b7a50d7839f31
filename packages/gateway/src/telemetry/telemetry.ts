import type { IncomingMessage } from "node:http";
import type { LiveProvider } from "../providers/live-providers.ts";

type Serve = (request: Request, incoming: IncomingMessage) => Promise<Response>;

/** Spans and metrics of a gateway. */
export interface Telemetry {
  /** The same handler, with a span and a duration for each request. */
  traceRequests(serve: Serve): Serve;
  /** The same provider, with a span and a duration for each call. */
  traceProvider(provider: LiveProvider): LiveProvider;
  /** Measures for how long what is due has been waiting; `getDueAt` returns milliseconds since the epoch. */
  observeWork(getDueAt: () => Promise<number | undefined>): void;
  /** Sends what was collected. */
  close(): Promise<void>;
}
