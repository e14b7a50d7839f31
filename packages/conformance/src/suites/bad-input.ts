import type { ErrorCode } from "@codespar/contract";
import { expect } from "vitest";
import { nfe, parcel, pay, pix, refuse, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import type { RequirementId } from "../requirements.ts";
import { getError, type World } from "../world.ts";

/** Does `attempt`, which must be refused like this, and sees that nothing was charged, done or broken. */
async function refused(
  world: World,
  attempt: () => Promise<unknown>,
  expected: { code: ErrorCode; status: number; path?: string; says?: string | RegExp },
): Promise<void> {
  const before = [await world.used(), world.sandbox.calls.length];
  const error = await attempt().then(
    (value) => expect.fail(`Expected ${expected.code}, got ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  expect(error).toMatchObject({ code: expected.code, status: expected.status, retryable: false });
  const { message, issues = [] } = error as { message: string; issues?: { path: string; message: string }[] }; // matched above
  if (expected.path !== undefined) expect(issues.map(({ path }) => path)).toContain(expected.path);
  if (expected.says !== undefined) expect(message).toMatch(expected.says);
  expect([await world.used(), world.sandbox.calls.length]).toEqual(before);
}

/** A call of a meta-tool that must not get past its arguments. */
function badArguments(
  id: RequirementId,
  title: string,
  calls: readonly [call: { name: string; arguments: object }, path: string, says: string | RegExp][],
  preset = "brazilian",
) {
  return verifies(id, title, async (world) => {
    const session = await world.session(preset);
    for (const [call, path, says] of calls) {
      const expected = { code: "invalid_arguments", status: 400, path, says } as const;
      await refused(
        world,
        () => session.execute({ name: call.name, arguments: { ...call.arguments } }),
        expected,
      );
      await refused(
        world,
        () => session.send({ name: call.name, arguments: { ...call.arguments } }),
        expected,
      );
    }
    expect(
      succeed(
        await session.execute(preset === "brazilian" ? pix : { name: "codespar_discover", arguments: {} }),
      ),
    ).toBeTruthy();
  });
}

const payWith = (args: object) => ({ name: "codespar_pay", arguments: { ...pix.arguments, ...args } });
const maxAmount = 2 ** 53;

export const badInputCases = [
  verifies("bad_input.key_missing", "no API key is 401, with the way out", async (world) => {
    for (const authorization of [undefined, ""]) {
      const response = await world.wire("GET", "/v1/usage", { headers: { authorization } });
      expect([response.status, getError(response).error]).toEqual([401, "unauthorized"]);
      expect(getError(response).message).toContain("`Authorization: Bearer <key>`");
    }
  }),
  verifies("bad_input.key_malformed", "a malformed API key is 401, and is not repeated", async (world) => {
    for (const authorization of [
      "Bearer",
      "Bearer ",
      "Bearer sk_live_secret",
      "Basic csk_test_a",
      "csk_test_a",
      "Bearer csk_test_",
      "Bearer csk_test_a b",
    ]) {
      const response = await world.wire("POST", "/v1/sessions", {
        body: { preset: "brazilian" },
        headers: { authorization },
      });
      expect([response.status, getError(response).error], authorization).toEqual([401, "unauthorized"]);
      expect(response.text).not.toContain("secret");
      expect(response.headers["www-authenticate"]).toBe("Bearer");
    }
    expect(() => world.client({ apiKey: "sk_secret" })).toThrow(/csk_test_/);
    expect(() => world.client({ apiKey: "sk_secret" })).not.toThrow(/secret/);
  }),
  verifies("bad_input.server", "an unknown server is refused with the nearest", async (world) => {
    const create = () => world.codespar.sessions.create({ servers: ["asaas", "mercado-pogo"] });
    await refused(world, create, {
      code: "invalid_request",
      status: 400,
      path: "servers.1",
      says: /mercadopago/,
    });
    await expect(create()).rejects.toMatchObject({ suggestions: expect.arrayContaining(["mercadopago"]) });
  }),
  verifies("bad_input.preset", "an unknown preset is refused with the nearest", async (world) => {
    const create = () => world.codespar.sessions.create({ preset: "brasilian" });
    await refused(world, create, { code: "invalid_request", status: 400, path: "preset", says: /brazilian/ });
  }),
  verifies("bad_input.no_server", "a session needs a server", async (world) => {
    for (const body of [{}, { servers: [] }, { metadata: { a: "b" } }]) {
      const create = () => world.codespar.sessions.create(body);
      await refused(world, create, {
        code: "invalid_request",
        status: 400,
        path: "servers",
        says: /preset: "brazilian"/,
      });
    }
  }),
  verifies("bad_input.metadata", "metadata is text within its limits", async (world) => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"]));
    for (const [metadata, path] of [
      [{ order: 42 }, "metadata.order"],
      [{ order: null }, "metadata.order"],
      [{ order: { id: 1 } }, "metadata.order"],
      [{ order: "x".repeat(501) }, "metadata.order"],
      [{ ["k".repeat(41)]: "v" }, `metadata.${"k".repeat(41)}`],
      [{ "": "v" }, "metadata"],
      [many, "metadata"],
      [["a"], "metadata"],
      ["a", "metadata"],
    ] as const) {
      const response = await world.wire("POST", "/v1/sessions", { body: { preset: "brazilian", metadata } });
      expect(response.body, JSON.stringify(metadata).slice(0, 80)).toMatchObject({
        error: "invalid_request",
        issues: [{ path }],
      });
    }
    const fits = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`${index}`.padEnd(40, "k"), "v".repeat(500)]),
    );
    expect((await world.session("brazilian", fits)).metadata).toEqual(fits);
  }),
  badArguments("bad_input.amount", "an amount is a whole number of minor units above zero", [
    [payWith({ amount: 49.9 }), "arguments.amount", /minor units/],
    [payWith({ amount: 0 }), "arguments.amount", /at least 1/],
    [payWith({ amount: -5000 }), "arguments.amount", /at least 1/],
    [payWith({ amount: maxAmount - 1 }), "arguments.amount", /at most/],
    [payWith({ amount: "5000" }), "arguments.amount", /JSON number/],
    [payWith({ amount: null }), "arguments.amount", /amount/],
    [payWith({ amount: undefined }), "arguments.amount", /required/],
    [
      { name: "codespar_checkout", arguments: { amount: 10.5, currency: "BRL" } },
      "arguments.amount",
      /minor units/,
    ],
    [
      {
        name: "codespar_checkout",
        arguments: {
          currency: "BRL",
          amount: 100,
          items: [{ description: "x", quantity: 3, unit_amount: 50 }],
        },
      },
      "arguments.amount",
      /150/,
    ],
    [
      {
        ...nfe,
        arguments: { ...nfe.arguments, items: [{ description: "x", quantity: 1, unit_amount: -1 }] },
      },
      "arguments.items.0.unit_amount",
      /at least 1/,
    ],
  ]),
  verifies("bad_input.amount", "an amount that overflows on the wire is refused", async (world) => {
    const session = await world.session();
    for (const amount of ["9007199254740993", "1e400", "-1e400", "1e21", "0.1e4"]) {
      const body = `{"name":"codespar_pay","arguments":{"method":"pix","amount":${amount},"currency":"BRL"}}`;
      const response = await world.wire("POST", `/v1/sessions/${session.id}/execute`, { body });
      if (amount === "0.1e4") expect(response.status).toBe(200);
      else
        expect(response.body, amount).toMatchObject({
          error: "invalid_arguments",
          issues: [{ path: "arguments.amount" }],
        });
    }
    const native =
      '{"name":"asaas_create_payment","arguments":{"billingType":"PIX","value":1e200,"dueDate":"2026-12-01"}}';
    const response = await world.wire("POST", `/v1/sessions/${session.id}/execute`, { body: native });
    expect(response.body).toMatchObject({
      error: "invalid_arguments",
      issues: [{ path: "arguments.value" }],
    });
    expect(world.effects()).toHaveLength(1);
  }),
  badArguments("bad_input.currency", "a method is paid in its currency", [
    [payWith({ currency: "USD" }), "arguments.currency", /pix is paid in BRL, not USD/],
    [payWith({ method: "spei" }), "arguments.currency", /MXN/],
    [payWith({ currency: "EUR" }), "arguments.currency", /BRL/],
    [
      { name: "codespar_checkout", arguments: { amount: 100, currency: "MXN", payment_methods: ["pix"] } },
      "arguments.payment_methods.0",
      /BRL/,
    ],
  ]),
  badArguments("bad_input.document", "a document is checked by its digits", [
    [payWith({ customer: { name: "Ana", document: "11144477734" } }), "arguments.customer.document", /CPF/],
    [payWith({ customer: { document: "11111111111" } }), "arguments.customer.document", /CPF/],
    [
      { ...nfe, arguments: { ...nfe.arguments, customer: { name: "Ana", document: "11222333000182" } } },
      "arguments.customer.document",
      /CNPJ/,
    ],
    [
      {
        name: "codespar_ship",
        arguments: { action: "label", service_id: "correios:pac", ...parcel, recipient: { document: "123" } },
      },
      "arguments.recipient.document",
      /document/,
    ],
  ]),
  verifies("bad_input.tool", "an unknown tool is refused with the nearest", async (world) => {
    const session = await world.session();
    for (const [name, near] of [
      ["codespar_pai", "codespar_pay"],
      ["asaas_create_paiment", "asaas_create_payment"],
      ["constructor", undefined],
    ] as const) {
      const attempt = () => session.execute({ name, arguments: {} });
      await refused(world, attempt, { code: "unknown_tool", status: 404, says: near ?? /session.tools/ });
      if (near !== undefined)
        await expect(attempt()).rejects.toMatchObject({ suggestions: expect.arrayContaining([near]) });
    }
  }),
  badArguments("bad_input.arguments", "arguments have their names and types", [
    [payWith({ amout: 5 }), "arguments.amout", /Did you mean amount/],
    [payWith({ method: "pixx" }), "arguments.method", /Did you mean pix/],
    [payWith({ method: undefined }), "arguments.method", /required/],
    [payWith({ installments: 3 }), "arguments.installments", /credit_card/],
    [payWith({ due_date: "2026-02-30" }), "arguments.due_date", /YYYY-MM-DD/],
    [payWith({ payment_id: "pay_1" }), "arguments.payment_id", /refund/],
    [{ name: "codespar_pay", arguments: { action: "refund" } }, "arguments.payment_id", /required/],
    [{ ...whatsapp, arguments: { ...whatsapp.arguments, to: "11987654321" } }, "arguments.to", /E\.164/],
    [{ ...whatsapp, arguments: { channel: "email", to: "nobody", message: "x" } }, "arguments.to", /e-mail/],
    [{ ...whatsapp, arguments: { channel: "sms", to: "+5511987654321" } }, "arguments.message", /required/],
    [
      { name: "codespar_invoice", arguments: { type: "nfe", items: nfe.arguments.items } },
      "arguments.customer",
      /required/,
    ],
    [
      { name: "codespar_ship", arguments: { action: "quote", ...parcel, origin: { postal_code: "1" } } },
      "arguments.origin.postal_code",
      /8 digits/,
    ],
    [{ name: "codespar_discover", arguments: { limit: 21 } }, "arguments.limit", /20/],
    [
      { name: "asaas_create_payment", arguments: { billingType: "PIX", value: "ten" } },
      "arguments.value",
      /value/,
    ],
  ]),
  verifies("bad_input.arguments", "a body has a name and arguments", async (world) => {
    const session = await world.session();
    for (const [body, path] of [
      [{ name: "codespar_pay" }, "arguments"],
      [{ arguments: {} }, "name"],
      [{ name: 7, arguments: {} }, "name"],
      [{ name: "codespar_pay", arguments: [] }, "arguments"],
      [{ name: "codespar_pay", arguments: "{}" }, "arguments"],
      [{ ...pix, tool: "x" }, "tool"],
    ] as const) {
      const response = await world.wire("POST", `/v1/sessions/${session.id}/execute`, { body });
      expect(response.body, JSON.stringify(body)).toMatchObject({
        error: "invalid_request",
        issues: [{ path }],
      });
    }
    expect([await world.used(), world.sandbox.calls.length]).toEqual([0, 0]);
  }),
  verifies("bad_input.not_json", "a body is a JSON object that says so", async (world) => {
    const path = "/v1/sessions";
    for (const body of ["{", "preset=brazilian", "nul", '{"preset":"brazilian"', "\u0000"]) {
      const response = await world.wire("POST", path, { body });
      expect(response.body, body).toMatchObject({
        error: "invalid_request",
        issues: [{ message: expect.stringContaining("JSON") }],
      });
    }
    for (const body of ["[]", '"text"', "7", "null", "true"]) {
      expect((await world.wire("POST", path, { body })).body, body).toMatchObject({
        error: "invalid_request",
      });
    }
    const form = await world.wire("POST", path, {
      body: '{"preset":"brazilian"}',
      headers: { "content-type": "text/plain" },
    });
    expect(form.body).toMatchObject({ error: "invalid_request", issues: [{ path: "content-type" }] });
    for (const type of ["application/json; charset=utf-8", "APPLICATION/JSON"]) {
      const response = await world.wire("POST", path, {
        body: '{"preset":"brazilian"}',
        headers: { "content-type": type },
      });
      expect(response.status, type).toBe(201);
    }
  }),
  verifies("bad_input.huge", "a body is at most a megabyte", async (world) => {
    const session = await world.session();
    const attempt = (length: number) =>
      session.execute({ ...whatsapp, arguments: { ...whatsapp.arguments, message: "é".repeat(length) } });
    await refused(world, () => attempt(500_000), {
      code: "payload_too_large",
      status: 413,
      says: /1000000 bytes/,
    });
    await refused(world, () => attempt(2_000_000), { code: "payload_too_large", status: 413 });
    await refused(world, () => attempt(400_000), {
      code: "invalid_arguments",
      status: 400,
      path: "arguments.message",
    });
    expect(succeed(await session.execute(whatsapp)).channel).toBe("whatsapp");
  }),
  verifies("bad_input.nested", "neither depth nor a prototype gets through", async (world) => {
    const session = await world.session();
    const path = `/v1/sessions/${session.id}/execute`;
    const deep = `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`;
    for (const args of [
      deep,
      '{"__proto__":{"amount":1}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '{"customer":{"__proto__":{"x":1}}}',
    ]) {
      const response = await world.wire("POST", path, {
        body: `{"name":"codespar_pay","arguments":${args}}`,
      });
      expect([response.status, getError(response).error], args.slice(0, 40)).toEqual([
        400,
        "invalid_request",
      ]);
    }
    const metadata = await world.wire("POST", "/v1/sessions", {
      body: '{"preset":"brazilian","metadata":{"__proto__":"x"}}',
    });
    expect(metadata.status).toBe(400);
    expect("x" in {}).toBe(false);
    expect([await world.used(), world.sandbox.calls.length]).toEqual([0, 0]);
  }),
  verifies("bad_input.session_expired", "an expired session takes no call", async (world) => {
    const session = await world.session();
    await world.sandbox.clock.advance("31m");
    await refused(world, () => session.execute(pix), {
      code: "session_expired",
      status: 410,
      says: /sessions\.create/,
    });
    await refused(world, () => session.send(pix), { code: "session_expired", status: 410 });
  }),
  verifies("bad_input.session_closed", "a closed session takes no call", async (world) => {
    const session = await world.session();
    await session.close();
    await refused(world, () => session.execute(pix), {
      code: "session_closed",
      status: 409,
      says: /sessions\.create/,
    });
    await refused(world, () => session.sendStream(pix).result(), { code: "session_closed", status: 409 });
  }),
  verifies(["bad_input.second_refund", "pay.refund"], "a payment is given back once", async (world) => {
    const session = await world.session();
    const { payment_id } = await pay(session, pix.arguments);
    const refund = { name: "codespar_pay", arguments: { action: "refund", payment_id } } as const;
    expect(refuse(await session.execute(refund)).code).toBe("payment_not_paid");
    await world.sandbox.payments.confirm(payment_id);
    expect(succeed(await session.execute(refund))).toMatchObject({
      status: "refunded",
      refunds: [{ amount: 5000, status: "succeeded" }],
    });
    const second = refuse(await session.execute(refund));
    expect(second.code).toBe("already_refunded");
    const after = succeed(
      await session.execute({ name: "codespar_pay", arguments: { action: "get", payment_id } }),
    );
    expect(after.refunds).toHaveLength(1);
  }),
  verifies("bad_input.not_attached", "a server that is not attached is not used", async (world) => {
    const session = await world.session();
    const expected = { code: "server_not_in_session", status: 403, says: /stripe/ } as const;
    await refused(
      world,
      () => session.execute({ name: "stripe_create_payment_intent", arguments: {} }),
      expected,
    );
    const forced = { ...pix, arguments: { ...pix.arguments, provider: "stripe" } };
    await refused(world, () => session.execute(forced), expected);
    await expect(session.execute(forced)).rejects.toMatchObject({
      server: "stripe",
      servers: expect.arrayContaining(["asaas"]),
    });
  }),
  verifies("bad_input.query", "a query is checked by field", async (world) => {
    for (const [path, field] of [
      ["/v1/sessions?limit=0", "limit"],
      ["/v1/sessions?limit=1e2", "limit"],
      ["/v1/sessions?status=open", "status"],
      ["/v1/sessions?page=2", "page"],
      ["/v1/usage?period=2026-13", "period"],
      ["/v1/servers?country=PT", "country"],
      ["/v1/tool-calls?since=yesterday", "since"],
      ["/v1/events?type=payment.paid", "type"],
    ] as const) {
      const response = await world.wire("GET", path);
      expect(response.body, path).toMatchObject({ error: "invalid_request", issues: [{ path: field }] });
    }
  }),
  verifies("bad_input.numbers", "NaN and infinity are refused before they leave", async (world) => {
    const session = await world.session();
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      const call = { ...pix, arguments: { ...pix.arguments, amount } };
      await expect(session.execute(call)).rejects.toMatchObject({
        code: "invalid_request",
        issues: [{ path: "arguments.amount", message: expect.stringContaining(" Pass ") }],
      });
    }
    expect((await world.codespar.toolCalls.list()).data).toEqual([]);
  }),
];
