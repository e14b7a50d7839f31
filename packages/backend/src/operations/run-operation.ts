import type { Json, StreamEventBody, ToolCallAttempt } from "@codespar/contract";
import { isRepeatable } from "@codespar/contract";
import { ApiFailure, type FailureBody, failure } from "../api-failure.ts";
import { timestamp } from "../dates.ts";
import type { ProviderUpdate } from "../provider.ts";
import { ProviderRefusal } from "../provider-refusal.ts";
import { isUnavailable } from "../router/call-provider.ts";
import { isHealthy, recordFailure, recordHealthy } from "../router/provider-health.ts";
import { type ResolvedConnection, resolveConnection } from "../router/resolve-connection.ts";
import type { Candidate, ToolPlan } from "../router/tool-plan.ts";
import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import type { SessionRecord } from "../store/store.ts";
import { LeaseLost, leaseKeeper, leaseUntil } from "./lease.ts";
import { nativeCalls } from "./native-calls.ts";
import { recoverOperation } from "./recover-operation.ts";
import { settleFailed, settleRefused, settleSucceeded } from "./settle-operation.ts";
import { waitForEnd } from "./wait-for-end.ts";

/** One operation under one lease: from its plan to its end, or to `unknown`. */
export interface OperationRun {
  services: Services;
  operation: Operation;
  session: SessionRecord;
  plan: ToolPlan;
  /** What a stream shows while it runs. */
  emit(event: StreamEventBody): void;
}

/** Does what the operation asks for, and settles it. Never rejects for what a provider did. */
export async function runOperation(run: OperationRun): Promise<Operation> {
  const { services, operation, plan } = run;
  try {
    if (plan.mode === "local") return await settleSucceeded(run, null, await plan.run());
    if (plan.mode === "all") return await askAll(run, plan);
    return await askInOrder(run, plan);
  } catch (error) {
    if (error instanceof LeaseLost) return waitForEnd(services, operation.id);
    throw error;
  }
}

type FirstPlan = Extract<ToolPlan, { mode: "first" }>;
type AllPlan = Extract<ToolPlan, { mode: "all" }>;

/** Candidates one after another, for as long as each refuses before it processes anything. */
async function askInOrder(run: OperationRun, plan: FirstPlan): Promise<Operation> {
  const { services } = run;
  const skipped: { id: string; reason: string }[] = [];
  for (const candidate of plan.candidates) {
    const { id } = candidate.provider;
    if (!(await isHealthy(services, id)) && plan.candidates.length > 1) {
      skipped.push({ id, reason: "circuit_open" });
      continue;
    }
    const settled = await askOne(run, plan, candidate, skipped);
    if (settled !== undefined) return settled;
  }
  return settleFailed(run, unavailable(run.operation.tool, skipped));
}

/** One provider's turn. Undefined: it has surely done nothing, and the next may be asked. */
async function askOne(
  run: OperationRun,
  plan: FirstPlan,
  candidate: Candidate,
  skipped: { id: string; reason: string }[],
): Promise<Operation | undefined> {
  const { services, operation, session } = run;
  const { provider } = candidate;
  const repeatable = isRepeatable(plan.risk);
  let isDispatched = false;

  async function dispatch(): Promise<void> {
    if (isDispatched) return;
    const attempt: ToolCallAttempt = {
      provider: provider.id,
      outcome: "pending",
      at: timestamp(services.clock.now()),
    };
    const holds = await services.store.markDispatched(
      operation.id,
      operation.lease,
      attempt,
      leaseUntil(services),
    );
    if (!holds) throw new LeaseLost();
    isDispatched = true;
  }

  const first = skipped.at(-1);
  const reason = first === undefined ? candidate.reason : `fallback: ${first.id} ${first.reason}`;
  run.emit({
    type: "tool_call.routed",
    data: { provider: provider.id, attempt: skipped.length + 1, reason },
  });
  let connection: ResolvedConnection;
  try {
    connection = await resolveConnection(services, session, provider.id);
  } catch (error) {
    if (error instanceof ApiFailure) return settleFailed(run, error.body);
    throw error;
  }
  if (repeatable) await dispatch();
  const native = nativeCalls({
    services,
    provider,
    connection,
    operationId: operation.id,
    emit: (update) => run.emit(streamEventOf(update)),
    beforeCall: leaseKeeper(services, operation),
    beforeEffect: dispatch,
  });
  let data: Json;
  try {
    data = await candidate.translate(native, { operationId: operation.id, now: operation.createdAt });
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (error instanceof ProviderRefusal) {
      if (!isDispatched) await dispatch();
      await recordHealthy(services, provider.id);
      return settleRefused(run, provider.id, error);
    }
    await recordFailure(services, provider.id);
    const phase = native.phase();
    if (!repeatable && (phase === "asked" || phase === "done")) return recoverOperation(run, candidate);
    skipped.push({ id: provider.id, reason: isUnavailable(error) ? error.reason : "no_answer" });
    if (isDispatched) {
      const last = skipped.at(-1)?.reason ?? "unavailable";
      if (!(await services.store.markUndispatched(operation.id, operation.lease, last)))
        throw new LeaseLost();
    }
    return undefined;
  }
  if (!isDispatched) await dispatch();
  await recordHealthy(services, provider.id);
  return settleSucceeded(run, provider.id, data);
}

