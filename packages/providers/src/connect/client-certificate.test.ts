import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterEach, expect, it } from "vitest";
import { makeCertificate } from "../testing/make-certificate.ts";
import { connectWith } from "./connect.ts";
import type { ConnectorDefinition } from "./connector-definition.ts";
import { sendByFetch } from "./send-by-fetch.ts";
import { sendByUndici } from "./send-by-undici.ts";
import type { Sender } from "./sender.ts";

const authority = makeCertificate("Test authority");
const bankCertificate = makeCertificate("Bank", authority);
const shop = makeCertificate("Shop", authority);
const other = makeCertificate("Other shop", authority);
const stranger = makeCertificate("Stranger", makeCertificate("Nobody"));

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A bank that takes no connection without a certificate of its authority, and writes down who calls. */
async function openBank() {
  const calls: string[] = [];
  const server = createServer(
    {
      cert: bankCertificate.certificate,
      key: bankCertificate.key,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (request, response) => {
      // the listener is of an HTTPS server
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      calls.push(`${subject.CN} ${request.method} ${request.url} ${request.headers.authorization ?? "-"}`);
      response.end(
        JSON.stringify(
          request.url === "/token" ? { access_token: "t1", expires_in: 3600 } : { disponivel: 1 },
        ),
      );
    },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    return once(server.close(), "close");
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { url: `https://127.0.0.1:${port}`, calls };
}

const doc = { source: "this test", confidence: "doc" } as const;
const bank: ConnectorDefinition = {
  id: "bank",
  version: "bank/1",
  wire: {
    provider: "bank",
    encoding: "json",
    ...doc,
    tools: { bank_get_balance: { get: "/balance" }, bank_create_transfer: { post: "/transfers" } },
  },
  tools: {
    bank_get_balance: { description: "Balance.", input: { type: "object" }, risk: "read" },
    bank_create_transfer: { description: "Transfer.", input: { type: "object" }, risk: "moves_money" },
  },
  hosts: { live: "https://bank.example", test: "https://test.bank.example", ...doc },
  credentials: [
    { name: "client_certificate", label: "Certificado", pem: "certificate", ...doc },
    { name: "client_key", label: "Chave privada", pem: "private key", ...doc },
  ],
  clientCertificate: { certificate: "client_certificate", key: "client_key", ...doc },
  authorize: (_credentials, token) => ({ authorization: `Bearer ${token}` }),
  token: { path: "/token", lifeMs: 1_000, request: () => ({ headers: {}, body: "" }), ...doc },
  readError: () => undefined,
  outcomes: [],
  effects: { bank_create_transfer: { find: { find: "none", ...doc } } },
};

const ofShop = { client_certificate: shop.certificate, client_key: shop.key };

function connected(baseUrl: string, sender: () => Sender) {
  const provider = connectWith(sender, bank, { environment: "test", baseUrl });
  return (tool: string, credentials: Record<string, string>) =>
    provider.execute({
      tool,
      arguments: {},
      credentials,
      account: "org_1",
      operationId: "tc_1",
      signal: AbortSignal.timeout(5_000),
      emit: () => {},
    });
}
const trusting = () => sendByUndici({ ca: authority.certificate });

it("shows each account's own certificate, for the token as for the call, and shares no connection between them", async () => {
  const { url, calls } = await openBank();
  const execute = connected(url, trusting);
  const ofOther = { client_certificate: other.certificate, client_key: other.key };
  for (const credentials of [ofShop, ofOther, ofShop])
    expect(await execute("bank_get_balance", credentials)).toEqual({ ok: true, data: { disponivel: 1 } });
  expect(calls).toEqual([
    "Shop POST /token -",
    "Shop GET /balance Bearer t1",
    "Other shop POST /token -",
    "Other shop GET /balance Bearer t1",
    "Shop GET /balance Bearer t1",
  ]);
});

it("takes what lost its line breaks in a form", async () => {
  const { url, calls } = await openBank();
  const flat = (pem: string) => pem.replaceAll("\n", " ");
  await connected(url, trusting)("bank_get_balance", {
    client_certificate: flat(shop.certificate),
    client_key: flat(shop.key),
  });
  expect(calls).toHaveLength(2);
});

it("reaches nobody with a certificate that the bank does not know", async () => {
  const { url, calls } = await openBank();
  const credentials = { client_certificate: stranger.certificate, client_key: stranger.key };
  await expect(connected(url, trusting)("bank_get_balance", credentials)).rejects.toMatchObject({
    name: "ProviderUnavailable",
  });
  expect(calls).toEqual([]);
});

it("does not talk to a bank that no authority vouches for", async () => {
  const { url, calls } = await openBank();
  await expect(connected(url, sendByUndici)("bank_get_balance", ofShop)).rejects.toMatchObject({
    name: "ProviderUnavailable",
  });
  expect(calls).toEqual([]);
});

it.each([
  ["a certificate and another's key", { ...ofShop, client_key: other.key }, /do not belong together/],
  ["no certificate", { client_key: shop.key }, /lacks client_certificate/],
  [
    "a word",
    { ...ofShop, client_certificate: "hunter2" },
    /client_certificate of bank .* is no certificate in PEM/,
  ],
  ["a certificate as key", { ...ofShop, client_key: shop.certificate }, /is no private key in PEM/],
])("refuses %s before anything is sent, and quotes none of it", async (_what, credentials, message) => {
  const { url, calls } = await openBank();
  const response = await connected(url, trusting)("bank_create_transfer", credentials);
  expect(response).toMatchObject({
    ok: false,
    code: "needs_connection",
    message: expect.stringMatching(message),
  });
  expect(JSON.stringify(response)).not.toMatch(/hunter2|MII/);
  expect(calls).toEqual([]);
});

it("is refused by name where fetch sends", async () => {
  const { url, calls } = await openBank();
  const response = await connected(url, sendByFetch)("bank_create_transfer", ofShop);
  expect(response).toEqual({
    ok: false,
    code: "needs_connection",
    message:
      "bank: It wants a client certificate in the TLS connection, which fetch cannot show. Connect it on Node.js.",
  });
  expect(calls).toEqual([]);
});
