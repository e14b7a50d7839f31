import { expect, it } from "vitest";
import { describeMessaging } from "../testing/describe-messaging.ts";
import { simulate } from "../testing/simulate.ts";
import { evolutionApiSimulation } from "./simulate.ts";
import { evolutionApiTranslator } from "./translate.ts";

describeMessaging({
  server: evolutionApiSimulation,
  translator: evolutionApiTranslator,
  channels: ["whatsapp"],
  templates: false,
  status: "queued",
  messageId: /^3EB0[0-9A-F]{18}$/,
});

it("finds messages by their key, with all that became of them", async () => {
  const { call, advance } = simulate(evolutionApiSimulation);
  for (const text of ["Oi", "sandbox:fails"])
    await call("evolution_api_send_text", { number: "5511987654321", text });
  advance(61_000);
  const remoteJid = "5511987654321@s.whatsapp.net";
  const page = await call("evolution_api_get_messages", { where: { key: { remoteJid } }, offset: 1 });
  expect(page).toMatchObject({
    data: {
      messages: {
        total: 2,
        pages: 2,
        currentPage: 1,
        records: [
          {
            key: { remoteJid, fromMe: true },
            MessageUpdate: [{ status: "SERVER_ACK" }, { status: "DELIVERY_ACK" }, { status: "READ" }],
          },
        ],
      },
    },
  });
  const others = await call("evolution_api_get_messages", { where: { key: { id: "3EB0" } } });
  expect(others).toMatchObject({ data: { messages: { total: 0, pages: 0, records: [] } } });
});

it("creates an instance of a name once, and lists it beside the connected one", async () => {
  const { call } = simulate(evolutionApiSimulation);
  const draft = { instanceName: "loja", integration: "WHATSAPP-BAILEYS", qrcode: true };
  const made = await call("evolution_api_create_instance", draft);
  expect(made).toMatchObject({
    data: { instance: { instanceName: "loja", status: "connecting" }, qrcode: { count: 1 } },
  });
  expect(await call("evolution_api_create_instance", draft)).toMatchObject({
    ok: false,
    code: "name_in_use",
  });
  expect(await call("evolution_api_get_instances", {})).toMatchObject({
    data: { data: [{ connectionStatus: "open" }, { name: "loja", connectionStatus: "connecting" }] },
  });
});

it("says of each number whether it has WhatsApp", async () => {
  const { call } = simulate(evolutionApiSimulation);
  const numbers = ["5511987654321", "5511999990404"];
  expect(await call("evolution_api_check_number", { numbers })).toMatchObject({
    data: {
      data: [
        { jid: "5511987654321@s.whatsapp.net", exists: true, number: "5511987654321" },
        { exists: false, number: "5511999990404" },
      ],
    },
  });
});
