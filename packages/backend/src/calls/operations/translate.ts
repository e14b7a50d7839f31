import type { Json } from "@codespar/contract";
import { isError } from "@codespar/contract";
import { fiscalContext } from "../../accounts/fiscal-profiles/resolve-issuers.ts";
import type { BackendContext } from "../../context.ts";
import { busy } from "../../platform/provider-slots.ts";
import type { Provider, ProviderEnvironment } from "../../ports/provider.ts";
import { ProviderUnavailable } from "../../ports/provider.ts";
import { ProviderRefusal } from "../../ports/provider-refusal.ts";
import type { TranslationContext } from "../../ports/translator.ts";
import type { Operation } from "../../store/operation.ts";
import { circuitName } from "../../store/ownership.ts";
import type { Candidate } from "../router/tool-plan.ts";
import { ProviderTimeout } from "./call-provider.ts";
import { type EffectPhase, getEffectId, type NativeCallOptions, nativeCalls } from "./native-calls.ts";

/** The reason of an attempt that failed by our own mistake. */
export const ownFault = "internal_error";

/**
 * How an attempt at a candidate ended.
 * - `done` it did what was asked
 * - `refused` it said no for a business reason
 * - `silent` it was not available, or its response did not come
 * - `faulty` the translation itself went wrong, whatever the provider did
 */
export type AttemptResult = { phase: EffectPhase } & (
  | { outcome: "done"; data: Json }
  // `hasLeft`: false when the refusal was made inside, without asking the provider
  | { outcome: "refused"; refusal: ProviderRefusal; hasLeft: boolean }
  // `retryAfterMs`: for how long the provider asks to be left alone
  | { outcome: "silent"; reason: string; retryAfterMs?: number | undefined }
  | { outcome: "faulty"; error: Error }
);

interface AttemptOptions extends Omit<NativeCallOptions, "context" | "effectId" | "provider"> {
  context: BackendContext;
  operation: Operation;
  candidate: Candidate;
}

/** Has a candidate's translation do the call. Rejects only with what stops the work: a lost lease, a broken store. */
export async function translate({
  operation,
  candidate,
  ...options
}: AttemptOptions): Promise<AttemptResult> {
  const { provider } = candidate;
  const effectId = getEffectId(operation);
  const native = nativeCalls({ ...options, provider, effectId });
  const { context, connection } = options;
  const translation: TranslationContext = {
    operationId: effectId,
    now: operation.createdAt,
    environment: await getEnvironment(context, provider, connection.account),
  };
  if (operation.tool === "codespar_invoice") {
    const { environment } = translation;
    translation.fiscal = await fiscalContext(context, operation, connection.account, environment);
  }
  // what has happened is only read, and must not stay unknown for want of a place
  const slots = options.found === undefined ? context.providerSlots : undefined;
  const leave = await slots?.take(circuitName(provider.id, connection.account));
  if (slots !== undefined && leave === undefined) return { phase: "none", outcome: "silent", reason: busy };
  try {
    const data = await candidate.translate(native, translation);
    return { phase: native.phase(), outcome: "done", data };
  } catch (error) {
    const stop = native.stop();
    if (stop !== undefined) throw stop.error;
    const phase = native.phase();
    if (error instanceof ProviderRefusal)
      return { phase, outcome: "refused", refusal: error, hasLeft: native.hasLeft() };
    if (error instanceof ProviderUnavailable) {
      const { reason, retryAfterMs } = error;
      return { phase, outcome: "silent", reason, retryAfterMs };
    }
    if (error instanceof ProviderTimeout) return { phase, outcome: "silent", reason: "no_answer" };
    const what = `${operation.tool} could not be translated for ${provider.id}`;
    const reason = isError(error) ? error.message : String(error);
    return { phase, outcome: "faulty", error: new Error(`${what}: ${reason}`, { cause: error }) };
  } finally {
    leave?.();
  }
}

/** Whether what a provider does for the account counts: as it says, else as the backend is run. */
export function getEnvironment(
  { livemode }: Pick<BackendContext, "livemode">,
  provider: Pick<Provider, "environment" | "environmentOf">,
  account: string,
): Promise<ProviderEnvironment> | ProviderEnvironment {
  return provider.environmentOf?.(account) ?? provider.environment ?? (livemode ? "live" : "test");
}
