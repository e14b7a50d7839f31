import { describe, expect, it } from "vitest";
import { loadWorld } from "./load-world.ts";

const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}0${"]}".repeat(depth / 2)}`;
const call = (name: string, args: string) => `{"name":"${name}","arguments":${args}}`;
const pay = (more: string) =>
  call("codespar_pay", `{"method":"pix","amount":5000,"currency":"BRL"${more === "" ? "" : `,${more}`}}`);
const native = (args: string) => call("asaas_create_payment", args);

/** What reaches for the prototype of everything, by whatever name. */
const reaching = {
  "a __proto__": '"__proto__":{"polluted":true}',
  "a written-out __proto__": '"\\u005f_proto__":{"polluted":true}',
  "a constructor's prototype": '"constructor":{"prototype":{"polluted":true}}',
  "a prototype": '"prototype":{"polluted":true}',
};

/** Where a caller may write JSON. */
const places = {
  "a session": (text: string) => ["session", `{"preset":"brazilian",${text}}`],
  metadata: (text: string) => ["session", `{"preset":"brazilian","metadata":{${text}}}`],
  "a session's policy": (text: string) => [
    "session",
    `{"preset":"brazilian","policy":{"pinned_arguments":{${text}}}}`,
  ],
  "a call": (text: string) => ["execute", `{"name":"codespar_pay",${text},"arguments":{}}`],
  "a meta-tool's arguments": (text: string) => ["execute", pay(text)],
  "a nested argument": (text: string) => ["execute", pay(`"customer":{${text}}`)],
  "a native tool's arguments": (text: string) => ["execute", native(`{${text}}`)],
  "a native tool's nested arguments": (text: string) => ["execute", native(`{"split":[{${text}}]}`)],
  "a trigger": (text: string) => ["trigger", `{"name":"t","event":"*",${text}}`],
  credentials: (text: string) => ["connection", `{"server_id":"asaas","credentials":{${text}}}`],
} satisfies Record<string, (text: string) => string[]>;

async function world() {
  const { post, openSession, expectToRespond } = await loadWorld();
  const session = await openSession();
  const paths: Record<string, string> = {
    session: "/v1/sessions",
    execute: `/v1/sessions/${session}/execute`,
    send: `/v1/sessions/${session}/send`,
    trigger: "/v1/triggers",
    connection: "/v1/connections",
  };
  return { send: (to: string, body: string) => post(paths[to] ?? "", body), expectToRespond };
}

describe("keys that reach for a prototype", () => {
  const cases = Object.entries(reaching).flatMap(([what, text]) =>
    Object.entries(places).map(([where, place]) => ({ what, where, request: place(text) })),
  );

  it.each(cases)("$what in $where changes nothing", async ({ request: [to = "", body = ""] }) => {
    const { send, expectToRespond } = await world();
    const response = await send(to, body);
    expect(response.status).toBeLessThan(500);
    expect(Reflect.ownKeys(Object.prototype)).not.toContain("polluted");
    expect({}).not.toHaveProperty("polluted");
    const result = await response.json();
    // what is taken is taken as data, and what is not says which key it was
    if (response.status >= 400) expect(result.issues.length).toBeGreaterThan(0);
    const plain = await send("session", '{"preset":"brazilian"}');
    expect((await plain.json()).metadata).toEqual({});
    await expectToRespond();
  });
});

describe("JSON that is too much", () => {
  const cases = {
    "100,000 levels of a session": ["session", `{"preset":${nested(100_000)}}`],
    "100,000 levels of metadata": ["session", `{"preset":"brazilian","metadata":{"a":${nested(100_000)}}}`],
    "100,000 levels of an argument": ["execute", pay(`"customer":${nested(100_000)}`)],
    "100,000 levels of a native argument": ["execute", native(`{"a":${nested(100_000)}}`)],
    "100,000 levels, queued": ["send", native(`{"a":${nested(100_000)}}`)],
    "5,000 levels of a native argument": ["execute", native(`{"a":${nested(5_000)}}`)],
    "200,000 members": [
      "execute",
      native(`{${Array.from({ length: 100_000 }, (_, i) => `"${i}":0`).join(",")}}`),
    ],
    "a number above all numbers": ["execute", pay('"installments":1e999')],
    "a lone surrogate": ["session", '{"preset":"brazilian","metadata":{"a":"\\ud800"}}'],
    "a NUL": ["session", '{"preset":"brazilian","metadata":{"\\u0000":"\\u0000"}}'],
    "a body that is no object": ["session", "[]"],
    "a byte order mark": ["session", '\ufeff{"preset":"brazilian"}'],
  };

  it.each(Object.entries(cases))("%s gets a status below 500", async (_what, [to = "", body = ""]) => {
    const { send, expectToRespond } = await world();
    const response = await send(to, body);
    expect(response.status).toBeLessThan(500);
    await response.json();
    await expectToRespond();
  });

  it("a body of more than a million bytes is 413", async () => {
    const { send, expectToRespond } = await world();
    const response = await send("session", JSON.stringify({ preset: "x".repeat(1_000_000) }));
    expect([response.status, (await response.json()).error]).toEqual([413, "payload_too_large"]);
    await expectToRespond();
  });
});
