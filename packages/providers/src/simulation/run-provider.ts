import {
  type FoundOperation,
  type Provider,
  type ProviderCall,
  type ProviderResponse,
  ProviderUnavailable,
  type ProviderUpdate,
  type ProviderWebhook,
  type Timers,
} from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import { sleep } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import { ArgumentError } from "../json/native-json.ts";
import { toProviderTools } from "../tools/provider-tools.ts";
import type { DocumentChange } from "./document-change.ts";
import type { FaultControl } from "./faults-and-magic.ts";
import { merchant } from "./merchant.ts";
import {
  type CallContext,
  Refusal,
  type SimulatedServer,
  type SimulatedTool,
  type SimulationContext,
} from "./provider-definition.ts";
import { QR_PICTURE } from "./qr-picture.ts";
import type { DocumentKey, DueWork, SimulationState } from "./simulation-state.ts";

export interface SimulationEnvironment {
  state: SimulationState;
  clock: { now(): number };
  timers: Timers;
  random: RandomSource;
  faults: FaultControl;
  /** Milliseconds that a call of this tool takes. */
  getLatency(tool: string): number;
  webhook(webhook: ProviderWebhook): void;
  webhookId(): string;
  /** The address of a document's page, or of a file of it. */
  pageUrl(document: DocumentKey, file: string): string;
  /** Base64 of a PNG. @default one white pixel */
  qrPicture?: ((text: string) => string) | undefined;
  /** Called with what a server's own program threw: a mistake in the simulation, not a provider's whim. */
  onError(error: unknown): void;
  /** What is wrong with test credentials that are about to be stored. @default nothing */
  checkCredentials?: Provider["checkCredentials"];
  /** Called when the server refused the credentials of an account. */
  refused?: ((server: string, account: string) => void) | undefined;
  /** Called within the transaction for every document that is written, with a context of its account. */
  changed?: ((change: DocumentChange, context: SimulationContext) => void) | undefined;
  /** Called for due work that the server itself knows nothing of. */
  otherDue?: ((work: DueWork, context: SimulationContext) => void) | undefined;
  /** Called for every call that reaches the server. */
  record?: ((call: RecordedCall) => void) | undefined;
  /** Called with what the server returned to a recorded call, whether or not it reaches the caller. */
  recordResponse?: ((call: RecordedCall, response: ProviderResponse) => void) | undefined;
}

/** One call as the simulated server saw it. */
export interface RecordedCall {
  provider: string;
  tool: string;
  arguments: JsonObject;
  account: string;
  operationId: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** True when it did something; a repetition, a read and a refusal before processing do nothing. */
  effect: boolean;
}

/** A simulated server behind the backend's provider port, with its faults and its memory of operations. */
export interface SimulatedProvider extends Provider {
  runDue(work: DueWork): void;
  /** Does something at the server in the name of an account, as its dashboard would. */
  within<Result>(account: string, work: (context: SimulationContext) => Result): Result;
}

