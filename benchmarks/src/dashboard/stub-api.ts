import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { scopes } from "@codespar/contract";

export interface StubApiOptions {
  /** The folder of the built app. */
  assets: string;
  /** Calls that there are at first. */
  calls: number;
  /** Calls that come in each second, each with an event. @default 0 */
  perSecond?: number | undefined;
}

export interface StubApi {
  url: string;
  /** Calls that there are by now. */
  calls(): number;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/**
 * The API as far as the dashboard reads it, over a log of any length that is written when it is asked for: what is measured
 * is the page, and no backend beside it takes its processor.
 */
export async function startStubApi({ assets, calls, perSecond = 0 }: StubApiOptions): Promise<StubApi> {
  let count = calls;
  const streams = new Set<ServerResponse>();
  const begun = performance.now();
  // by the clock, so that a busy machine gets as many
  const timer = setInterval(() => {
    const due = calls + Math.floor(((performance.now() - begun) / 1000) * perSecond);
    while (count < due) {
      count += 1;
      const text = `id: evt_${pad(count)}\nevent: tool_call.completed\ndata: ${JSON.stringify(getEvent(count))}\n\n`;
      for (const stream of streams) stream.write(text);
    }
  }, 100);

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // a server that listens on a port has such an address
  const { port } = server.address() as AddressInfo;

  async function answer({ url: target = "/" }: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(target, "http://127.0.0.1");
    const limit = Number(url.searchParams.get("limit") ?? 20);
    const json = (body: object) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    const period = { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" };
    switch (url.pathname) {
      case "/dashboard/session":
        return json({
          csrf: "stub",
          scopes,
          read_scopes: scopes,
          sandbox: false,
          expires_at: "2099-01-01T00:00:00Z",
        });
      case "/v1/events/stream":
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(": open\n\n");
        streams.add(response);
        response.on("close", () => streams.delete(response));
        return;
      case "/v1/tool-calls": {
        const before = Number(url.searchParams.get("cursor") ?? count + 1);
        const length = url.searchParams.has("status") ? 0 : Math.min(limit, before - 1);
        const data = Array.from({ length }, (_, index) => getCall(before - 1 - index));
        return json({ data, next_cursor: length === limit ? String(before - length) : null });
      }
      case "/v1/usage":
        return json({
          period,
          quota: 2_000_000,
          used: count,
          remaining: 2_000_000 - count,
          percentage: count / 20_000,
          breakdown: { codespar_pay: count },
          daily: [{ date: "2026-04-01", count }],
        });
      case "/v1/billing":
        return json({
          plan: "growth",
          status: "active",
          price_cents: 49_900,
          currency: "USD",
          current_period: period,
          quota: 2_000_000,
          used: count,
          overage_enabled: false,
          payment_method: null,
          pending_plan: null,
          pending_plan_at: null,
        });
      default:
        if (url.pathname.startsWith("/v1/")) return json({ data: [], next_cursor: null });
        return serveFile(url.pathname, response);
    }
  }

  async function serveFile(path: string, response: ServerResponse): Promise<void> {
    const name = path === "/" ? "index.html" : normalize(path.replace(/^\/dashboard\//, ""));
    const bytes = await readFile(join(assets, name)).catch(() => undefined);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      "content-encoding": "gzip",
    });
    response.end(gzipSync(bytes));
  }

  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => count,
    async close() {
      clearInterval(timer);
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function pad(index: number): string {
  return String(index).padStart(12, "0");
}

const started = Date.parse("2026-04-01T00:00:00Z");

/** The same call each time it is asked for. */
function getCall(index: number): object {
  const at = new Date(started + index * 1000).toISOString();
  return {
    id: `tc_${pad(index)}`,
    tool: "codespar_pay",
    server: "codespar",
    provider: index % 2 === 0 ? "asaas" : "stripe",
    session_id: `ses_${pad(index % 97)}`,
    metadata: { tenant_id: `loja-${index % 13}` },
    user_id: null,
    status: "succeeded",
    idempotency_key: `order-${index}`,
    amount: index,
    currency: "BRL",
    attempts: [{ provider: "asaas", outcome: "succeeded", at }],
    error: null,
    billed: true,
    called_at: at,
    completed_at: at,
    duration_ms: 12,
  };
}

function getEvent(index: number): object {
  const at = new Date(started + index * 1000).toISOString();
  const data = {
    tool_call_id: `tc_${pad(index)}`,
    tool: "codespar_pay",
    provider: "asaas",
    status: "succeeded",
    amount: index,
    currency: "BRL",
    error: null,
  };
  return {
    id: `evt_${pad(index)}`,
    type: "tool_call.completed",
    created_at: at,
    livemode: false,
    session_id: `ses_${pad(index % 97)}`,
    tool_call_id: `tc_${pad(index)}`,
    metadata: {},
    data,
  };
}
