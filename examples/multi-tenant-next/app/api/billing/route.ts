import { NextResponse } from "next/server";
import { codespar } from "@/lib/commerce";

/** What each tenant is billed for: this month's tool calls by tenant. For a cron job that knows `CRON_SECRET`. */
export async function GET(request: Request): Promise<Response> {
  const secret = process.env.CRON_SECRET;
  if (secret === undefined || request.headers.get("authorization") !== `Bearer ${secret}`) {
    return NextResponse.json({ error: "Not for you" }, { status: 401 });
  }
  const { groups = [] } = await codespar.usage.get({ group_by: "tenant_id", tool_calls: false });
  return NextResponse.json(Object.fromEntries(groups.map(({ value, count }) => [value, count])));
}
