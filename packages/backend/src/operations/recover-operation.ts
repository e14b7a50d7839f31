import type { Json } from "@codespar/contract";
import { failure } from "../api-failure.ts";
import type { FoundOperation } from "../provider.ts";
import { ProviderRefusal } from "../provider-refusal.ts";
import { type ResolvedConnection, resolveConnection } from "../router/resolve-connection.ts";
import type { Candidate } from "../router/tool-plan.ts";
import type { Operation } from "../store/operation.ts";
import { LeaseLost, leaseKeeper } from "./lease.ts";
import { nativeCalls } from "./native-calls.ts";
import type { OperationRun } from "./run-operation.ts";
import { settleFailed, settleRefused, settleSucceeded, settleUnknown } from "./settle-operation.ts";

/**
 * Asks the provider that may have done the operation what became of it, and settles accordingly.
 * Never asks it to do anything, and never asks another provider.
 */
export async function recoverOperation(run: OperationRun, candidate: Candidate): Promise<Operation> {
  const { services, operation } = run;
  const { provider } = candidate;
  const keepLease = leaseKeeper(services, operation);
  await keepLease();
  const found = await askWhatBecameOf(run, candidate);
  if (found.status === "unknown") return settleUnknown(run, provider.id);
  if (found.status === "never") {
    const message = `${provider.id} did not answer, and says that it did not do ${operation.tool}. Nothing was done; try again.`;
    return settleFailed(
      run,
      failure("provider_unavailable", message, { providers: [{ id: provider.id, reason: "no_answer" }] })
        .body,
    );
  }
  const native = nativeCalls({
    services,
    provider,
    connection: found.connection,
    operationId: operation.id,
    emit: () => {},
    beforeCall: keepLease,
    beforeEffect: async () => {},
    found: found.answer,
  });
  let data: Json;
  try {
    data = await candidate.translate(native, { operationId: operation.id, now: operation.createdAt });
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    // a read before the effect may refuse what the effect has changed: that is no refusal of the call
    const isRefused = error instanceof ProviderRefusal && native.phase() !== "none";
    if (isRefused) return settleRefused(run, provider.id, error);
    // it happened, but it cannot be shown yet: a later try reads the rest
    return settleUnknown(run, provider.id);
  }
  return settleSucceeded(run, provider.id, data);
}

type Found =
  | Exclude<FoundOperation, { status: "done" }>
  | (Extract<FoundOperation, { status: "done" }> & { connection: ResolvedConnection });

/** A provider that cannot be asked, or does not answer in time, has not said anything. */
async function askWhatBecameOf(
  { services, operation, session }: OperationRun,
  { provider }: Candidate,
): Promise<Found> {
  const deadline = new AbortController();
  const late = new Promise<FoundOperation>((resolve) => {
    deadline.signal.addEventListener("abort", () => resolve({ status: "unknown" }), { once: true });
  });
  const cancel = services.timers.after(services.providerTimeoutMs, () => deadline.abort());
  try {
    const connection = await resolveConnection(services, session, provider.id);
    const asked = provider.find(operation.id, { ...connection, signal: deadline.signal });
    const found = await Promise.race([asked, late]);
    return found.status === "done" ? { ...found, connection } : found;
  } catch {
    return { status: "unknown" };
  } finally {
    cancel();
  }
}
