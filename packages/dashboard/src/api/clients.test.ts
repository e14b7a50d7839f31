import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keyClient, sessionClient } from "./clients.ts";

const session = {
  csrf: "csrf_1",
  scopes: [],
  sandbox: true,
  livemode: false,
  expires_at: "2026-03-02T12:00:00Z",
};

beforeEach(() => vi.stubGlobal("location", { origin: "http://127.0.0.1:4010" }));
afterEach(() => vi.unstubAllGlobals());

/** Answers every request alike, and keeps what was asked. */
function stubFetch(status: number, body: object) {
  const asked: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    asked.push(init);
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  });
  return asked;
}

it("sends the session's mark and cookie, and no key", async () => {
  const asked = stubFetch(200, { data: [], next_cursor: null });
  await sessionClient(session, () => {}).events.list();
  const headers = new Headers(asked[0]?.headers);
  expect(headers.get("x-codespar-csrf")).toBe("csrf_1");
  expect(headers.has("authorization")).toBe(false);
  expect(asked[0]?.credentials).toBe("same-origin");
});

it("says so when the session has ended", async () => {
  stubFetch(401, { error: "unauthorized", message: "Nobody is signed in." });
  const signedOut = vi.fn();
  await expect(sessionClient(session, signedOut).events.list()).rejects.toThrow();
  expect(signedOut).toHaveBeenCalled();
});

it("sends a key that was asked for without the session's cookie", async () => {
  const asked = stubFetch(200, { data: [], next_cursor: null });
  await keyClient("csk_test_once").apiKeys.list();
  expect(new Headers(asked[0]?.headers).get("authorization")).toBe("Bearer csk_test_once");
  expect(asked[0]?.credentials).toBe("omit");
});
