import type { BackendContext } from "../../context.ts";
import type { Operation } from "../../store/operation.ts";
import type { ResolutionRecord } from "../../store/record.ts";
import { leaseUntil } from "./lease-and-doubt.ts";
import { resolvedReason, settleResolved } from "./settle-operation.ts";

const kind = "resolution";

export type Resolution = Pick<ResolutionRecord, "by" | "evidence" | "keyId" | "outcome">;

/** Ends an unknown call as a person says that it ended; undefined when it is not unknown. */
export async function resolveOperation(
  context: BackendContext,
  { id, organisation }: Pick<Operation, "id" | "organisation">,
  resolution: Resolution,
): Promise<Operation | undefined> {
  const { store, clock, ids } = context;
  // another worker is asking the provider, and may get its response
  const operation = await store.takeUnknownOperation(id, leaseUntil(context, context.clock.now()));
  if (operation === undefined) return undefined;
  const record: ResolutionRecord = {
    id: ids.next("rsl"),
    organisation,
    name: id,
    group: null,
    version: 1,
    ...resolution,
    createdAt: clock.now(),
  };
  // before the end, so that no end is without its evidence; one that was written for an end that never came is replaced
  if (!(await store.insertRecord(kind, record))) {
    const earlier = await store.readRecordByName(kind, organisation, id);
    if (earlier !== undefined)
      await store.replaceRecord(kind, { ...record, id: earlier.id, version: earlier.version });
  }
  return settleResolved({ context, operation }, resolution);
}

/** How a person ended the doubt about the call; undefined when nobody did. */
export async function readResolution(
  { store }: Pick<BackendContext, "store">,
  { id, organisation, attempts }: Operation,
): Promise<ResolutionRecord | undefined> {
  if (attempts.at(-1)?.reason !== resolvedReason) return undefined;
  return store.readRecordByName(kind, organisation, id);
}
