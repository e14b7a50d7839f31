import type { BackendContext } from "../../context.ts";
import type { ProviderEnvironment } from "../../ports/provider.ts";
import type { DocumentSeries } from "../../ports/translator.ts";
import type { FiscalSeriesRecord } from "../../store/record.ts";

/** Numbers whose owners are remembered: far more than one issuer has under way at a time. */
const mostRemembered = 200;

export interface NumberOwner {
  organisation: string;
  /** The operation's id. */
  id: string;
  environment: ProviderEnvironment;
}

/**
 * The number of an operation's document: the next of its series, or the one that it was given before. A number whose document
 * is then refused stays used; the authority is told of such gaps by the issuer (inutilização).
 */
export async function takeDocumentNumber(
  { store, ids }: Pick<BackendContext, "ids" | "store">,
  { organisation, id: operationId, environment }: NumberOwner,
  { issuer, type, series, first = 1 }: DocumentSeries,
): Promise<number> {
  const name = JSON.stringify([environment, issuer, type, series]);
  for (;;) {
    const earlier = await store.readRecordByName("fiscal_series", organisation, name);
    const known = earlier?.given.find((given) => given.operationId === operationId);
    if (known !== undefined) return known.number;
    const number = Math.max((earlier?.last ?? 0) + 1, first);
    const record: FiscalSeriesRecord = {
      id: earlier?.id ?? ids.next("fs"),
      organisation,
      name,
      group: null,
      version: earlier?.version ?? 1,
      last: number,
      given: [...(earlier?.given ?? []), { operationId, number }].slice(-mostRemembered),
    };
    const isTaken =
      earlier === undefined
        ? await store.insertRecord("fiscal_series", record)
        : await store.replaceRecord("fiscal_series", record);
    // somebody else took it at the same moment: ours is the one after
    if (isTaken) return number;
  }
}
