import { expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import { sendByFetch } from "../connect/send-by-fetch.ts";
import { sendByUndici } from "../connect/send-by-undici.ts";
import type { Sender } from "../connect/sender.ts";
import { evolutionApiConnector } from "./connect.ts";

const credentials = {
  base_url: "https://evolution.example.com",
  api_key: "0123456789abcdef",
  instance: "loja",
};

const send = (sender: Sender) =>
  connectWith(() => sender, evolutionApiConnector, { environment: "live" }).execute({
    tool: "evolution_api_send_text",
    arguments: { number: "5511987654321", text: "Oi" },
    operationId: "tc_1",
    account: "a",
    credentials,
    emit: () => {},
    signal: AbortSignal.timeout(5_000),
  });

it("goes to the user's own host, below the instance, with the key in a header", async () => {
  const seen: unknown[] = [];
  await send(async ({ method, url, headers, publicHost }) => {
    seen.push([method, url, headers.apikey, publicHost]);
    return { status: 201, headers: {}, text: '{"key":{"id":"3EB0"}}' };
  });
  expect(seen).toEqual([
    ["POST", "https://evolution.example.com/message/sendText/loja", "0123456789abcdef", true],
  ]);
});

it("sends nothing to a name that stands for a private address, and says what to do", async () => {
  const sender = sendByUndici({
    resolveName: (_name, _options, callback) => callback(null, [{ address: "10.0.0.7", family: 4 }]),
  });
  expect(await send(sender)).toEqual({
    ok: false,
    code: "needs_connection",
    message:
      "evolution-api: nothing was sent. evolution.example.com is no host of the public internet. Connect it again with one that is.",
  });
});

it("is refused where only fetch is there to send", async () => {
  expect(await send(sendByFetch())).toMatchObject({ ok: false, code: "needs_connection" });
});

it.each([
  ["unauthorized", 401, { status: 401, error: "Unauthorized", response: { message: "Unauthorized" } }],
  [
    "bad_request",
    400,
    { status: 400, error: "Bad Request", response: { message: [{ exists: false, number: "55" }] } },
  ],
  ["not_found", 404, { status: 404, error: "Not Found", response: { message: ["no instance"] } }],
])("%s: %i is read in Evolution's words", async (code, status, body) => {
  const result = await send(async () => ({ status, headers: {}, text: JSON.stringify(body) }));
  expect(result).toMatchObject({ ok: false });
  const isCredential = code === "unauthorized";
  expect(result).toMatchObject(isCredential ? { code: "needs_connection" } : { code });
});
