import type { BackendContext } from "../../context.ts";
import type { ProviderEnvironment } from "../../ports/provider.ts";
import type { FiscalContext } from "../../ports/translator.ts";
import type { Operation } from "../../store/operation.ts";
import { getTenant } from "../../store/ownership.ts";
import { takeDocumentNumber } from "./document-number.ts";
import { fiscalProfileName } from "./store-fiscal-profile.ts";

type Issuers = Pick<FiscalContext, "brazil" | "mexico">;

/**
 * Who issues an operation's document, country by country: the tenant, else the organisation, else the default. A tenant's call
 * on an account of its own is never made in the organisation's name: the account is another company's.
 */
export async function fiscalContext(
  context: BackendContext,
  operation: Pick<Operation, "id" | "metadata" | "organisation">,
  account: string,
  environment: ProviderEnvironment,
): Promise<FiscalContext> {
  const { organisation, id } = operation;
  const tenant = getTenant(operation);
  const owners = new Set(account === organisation ? [tenant, null] : [tenant]);
  const issuers: Issuers = { brazil: null, mexico: null };
  for (const owner of owners) {
    const profile = await context.store.readRecordByName(
      "fiscal_profile",
      organisation,
      fiscalProfileName(owner),
    );
    issuers.brazil ??= profile?.brazil?.issuer ?? null;
    issuers.mexico ??= profile?.mexico?.issuer ?? null;
  }
  return {
    brazil: issuers.brazil ?? context.defaultIssuers?.brazil ?? null,
    mexico: issuers.mexico ?? context.defaultIssuers?.mexico ?? null,
    documentNumber: (series) => takeDocumentNumber(context, { organisation, id, environment }, series),
  };
}
