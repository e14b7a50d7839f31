import type { JsonObject } from "@codespar/contract";
import type { ResolvedConnection } from "../../accounts/connections/resolve-connection.ts";
import type { BackendContext } from "../../context.ts";
import type { DispatchedCall, Provider } from "../../ports/provider.ts";
import type { DispatchNote, Operation } from "../../store/operation.ts";

/** The native call that has the effect. */
export interface EffectCall {
  tool: string;
  arguments: JsonObject;
}

interface Noting {
  context: BackendContext;
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
  { context, operation }: Noting,
  { environment, version }: Pick<Provider, "environment" | "version">,
  { credentials, stored }: ResolvedConnection,
  call: EffectCall | undefined,
): Promise<DispatchNote> {
  if (call === undefined || credentials === undefined) return { connection: stored, call: null };
  const dispatched: DispatchedCall = { ...call, dispatchedAt: context.clock.now(), environment, version };
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
