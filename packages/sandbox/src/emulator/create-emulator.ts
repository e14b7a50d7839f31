import { findLimitIssue } from "@codespar/backend";
import { ProviderUnavailable } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import { suggest } from "@codespar/contract";
import {
  checkArguments,
  type DocumentChange,
  type DueWork,
  type EmulatedResponse,
  type EmulationDefinition,
  type EmulationProblem,
  emulations,
  fromHttp,
  putWebhookEndpoint,
  Refusal,
  type SimulatedProvider,
  type SimulationContext,
  type WireTable,
} from "@codespar/providers/simulated";
import { originPrefix, type Sandbox } from "@codespar/sandbox-core";
import { type AccountSource, EmulatedAccounts, sha256Hex } from "./accounts.ts";
import {
  ConnectionLost,
  type EmulatorRequest,
  type EmulatorResponse,
  isHttpMethod,
} from "./emulator-message.ts";
import { IdempotentRequests, type KeyVerdict } from "./idempotent-requests.ts";
import { Outbox, type PostWebhook, postByFetch } from "./outbox.ts";

export interface EmulatorOptions {
  sandbox: Sandbox;
  /** Ids of the providers. @default "all" */
  providers?: readonly string[] | "all" | undefined;
  /** Sends the providers' webhooks. @default fetch */
  post?: PostWebhook | undefined;
  /**
   * When webhooks are signed: a receiver compares it with its own clock, which is not the sandbox's.
   * @default the wall clock
   */
  sendingClock?: { now(): number } | undefined;
}

/** The sandbox as the providers themselves: their own HTTP over its simulation. */
export interface Emulator {
  /** Ids of the emulated providers. */
  providers: readonly string[];
  definition(provider: string): EmulationDefinition | undefined;
  /** Rejects with `ConnectionLost` when the connection is to end without a response. */
  handle(provider: string, request: EmulatorRequest): Promise<EmulatorResponse>;
  /** A test credential that stands for an account of the sandbox, such as an organisation's id; always the same one. */
  credential(provider: string, account: string): Promise<string>;
  /** Everything that a connection to an account of the sandbox needs, its webhooks verified with `webhookSecret`. */
  connection(provider: string, account: string, webhookSecret: string): Promise<Record<string, string>>;
  /** Maps a credential to an account. An unknown one gets an account of its own. */
  link(provider: string, credential: string, account: AccountSource): Promise<void>;
  /** Has an account's webhooks sent there. */
  addWebhook(provider: string, account: string, endpoint: NewWebhook): Promise<void>;
  close(): void;
}

export interface NewWebhook {
  url: string;
  /** The token or signing key that the receiver verifies with. */
  secret: string;
  /** @default all */
  events?: readonly string[] | undefined;
}

/** Longest request body, in bytes. */
const largestBody = 1024 * 1024;

