import {
  type Credentials,
  type DispatchedCall,
  type FindContext,
  type FoundOperation,
  type Provider,
  type ProviderCall,
  type ProviderEnvironment,
  type ProviderResponse,
  ProviderUnavailable,
} from "@codespar/backend/ports";

import type { Json, JsonObject } from "@codespar/contract";
import { toProviderTools } from "../tools/provider-tools.ts";
import { toHttp } from "../wire/to-http.ts";
import type { WireTable } from "../wire/wire-entry.ts";
import { AccessTokens, CredentialsRefused } from "./access-tokens.ts";
import { findCredentialProblem, findNewCredentialProblem } from "./check-credentials.ts";
import type { ConnectorDefinition, FindStrategy, LookUp, ReferenceField } from "./connector-definition.ts";
import { OutcomeUnknown } from "./outcome-unknown.ts";
import { addReference, hideReferences, writeReference } from "./own-reference.ts";
import { pemLabels, readPem, readPemBody } from "./pem.ts";
import { readOutcome } from "./read-outcome.ts";
import {
  type ClientCertificate,
  CredentialsUnusable,
  type IncomingResponse,
  NothingSent,
  type Sender,
} from "./sender.ts";

export interface ConnectOptions {
  /** Whose money: it follows the organisation's livemode and decides which hosts and credentials are used. */
  environment: ProviderEnvironment;
  /** The address of an emulator, without a slash at the end; only in the test environment. @default the definition's host */
  baseUrl?: string | undefined;
  /** Sends the requests. @default undici in Node.js, fetch elsewhere */
  send?: Sender | undefined;
  clock?: { now(): number } | undefined;
}

/** A provider over HTTPS. */
export interface ConnectedProvider extends Provider {
  environment: ProviderEnvironment;
  version: string;
  /** What is wrong with credentials before they are stored; undefined when nothing shows. No request is made. */
  checkCredentials(credentials: Credentials): string | undefined;
  /** A read for CodeSpar itself, its response as the provider wrote it. Rejects with `ProviderUnavailable`. */
  read(
    tool: string,
    args: JsonObject,
    context: Pick<ProviderCall, "account" | "credentials" | "signal">,
  ): Promise<ProviderResponse>;
  /** A response of `read` as callers see it: without our ids in front of their references. */
  hideReferences<Value extends Json>(value: Value): Value;
}

/** Nothing was sent: what this account belongs to has no such service in this environment. Its credentials are as good as before. */
class NotOffered extends Error {
  override readonly name = "NotOffered";

  constructor(tool: string) {
    super(`nothing was sent. There is no service for ${tool} in this environment of the account.`);
  }
}

/** A key is not used in the last hour of its life: clocks differ, and a request takes its time. */
const keyMarginMs = 3_600_000;

