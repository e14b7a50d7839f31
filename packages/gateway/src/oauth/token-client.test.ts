import { ProviderUnavailable } from "@codespar/backend/ports";
import { oauthDefinitions } from "@codespar/providers/connect";
import { expect, it } from "vitest";
import { tokenClient } from "./token-client.ts";

const mercadopago = oauthDefinitions.get("mercadopago");

/** The token client, and what it sends to an endpoint that responds like this. */
function setUp(status: number, body: unknown, change: object = {}) {
  if (mercadopago === undefined) throw new Error("Mercado Pago has no consent.");
  const sent: { url: string; init: RequestInit }[] = [];
  const client = tokenClient({
    definition: { ...mercadopago, ...change },
    app: { clientId: "app:1", clientSecret: "s3cret" },
    getHost: (environment) => `https://${environment}.example`,
    now: () => 1000,
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
    },
  });
  const refresh = () => client.refresh("TG-1", "live", new AbortController().signal);
  return { client, sent, refresh };
}

it("renews a token in the account's environment, and follows no redirect", async () => {
  const tokens = { access_token: "a2", refresh_token: "r2", expires_in: 60, live_mode: true };
  const { refresh, sent } = setUp(200, tokens);
  expect(await refresh()).toEqual({
    credentials: { access_token: "a2", refresh_token: "r2" },
    expiresAt: 61_000,
  });
  expect(sent[0]?.url).toBe("https://live.example/oauth/token");
  expect(sent[0]?.init.redirect).toBe("manual");
  expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
    grant_type: "refresh_token",
    refresh_token: "TG-1",
    client_id: "app:1",
    client_secret: "s3cret",
  });
});

it("writes a form and an Authorization header where the provider wants them", async () => {
  const { refresh, sent } = setUp(
    200,
    { access_token: "a" },
    { body: "form", clientAuthentication: "basic" },
  );
  await refresh();
  const { headers, body } = sent[0]?.init ?? {};
  expect(headers).toMatchObject({
    "content-type": "application/x-www-form-urlencoded",
    authorization: `Basic ${btoa("app%3A1:s3cret")}`,
  });
  expect(body).toBe("grant_type=refresh_token&refresh_token=TG-1");
});

it.each([400, 401])("says that a person has to connect again after %i", async (status) => {
  expect(await setUp(status, { error: "invalid_grant" }).refresh()).toBeUndefined();
});

it("says that nothing was used after 429 alone", async () => {
  await expect(setUp(429, {}).refresh()).rejects.toBeInstanceOf(ProviderUnavailable);
  for (const [status, body] of [
    [500, {}],
    [307, {}],
    [200, "<html>"],
    [200, { token: "a" }],
  ] as const) {
    const error = await setUp(status, body)
      .refresh()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ProviderUnavailable);
  }
});

it("has no secret and no text of the response in its errors", async () => {
  const { client } = setUp(400, { error: "invalid_grant", error_description: "code hunter2 of s3cret" });
  const code = { code: "hunter2", redirectUri: "https://a.example/callback", verifier: "v" };
  const error = await client.exchange(code, "live", new AbortController().signal).catch((e: unknown) => e);
  expect(String(error)).toBe("Error: mercadopago refused the code (HTTP 400, invalid_grant).");
});
