import { isValidPhone } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../testing/simulate.ts";
import { zenviaSimulation } from "../../zenvia/simulate.ts";
import { undeliverablePhones } from "./magic-recipients.ts";
import { type Message, messageKind } from "./message.ts";
import { normalisePhone, normaliseRecipient } from "./phone-number.ts";

const order = ["sent", "delivered", "read"];

describe("the life of a message", () => {
  it("goes forward only, each step reported once and at its own time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("sms", "whatsapp", "email"),
        fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 10 }),
        async (channel, steps) => {
          const simulation = simulate(zenviaSimulation);
          const to = channel === "email" ? "maria@example.com" : "5511987654321";
          const contents = [{ type: "text", text: "Oi", subject: "Oi" }];
          const sent = await simulation.call(`zenvia_send_${channel}`, { to, contents });
          const id = sent.ok ? String(sent.data.id) : "";
          let reached = 0;
          for (const step of steps) {
            simulation.advance(step);
            // the engine keeps its own documents under this kind
            const message = simulation.state.findById(messageKind, id)?.document as unknown as Message;
            expect(order.indexOf(message.status)).toBeGreaterThanOrEqual(reached);
            reached = order.indexOf(message.status);
            expect(message.deliveredAt ?? message.sentAt).toBeLessThanOrEqual(simulation.now());
            if (channel !== "whatsapp") expect(message.status).not.toBe("read");
          }
          const types = simulation.webhooks.map(({ type }) => type);
          expect(types).toEqual(order.slice(0, reached + 1).map((status) => `message.${status}`));
        },
      ),
      { numRuns: 50 },
    );
  });
});

it("keeps undeliverable numbers that pass as numbers", () => {
  for (const phone of undeliverablePhones) expect(phone).toMatch(/^\+[1-9]\d{7,14}$/);
  expect([...undeliverablePhones].filter((phone) => isValidPhone(phone, "BR"))).toHaveLength(1);
});

it.each([
  ["5511987654321", "+5511987654321"],
  ["+55 (11) 98765-4321", "+5511987654321"],
  ["whatsapp:+5511987654321", "+5511987654321"],
  ["5511987654321@s.whatsapp.net", "+5511987654321"],
  ["5511987654321@wa.gw.msging.net", "+5511987654321"],
  ["nobody", undefined],
  ["", undefined],
])("reads %j as %j", (written, phone) => {
  expect(normalisePhone(written)).toBe(phone);
});

it("takes addresses for e-mail and numbers for the rest", () => {
  expect(normaliseRecipient("email", "Maria@Example.com")).toBe("maria@example.com");
  expect(normaliseRecipient("email", "5511987654321")).toBeUndefined();
  expect(normaliseRecipient("sms", "maria@example.com")).toBeUndefined();
});