/** Makes a provider of its definition. `send` is what the two entries of `@codespar/providers/connect` differ in. */
export function connectWith(
  defaultSender: () => Sender,
  definition: ConnectorDefinition,
  { environment, baseUrl, clock = Date, ...options }: ConnectOptions,
): ConnectedProvider {
  const { id, effects, version } = definition;
  const base = resolveBase(definition, environment, baseUrl);
  const wire: WireTable = {
    ...definition.wire,
    tools: { ...definition.wire.tools, ...definition.lookUps },
  };
  const tools = toProviderTools(definition.tools);
  const risks = new Map(tools.map((tool) => [tool.name, tool.risk]));
  /** Where an effect carries our id; none for what is no effect. */
  function getFields(tool: string): readonly ReferenceField[] {
    const reference = effects[tool]?.reference;
    return reference === undefined ? [] : "path" in reference ? [reference] : reference;
  }

  function stamp(operationId: string, tool: string, args: JsonObject): JsonObject {
    return getFields(tool).reduce((stamped, field) => addReference(operationId, field, stamped), args);
  }

  const hidden = new Set(
    Object.keys(effects).flatMap((tool) =>
      getFields(tool).flatMap(({ path, shared, listed }) =>
        shared === true || listed === true ? [lastKey(path)] : [],
      ),
    ),
  );
  let sender = options.send;
  const senderOf = () => {
    sender ??= defaultSender();
    return sender;
  };
  const issuers = new Map<string, AccessTokens>();

  /** Who issues the tokens of a tool's host; undefined where there are none. */
  function getTokens(tool: string): AccessTokens | undefined {
    const host = wire.tools[tool]?.host ?? "";
    const other = definition.otherTokens?.[host];
    const token = other ?? definition.token;
    if (token === undefined) return undefined;
    const name = other === undefined ? "" : host;
    let issuer = issuers.get(name);
    if (issuer === undefined) {
      issuer = new AccessTokens({
        provider: id,
        definition: token,
        path: typeof token.path === "string" ? token.path : token.path[environment],
        baseUrl: baseUrl === undefined ? (token.hosts?.[environment] ?? base) : base,
        send: senderOf,
        clock,
        getCertificate,
      });
      issuers.set(name, issuer);
    }
    return issuer;
  }

  function getCertificate(credentials: Credentials): ClientCertificate | undefined {
    const fields = definition.clientCertificate;
    if (fields === undefined) return undefined;
    const certificate = readPem(credentials[fields.certificate] ?? "", pemLabels.certificate);
    const key = readPem(credentials[fields.key] ?? "", pemLabels["private key"]);
    return certificate === undefined || key === undefined ? undefined : { certificate, key };
  }

  function isRead(tool: string): boolean {
    const risk = risks.get(tool);
    return risk === "read" || risk === "quote" || definition.lookUps?.[tool] !== undefined;
  }

  /** One request, once, its response as the provider wrote it. Throws `ProviderUnavailable` or something that leaves the outcome unknown. */
  async function send(
    tool: string,
    args: JsonObject,
    operationId: string,
    { credentials = {}, signal }: Pick<ProviderCall, "credentials" | "signal">,
  ): Promise<ProviderResponse> {
    const attempt = (token: string) => request(tool, args, operationId, { credentials, signal, token });
    const tokens = getTokens(tool);
    try {
      if (tokens === undefined) return read(tool, args, await attempt(""));
      const token = await tokens.get(credentials, signal);
      const response = await attempt(token);
      // withdrawn before its time: a call without a valid token is not processed, and may go again under a new one
      if (response.status !== 401 || !(await tokens.drop(credentials, token)))
        return read(tool, args, response);
      return read(tool, args, await attempt(await tokens.get(credentials, signal)));
    } catch (error) {
      if (error instanceof CredentialsRefused)
        return { ok: false, code: "needs_connection", message: error.message };
      if (error instanceof CredentialsUnusable)
        return { ok: false, code: "needs_connection", message: `${id}: ${error.message}` };
      if (error instanceof NotOffered)
        return { ok: false, code: "action_not_offered", message: `${id}: ${error.message}` };
      throw error;
    }
  }

  async function request(
    tool: string,
    args: JsonObject,
    operationId: string,
    { credentials, signal, token }: { credentials: Credentials; signal: AbortSignal; token: string },
  ): Promise<IncomingResponse> {
    const complete = (await definition.complete?.(tool, args, credentials, environment)) ?? args;
    const { method, path, query, ...form } = toHttp(wire, tool, complete, credentials);
    const now = clock.now();
    const message = await definition.messages?.write({
      tool,
      arguments: complete,
      credentials,
      environment,
      now,
    });
    const { body, contentType } = message ?? form;
    const headers: Record<string, string> = {
      accept: "application/json",
      ...definition.authorize(credentials, token, wire.tools[tool]?.host, tool),
    };
    if (contentType !== undefined) headers["content-type"] = contentType;
    const { idempotency } = definition;
    if (idempotency?.methods.includes(method) === true) headers[idempotency.header] = operationId;
    const address = `${getHost(tool, credentials)}${path}${query === "" ? "" : `?${query}`}`;
    // an emulator serves all of a provider's addresses at its own
    const url = message === undefined || baseUrl !== undefined ? address : message.url;
    if (url === undefined) throw new NotOffered(tool);
    Object.assign(
      headers,
      await definition.sign?.({ method, path, query, body: body ?? "", now }, credentials),
    );
    const clientCertificate = getCertificate(credentials);
    // only an emulator is reached without TLS: it gets the certificate in a header, as behind a proxy that ends TLS (RFC 9440)
    if (clientCertificate !== undefined && url.startsWith("http:"))
      headers["client-cert"] = `:${readPemBody(clientCertificate.certificate, pemLabels.certificate)}:`;
    try {
      const publicHost = definition.userHost === true && baseUrl === undefined;
      return await senderOf()({ method, url, headers, body, clientCertificate, publicHost, signal });
    } catch (error) {
      if (error instanceof CredentialsUnusable) throw error;
      if (error instanceof NothingSent) throw new ProviderUnavailable(error.reason);
      if (isRead(tool)) throw new ProviderUnavailable("no_response");
      // what the platform threw may quote addresses and headers
      throw new OutcomeUnknown(id, tool, "no response arrived");
    }
  }

  /** An emulator serves all hosts of a provider at one address. */
  function getHost(tool: string, credentials: Credentials): string {
    const other = wire.tools[tool]?.host;
    if (baseUrl !== undefined) return base;
    const host = other === undefined ? base : (definition.otherHosts?.[other]?.[environment] ?? base);
    return host.replace(/\{(\w+)\}/g, (_sign, name: string) => credentials[name] ?? "");
  }

  function read(tool: string, args: JsonObject, response: IncomingResponse): ProviderResponse {
    const { listAs } = wire.tools[tool] ?? {};
    return readOutcome(definition, response, { tool, arguments: args, listAs, isRead: isRead(tool) });
  }

  function withoutReferences(result: ProviderResponse): ProviderResponse {
    return result.ok ? { ok: true, data: hideReferences(result.data, hidden) } : result;
  }

  function findProblem(tool: string, credentials: Credentials = {}): string | undefined {
    return findCredentialProblem(definition, credentials, environment, definition.needs?.(tool));
  }

  async function execute(call: ProviderCall): Promise<ProviderResponse> {
    const { tool, operationId } = call;
    if (!Object.hasOwn(wire.tools, tool))
      return { ok: false, code: "unknown_tool", message: `${id} has no tool ${tool}.` };
    const problem = findProblem(tool, call.credentials);
    if (problem !== undefined) return { ok: false, code: "needs_connection", message: problem };
    const contradiction = definition.findContradiction?.(call.arguments, environment);
    if (contradiction !== undefined)
      return { ok: false, code: "invalid_request", message: `${id}: ${contradiction}` };
    const args = stamp(operationId, tool, call.arguments);
    return withoutReferences(await send(tool, args, operationId, call));
  }

  async function find(operationId: string, context: FindContext): Promise<FoundOperation> {
    const { dispatched } = context;
    if (dispatched === undefined) return { status: "unknown" };
    const strategy = effects[dispatched.tool]?.find;
    if (strategy === undefined || strategy.find === "none") return { status: "unknown" };
    // another environment's account knows nothing of it, whatever it says
    if (dispatched.environment !== undefined && dispatched.environment !== environment)
      return { status: "unknown" };
    if (findCredentialProblem(definition, context.credentials ?? {}, environment) !== undefined)
      return { status: "unknown" };
    if (strategy.find === "repeat" && mayRepeat(strategy, dispatched))
      return repeat(operationId, dispatched, context);
    const { lookUp } = strategy;
    if (lookUp === undefined) return { status: "unknown" };
    const data = await lookUpEffect(lookUp, operationId, dispatched, context);
    if (data !== undefined) return { status: "done", response: { ok: true, data } };
    return strategy.find === "look up" && strategy.fence !== undefined
      ? { status: "never" }
      : { status: "unknown" };
  }

  /** The same bytes under the same key, and never later than the provider remembers it. */
  function mayRepeat(
    { keyLifeMs }: Extract<FindStrategy, { find: "repeat" }>,
    dispatched: DispatchedCall,
  ): boolean {
    const isSameVersion = dispatched.version === undefined || dispatched.version === version;
    return isSameVersion && clock.now() < dispatched.dispatchedAt + keyLifeMs - keyMarginMs;
  }

  async function repeat(
    operationId: string,
    { tool, arguments: args }: DispatchedCall,
    context: FindContext,
  ): Promise<FoundOperation> {
    try {
      const stamped = stamp(operationId, tool, args);
      const result = await send(tool, stamped, operationId, context);
      // new credentials that are refused say nothing of the old request
      if (!result.ok && result.code === "needs_connection") return { status: "unknown" };
      return { status: "done", response: withoutReferences(result) };
    } catch {
      return { status: "unknown" };
    }
  }

  async function lookUpEffect(
    lookUp: LookUp,
    operationId: string,
    { tool, arguments: args, dispatchedAt }: DispatchedCall,
    context: FindContext,
  ): Promise<JsonObject | undefined> {
    const [field] = getFields(tool);
    const found = await lookUp({
      arguments: stamp(operationId, tool, args),
      reference: field === undefined ? operationId : writeReference(operationId, field, args),
      operationId,
      dispatchedAt,
      async read(name, readArguments) {
        // with our references as the provider has them: what is looked up is compared by them
        const result = await send(name, readArguments, operationId, context);
        // who may not look has not seen that it is not there
        if (!result.ok && result.code === "needs_connection")
          throw new ProviderUnavailable("needs_connection");
        return result.ok ? result.data : undefined;
      },
    });
    return found === undefined ? undefined : hideReferences(found, hidden);
  }

  return {
    id,
    environment,
    version,
    tools,
    ...(definition.describeArgumentIssue === undefined
      ? {}
      : { describeArgumentIssue: definition.describeArgumentIssue }),
    execute,
    canFind: (tool) => (effects[tool]?.find.find ?? "none") !== "none",
    find,
    checkCredentials: (credentials) => findNewCredentialProblem(definition, credentials, environment),
    async read(tool, args, context) {
      if (!isRead(tool)) throw new TypeError(`${tool} is no read.`);
      const problem = findProblem(tool, context.credentials);
      if (problem !== undefined) return { ok: false, code: "needs_connection", message: problem };
      return send(tool, args, "", context);
    },
    hideReferences: (value) => hideReferences(value, hidden),
  };
}

/** Live hosts stand in the definition: a wrong setting must not lead a live key elsewhere. */
function resolveBase(
  { id, hosts }: ConnectorDefinition,
  environment: ProviderEnvironment,
  baseUrl: string | undefined,
): string {
  if (baseUrl === undefined) return hosts[environment];
  if (environment === "live")
    throw new RangeError(
      `baseUrl: ${id} has one live address, ${hosts.live}. Leave baseUrl away, or connect with environment "test".`,
    );
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    throw new RangeError(
      `baseUrl: give an http or https address, such as http://127.0.0.1:4010/providers/${id}.`,
    );
  return baseUrl.replace(/\/+$/, "");
}

function lastKey(path: string): string {
  return path.split(".").at(-1) ?? path;
}
