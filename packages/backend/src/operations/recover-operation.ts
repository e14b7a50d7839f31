import { failure } from "../api-failure.ts";
import type { FoundOperation } from "../provider.ts";
import { ProviderRefusal } from "../provider-refusal.ts";
import { resolveConnection } from "../router/resolve-connection.ts";
import type { Candidate } from "../router/tool-plan.ts";
import type { Operation } from "../store/operation.ts";
import { nativeCalls } from "./native-calls.ts";
import type { OperationRun } from "./run-operation.ts";
import { settleFailed, settleRefused, settleSucceeded, settleUnknown } from "./settle-operation.ts";

/**
 * Asks the provider that may have done the operation what became of it, and settles accordingly.
 * Never asks it to do anything, and never asks another provider.
 */
export async function recoverOperation(run: OperationRun, candidate: Candidate): Promise<Operation> {
  const { services, operation, session } = run;
  const { provider } = candidate;
  const connection = await resolveConnection(services, session, provider.id);
  const found = await ask();
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
    connection,
    operationId: operation.id,
    emit: () => {},
    beforeEffect: async () => {},
    found: found.answer,
  });
  try {
    const data = await candidate.translate(native, { operationId: operation.id, now: operation.createdAt });
    return await settleSucceeded(run, provider.id, data);
  } catch (error) {
    if (error instanceof ProviderRefusal) return settleRefused(run, provider.id, error);
    // it happened, but it cannot be shown yet: a later try reads the rest
    return settleUnknown(run, provider.id);
  }

  async function ask(): Promise<FoundOperation> {
    const deadline = new AbortController();
    const cancel = services.timers.after(services.providerTimeoutMs, () => deadline.abort());
    try {
      return await provider.find(operation.id, { ...connection, signal: deadline.signal });
    } catch {
      // a provider that cannot be asked has not said anything
      return { status: "unknown" };
    } finally {
      cancel();
    }
  }
}