/** Makes an emulator over a sandbox. Throws for a provider that cannot be emulated. */
export function createEmulator({
  sandbox,
  providers = "all",
  post = postByFetch,
  sendingClock = Date,
}: EmulatorOptions): Emulator {
  const { simulation } = sandbox;
  const definitions = pickDefinitions(providers);
  const accounts = new EmulatedAccounts();
  const requests = new IdempotentRequests();
  const outbox = new Outbox({ simulation, definitions, post, now: () => sendingClock.now() });
  const listener = {
    changed: (change: DocumentChange, context: SimulationContext) => outbox.changed(change, context),
    due: (work: DueWork) => outbox.due(work),
    send: () => outbox.send(),
  };
  // who emulates nobody looks at no change
  const stopListening = definitions.size === 0 ? () => {} : simulation.listen(listener);

  function getDefinition(id: string): EmulationDefinition {
    const definition = definitions.get(id);
    if (definition === undefined)
      throw new RangeError(`${id} is not emulated here. There are ${[...definitions.keys()].join(", ")}.`);
    return definition;
  }

  async function handle(id: string, request: EmulatorRequest): Promise<EmulatorResponse> {
    const definition = getDefinition(id);
    const requestId = `req_${randomToken(14)}`;
    const response = await respond(definition, request);
    return { ...response, headers: { ...definition.headers?.({ requestId, request }), ...response.headers } };
  }

  async function respond(
    definition: EmulationDefinition,
    request: EmulatorRequest,
  ): Promise<EmulatorResponse> {
    const problem = (what: EmulationProblem, hint?: string) => write(definition.describe(what), hint);
    const { method } = request;
    const path =
      definition.basePath === undefined ? request.path : request.path.replace(definition.basePath, "");
    if (!isHttpMethod(method)) return problem({ kind: "method", method, path });
    if (request.body.length > largestBody) return problem({ kind: "body" });
    // without a credential nobody learns what there is
    const credential = definition.readCredential(request.headers, request) ?? "";
    const refused =
      credentialProblem(definition, credential) ?? (await signatureProblem(definition, request, credential));
    if (refused !== undefined && !hasOpenCall(definition, path)) return problem(refused);
    const wire = getWire(definition);
    const getSchema = (tool: string) => getInput(definition, tool);
    const read = await definition.readRequest?.(request);
    if (read !== undefined && "response" in read)
      return refused === undefined ? write(read.response) : problem(refused);
    const call =
      read ??
      fromHttp(wire, { ...request, path, method, contentType: request.headers["content-type"] }, getSchema);
    if ("problem" in call) {
      return call.problem === "path" || call.problem === "method"
        ? problem({ kind: call.problem, method, path }, "This path is not emulated.")
        : problem({ kind: call.problem });
    }
    const isOpen = definition.calls?.[call.tool]?.open === true;
    if (!isOpen && refused !== undefined) return problem(refused);
    const provider = simulation.provider(definition.id);
    if (provider === undefined)
      throw new Error(`The sandbox has another provider in the place of ${definition.id}.`);
    const key = request.headers[definition.idempotency?.header ?? ""] ?? "";
    if (key === "" && definition.idempotency?.required?.includes(call.tool) === true)
      return problem({ kind: "key_missing", tool: call.tool });
    const account = isOpen ? openAccount : await accounts.find(definition, credential);
    const run = (origin: string) => perform(definition, provider, { ...call, account, origin, credential });
    return simulation.run(() => once(definition, provider, { ...request, account }, run));
  }

  /** By the provider's rules for its idempotency key, where it has one and the request carries it. */
  async function once(
    definition: EmulationDefinition,
    provider: SimulatedProvider,
    request: EmulatorRequest & { account: string },
    run: (origin: string) => Promise<EmulatorResponse>,
  ): Promise<EmulatorResponse> {
    const rules = definition.idempotency;
    const key = rules === undefined ? undefined : request.headers[rules.header];
    if (rules === undefined || key === undefined || key === "" || !rules.methods.includes(request.method))
      return run(newOrigin());
    const { verdict, done } = await requests.begin(
      rules,
      { ...request, key, now: sandbox.clock.now() },
      { provider, newOrigin },
    );
    try {
      return await settle(definition, verdict, { key, path: request.path }, run);
    } finally {
      done();
    }
  }

  async function settle(
    definition: EmulationDefinition,
    verdict: KeyVerdict,
    request: { key: string; path: string },
    run: (origin: string) => Promise<EmulatorResponse>,
  ): Promise<EmulatorResponse> {
    switch (verdict.outcome) {
      case "replay":
        return verdict.response;
      case "reused":
        return write(definition.describe({ kind: "key_reused", ...request }));
      case "in_flight":
        return write(definition.describe({ kind: "key_in_flight", ...request }));
      case "new": {
        const response = await run(verdict.origin);
        // what was refused before it was processed may be tried again under its key
        if (response.status !== 503) verdict.keep(response);
        return response;
      }
      default:
        throw new TypeError(`Unknown verdict ${JSON.stringify(verdict satisfies never)}.`);
    }
  }

  async function perform(
    definition: EmulationDefinition,
    provider: SimulatedProvider,
    {
      tool,
      arguments: args,
      account,
      origin,
      credential,
    }: { tool: string; arguments: JsonObject; account: string; origin: string; credential: string },
  ): Promise<EmulatorResponse> {
    const issues = [
      ...checkArguments(args, { required: definition.alsoRequired?.[tool] ?? [] }),
      ...checkArguments(args, getInput(definition, tool) ?? {}, definition),
    ];
    const beyond = issues.length > 0 ? undefined : findLimitIssue(definition.tools[tool]?.limits, args);
    if (beyond !== undefined) issues.push(beyond);
    if (issues.length > 0)
      return write(definition.describe({ kind: "arguments", tool, arguments: args, issues }));
    const own = definition.calls?.[tool];
    const entry = getWire(definition).tools[tool];
    if (own !== undefined) {
      const made = provider.within(account, (context) =>
        own.handle(args, { ...context, operationId: origin, emit: () => {} }, credential),
      );
      if (made instanceof Refusal)
        return write(definition.describe({ kind: "refusal", tool, arguments: args, refusal: made }));
      return write({
        status: own.status ?? 200,
        body: own.listAs === undefined ? made : (made[own.listAs] ?? []),
      });
    }
    const { signal } = new AbortController();
    try {
      const result = await provider.execute({
        operationId: origin,
        tool,
        arguments: args,
        account,
        signal,
        emit: () => {},
      });
      if (result.ok) {
        const described = definition.describeResult?.(tool, result.data);
        if (described !== undefined) return write(described);
        const { status = 200, listAs } = entry ?? { status: 200 };
        return write({ status, body: listAs === undefined ? result.data : (result.data[listAs] ?? []) });
      }
      if (result.code === "needs_connection")
        return write(definition.describe({ kind: "credential", what: "malformed" }));
      if (result.code === "not_simulated")
        return write(definition.describe({ kind: "not_simulated", tool }), `${tool} has no simulation yet.`);
      return write(
        definition.describe({
          kind: "refusal",
          tool,
          arguments: args,
          refusal: { providerCode: undefined, ...result },
        }),
      );
    } catch (error) {
      // `onError` of the sandbox has heard of a mistake in the simulation
      if (error instanceof ProviderUnavailable && error.reason === "simulation_error")
        return { status: 500, headers: {}, body: "" };
      if (error instanceof ProviderUnavailable && error.reason === "503")
        return write(definition.describe({ kind: "unavailable" }));
      // down, or its response was lost
      throw new ConnectionLost();
    }
  }

  async function getCredential(id: string, account: string): Promise<string> {
    const definition = getDefinition(id);
    const made = definition.makeCredential((await sha256Hex(`codespar ${id} ${account}`)).slice(0, 40));
    await accounts.link(definition, made, account);
    return made;
  }

  function newOrigin(): string {
    return `${originPrefix}${randomToken(26)}`;
  }

  function randomToken(length: number): string {
    const random = simulation.random();
    return Array.from({ length }, () => "0123456789abcdefghjkmnpqrstvwxyz"[random.integer(32)]).join("");
  }

  return {
    providers: [...definitions.keys()],
    definition: (provider) => definitions.get(provider),
    handle,
    credential: getCredential,
    connection: async (id, account, webhookSecret) =>
      getDefinition(id).connection(await getCredential(id, account), webhookSecret),
    link: (id, credential, account) => accounts.link(getDefinition(id), credential, account),
    async addWebhook(id, account, { url, secret, events = ["*"] }) {
      getDefinition(id);
      await simulation.run(() =>
        simulation.provider(id)?.within(account, (context) =>
          putWebhookEndpoint(context, {
            id: `we_${randomToken(24)}`,
            url,
            secret,
            events,
            enabled: true,
          }),
        ),
      );
    },
    close: stopListening,
  };
}

