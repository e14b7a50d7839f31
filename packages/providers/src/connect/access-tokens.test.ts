import { ProviderUnavailable } from "@codespar/backend/ports";
import { expect, it } from "vitest";
import { AccessTokens, CredentialsRefused } from "./access-tokens.ts";
import { connectWith } from "./connect.ts";
import type { ConnectorDefinition, TokenDefinition } from "./connector-definition.ts";
import { type IncomingResponse, NothingSent, type OutgoingRequest, type Sender } from "./sender.ts";

const definition: TokenDefinition = {
  path: "/oauth/token",
  lifeMs: 3_600_000,
  source: "RFC 6749, section 4.4",
  confidence: "spec",
  request: ({ client_id = "", client_secret = "" }) => ({
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `grant_type=client_credentials&client_id=${client_id}&client_secret=${client_secret}`,
  }),
};

const ana = { client_id: "ana", client_secret: "hunter2" };
const { signal } = new AbortController();

type Reply = Partial<IncomingResponse> | Error;

function scripted(...replies: Reply[]) {
  const sent: OutgoingRequest[] = [];
  const send: Sender = async (request) => {
    sent.push(request);
    const reply = replies.shift() ?? new Error("nothing more was expected");
    if (reply instanceof Error) throw reply;
    return { status: 200, headers: {}, text: "{}", ...reply };
  };
  return { send, sent };
}

const token = (name: string, expiresIn: number | string = 3600) => ({
  text: JSON.stringify({ access_token: name, token_type: "Bearer", expires_in: expiresIn }),
});

function issuing(...replies: Reply[]) {
  const { send, sent } = scripted(...replies);
  const clock = { time: 0, now: () => clock.time };
  const tokens = new AccessTokens({
    provider: "shop",
    definition,
    path: "/oauth/token",
    baseUrl: "https://auth.example",
    send: () => send,
    clock,
  });
  return { tokens, sent, clock };
}

it("fetches a token once for all calls of an account, and again a minute before it expires", async () => {
  const { tokens, sent, clock } = issuing(token("one"), token("two"), token("three"));
  expect(await Promise.all([tokens.get(ana, signal), tokens.get(ana, signal)])).toEqual(["one", "one"]);
  clock.time = 3_539_999;
  expect(await tokens.get(ana, signal)).toBe("one");
  clock.time = 3_540_000;
  expect(await tokens.get(ana, signal)).toBe("two");
  expect(await tokens.get({ ...ana, client_id: "bia" }, signal)).toBe("three");
  expect(sent.map(({ url, body }) => `${url} ${body}`)).toContain(
    "https://auth.example/oauth/token grant_type=client_credentials&client_id=bia&client_secret=hunter2",
  );
});

it.each<[string, Reply, unknown]>([
  ["refused credentials", { status: 401 }, CredentialsRefused],
  ["an invalid grant", { status: 400, text: '{"error":"invalid_client"}' }, CredentialsRefused],
  ["a server that is down", { status: 503 }, ProviderUnavailable],
  ["a response without a token", { text: "{}" }, ProviderUnavailable],
  ["a token that is no header", token("a\nb"), ProviderUnavailable],
  ["a refused connection", new NothingSent("connection_refused"), ProviderUnavailable],
  ["a lost connection", new Error("reset by hunter2"), ProviderUnavailable],
])("after %s there is none, no secret is named, and the next call asks again", async (_what, reply, kind) => {
  const { tokens } = issuing(reply, token("one"));
  const error = await tokens.get(ana, signal).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(kind);
  expect(String(error)).not.toContain("hunter2");
  expect(await tokens.get(ana, signal)).toBe("one");
});

const shop: ConnectorDefinition = {
  id: "shop",
  version: "shop/1",
  wire: {
    provider: "shop",
    encoding: "json",
    source: "test",
    confidence: "spec",
    tools: { shop_pay: { post: "/payments" } },
  },
  tools: { shop_pay: { description: "Pays.", input: { type: "object" } } },
  hosts: { live: "https://api.example", test: "https://test.example", source: "test", confidence: "spec" },
  credentials: [],
  authorize: (_credentials, accessToken) => ({ authorization: `Bearer ${accessToken}` }),
  token: { ...definition, hosts: { live: "https://auth.example", test: "https://test-auth.example" } },
  readError: () => undefined,
  outcomes: [{ status: 401, means: "unauthorized", source: "test", confidence: "spec" }],
  effects: {},
};

const call = { operationId: "tc_1", tool: "shop_pay", arguments: {}, account: "org_1", credentials: ana };

it("a call goes again once, under a new token, when its token was withdrawn", async () => {
  const { send, sent } = scripted(token("one"), { status: 401 }, token("two"), { text: '{"id":"1"}' });
  const provider = connectWith(() => send, shop, { environment: "test" });
  expect(await provider.execute({ ...call, signal, emit: () => {} })).toEqual({
    ok: true,
    data: { id: "1" },
  });
  expect(sent.map(({ url, headers }) => `${url} ${headers.authorization ?? ""}`)).toEqual([
    "https://test-auth.example/oauth/token ",
    "https://test.example/payments Bearer one",
    "https://test-auth.example/oauth/token ",
    "https://test.example/payments Bearer two",
  ]);
});

it("credentials that get no token need a connection, and nothing was sent", async () => {
  const { send, sent } = scripted({ status: 401 });
  const provider = connectWith(() => send, shop, { environment: "live" });
  expect(await provider.execute({ ...call, signal, emit: () => {} })).toMatchObject({
    ok: false,
    code: "needs_connection",
  });
  expect(sent.map(({ url }) => url)).toEqual(["https://auth.example/oauth/token"]);
});
