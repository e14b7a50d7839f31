import { ProviderRefusal, type Translator } from "@codespar/backend/ports";
import {
  type MessageStatus,
  type NotifyChannel,
  type NotifyInput,
  nativeToolNames,
} from "@codespar/contract";
import { notifyOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { Message } from "../engines/messaging/message.ts";
import { messageKind } from "../engines/messaging/message.ts";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { type Simulation, simulate } from "./simulate.ts";
import { strictServer } from "./strict-server.ts";

const second = 1_000;

const recipients: Readonly<Record<NotifyChannel, { reachable: string; unreachable: string }>> = {
  whatsapp: { reachable: "+5511987654321", unreachable: "+5511999990404" },
  sms: { reachable: "+525512345678", unreachable: "+525555550404" },
  email: { reachable: "Maria@example.com", unreachable: "bounce@sandbox.codespar.dev" },
};

export interface MessengerUnderTest {
  server: SimulatedServer;
  translator: Translator;
  channels: readonly NotifyChannel[];
  templates: boolean;
  /** What the send itself returns. */
  status: MessageStatus;
  messageId: RegExp;
}

/** The cases that every messaging server passes through its translator, whatever its dialect. */
export function describeMessaging({
  server,
  translator,
  channels,
  templates,
  status,
  messageId,
}: MessengerUnderTest): void {
  const notify = (simulation: Simulation, input: NotifyInput, operationId?: string) =>
    simulation.translate(translator.notify, input, operationId);
  const stored = (simulation: Simulation, id: string) =>
    // the server keeps its own messages under this kind
    simulation.state.findById(messageKind, id)?.document as unknown as Message | undefined;

  it(`${server.id} has the tools of the catalogue`, () => {
    expect(Object.keys(server.tools).sort()).toEqual(nativeToolNames(server.id).sort());
  });

  const others = (["whatsapp", "sms", "email"] as const).filter((channel) => !channels.includes(channel));
  it.each(others)(`${server.id} says that it does not send %s`, async (channel) => {
    const input = { channel, to: recipients[channel].reachable, message: "Oi" };
    await expect(notify(simulate(strictServer(server)), input)).rejects.toMatchObject({
      code: "channel_not_supported",
    });
  });

  describe.each(channels)(`${server.id} %s`, (channel) => {
    const { reachable: to, unreachable } = recipients[channel];
    const hello: NotifyInput = { channel, to, message: "Seu pedido saiu para entrega 🚚" };

    it("sends, delivers after two seconds, and on WhatsApp is read after a minute", async () => {
      const simulation = simulate(strictServer(server));
      const sent = await notify(simulation, hello);
      expect(sent).toMatchObject({ channel, to, status });
      expect(sent.message_id).toMatch(messageId);
      expect(notifyOutputSchema.safeParse(sent).error).toBeUndefined();
      expect(stored(simulation, sent.message_id)).toMatchObject({ status: "sent", text: hello.message });
      simulation.advance(2 * second);
      expect(stored(simulation, sent.message_id)).toMatchObject({ status: "delivered" });
      simulation.advance(58 * second);
      const end = channel === "whatsapp" ? "read" : "delivered";
      expect(stored(simulation, sent.message_id)).toMatchObject({ status: end });
      const told = ["message.sent", "message.delivered", ...(end === "read" ? ["message.read"] : [])];
      expect(simulation.webhooks.map(({ type }) => type)).toEqual(told);
      for (const { data } of simulation.webhooks)
        expect(data).toMatchObject({ message_id: sent.message_id, channel });
    });

    it("keeps the plan's times when the clock jumps", async () => {
      const simulation = simulate(strictServer(server));
      const sentAt = simulation.now();
      const { message_id } = await notify(simulation, hello);
      simulation.advance(86_400 * second);
      expect(stored(simulation, message_id)).toMatchObject({ sentAt, deliveredAt: sentAt + 2 * second });
    });

    it("sends one message for one operation", async () => {
      const simulation = simulate(strictServer(server));
      const first = await notify(simulation, hello, "tc_same");
      expect(await notify(simulation, hello, "tc_same")).toEqual(first);
      expect(await notify(simulation, hello)).not.toEqual(first);
      expect(simulation.webhooks).toHaveLength(2);
    });

    it.each([
      ["its recipient", { ...hello, to: unreachable }],
      ["its text", { ...hello, message: "sandbox:undeliverable" }],
    ])("refuses a message that %s makes undeliverable, and sends nothing", async (_by, input) => {
      const simulation = simulate(strictServer(server));
      const sending = notify(simulation, input);
      await expect(sending).rejects.toBeInstanceOf(ProviderRefusal);
      await expect(sending).rejects.toMatchObject({ code: "message_undeliverable" });
      await expect(sending).rejects.toThrow(input.to);
      simulation.advance(120 * second);
      expect(simulation.webhooks).toEqual([]);
    });

    it("fails later, without an event, when the text asks for that", async () => {
      const simulation = simulate(strictServer(server));
      const { message_id } = await notify(simulation, { ...hello, message: "sandbox:fails_later" });
      simulation.advance(120 * second);
      expect(stored(simulation, message_id)).toMatchObject({ status: "failed" });
      expect(simulation.webhooks.map(({ type }) => type)).toEqual(["message.sent"]);
    });

    it("stays unread when the text asks for that", async () => {
      const simulation = simulate(strictServer(server));
      const { message_id } = await notify(simulation, { ...hello, message: "sandbox:unread" });
      simulation.advance(86_400 * second);
      expect(stored(simulation, message_id)).toMatchObject({ status: "delivered" });
    });

    if (channel === "sms") return;
    const template: NotifyInput = {
      channel,
      to,
      template: "order_confirmation",
      variables: ["Maria", "1042"],
    };

    if (!templates) {
      it("says that it has no templates", async () => {
        await expect(notify(simulate(strictServer(server)), template)).rejects.toMatchObject({
          code: "template_not_supported",
        });
      });
      return;
    }

    it("fills a template's variables by position", async () => {
      const simulation = simulate(strictServer(server));
      const { message_id } = await notify(simulation, template);
      expect(stored(simulation, message_id)).toMatchObject({
        text: "Olá Maria, seu pedido 1042 foi confirmado.",
      });
    });

    it("refuses a template that is not there, and one with other variables", async () => {
      const strange = { ...template, template: "sandbox:unknown_template" };
      await expect(notify(simulate(strictServer(server)), strange)).rejects.toBeInstanceOf(ProviderRefusal);
      await expect(
        notify(simulate(strictServer(server)), { ...template, variables: ["Maria"] }),
      ).rejects.toBeInstanceOf(ProviderRefusal);
    });
  });
}
