import type { FiscalProfile } from "@codespar/contract";
import { timestamp } from "../../platform/time.ts";
import type { FiscalProfileRecord, IssuerRecord } from "../../store/record.ts";

/** A profile as the API returns it: of a certificate only that it is there. */
export function describeFiscalProfile(record: FiscalProfileRecord): FiscalProfile {
  const { id, tenant, displayName, brazil, mexico, createdAt, updatedAt } = record;
  return {
    id,
    tenant_id: tenant,
    display_name: displayName,
    brazil: brazil === null ? null : { ...brazil.issuer, certificate: certificateInfo(brazil) },
    mexico: mexico === null ? null : { ...mexico.issuer, certificate: certificateInfo(mexico) },
    created_at: timestamp(createdAt),
    updated_at: timestamp(updatedAt),
  };
}

/** The same for a list, where tax numbers are shown by their last four characters. */
export function listFiscalProfile(record: FiscalProfileRecord): FiscalProfile {
  const profile = describeFiscalProfile(record);
  const { brazil, mexico } = profile;
  return {
    ...profile,
    brazil: brazil === null ? null : { ...brazil, tax_id: maskTaxId(brazil.tax_id) },
    mexico: mexico === null ? null : { ...mexico, tax_id: maskTaxId(mexico.tax_id) },
  };
}

function maskTaxId(taxId: string): string {
  return "*".repeat(Math.max(0, taxId.length - 4)) + taxId.slice(-4);
}

function certificateInfo({ certificate }: IssuerRecord<object>): { stored_at: string } | null {
  return certificate === null ? null : { stored_at: timestamp(certificate.storedAt) };
}