/** Every candidate at once; whoever answers counts. For what may be asked often and costs nothing. */
async function askAll(run: OperationRun, plan: AllPlan): Promise<Operation> {
  const { services, operation, session } = run;
  const failed: { id: string; reason: string }[] = [];
  const refused: { id: string; refusal: ProviderRefusal }[] = [];
  const keepLease = leaseKeeper(services, operation);

  async function ask(candidate: Candidate, index: number): Promise<{ id: string; data: Json } | undefined> {
    const { provider } = candidate;
    if (!(await isHealthy(services, provider.id))) {
      failed.push({ id: provider.id, reason: "circuit_open" });
      return undefined;
    }
    run.emit({
      type: "tool_call.routed",
      data: { provider: provider.id, attempt: index + 1, reason: "asked together" },
    });
    try {
      const native = nativeCalls({
        services,
        provider,
        connection: await resolveConnection(services, session, provider.id),
        operationId: operation.id,
        emit: (update) => run.emit(streamEventOf(update)),
        beforeCall: keepLease,
        beforeEffect: async () => {},
      });
      const data = await candidate.translate(native, { operationId: operation.id, now: operation.createdAt });
      await recordHealthy(services, provider.id);
      run.emit({ type: "tool_call.partial", data: { data } });
      return { id: provider.id, data };
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (error instanceof ProviderRefusal) {
        await recordHealthy(services, provider.id);
        refused.push({ id: provider.id, refusal: error });
        return undefined;
      }
      if (error instanceof ApiFailure) {
        failed.push({ id: provider.id, reason: error.message });
        return undefined;
      }
      await recordFailure(services, provider.id);
      failed.push({ id: provider.id, reason: isUnavailable(error) ? error.reason : "no_answer" });
      return undefined;
    }
  }

  const answers = (await Promise.all(plan.candidates.map(ask))).filter((answer) => answer !== undefined);
  const [first] = answers;
  const [refusal] = refused;
  // nobody could, and whoever answered said why: asking again would be answered the same
  if (first === undefined && refusal !== undefined) return settleRefused(run, refusal.id, refusal.refusal);
  if (first === undefined) return settleFailed(run, unavailable(operation.tool, failed));
  const provider = answers.length === 1 ? first.id : "codespar";
  return settleSucceeded(run, provider, plan.merge(answers.map(({ data }) => data)));
}

function unavailable(tool: string, providers: { id: string; reason: string }[]): FailureBody {
  const tried = providers.map(({ id, reason }) => `${id} (${reason})`).join(", ");
  return failure(
    "provider_unavailable",
    `No provider could take ${tool}: ${tried}. Nothing was done; try again later.`,
    {
      providers,
    },
  ).body;
}

function streamEventOf(update: ProviderUpdate): StreamEventBody {
  if (update.type === "partial") return { type: "tool_call.partial", data: { data: update.data } };
  const { stage, message, progress } = update;
  return {
    type: "tool_call.progress",
    data: { stage, message, ...(progress === undefined ? {} : { progress }) },
  };
}
