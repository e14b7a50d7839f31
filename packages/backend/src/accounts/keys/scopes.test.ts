import { endpoints, scopes } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { routes } from "../../http/routes/routes.ts";
import { testBackend } from "../../testing/test-backend.ts";

/** Every endpoint that asks for a key, as soon as something handles it. */
const scoped = Object.entries(endpoints).flatMap(([id, endpoint]) =>
  endpoint.scope === null || !Object.hasOwn(routes, id) ? [] : [{ id, ...endpoint, scope: endpoint.scope }],
);

/** A key that has every scope but one. */
async function keyWithout(scope: string) {
  const { call, join } = testBackend();
  const { apiKey } = await join("growth");
  const made = await call(apiKey, "POST", "/v1/api-keys", {
    body: { scopes: scopes.filter((other) => other !== scope) },
  });
  const { key } = made.body as { key: string }; // made by the call before
  return { call, key };
}

describe("an endpoint without its scope", () => {
  it.each(scoped)("$method $path refuses a key without $scope", async ({ method, path, scope }) => {
    const { call, key } = await keyWithout(scope);
    const url = path.replace(":id", "ses_1");
    const refused = await call(key, method, url, method === "POST" || method === "PATCH" ? { body: {} } : {});
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      error: "insufficient_scope",
      required_scope: scope,
      retryable: false,
      message: `This API key lacks the scope ${scope}. Use a key that has it.`,
    });
  });

  // what streams for as long as somebody reads is opened by conformance
  const ending = scoped.filter(({ id }) => id !== "events.stream");
  it.each(ending)("$method $path lets the scope alone through", async ({ id, method, path, scope }) => {
    const { call, join, backend } = testBackend();
    const { organisation } = await join("growth");
    const { key } = await backend.serviceKeys.create({ scopes: [scope] });
    const response = await call(key, method, path.replace(":id", "ses_1"), {
      headers: { "x-codespar-org": organisation },
      ...(method === "POST" || method === "PATCH" ? { body: {} } : {}),
    });
    expect({ id, status: response.status }).not.toEqual({ id, status: 403 });
    expect(response.status).not.toBe(401);
  });
});
