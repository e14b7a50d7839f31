import { StoreFailure } from "@codespar/backend/ports";
import {
  APIError,
  AuthenticationError,
  CodeSparError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  OutcomeUnknownError,
  PermissionError,
  ProviderUnavailableError,
  SessionExpiredError,
} from "@codespar/sdk";
import { expect } from "vitest";
import { pix, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import { getError } from "../world.ts";

const caught = (work: PromiseLike<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

export const errorCases = [
  verifies("errors.body", "every error has the common fields", async (world) => {
    const responses = [
      await world.wire("GET", "/v1/usage", { headers: { authorization: undefined } }),
      await world.wire("GET", "/v1/sessions/ses_nobody"),
      await world.wire("POST", "/v1/sessions", { body: {} }),
    ];
    for (const response of responses) {
      const { message, status, request_id, retryable } = getError(response);
      expect([status, request_id, retryable]).toEqual([
        response.status,
        response.headers["x-request-id"],
        false,
      ]);
      expect(message).toMatch(/^\S.*\.$/s);
    }
    expect(new Set(responses.map(({ headers }) => headers["x-request-id"])).size).toBe(3);
  }),
  verifies("errors.typed", "the SDK has a class for each kind", async (world) => {
    const session = await world.session();
    const expired = await world.session();
    const alone = await world.codespar.sessions.create({ servers: ["asaas"] });
    await session.execute(pix, { idempotencyKey: "a" });
    const errors: [unknown, abstract new (...args: never[]) => CodeSparError][] = [
      [await caught(world.client({ apiKey: "csk_test_nobody" }).usage.get()), AuthenticationError],
      [await caught(world.codespar.sessions.create({ servers: ["strip"] })), InvalidRequestError],
      [await caught(session.execute({ name: "codespar_pai", arguments: {} })), NotFoundError],
      [
        await caught(session.execute({ name: "stripe_create_payment_intent", arguments: {} })),
        PermissionError,
      ],
      [
        await caught(session.execute({ name: "codespar_discover", arguments: {} }, { idempotencyKey: "a" })),
        ConflictError,
      ],
    ];
    world.sandbox.faults.set("asaas", { down: true });
    errors.push([await caught(alone.execute(pix)), ProviderUnavailableError]);
    world.sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
    errors.push([await caught(alone.execute(pix)), OutcomeUnknownError]);
    await world.sandbox.clock.advance("31m");
    errors.push([await caught(expired.execute(pix)), SessionExpiredError]);
    for (const [error, kind] of errors) {
      expect(error).toBeInstanceOf(kind);
      expect(error).toBeInstanceOf(APIError);
      expect(CodeSparError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({ request_id: expect.stringMatching(/^req_/), status: expect.any(Number) });
    }
  }),
  verifies(
    "errors.internal",
    "an internal error reveals nothing",
    {
      expectsInternalErrors: true,
      wrapStore: (store) => ({
        ...bound(store),
        readUsage: async () => {
          throw new Error("disk /var/secret is full");
        },
      }),
    },
    async (world) => {
      const response = await world.wire("GET", "/v1/usage");
      expect(response.body).toMatchObject({ error: "internal_error", status: 500, retryable: true });
      expect(response.text).not.toMatch(/disk|secret|\bat \//);
      expect((await world.session()).status).toBe("active");
    },
  ),
  verifies(
    "errors.internal",
    "a store that cannot be used for a while is no mistake inside: come again, and when",
    {
      expectsInternalErrors: true,
      wrapStore: (store) => ({
        ...bound(store),
        readUsage: async () => {
          throw new StoreFailure("disk /var/secret is full", { isTemporary: true });
        },
      }),
    },
    async (world) => {
      const { body, status, text, headers } = await world.wire("GET", "/v1/usage");
      expect([status, headers["retry-after"]]).toEqual([503, "5"]);
      expect(body).toMatchObject({ error: "service_unavailable", retryable: true });
      expect(text).toContain("Repeat the request with the same idempotency key in 5 s.");
      expect(text).not.toMatch(/disk|secret/);
    },
  ),
  verifies("errors.unknown_path", "what is not there is 404", async (world) => {
    for (const [method, path] of [
      ["GET", "/"],
      ["GET", "/v1"],
      ["GET", "/v1/nothing"],
      ["PUT", "/v1/sessions"],
      ["GET", "/v1/sessions/"],
      ["GET", "/v1/sessions/a/b/c"],
      ["DELETE", "/v1/usage"],
      ["GET", "/v1/%2e%2e/x"],
    ] as const) {
      const response = await world.wire(method, path);
      expect([response.status, getError(response).error], path).toEqual([404, "not_found"]);
    }
    for (const id of ["ses_nobody", "%00", "..%2f..", "'; drop table", "é".repeat(50)]) {
      expect((await world.wire("GET", `/v1/sessions/${encodeURIComponent(id)}`)).status, id).toBe(404);
    }
  }),
  verifies("errors.secrets", "a key is in no error", async (world) => {
    const apiKey = "csk_test_verysecret";
    const client = world.client({ apiKey });
    const error = await caught(client.usage.get());
    expect(error).toBeInstanceOf(AuthenticationError);
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10 }) + JSON.stringify(error)).not.toContain("verysecret");
    expect(inspect(client, { depth: 10, showHidden: true })).not.toContain("verysecret");
    expect(succeed(await (await world.session()).execute(pix)).amount).toBe(5000);
  }),
];

/** A copy of an object whose methods still have it as `this`. */
function bound<Target extends object>(target: Target): Target {
  return new Proxy({} as Target, {
    // spread asks for own keys, and a class has its methods on the prototype
    ownKeys: () => [
      ...new Set([...Object.keys(target), ...Object.getOwnPropertyNames(Object.getPrototypeOf(target))]),
    ],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (_, name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
