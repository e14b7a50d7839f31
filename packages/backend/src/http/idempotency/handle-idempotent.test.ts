import { endpoints } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { testBackend } from "../../testing/test-backend.ts";
import { secretResponses } from "./handle-idempotent.ts";

const headers = { "idempotency-key": "k-1" };
const session = { preset: "brazilian" };

describe("a POST under an idempotency key", () => {
  it("is carried out once, and returns the same again for 24 hours", async () => {
    const { join, call, clock } = testBackend();
    const { apiKey } = await join();
    const post = () => call(apiKey, "POST", "/v1/sessions", { body: session, headers });
    const first = await post();
    expect(first.status).toBe(201);
    expect(first.headers["idempotency-replayed"]).toBeUndefined();
    clock.set("2026-04-16T10:29:59Z");
    const second = await post();
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(second.headers["idempotency-replayed"]).toBe("true");
    clock.set("2026-04-16T10:30:00Z");
    expect((await post()).text).not.toBe(first.text);
  });

  it("is carried out once when many come at the same moment", async () => {
    const { join, call } = testBackend();
    const { apiKey } = await join("growth");
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => call(apiKey, "POST", "/v1/sessions", { body: session, headers })),
    );
    expect(new Set(responses.map(({ text }) => text)).size).toBe(1);
    expect(responses.filter((reply) => reply.headers["idempotency-replayed"] === undefined)).toHaveLength(1);
    expect((await call(apiKey, "GET", "/v1/sessions")).body).toMatchObject({ data: [{}] });
  });

  it("conflicts with another body, path or endpoint, and reveals nothing about the first", async () => {
    const { join, call } = testBackend();
    const { apiKey } = await join("growth");
    await call(apiKey, "POST", "/v1/sessions", { body: { ...session, user_id: "ana" }, headers });
    for (const [path, body] of [
      ["/v1/sessions", session],
      ["/v1/api-keys", {}],
      ["/v1/api-keys/key_1/rotate", {}],
    ] as const) {
      const reply = await call(apiKey, "POST", path, { body, headers });
      expect(reply.body).toMatchObject({ status: 409, error: "idempotency_conflict" });
      expect(reply.text).not.toContain("ana");
    }
    // the same request spelled otherwise is the same request
    const same = await call(apiKey, "POST", "/v1/sessions", {
      body: { user_id: "ana", ...session },
      headers,
    });
    expect(same.headers["idempotency-replayed"]).toBe("true");
  });

  it("belongs to the organisation", async () => {
    const { join, call } = testBackend();
    const [one, other] = [await join(), await join()];
    const first = await call(one.apiKey, "POST", "/v1/sessions", { body: session, headers });
    const second = await call(other.apiKey, "POST", "/v1/sessions", { body: session, headers });
    expect(second.status).toBe(201);
    expect(second.text).not.toBe(first.text);
  });

  it("gives its key back when it was refused", async () => {
    const { join, call } = testBackend();
    const { apiKey } = await join();
    const bad = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["nobody"] }, headers });
    expect(bad.status).toBe(400);
    expect((await call(apiKey, "POST", "/v1/sessions", { body: session, headers })).status).toBe(201);
  });

  it("keeps the second holder's response when a slow first one fails in the end", async () => {
    const inner = memoryStore();
    let made = 0;
    let fail = (_reason: Error) => {};
    const slow = new Promise<void>((_, reject) => {
      fail = reject;
    });
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { join, call, clock } = testBackend({
      store: {
        ...inner,
        async createSession(record) {
          made += 1;
          if (made === 1) {
            begin();
            await slow;
          }
          return inner.createSession(record);
        },
      },
      onError: () => {},
    });
    const { apiKey } = await join();
    const post = () => call(apiKey, "POST", "/v1/sessions", { body: session, headers });
    const first = post();
    await begun;
    clock.set("2026-04-15T10:31:01Z");
    const second = await post();
    expect(second.status).toBe(201);
    fail(new Error("the connection was lost"));
    expect((await first).status).toBe(500);
    const third = await post();
    expect([third.status, third.text]).toEqual([201, second.text]);
    expect(made).toBe(2);
  });

  it("is repeated when the rate limit is used up, and a new one is not", async () => {
    const { tokenBucket } = await import("../../accounts/rate-limit/token-bucket.ts");
    const { join, call } = testBackend({ rateLimiter: tokenBucket() });
    const { apiKey } = await join("hobby");
    const first = await call(apiKey, "POST", "/v1/sessions", { body: session, headers });
    for (let index = 1; index < 60; index += 1) await call(apiKey, "GET", "/v1/sessions");
    expect((await call(apiKey, "GET", "/v1/sessions")).status).toBe(429);
    const again = await call(apiKey, "POST", "/v1/sessions", { body: session, headers });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers["ratelimit-remaining"]).toBe("0");
    expect((await call(apiKey, "POST", "/v1/sessions", { body: session })).status).toBe(429);
  });

  it("has a key of 1 to 255 visible characters", async () => {
    const { join, call } = testBackend();
    const { apiKey } = await join();
    for (const key of ["", "a b", "é", "x".repeat(256)]) {
      const reply = await call(apiKey, "POST", "/v1/sessions", {
        body: session,
        headers: { "idempotency-key": key },
      });
      expect(reply.body).toMatchObject({ error: "invalid_request", issues: [{ path: "Idempotency-Key" }] });
    }
  });
});

