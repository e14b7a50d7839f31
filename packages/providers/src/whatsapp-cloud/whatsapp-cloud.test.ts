import { expect, it } from "vitest";
import { decodeWamid } from "../testing/decode-wamid.ts";
import { describeMessaging } from "../testing/describe-messaging.ts";
import { simulate } from "../testing/simulate.ts";
import { whatsappCloudSimulation } from "./simulate.ts";
import { whatsappCloudTranslator } from "./translate.ts";

describeMessaging({
  server: whatsappCloudSimulation,
  translator: whatsappCloudTranslator,
  channels: ["whatsapp"],
  templates: true,
  status: "sent",
  messageId: /^wamid\.[A-Za-z0-9+/]+=*$/,
});

it("gives ids that decode to the recipient", async () => {
  const input = { channel: "whatsapp" as const, to: "+5511987654321", message: "Oi" };
  const { message_id } = await simulate(whatsappCloudSimulation).translate(
    whatsappCloudTranslator.notify,
    input,
  );
  expect(decodeWamid(message_id)).toMatchObject({ phone: "5511987654321", direction: "sent" });
});

it("checks the variables of a template that the account made", async () => {
  const simulation = simulate(whatsappCloudSimulation);
  await simulation.call("whatsapp_cloud_create_template", {
    name: "pix_paid",
    language: "pt_BR",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Recebemos {{1}}." }],
  });
  const input = { channel: "whatsapp" as const, to: "+5511987654321", template: "pix_paid" };
  await expect(simulation.translate(whatsappCloudTranslator.notify, input)).rejects.toMatchObject({
    providerCode: "132001",
  });
  simulation.advance(60_000);
  await expect(simulation.translate(whatsappCloudTranslator.notify, input)).rejects.toMatchObject({
    providerCode: "132000",
  });
  await expect(
    simulation.translate(whatsappCloudTranslator.notify, { ...input, variables: ["R$ 10,00"] }),
  ).resolves.toBeDefined();
});
