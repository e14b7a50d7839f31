import { writeFileSync } from "node:fs";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { describe, expect, it } from "vitest";
import type { Environment } from "./environment.ts";
import { resolveConfig } from "./resolve-config.ts";

const masterKey = `k1:${Buffer.alloc(32, 7).toString("base64")}`;

/** Resolves what these files and variables say. */
async function resolve(files: Record<string, string>, environment: Environment = {}, flags = {}) {
  using directory = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFileSync(`${directory.path}/${name}`, text);
  return await resolveConfig({ directory: directory.path, environment, flags });
}

const getProblems = (...input: Parameters<typeof resolve>) =>
  resolve(...input).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );

describe("the configuration", () => {
  it("has a default for everything", async () => {
    expect(await resolve({})).toEqual({
      host: "127.0.0.1",
      port: 4000,
      publicUrl: undefined,
      data: "./codespar-data",
      databaseUrl: undefined,
      keyring: undefined,
      providers: { on: undefined, off: new Set(), testAddresses: new Map() },
      limits: {
        callsPerConnection: 20,
        concurrentRequests: 1000,
        databaseConnections: 10,
        providerTimeoutMs: 30_000,
        drainMs: 10_000,
      },
      retention: { logDays: 400 },
      trustedProxies: [],
      connect: { returnOrigins: new Set() },
      oauth: new Map(),
      webhooks: new Map(),
      mcpServers: [],
      logLevel: "info",
    });
  });

  it("is taken from flags, then variables, then the file, field by field", async () => {
    const file = `
      import type { GatewayConfig } from "./gateway-config.ts";
      export default {
        port: 1, host: "0.0.0.0", publicUrl: "https://pay.example.com/",
        limits: { drainMs: 1, providerTimeoutMs: 2000 },
        providers: { off: ["stripe"] },
        oauth: { mercadopago: { clientId: "from the file" } },
      } satisfies GatewayConfig;`;
    const environment = {
      CODESPAR_PORT: "2",
      CODESPAR_DRAIN_MS: "20",
      CODESPAR_TRUSTED_PROXIES: "10.0.0.0/8, ::1",
      CODESPAR_OAUTH_MERCADOPAGO_CLIENT_SECRET: "from the environment",
      CODESPAR_DATA: "",
    };
    const config = await resolve({ "codespar.config.ts": file }, environment, { port: 3 });
    expect(config).toMatchObject({
      port: 3,
      host: "0.0.0.0",
      publicUrl: "https://pay.example.com",
      data: "./codespar-data",
      limits: { drainMs: 20, providerTimeoutMs: 2000, concurrentRequests: 1000 },
      trustedProxies: ["10.0.0.0/8", "::1"],
    });
    expect(config.providers.off).toEqual(new Set(["stripe"]));
    expect(config.oauth.get("mercadopago")).toEqual({
      clientId: "from the file",
      clientSecret: "from the environment",
    });
  });

  it("takes secrets from files as well", async () => {
    using directory = temporaryDirectory();
    writeFileSync(`${directory.path}/master`, `${masterKey}\n`);
    const config = await resolve({}, { CODESPAR_MASTER_KEY_FILE: `${directory.path}/master` });
    expect(config.keyring?.current).toBe("k1");
  });
});

