import { NextResponse } from "next/server";
import { createTenantSession } from "@/lib/commerce";
import { runAgent } from "@/lib/run-agent";
import { tenantLimit } from "@/lib/tenant-limit";
import { findTenant } from "@/lib/tenants";

const limit = tenantLimit();

/** `POST {message}`: a turn of the tenant's own agent. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ tenantId: string }> },
): Promise<Response> {
  const { tenantId } = await params;
  const tenant = findTenant(tenantId);
  if (tenant === undefined) return NextResponse.json({ error: "Tenant not found" }, { status: 404 });

  const wait = limit.take(tenantId, tenant.requestsPerMinute);
  if (wait > 0) {
    const error = `${tenantId} may ask ${tenant.requestsPerMinute} times a minute.`;
    return NextResponse.json({ error }, { status: 429, headers: { "retry-after": String(wait) } });
  }

  const { message } = await request.json();
  await using session = await createTenantSession({
    id: tenantId,
    servers: tenant.servers,
    metadata: { source: "api" },
  });
  return NextResponse.json({ reply: await runAgent(session, String(message)) });
}
