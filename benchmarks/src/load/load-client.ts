import { randomUUID } from "node:crypto";
import { Pool } from "undici";
import { benchmarkControlToken, benchmarkKey, payCall } from "../pay-call.ts";

export interface RawResponse {
  headers: Record<string, string>;
  text: string;
}

export type LoadClient = ReturnType<typeof loadClient>;

/** Plain requests over a fixed number of connections. Throws what is not 2xx. */
export function loadClient(origin: string, connections: number) {
  const pool = new Pool(origin, { connections });
  const headers = { authorization: `Bearer ${benchmarkKey}`, "content-type": "application/json" };

  const control = { "x-codespar-control": benchmarkControlToken };

  async function post(path: string, body: object): Promise<RawResponse> {
    const response = await pool.request({
      method: "POST",
      path,
      headers: {
        ...headers,
        ...(path.startsWith("/sandbox/") ? control : { "idempotency-key": randomUUID() }),
      },
      body: JSON.stringify(body),
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) throw new Error(`${path} got ${response.statusCode}: ${text}`);
    // none of these responses has a header twice
    return { headers: response.headers as Record<string, string>, text };
  }

  return {
    post,
    async openSession(): Promise<string> {
      const { id }: { id: string } = JSON.parse((await post("/v1/sessions", { servers: ["asaas"] })).text);
      return id;
    },
    /** As many calls as there are connections are under way at any time. Returns the milliseconds that each took. */
    async pay(sessionId: string, calls: number, onCall = (_done: number) => {}): Promise<Float64Array> {
      const path = `/v1/sessions/${sessionId}/execute`;
      const latencies = new Float64Array(calls);
      let begun = 0;
      let done = 0;
      const payOn = async () => {
        while (begun < calls) {
          const call = begun++;
          const before = performance.now();
          await post(path, payCall);
          latencies[call] = performance.now() - before;
          onCall(++done);
        }
      };
      await Promise.all(Array.from({ length: connections }, payOn));
      return latencies;
    },
    close: () => pool.close(),
  };
}
