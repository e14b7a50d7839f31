import type { FiscalContext } from "@codespar/backend/ports";
import { testIssuers } from "../simulation/test-issuers.ts";

type Issuers = Partial<Pick<FiscalContext, "brazil" | "mexico">>;

/** The sandbox's test issuers, and numbers that count each series by itself: one for each operation. */
export function testFiscal(): (operationId: string, issuers?: Issuers) => FiscalContext {
  const given = new Map<string, string[]>();
  return (operationId, issuers = {}) => ({
    ...testIssuers,
    ...issuers,
    async documentNumber({ issuer, type, series, first = 1 }) {
      const key = JSON.stringify([issuer, type, series]);
      const operations = given.get(key) ?? [];
      if (!operations.includes(operationId)) operations.push(operationId);
      given.set(key, operations);
      return first + operations.indexOf(operationId);
    },
  });
}
