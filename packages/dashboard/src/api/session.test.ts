import { afterEach, expect, it, vi } from "vitest";
import { createControl } from "./control.ts";
import { readSession, signInWithKey, signInWithLink, signOut } from "./session.ts";

const session = {
  csrf: "csrf-1",
  scopes: [],
  sandbox: true,
  livemode: false,
  expires_at: "2026-04-01T00:00:00Z",
};

/** A server that responds so to everything, and what it was asked. */
function serve(status: number, body: unknown) {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    asked.push(new Request(new URL(url, "https://pay.example.com"), init));
    return Response.json(body, { status });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it("knows nobody where there is no session", async () => {
  serve(401, {});
  expect(await readSession()).toBeUndefined();
  serve(200, session);
  expect(await readSession()).toEqual(session);
});

it("signs in by a link's token in the body, and by a key in one header", async () => {
  const asked = serve(200, session);
  expect(await signInWithLink("token-1")).toEqual(session);
  await signInWithKey("csk_live_1");
  expect(await asked[0]?.json()).toEqual({ link: "token-1" });
  expect(asked[0]?.headers.get("authorization")).toBeNull();
  expect(asked[1]?.headers.get("authorization")).toBe("Bearer csk_live_1");
  expect(await asked[1]?.text()).toBe("");
});

it("says what the server says when it is refused", async () => {
  serve(401, { message: "This link was used before." });
  await expect(signInWithLink("token-1")).rejects.toThrow("This link was used before.");
});

it("signs out and controls the sandbox with the token that no other page has", async () => {
  const asked = serve(200, { now: "2026-04-01T00:00:00Z" });
  await signOut(session);
  const control = createControl(session);
  expect(await control.get("clock")).toEqual({ now: "2026-04-01T00:00:00Z" });
  await control.post("payments/pay_1/refund", { amount: 100 });
  expect(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    "DELETE /dashboard/session",
    "GET /sandbox/clock",
    "POST /sandbox/payments/pay_1/refund",
  ]);
  for (const request of asked) expect(request.headers.get("x-codespar-csrf")).toBe("csrf-1");
  expect(await asked[2]?.json()).toEqual({ amount: 100 });
});

it("rejects with the control's own sentence", async () => {
  serve(409, { message: "This payment is paid." });
  await expect(createControl(session).post("payments/pay_1/confirm")).rejects.toThrow(
    "This payment is paid.",
  );
});