describe("a wrong value is named, with where it stands", () => {
  const json = (value: unknown) => ({ "codespar.config.json": JSON.stringify(value) });

  it.each<[string, Record<string, string>, Environment, string[]]>([
    ["a port that is none", {}, { PORT: "80a" }, ["PORT: port must be a number, not a string."]],
    [
      "a port that is too high",
      {},
      { CODESPAR_PORT: "65536" },
      ["CODESPAR_PORT: port must be at most 65535."],
    ],
    [
      "a variable with a typing error",
      {},
      { CODESPAR_PUBLIC_ULR: "https://a.example" },
      ["CODESPAR_PUBLIC_ULR is not a variable of the gateway. Did you mean CODESPAR_PUBLIC_URL?"],
    ],
    [
      "a public URL in the clear",
      {},
      { CODESPAR_PUBLIC_URL: "http://pay.example.com" },
      [
        "CODESPAR_PUBLIC_URL: publicUrl must be an https address without a path, such as https://pay.example.com; http is for localhost.",
      ],
    ],
    [
      "a proxy that is none",
      {},
      { CODESPAR_TRUSTED_PROXIES: "10.0.0.0/33" },
      ["CODESPAR_TRUSTED_PROXIES: An entry must be an IP address or a range such as 10.0.0.0/8."],
    ],
    [
      "a log level that is none",
      {},
      { CODESPAR_LOG_LEVEL: "inf" },
      ['CODESPAR_LOG_LEVEL: logLevel must be one of debug, info, warn, error, not "inf". Did you mean info?'],
    ],
    [
      "a field with a typing error",
      json({ publicUlr: "https://a.example" }),
      {},
      ["codespar.config.json publicUlr: publicUlr is not a known field. Did you mean publicUrl?"],
    ],
    [
      "a field inside a section",
      json({ limits: { drainMS: 1 }, retention: { logDays: 0 } }),
      {},
      [
        "codespar.config.json limits.drainMS: drainMS is not a known field. Did you mean drainMs?",
        "codespar.config.json retention.logDays: logDays must be at least 1.",
      ],
    ],
    [
      "a provider that is none",
      json({ providers: { on: ["mercado-pago"] } }),
      {},
      ['codespar.config.json providers.on.0: "mercado-pago" is no provider. Did you mean mercadopago?'],
    ],
    [
      "a provider that is on and off",
      json({ providers: { on: ["asaas"] } }),
      { CODESPAR_PROVIDERS_OFF: "asaas" },
      ["providers: asaas cannot be both on and off."],
    ],
    [
      "an app's webhooks without a secret",
      {},
      { CODESPAR_WEBHOOKS_WHATSAPP_CLOUD_VERIFY_TOKEN: "t0ken" },
      ["webhooks.whatsapp-cloud: secret is missing."],
    ],
    [
      "an app's webhooks that name no account",
      {},
      { CODESPAR_WEBHOOKS_ASAAS_SECRET: "s3cret" },
      [
        expect.stringMatching(
          /^webhooks\.asaas: its webhooks need an address for each connection\. One for all works for .*mercadopago.*stripe.*whatsapp-cloud/,
        ),
      ],
    ],
    [
      "an app without its id",
      {},
      { CODESPAR_OAUTH_BLING_CLIENT_SECRET: "s3cret" },
      ["oauth.bling: clientId is missing."],
    ],
    [
      "MCP servers under names that are taken",
      json({
        mcpServers: ["asaas", "notes", "notes"].map((id) => ({ id, url: "https://a.example" })),
      }),
      {},
      [
        "mcpServers.0: asaas is a provider of the catalogue. Choose another id.",
        "mcpServers.2: notes is there twice.",
      ],
    ],
    [
      "an MCP server with two ways to it",
      json({ mcpServers: [{ id: "notes", url: "https://a.example", command: ["notes"] }] }),
      {},
      ["codespar.config.json mcpServers.0: An MCP server has a url or a command, and not both."],
    ],
    [
      "a file that is no JSON",
      { "codespar.config.json": "{" },
      {},
      [expect.stringMatching(/^codespar\.config\.json cannot be read: /)],
    ],
    [
      "a module without a default",
      { "codespar.config.ts": "export const a = 1;" },
      {},
      [expect.stringMatching(/has no default export/)],
    ],
    [
      "two files",
      { "codespar.config.json": "{}", "codespar.config.ts": "export default {}" },
      {},
      ["codespar.config.ts and codespar.config.json are both here. Keep one, or name it with --config."],
    ],
    [
      "a file that is not there",
      {},
      { CODESPAR_CONFIG: "other.json" },
      ["--config: there is no file other.json."],
    ],
    [
      "another kind of database",
      {},
      { DATABASE_URL: "mysql://u:p4ssword@host/db", CODESPAR_MASTER_KEY: masterKey },
      ["DATABASE_URL: it must begin with postgres://. Leave it out to keep everything in SQLite."],
    ],
    [
      "PostgreSQL without a master key",
      {},
      { DATABASE_URL: "postgres://u:p4ssword@host/db" },
      [expect.stringMatching(/^CODESPAR_MASTER_KEY is missing: .* Make it once: echo /)],
    ],
    [
      "a master key that is too short",
      {},
      { CODESPAR_MASTER_KEY: "k1:c2hvcnQ=" },
      ["CODESPAR_MASTER_KEY: Master key k1 has 5 bytes; AES-256 takes 32."],
    ],
    [
      "a secret twice",
      {},
      { DATABASE_URL: "postgres://a", DATABASE_URL_FILE: "/b" },
      ["DATABASE_URL and DATABASE_URL_FILE are both set. Keep one."],
    ],
  ])("%s", async (_what, files, environment, expected) => {
    const problems = await getProblems(files, environment);
    expect(problems).toEqual(expected);
    for (const secret of ["p4ssword", "s3cret", masterKey]) expect(problems.join()).not.toContain(secret);
  });
});
