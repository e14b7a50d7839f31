import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { describe, expect, it } from "vitest";
import { runGateway } from "../testing/gateway-process.ts";
import { startEmulatedAsaas } from "../testing/start-emulated-asaas.ts";

async function setUp() {
  const asaas = await startEmulatedAsaas();
  const directory = temporaryDirectory();
  const config = { providers: { testAddresses: { asaas: asaas.url } } };
  writeFileSync(`${directory.path}/codespar.config.json`, JSON.stringify(config));
  const key = await asaas.getKey("tester");
  const run = (args: string[], environment: Record<string, string> = { ASAAS_API_KEY: key }) =>
    runGateway(args, { directory: directory.path, environment });
  const payments = async () => {
    const response = await fetch(`${asaas.url}/v3/payments?limit=100`, { headers: { access_token: key } });
    return (await response.json()).data as { status: string; deleted: boolean; value: number }[];
  };
  return { asaas, directory, key, run, payments, [Symbol.dispose]: () => directory[Symbol.dispose]() };
}

describe("smoke", () => {
  it("makes a small Pix in the test environment, finds it, and cancels it", async () => {
    using world = await setUp();
    const { code, stdout, stderr } = await world.run(["smoke", "asaas"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")).toEqual([
      `asaas, test environment at ${world.asaas.url}`,
      expect.stringMatching(/^ {2}made {7}pay_\w+, R\$ 5,00, pending$/),
      "  read back  pending, 500 centavos",
      "  looked up  found by CodeSpar's reference, as after a lost response",
      expect.stringMatching(/^ {2}cancelled {2}cancell?ed$/),
      "",
    ]);
    const [payment, ...more] = await world.payments();
    expect(more).toEqual([]);
    expect(payment).toMatchObject({ value: 5, deleted: true });
    // it keeps nothing
    expect(readdirSync(world.directory.path)).toEqual(["codespar.config.json"]);
  });

  it.each([
    [["smoke"], {}, 2, "smoke takes one provider: asaas, "],
    [["smoke", "asas"], {}, 2, '"asas" has no connector. Did you mean asaas?'],
    [["smoke", "asaas"], {}, 2, "ASAAS_API_KEY is missing: the Chave de API of asaas's test environment."],
    [["smoke", "asaas"], { ASAAS_API_KEY: "$aact_prod_s3cret" }, 1, "is of the live environment"],
  ])("%j with %j ends with a line and nothing sent", async (args, environment, code, says) => {
    using world = await setUp();
    const result = await world.run(args, environment);
    expect([result.code, result.stdout]).toEqual([code, ""]);
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toContain("s3cret");
    expect(await world.payments()).toEqual([]);
  });
});

describe("record", () => {
  it("shows what it would write, and writes it when asked to, without a value of the account", async () => {
    using world = await setUp();
    const shown = await world.run(["record", "asaas"]);
    expect([shown.code, shown.stderr]).toEqual([
      2,
      expect.stringMatching(/^codespar-gateway: Nothing was written\./),
    ]);
    expect(shown.stdout).toMatch(/^\+ \{\n\+ {3}"provider": "asaas"/);
    expect(readdirSync(world.directory.path)).toEqual(["codespar.config.json"]);

    const written = await world.run(["record", "asaas", "--yes"]);
    expect(written.code).toBe(0);
    const text = readFileSync(`${world.directory.path}/fixtures/asaas/pix.json`, "utf8");
    const { exchanges } = JSON.parse(text);
    const created = exchanges.find(
      ({ request }: { request: { method: string; path: string } }) =>
        request.method === "POST" && request.path === "/v3/payments",
    );
    // words and shapes stay
    expect(created).toMatchObject({
      request: { body: { billingType: "PIX", dueDate: "2026-01-15" } },
      response: { status: 200, body: { object: "payment", status: "PENDING", billingType: "PIX" } },
    });
    expect(created.response.body.id).toMatch(/^[a-z]{3}_[a-z0-9]{16}$/);
    // what refers to each other goes on to
    expect(exchanges.map(({ request }: { request: { path: string } }) => request.path)).toContain(
      `/v3/payments/${created.response.body.id}`,
    );
    for (const secret of [world.key, "Teste CodeSpar", "11144477735", "teste@example.com", "tc_0"]) {
      expect(text).not.toContain(secret);
    }
    const again = await world.run(["record", "asaas", "--yes"]);
    expect(again.stdout).toMatch(/lines as before/);
  });
});
