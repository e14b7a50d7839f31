import { isRepeatable, type JsonObject } from "@codespar/contract";
import type { ResolvedConnection } from "../../accounts/connections/resolve-connection.ts";
import type { BackendContext } from "../../context.ts";
import { timestamp } from "../../platform/time.ts";
import type { DispatchedCall, Provider, ProviderEnvironment } from "../../ports/provider.ts";
import type { Dispatch, DispatchNote, NewOperation, Operation } from "../../store/operation.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { Candidate, ToolPlan } from "../router/tool-plan.ts";
import { refuseUnfitArguments } from "../tools/native-arguments.ts";
import { leaseUntil } from "./lease-and-doubt.ts";
import { connectCandidate } from "./provider-health.ts";
import { getEnvironment } from "./translate.ts";
import type { Skipped } from "./unavailable.ts";

/** Who will be asked first, found out before the operation begins, so that beginning can note it. */
export interface FirstAttempt {
  candidate: Candidate;
  connection: ResolvedConnection;
  /** Those before it that cannot be asked. */
  skipped: Skipped[];
  /** Absent when something is read before the effect, or the provider could not be asked afterwards. */
  dispatch: Dispatch | undefined;
}

/**
 * Prepares an execution's first attempt. Only with a store whose `beginOperation` notes it, where that saves a round trip.
 * A process that dies after it has begun leaves a dispatch that never left: that costs nothing where the provider can tell.
 */
export async function prepareFirstAttempt(
  context: BackendContext,
  session: SessionRecord,
  plan: ToolPlan,
  operation: NewOperation,
): Promise<FirstAttempt | undefined> {
  if (context.store.beginsDispatched !== true || operation.verb !== "execute" || plan.mode !== "first")
    return undefined;
  const skipped: Skipped[] = [];
  for (const candidate of plan.candidates) {
    const { id } = candidate.provider;
    const connected = await connectCandidate({ context, session }, candidate, plan.candidates.length > 1);
    if ("skipped" in connected) {
      skipped.push(connected.skipped);
      continue;
    }
    const { connection } = connected;
    const isRead = isRepeatable(plan.risk);
    // a fiscal document is numbered as it is translated: not before the call has begun
    const isKnown = !isRead && plan.risk !== "fiscal";
    const environment = await getEnvironment(context, candidate.provider, connection.account);
    const effect = isKnown ? await firstEffect(candidate, operation, environment) : undefined;
    const maySayWhen = effect !== undefined && candidate.provider.canFind?.(effect.tool) !== false;
    if (!isRead && !maySayWhen) return { candidate, connection, skipped, dispatch: undefined };
    const { createdAt: now } = operation;
    const dispatch: Dispatch = {
      attempt: { provider: id, outcome: "pending", at: timestamp(now) },
      account: connection.account,
      note: await noteDispatch({ context, operation, now }, candidate.provider, connection, effect),
      leaseUntil: leaseUntil(context, now),
    };
    return { candidate, connection, skipped, dispatch };
  }
  return undefined;
}

/**
 * The native call with which a translation opens, if that is its effect and fits. Translations are pure: this one asks
 * nobody.
 */
async function firstEffect(
  { provider, translate }: Candidate,
  { id: operationId, createdAt: now }: NewOperation,
  environment: ProviderEnvironment,
): Promise<EffectCall | undefined> {
  let opened: (call: EffectCall | undefined) => void = () => {};
  const first = new Promise<EffectCall | undefined>((resolve) => {
    opened = resolve;
  });
  // nothing comes after the first call: the translation waits for its response for good, and is forgotten
  const never = new Promise<never>(() => {});
  const other = () => {
    opened(undefined);
    return never;
  };
  const effect = (tool: string, args: JsonObject) => {
    // what does not fit never leaves, so it is not noted as if it did
    refuseUnfitArguments(provider, tool, args);
    opened({ tool, arguments: args });
    return never;
  };
  const ended = translate(
    { read: other, prepare: other, effect, pause: other },
    { operationId, now, environment },
  ).then(
    () => undefined,
    // what is wrong with it shows when it is done
    () => undefined,
  );
  return Promise.race([first, ended]);
}

/** The native call that has the effect. */
export interface EffectCall {
  tool: string;
  arguments: JsonObject;
}

interface Noting {
  context: BackendContext;
  now: number;
  operation: Pick<Operation, "id" | "organisation">;
}

interface Asking {
  context: BackendContext;
  operation: Pick<Operation, "dispatched" | "id" | "organisation">;
}

/**
 * What is stored of a dispatch, so that the provider can be asked about it. The call itself is kept where credentials are
 * used: who needs none is simulated, and knows its operations by their ids.
 */
export async function noteDispatch(
  { context, operation, now }: Noting,
  { environment, version }: Pick<Provider, "environment" | "version">,
  { credentials, stored }: ResolvedConnection,
  call: EffectCall | undefined,
): Promise<DispatchNote> {
  if (call === undefined || credentials === undefined) return { connection: stored, call: null };
  const dispatched: DispatchedCall = { ...call, dispatchedAt: now, environment, version };
  return {
    connection: stored,
    call: await context.vault.encrypt(getOwner(operation), JSON.stringify(dispatched)),
  };
}

/** The call as it was dispatched; undefined when it was not kept. */
export async function readDispatchedCall({
  context,
  operation,
}: Asking): Promise<DispatchedCall | undefined> {
  const call = operation.dispatched?.call;
  if (call === undefined || call === null) return undefined;
  // written by `noteDispatch`
  return JSON.parse(await context.vault.decrypt(getOwner(operation), call)) as DispatchedCall;
}

/** Whether these are the credentials with which the provider was asked: others may be another account's. */
export function isSameConnection(
  { dispatched }: Pick<Operation, "dispatched">,
  { stored }: Pick<ResolvedConnection, "stored">,
): boolean {
  if (dispatched === null) return true;
  const { connection } = dispatched;
  return connection?.id === stored?.id && connection?.credentialsVersion === stored?.credentialsVersion;
}

function getOwner({ id, organisation }: Pick<Operation, "id" | "organisation">) {
  return { organisation, record: id, purpose: "dispatch" };
}
