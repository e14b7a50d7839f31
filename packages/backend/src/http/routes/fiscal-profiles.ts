import type {
  CreateFiscalProfileRequest,
  FiscalProfile,
  ListFiscalProfilesQuery,
  UpdateFiscalProfileRequest,
} from "@codespar/contract";
import {
  describeFiscalProfile,
  listFiscalProfile,
} from "../../accounts/fiscal-profiles/describe-fiscal-profile.ts";
import {
  changeFiscalProfile,
  storeFiscalProfile,
} from "../../accounts/fiscal-profiles/store-fiscal-profile.ts";
import { apiError } from "../../platform/api-error.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { RouteInput } from "./route.ts";
import { emptyResponse, jsonResponse } from "./route.ts";

export async function createFiscalProfile({
  context,
  caller,
  body,
}: RouteInput<CreateFiscalProfileRequest>): Promise<BackendResponse> {
  const record = await storeFiscalProfile(context, caller.organisation.id, body);
  return jsonResponse(201, describeFiscalProfile(record));
}

export async function listFiscalProfiles({
  context,
  caller,
  query,
}: RouteInput<unknown, ListFiscalProfilesQuery>): Promise<BackendResponse> {
  const { tenant_id, limit = 20, cursor } = query;
  const data: FiscalProfile[] = [];
  let next: string | null = cursor ?? null;
  do {
    const slice = await context.store.listRecords(
      "fiscal_profile",
      caller.organisation.id,
      {},
      { limit: limit - data.length, cursor: next ?? undefined },
    );
    const matching = slice.rows.filter(({ tenant }) => tenant_id === undefined || tenant === tenant_id);
    data.push(...matching.map(listFiscalProfile));
    next = slice.next;
  } while (next !== null && data.length < limit);
  return jsonResponse(200, { data, next_cursor: next });
}

export async function getFiscalProfile({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const record = await context.store.readRecord("fiscal_profile", caller.organisation.id, id);
  if (record === undefined) throw noSuchProfile(id);
  return jsonResponse(200, describeFiscalProfile(record));
}

export async function updateFiscalProfile({
  context,
  caller,
  id,
  body,
}: RouteInput<UpdateFiscalProfileRequest>): Promise<BackendResponse> {
  const changed = await changeFiscalProfile(context, caller.organisation.id, id, body);
  if (changed === undefined) throw noSuchProfile(id);
  if (changed === false) {
    const message = "No country would be left in this fiscal profile. Delete it instead.";
    throw apiError("invalid_request", message, { issues: [{ path: "", message }], suggestions: [] });
  }
  return jsonResponse(200, describeFiscalProfile(changed));
}

export async function deleteFiscalProfile({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  if (await context.store.deleteRecord("fiscal_profile", caller.organisation.id, id)) return emptyResponse();
  throw noSuchProfile(id);
}

function noSuchProfile(id: string) {
  return apiError("not_found", `There is no fiscal profile ${JSON.stringify(id.slice(0, 60))}.`, {
    suggestions: [],
  });
}
