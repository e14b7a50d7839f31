import { type JsonObject, sleep } from "@codespar/contract";
import type { ResolvedConnection } from "../../accounts/connections/resolve-connection.ts";
import type { BackendContext } from "../../context.ts";
import type { Provider, ProviderResponse, ProviderUpdate } from "../../ports/provider.ts";
import type { NativeCalls } from "../../ports/translator.ts";
import type { Operation } from "../../store/operation.ts";
import { refuseUnfitArguments } from "../tools/native-arguments.ts";
import { callProvider, getData, isUnavailable, ProviderTimeout } from "./call-provider.ts";

export interface NativeCallOptions {
  context: BackendContext;
  provider: Provider;
  connection: ResolvedConnection;
  /** What the provider knows the operation by. */
  effectId: string;
  emit(update: ProviderUpdate): void;
  /** Called before every call; throws to stop it. */
  beforeCall(): Promise<void>;
  /** Called once, before the effect leaves; throws to stop it. */
  beforeEffect(call: { tool: string; arguments: JsonObject }): Promise<void>;
  /** What the effect had returned, when the provider was asked for it afterwards. */
  found?: ProviderResponse | undefined;
}

/**
 * How far the effect of a translation has come.
 * `none` not asked for · `asked` left, no response yet · `refused` certainly nothing happened · `done` a response came
 */
export type EffectPhase = "none" | "asked" | "refused" | "done";

interface OperationCalls extends NativeCalls {
  phase(): EffectPhase;
  /** Whether any call has left for the provider. */
  hasLeft(): boolean;
  /** What `beforeCall` or `beforeEffect` threw: the work is not to go on, whatever the translation made of it. */
  stop(): { error: unknown } | undefined;
}

/** The native calls of one translation; `effect` happens at most once, under the operation's own id. */
export function nativeCalls(options: NativeCallOptions): OperationCalls {
  const { context, provider, connection, effectId, emit, beforeCall, beforeEffect, found } = options;
  let prepared = 0;
  let phase: EffectPhase = "none";
  let hasLeft = false;
  let stop: { error: unknown } | undefined;

  async function ready(before: () => Promise<void>): Promise<void> {
    try {
      await before();
    } catch (error) {
      stop = { error };
      throw error;
    }
  }

  async function call(tool: string, args: JsonObject, id: string): Promise<ProviderResponse> {
    await ready(beforeCall);
    hasLeft = true;
    return callProvider(context, provider, { ...connection, operationId: id, tool, arguments: args, emit });
  }

  return {
    phase: () => phase,
    hasLeft: () => hasLeft,
    stop: () => stop,
    async read(tool, args) {
      const response = await call(tool, args, effectId);
      // the effect has happened, so a refusal to show it is no refusal of the call
      if (!response.ok && phase === "done")
        throw new ProviderTimeout(`${tool} refused after the effect: ${response.code}.`);
      return getData(response);
    },
    pause: (delayMs) => sleep(context.timers, delayMs),
    async prepare(tool, args) {
      check(tool, args);
      prepared += 1;
      return getData(await call(tool, args, `${effectId}/${prepared}`));
    },
    async effect(tool, args) {
      if (phase !== "none")
        throw new Error(`The translation for ${provider.id} made a second effect: ${tool}.`);
      const response = found ?? (await ask(tool, args));
      phase = response.ok ? "done" : "refused";
      return getData(response);
    },
  };

  /** What happened already is past checking, and the limits may have been others then. */
  function check(tool: string, args: JsonObject): void {
    if (found === undefined) refuseUnfitArguments(provider, tool, args);
  }

  async function ask(tool: string, args: JsonObject): Promise<ProviderResponse> {
    check(tool, args);
    await ready(() => beforeEffect({ tool, arguments: args }));
    hasLeft = true;
    phase = "asked";
    try {
      return await callProvider(context, provider, {
        ...connection,
        operationId: effectId,
        tool,
        arguments: args,
        emit,
      });
    } catch (error) {
      if (isUnavailable(error)) phase = "refused";
      throw error;
    }
  }
}

/** The reason of an attempt that its provider says did not happen, and cannot happen any more under its id. */
export const notDone = "not_done";

/** How often providers have said of the operation that it did not happen. */
export function timesNotDone({ attempts }: Pick<Operation, "attempts">): number {
  return attempts.filter(({ reason }) => reason === notDone).length;
}

/**
 * The id under which a provider knows the operation: its own at first. Once a provider has promised that nothing can
 * happen under it, the next attempt has another, such as `tc_1.2`.
 */
export function getEffectId(operation: Pick<Operation, "attempts" | "id">): string {
  const times = timesNotDone(operation);
  return times === 0 ? operation.id : `${operation.id}.${times + 1}`;
}

/** The operation that a provider knows by this id. */
export function getOperationId(effectId: string): string {
  return effectId.replace(/\.\d+$/, "");
}
