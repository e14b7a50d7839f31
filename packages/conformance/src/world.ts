import type { ErrorBody, Transport } from "@codespar/contract";
import type { RecordedCall, Sandbox, SandboxOptions } from "@codespar/sandbox";
import { type ClientOptions, CodeSpar, type Session } from "@codespar/sdk";
import { checkContract, type Seen } from "./check-contract.ts";
import type { Open } from "./servers.ts";

export interface WorldOptions extends SandboxOptions {
  /** Internal errors are what the case is about. @default false */
  expectsInternalErrors?: boolean | undefined;
}

/** What a response looks like on the wire. */
export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** The JSON of the body; undefined when there is none. */
  body: unknown;
}

export interface WireRequest {
  /** An object is sent as JSON, text as it is. */
  body?: object | string | undefined;
  /** Added to authorization and content-type; undefined takes one away. */
  headers?: Record<string, string | undefined> | undefined;
  signal?: AbortSignal | undefined;
}

/** What a case works with: a fresh sandbox behind one transport, and a client that does not retry. */
export interface World {
  sandbox: Sandbox;
  codespar: CodeSpar;
  apiKey: string;
  transport: Transport;
  /** A client of its own. */
  client(options?: ClientOptions, runtime?: ConstructorParameters<typeof CodeSpar>[1]): CodeSpar;
  /** A client of another organisation. */
  otherOrganisation(): Promise<CodeSpar>;
  /** A request without the SDK. */
  wire(method: string, path: string, request?: WireRequest): Promise<WireResponse>;
  /** A session over a preset. */
  session(preset?: string, metadata?: Record<string, string>): Promise<Session>;
  /** What the simulated providers did, oldest first. */
  effects(provider?: string): RecordedCall[];
  /** Calls billed this month. */
  used(): Promise<number>;
}

/** Where a sandbox's clock stands unless given otherwise. */
export const now = "2026-11-21T12:00:00Z";

/** Opens a world, runs a case in it, and closes it; throws for whatever broke the contract on the way. */
export async function inWorld(
  open: Open,
  { expectsInternalErrors = false, ...options }: WorldOptions,
  seen: Seen,
  run: (world: World) => Promise<void>,
): Promise<void> {
  const internalErrors: unknown[] = [];
  const opened = await open({ seed: 1, now, ...options, onError: (error) => internalErrors.push(error) });
  try {
    await run(createWorld(opened.sandbox, checkContract(opened.transport, seen), opened.apiKey));
  } finally {
    await opened.close();
  }
  if (!expectsInternalErrors && internalErrors.length > 0) throw internalErrors[0];
  const [violation] = seen.violations.splice(0);
  if (violation !== undefined) throw new Error(`The contract was broken: ${violation}`);
}

function createWorld(sandbox: Sandbox, transport: Transport, apiKey: string): World {
  const client: World["client"] = (options, runtime) =>
    new CodeSpar({ apiKey, transport, maxRetries: 0, ...options }, runtime);
  const codespar = client();
  let organisations = 0;

  return {
    sandbox,
    codespar,
    apiKey,
    transport,
    client,
    async otherOrganisation() {
      organisations += 1;
      const other = `csk_test_other${organisations}`;
      await sandbox.addKey(other);
      return client({ apiKey: other });
    },
    async wire(method, path, { body, headers = {}, signal } = {}) {
      const sent: Record<string, string> = { authorization: `Bearer ${apiKey}` };
      if (body !== undefined) sent["content-type"] = "application/json";
      for (const [name, value] of Object.entries(headers)) {
        if (value === undefined) delete sent[name];
        else sent[name] = value;
      }
      const text = typeof body === "object" ? JSON.stringify(body) : body;
      const response = await transport.request({ method, path, headers: sent, body: text, signal });
      const responseText = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text: responseText,
        body: responseText.startsWith("{") ? JSON.parse(responseText) : undefined,
      };
    },
    session: async (preset = "brazilian", metadata) =>
      codespar.sessions.create({ preset, ...(metadata === undefined ? {} : { metadata }) }),
    effects: (provider) =>
      sandbox.calls.filter((call) => call.effect && (provider === undefined || call.provider === provider)),
    async used() {
      return (await codespar.usage.get({ tool_calls: false })).used;
    },
  };
}

/** The error body of a response that has to be one. */
export function getError({ status, body }: WireResponse): ErrorBody {
  if (status < 400) throw new Error(`Expected an error, got ${status}: ${JSON.stringify(body)}`);
  return body as ErrorBody; // every response was held to the contract
}