describe("a response that holds a secret", () => {
  it("is stored encrypted, opens with the API key that asked, and with no other", async () => {
    const written: string[] = [];
    const inner = memoryStore();
    const { join, call } = testBackend({
      store: {
        ...inner,
        writeTogether(writes) {
          written.push(JSON.stringify(writes));
          return inner.writeTogether(writes);
        },
      },
    });
    const { apiKey } = await join("growth");
    const create = (key: string) => call(key, "POST", "/v1/api-keys", { body: {}, headers });
    const first = await create(apiKey);
    const { key } = first.body as { key: string }; // a key was made
    expect((await create(apiKey)).text).toBe(first.text);
    expect(written.join()).toContain('"encrypted":true');
    expect(written.join()).not.toContain(key.slice("csk_test_".length));
    const other = await create(key);
    expect(other.body).toMatchObject({ error: "idempotency_conflict" });
    expect(other.text).not.toContain(key);
  });

  it("is known by the name of its response type", () => {
    const named = Object.entries(endpoints).filter(
      ([, row]) =>
        row.method === "POST" &&
        "response" in row &&
        /WithSecret$|^BillingCheckout$|^BillingPortal$/.test(row.response),
    );
    expect(new Set(named.map(([id]) => id))).toEqual(new Set(secretResponses));
  });
});

describe("what is stored for keys", () => {
  it("is deleted when its time is up", async () => {
    const { join, call, clock, backend, store } = testBackend();
    const { apiKey, organisation } = await join("growth");
    for (let index = 0; index < 250; index += 1) {
      await call(apiKey, "POST", "/v1/sessions", {
        body: session,
        headers: { "idempotency-key": `k-${index}` },
      });
    }
    const stored = () => store.listRecords("idempotent_request", organisation, {}, { limit: 1000 });
    expect((await stored()).rows).toHaveLength(250);
    clock.set("2026-04-16T10:59:00Z");
    await backend.tick();
    expect((await stored()).rows).toHaveLength(250);
    clock.set("2026-04-16T11:00:00Z");
    await backend.tick();
    expect((await stored()).rows).toHaveLength(0);
  });
});

describe("a process that dies between the record and its response (attack 9)", () => {
  const bodies = {
    "/v1/api-keys": { name: "a key" },
    "/v1/triggers": { name: "a trigger", event: "*", webhook_url: "https://example.com/hook" },
  };

  /** A store whose process ends at the nth write after it was told to. */
  function dyingStore() {
    const memory = memoryStore();
    let left = Number.POSITIVE_INFINITY;
    const dying =
      <Values extends unknown[], Result>(method: (...values: Values) => Promise<Result>) =>
      async (...values: Values): Promise<Result> => {
        if (left <= 0) throw new Error("killed");
        left -= 1;
        const result = await method(...values);
        if (left === 0) throw new Error("killed");
        return result;
      };
    const { insertRecord, replaceRecord, deleteRecord, createApiKey, writeTogether } = memory;
    return {
      memory,
      store: {
        ...memory,
        insertRecord: dying(insertRecord) as typeof insertRecord, // a generic method loses its parameter
        replaceRecord: dying(replaceRecord) as typeof replaceRecord,
        deleteRecord: dying(deleteRecord),
        createApiKey: dying(createApiKey),
        writeTogether: dying(writeTogether),
      },
      dieAfter: (writes: number) => {
        left = writes;
      },
    };
  }

  it.each(Object.entries(bodies))(
    "leaves at %s one record and its secret, or none at all",
    async (path, body) => {
      const reached = new Set<string>();
      let ids = 100_000_000_000;
      for (let writes = 1; writes <= 4; writes += 1) {
        const { memory, store, dieAfter } = dyingStore();
        const before = testBackend({ store, onError: () => {} });
        const { apiKey } = await before.join("hobby");
        dieAfter(writes);
        const first = await before.call(apiKey, "POST", path, { body, headers });
        reached.add(String(first.status));
        // the next process, once the dead one's lease has run out
        const after = testBackend({
          store: memory,
          now: "2026-04-15T10:32:00Z",
          ids: { next: (prefix) => `${prefix}_9${ids++}` },
        });
        const second = await after.call(apiKey, "POST", path, { body, headers });
        expect(second.status).toBe(201);
        const listed = (await after.call(apiKey, "GET", path)).body as {
          data: { name: string; id: string }[];
        };
        const made = listed.data.filter(({ name }) => name === body.name);
        expect(made.map(({ id }) => id)).toEqual([(second.body as { id: string }).id]);
        expect(second.body).toMatchObject(
          path === "/v1/api-keys" ? { key: expect.any(String) } : { secret: expect.any(String) },
        );
      }
      expect([...reached].sort()).toEqual(["201", "500"]);
    },
  );
});
