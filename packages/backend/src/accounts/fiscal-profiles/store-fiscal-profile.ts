import type {
  BrazilIssuer,
  CreateFiscalProfileRequest,
  MexicoIssuer,
  UpdateFiscalProfileRequest,
} from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { FiscalProfileRecord, IssuerRecord } from "../../store/record.ts";

type Storing = Pick<BackendContext, "clock" | "ids" | "store" | "vault">;

/** What makes a fiscal profile unique in its organisation: one for the organisation itself, and one for each tenant. */
export function fiscalProfileName(tenant: string | null): string {
  return JSON.stringify([tenant]);
}

/** Stores a profile. A second one of the same tenant replaces the first one entirely, under its id. */
export async function storeFiscalProfile(
  context: Storing,
  organisation: string,
  request: CreateFiscalProfileRequest,
): Promise<FiscalProfileRecord> {
  const { store, clock, ids } = context;
  const { tenant_id: tenant = null, display_name: displayName = null, brazil, mexico } = request;
  const name = fiscalProfileName(tenant);
  for (;;) {
    const earlier = await store.readRecordByName("fiscal_profile", organisation, name);
    const id = earlier?.id ?? ids.next("fp");
    const now = clock.now();
    const owner = { organisation, id };
    const record: FiscalProfileRecord = {
      ...owner,
      name,
      group: null,
      version: earlier?.version ?? 1,
      tenant,
      displayName,
      brazil: await issuerRecord(context, owner, "brazil", brazil ?? null, null),
      mexico: await issuerRecord(context, owner, "mexico", mexico ?? null, null),
      createdAt: earlier?.createdAt ?? now,
      updatedAt: now,
    };
    const isStored =
      earlier === undefined
        ? await store.insertRecord("fiscal_profile", record)
        : await store.replaceRecord("fiscal_profile", record);
    // lost a race: the other record is stored now, and this one replaces it
    if (isStored) return record;
  }
}

/** Changes the parts that are sent. Undefined when there is no such profile; false when no country would be left. */
export async function changeFiscalProfile(
  context: Storing,
  organisation: string,
  id: string,
  request: UpdateFiscalProfileRequest,
): Promise<FiscalProfileRecord | false | undefined> {
  const { store, clock } = context;
  for (;;) {
    const earlier = await store.readRecord("fiscal_profile", organisation, id);
    if (earlier === undefined) return undefined;
    const changed: FiscalProfileRecord = {
      ...earlier,
      displayName: request.display_name === undefined ? earlier.displayName : request.display_name,
      brazil: await changeIssuer(context, earlier, "brazil", request.brazil, earlier.brazil),
      mexico: await changeIssuer(context, earlier, "mexico", request.mexico, earlier.mexico),
      updatedAt: clock.now(),
    };
    if (changed.brazil === null && changed.mexico === null) return false;
    if (await store.replaceRecord("fiscal_profile", changed)) return changed;
  }
}

type Issuer = BrazilIssuer | MexicoIssuer;
type Country = "brazil" | "mexico";
type Sent<Of extends Issuer> = (Of & { certificate?: object | null | undefined }) | null;

function changeIssuer<Of extends Issuer>(
  context: Storing,
  owner: Pick<FiscalProfileRecord, "id" | "organisation">,
  country: Country,
  sent: Sent<Of> | undefined,
  earlier: IssuerRecord<Of> | null,
): IssuerRecord<Of> | null | Promise<IssuerRecord<Of> | null> {
  return sent === undefined ? earlier : issuerRecord(context, owner, country, sent, earlier);
}

/** The issuer as it is kept: its certificate apart from it, and encrypted. */
async function issuerRecord<Of extends Issuer>(
  { clock, vault }: Storing,
  { organisation, id }: Pick<FiscalProfileRecord, "id" | "organisation">,
  country: Country,
  sent: Sent<Of> | null,
  earlier: IssuerRecord<Of> | null,
): Promise<IssuerRecord<Of> | null> {
  if (sent === null) return null;
  const { certificate, ...rest } = sent;
  const issuer = rest as unknown as Of; // all of `Of` but what was added to it
  if (certificate === null) return { issuer, certificate: null };
  if (certificate === undefined) return { issuer, certificate: earlier?.certificate ?? null };
  const owner = { organisation, record: id, purpose: `${country} certificate` };
  const encrypted = await vault.encrypt(owner, JSON.stringify(certificate));
  return { issuer, certificate: { encrypted, storedAt: clock.now() } };
}