function pickDefinitions(ids: readonly string[] | "all"): ReadonlyMap<string, EmulationDefinition> {
  if (ids === "all") return emulations;
  return new Map(
    ids.map((id) => {
      const definition = emulations.get(id);
      if (definition !== undefined) return [id, definition];
      const known = [...emulations.keys()];
      const [near] = suggest(id, known);
      const hint = near === undefined ? `There are ${known.join(", ")}.` : `Did you mean ${near}?`;
      throw new RangeError(`${JSON.stringify(id.slice(0, 60))} cannot be emulated. ${hint}`);
    }),
  );
}

/** In whose name calls are done that need no credential. */
const openAccount = "open";

function credentialProblem(
  definition: EmulationDefinition,
  credential: string,
): Extract<EmulationProblem, { kind: "credential" }> | undefined {
  if (credential === "") return { kind: "credential", what: "missing" };
  const what = definition.classifyCredential(credential);
  return what === "test" ? undefined : { kind: "credential", what };
}

async function signatureProblem(
  { isSigned }: EmulationDefinition,
  request: EmulatorRequest,
  credential: string,
): Promise<Extract<EmulationProblem, { kind: "credential" }> | undefined> {
  if (isSigned === undefined || (await isSigned(request, credential))) return undefined;
  return { kind: "credential", what: "malformed" };
}

function hasOpenCall({ calls = {} }: EmulationDefinition, path: string): boolean {
  return Object.values(calls).some((call) => call.open === true && "post" in call && call.post === path);
}

const wires = new WeakMap<EmulationDefinition, WireTable>();

/** Tools and the provider's other calls in one table, put together once. */
function getWire(definition: EmulationDefinition): WireTable {
  const known = wires.get(definition);
  if (known !== undefined) return known;
  const { wire, calls = {} } = definition;
  const table = { ...wire, tools: { ...wire.tools, ...calls } };
  wires.set(definition, table);
  return table;
}

function getInput({ tools, calls }: EmulationDefinition, tool: string) {
  return tools[tool]?.input ?? calls?.[tool]?.input;
}

function write({ status, headers = {}, body }: EmulatedResponse, hint?: string): EmulatorResponse {
  const isText = typeof body === "string" && headers["content-type"] !== undefined;
  return {
    status,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(hint === undefined ? {} : { "codespar-emulator": hint }),
      ...headers,
    },
    body: body === undefined ? "" : isText ? body : JSON.stringify(body),
  };
}
