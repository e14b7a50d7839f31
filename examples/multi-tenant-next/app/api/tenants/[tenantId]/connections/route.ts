import { NextResponse } from "next/server";
import { codespar } from "@/lib/commerce";
import { findTenant } from "@/lib/tenants";

/** `POST {server_id, credentials}`: a tenant's own account at a provider. Only the last four characters come back. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ tenantId: string }> },
): Promise<Response> {
  const { tenantId } = await params;
  const { server_id, credentials } = await request.json();
  if (findTenant(tenantId)?.servers.includes(server_id) !== true) {
    return NextResponse.json({ error: "Tenant not found, or without this server" }, { status: 404 });
  }
  const connection = await codespar.connections.create({ tenant_id: tenantId, server_id, credentials });
  return NextResponse.json(connection, { status: 201 });
}
