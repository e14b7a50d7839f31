import { expect } from "vitest";
import { nfe, pay, pix, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import type { World } from "../world.ts";

/** What only a server has: where its pages are, and the picture that it draws. */
function withoutPlaces(text: string): string {
  return text
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, "")
    .replace(/#run:[^"]*/g, "")
    .replace(/data:image\/png;base64,[A-Za-z0-9+/=]*/g, "");
}

async function transcript(world: World): Promise<string> {
  const session = await world.session("brazilian", { tenant_id: "a" });
  const texts = [JSON.stringify(session)];
  for (const call of [pix, nfe, whatsapp]) {
    const { headers, text } = await world.wire("POST", `/v1/sessions/${session.id}/execute`, {
      body: call,
      headers: { "idempotency-key": call.name },
    });
    texts.push(String(headers["x-request-id"]), text);
  }
  await world.sandbox.clock.advance("1d");
  texts.push((await world.wire("GET", "/v1/events")).text, (await world.wire("GET", "/v1/usage")).text);
  return withoutPlaces(texts.join("\n"));
}

export const timeCases = [
  verifies(["time.standing", "time.wall"], "time stands still until it is moved", async (world) => {
    const session = await world.session();
    const before = await session.execute(pix);
    await world.sandbox.clock.advance("90s");
    const after = await session.execute(pix);
    expect([before.called_at, after.called_at]).toEqual([
      "2026-11-21T12:00:00.000Z",
      "2026-11-21T12:01:30.000Z",
    ]);
  }),
  verifies("time.due", "what falls due happens in order", async (world) => {
    const session = await world.session();
    const { payment_id } = await pay(session, pix.arguments);
    await pay(session, { ...pix.arguments, reference: "sandbox:never_pays" });
    await session.execute(whatsapp);
    await world.sandbox.clock.advance("1d");
    const events = world.sandbox.events.filter(({ type }) => !type.startsWith("tool_call."));
    expect(events.map(({ type }) => type)).toEqual([
      "message.sent",
      ...events.slice(1).map(({ type }) => type),
    ]);
    const times = events.map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort());
    const confirmed = events.find(({ type }) => type === "payment.confirmed");
    expect(confirmed).toMatchObject({ created_at: "2026-11-21T12:00:30.000Z", data: { payment_id } });
    expect(events.filter(({ type }) => type === "payment.expired")).toHaveLength(1);
  }),
  verifies("time.seed", "a seed's transcript is the same each time", { seed: 7 }, async (world) => {
    const first = await transcript(world);
    world.sandbox.reset();
    const { createSandbox } = await import("@codespar/sandbox");
    const twin = createSandbox({ seed: 7, now: "2026-11-21T12:00:00Z" });
    const second = await transcript({
      ...world,
      sandbox: twin,
      session: (preset, metadata) =>
        world
          .client({ transport: twin.transport })
          .sessions.create({ preset: preset ?? "", ...(metadata && { metadata }) }),
      async wire(method, path, { body, headers } = {}) {
        const sent = {
          authorization: `Bearer ${world.apiKey}`,
          "content-type": "application/json",
          ...headers,
        };
        // no header of the transcript is undefined
        const response = await twin.transport.request({
          method,
          path,
          headers: sent as Record<string, string>,
          body: body && JSON.stringify(body),
        });
        return {
          status: response.status,
          headers: response.headers,
          text: await response.text(),
          body: undefined,
        };
      },
    });
    expect(second).toBe(first);
  }),
];