export function simulatedProvider(
  server: SimulatedServer,
  environment: SimulationEnvironment,
): SimulatedProvider {
  const { state, clock, faults, random, timers } = environment;
  const tools = toProviderTools(server.tools);
  const risks = new Map([
    ...tools.map((tool) => [tool.name, tool.risk] as const),
    ...Object.keys(server.reads ?? {}).map((name) => [name, "read"] as const),
  ]);

  function contextFor(account: string, now: number): SimulationContext {
    const context: SimulationContext = {
      server: server.id,
      account,
      merchant,
      now,
      random,
      // the server that reads a document is the one that wrote it, so it knows the shape
      get: (kind, id) => state.get({ server: server.id, account, kind, id }) as never,
      put(kind, id, document) {
        const key = { server: server.id, account, kind, id };
        const before = environment.changed === undefined ? undefined : state.get(key);
        const after = document as JsonObject; // documents are plain JSON by the servers' own types
        state.put(key, after);
        environment.changed?.({ ...key, before, after }, context);
      },
      list: (kind) => [...state.list(server.id, account, kind)] as never,
      schedule: (at, task, kind, id) => state.schedule({ at, task, server: server.id, account, kind, id }),
      notify: (operationId, type, data) =>
        environment.webhook({
          id: environment.webhookId(),
          provider: server.id,
          operationId,
          type,
          data,
          at: now,
        }),
      nextNumber: (series) => state.nextNumber(`${server.id} ${account} ${series}`),
      pageUrl: (kind, id, file = "") => environment.pageUrl({ server: server.id, account, kind, id }, file),
      qrPicture: environment.qrPicture ?? (() => QR_PICTURE),
    };
    return context;
  }

  function perform(
    call: ProviderCall,
    emit: (update: ProviderUpdate) => void,
    now: number,
  ): ProviderResponse {
    const tool = server.tools[call.tool] ?? createRead(server, call.tool);
    if (tool === undefined)
      return { ok: false, code: "unknown_tool", message: `${server.id} has no tool ${call.tool}.` };
    if (tool.handle === undefined) {
      return { ok: false, code: "not_simulated", message: `${call.tool} has no simulation yet.` };
    }
    const context: CallContext = { ...contextFor(call.account, now), operationId: call.operationId, emit };
    const outcome = handle(tool.handle, call.arguments, context);
    if (!(outcome instanceof Refusal)) return { ok: true, data: outcome };
    const { code, message, providerCode } = outcome;
    return { ok: false, code, message, ...(providerCode === undefined ? {} : { providerCode }) };
  }

  /** Records the call and the response. */
  function recorded(
    call: ProviderCall,
    effect: boolean,
    response: (now: number) => ProviderResponse,
  ): ProviderResponse {
    const { tool, arguments: args, account, operationId } = call;
    const now = clock.now();
    const entry = {
      provider: server.id,
      tool,
      arguments: args,
      account,
      operationId,
      at: now,
      effect,
    };
    environment.record?.(entry);
    const given = response(now);
    environment.recordResponse?.(entry, given);
    return given;
  }

  /** One operation, one effect: the first call decides, a repetition gets the same response. */
  function performOnce(call: ProviderCall, emit: (update: ProviderUpdate) => void): ProviderResponse {
    const risk = risks.get(call.tool);
    if (risk === "read" || risk === "quote") {
      return recorded(call, false, (now) => perform(call, emit, now));
    }
    return state.transaction(() => {
      const known = state.findOperation(server.id, call.operationId);
      if (known?.response === "never") throw new ProviderUnavailable("operation_withdrawn");
      return recorded(call, known === undefined, (now) => {
        if (known !== undefined) return known.response as unknown as ProviderResponse; // written below, by this function
        const response = perform(call, emit, now);
        state.recordOperation(server.id, call.operationId, { response: response as unknown as JsonObject }); // a response is plain JSON
        return response;
      });
    });
  }

  /** What a handler throws is reported to the developer; to the caller the provider is one that cannot do it. */
  function performOrReport(call: ProviderCall, emit: (update: ProviderUpdate) => void): ProviderResponse {
    try {
      return performOnce(call, emit);
    } catch (error) {
      if (!(error instanceof HandlerError)) throw error;
      environment.onError(error);
      throw new ProviderUnavailable("simulation_error");
    }
  }

  async function execute(call: ProviderCall): Promise<ProviderResponse> {
    const { verdict, slowMs } = faults.judge(server.id, call.tool);
    if (verdict === "refuse_down") throw new ProviderUnavailable("down");
    if (verdict === "refuse_credentials") {
      environment.refused?.(server.id, call.account);
      return {
        ok: false,
        code: "needs_connection",
        message: `${server.id} refused the credentials of this connection (HTTP 401). Connect it again.`,
      };
    }
    if (verdict === "refuse_503") throw new ProviderUnavailable("503");
    if (slowMs > 0) await sleep(timers, slowMs, call.signal);
    if (verdict === "lose_before_commit") throw new LostResponse();
    const losesResponse = verdict === "lose_after_commit" && !showsEffect(call);
    const latencyMs = environment.getLatency(call.tool);
    if (latencyMs === 0) {
      const response = performOrReport(call, losesResponse ? ignore : call.emit);
      if (losesResponse) throw new LostResponse();
      return response;
    }
    const updates: ProviderUpdate[] = [];
    const response = performOrReport(call, (update) => updates.push(update));
    for (const update of updates) {
      await sleep(timers, latencyMs / (updates.length + 1), call.signal);
      call.emit(update);
    }
    await sleep(timers, latencyMs / (updates.length + 1), call.signal);
    if (losesResponse) throw new LostResponse();
    return response;
  }

  /** A read that completes an effect, such as the QR code of a new payment: the lost response was the effect's own. */
  function showsEffect({ tool, operationId }: ProviderCall): boolean {
    return risks.get(tool) === "read" && state.findOperation(server.id, operationId) !== undefined;
  }

  async function find(operationId: string): Promise<FoundOperation> {
    const fault = faults.get(server.id);
    if (fault?.down) throw new ProviderUnavailable("down");
    if (fault?.forget) return { status: "unknown" };
    return state.transaction((): FoundOperation => {
      const recorded = state.findOperation(server.id, operationId);
      if (recorded === undefined) {
        // from now on the operation cannot happen here, however late its call arrives
        state.recordOperation(server.id, operationId, { response: "never" });
        return { status: "never" };
      }
      if (recorded.response === "never") return { status: "never" };
      return { status: "done", response: recorded.response as unknown as ProviderResponse }; // written by performOnce
    });
  }

  return {
    id: server.id,
    tools,
    ...(server.describeArgumentIssue === undefined
      ? {}
      : { describeArgumentIssue: server.describeArgumentIssue }),
    ...(environment.checkCredentials === undefined ? {} : { checkCredentials: environment.checkCredentials }),
    execute,
    find,
    runDue(work) {
      state.transaction(() => {
        const handler = server.due?.[work.task];
        if (handler === undefined) environment.otherDue?.(work, contextFor(work.account, clock.now()));
        else handler(work.kind, work.id, contextFor(work.account, clock.now()));
      });
    },
    within: (account, work) => state.transaction(() => work(contextFor(account, clock.now()))),
  };
}

/** A read that is no tool, as if it were one. */
function createRead(
  { reads = {} }: SimulatedServer,
  name: string,
): Pick<SimulatedTool, "handle"> | undefined {
  const handler = Object.hasOwn(reads, name) ? reads[name] : undefined;
  return handler === undefined ? undefined : { handle: handler };
}

function handle(
  handler: NonNullable<SimulatedTool["handle"]>,
  args: JsonObject,
  context: CallContext,
): ReturnType<typeof handler> {
  try {
    return handler(args, context);
  } catch (cause) {
    if (cause instanceof ArgumentError) return new Refusal("invalid_request", cause.message);
    throw new HandlerError(`${context.server} broke down while it simulated the call.`, { cause });
  }
}

/** The simulation itself has a fault. */
class HandlerError extends Error {
  override readonly name = "HandlerError";
}

/** The provider took the call and its response never came. */
class LostResponse extends Error {
  override readonly name = "LostAnswer";

  constructor() {
    super("The connection was lost before the provider responded.");
  }
}

function ignore(): void {}
