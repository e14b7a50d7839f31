import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../../store/memory/memory-store.ts";
import type { Store } from "../../store/store.ts";
import { testBackend } from "../../testing/test-backend.ts";
import { tokenBucket } from "../rate-limit/token-bucket.ts";

const discover = { name: "codespar_discover", arguments: { query: "pix" } };

/** An API whose questions to quota and rate limit are counted, from one request to the next. */
async function countedApi() {
  const asked = { quota: 0, rateLimit: 0 };
  const memory = memoryStore();
  const bucket = tokenBucket();
  const store: Store = {
    ...memory,
    async readUsed(organisation, period) {
      asked.quota += 1;
      return memory.readUsed(organisation, period);
    },
  };
  const rateLimiter: typeof bucket = {
    take(...call) {
      asked.rateLimit += 1;
      return bucket.take(...call);
    },
  };
  const { join, call } = testBackend({ store, rateLimiter });
  const { apiKey } = await join("hobby");
  const made = await call(apiKey, "POST", "/v1/sessions", { body: { preset: "brazilian" } });
  const { id } = responseSchemas.Session.parse(made.body);
  return {
    id,
    async count(method: string, path: string, options?: Parameters<typeof call>[3]) {
      Object.assign(asked, { quota: 0, rateLimit: 0 });
      const { status } = await call(apiKey, method, path, options);
      return { status, ...asked };
    },
  };
}

describe("the standing of quota and rate limit", () => {
  it("is computed once for an execution, its repeat, a refused one and a read", async () => {
    const { id, count } = await countedApi();
    const path = `/v1/sessions/${id}/execute`;
    const headers = { "idempotency-key": "once" };
    expect(await count("POST", path, { body: discover, headers })).toEqual({
      status: 200,
      quota: 1,
      rateLimit: 1,
    });
    expect(await count("POST", path, { body: discover, headers })).toEqual({
      status: 200,
      quota: 1,
      rateLimit: 1,
    });
    expect(await count("POST", path, { body: { name: 5 } })).toEqual({ status: 400, quota: 1, rateLimit: 1 });
    expect(await count("GET", `/v1/sessions/${id}`)).toEqual({ status: 200, quota: 1, rateLimit: 1 });
  });

  it("is computed once where the limit refuses the call as well", async () => {
    const { id, count } = await countedApi();
    const path = `/v1/sessions/${id}/execute`;
    for (let index = 0; index < 60; index += 1) await count("POST", path, { body: {} });
    expect(await count("POST", path, { body: discover })).toEqual({ status: 429, quota: 1, rateLimit: 1 });
  });
});
