import { expect } from "vitest";
import { nfe, parcel, pix, refuse, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

async function listTypes(stream: AsyncIterable<{ type: string; id: number }>): Promise<string[]> {
  const events = [];
  for await (const event of stream) events.push(event);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  return events.map(({ type }) => type);
}

const declined = {
  name: "codespar_pay",
  arguments: { method: "credit_card", amount: 5000, currency: "BRL", card_token: "tok_chargeDeclined" },
} as const;

export const executionCases = [
  verifies("execute.result", "a result says who did what, when", async (world) => {
    const session = await world.session();
    const result = await session.execute(pix);
    expect(result).toMatchObject({
      tool: "codespar_pay",
      server: "codespar",
      provider: "asaas",
      success: true,
      error: null,
      called_at: "2026-11-21T12:00:00.000Z",
      duration_ms: 0,
      replayed: false,
      data: { amount: 5000, currency: "BRL", method: "pix", status: "pending" },
    });
    expect(result.tool_call_id).toMatch(/^tc_/);
  }),
  verifies("execute.native", "a native tool speaks its provider's terms", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["asaas", "stripe"] });
    const arguments_ = { billingType: "PIX", value: 49.9, dueDate: "2026-11-22" };
    const result = await session.execute({ name: "asaas_create_payment", arguments: arguments_ });
    expect(result).toMatchObject({ tool: "asaas_create_payment", server: "asaas", provider: "asaas" });
    expect(succeed(result)).toMatchObject({ value: 49.9, billingType: "PIX" });
  }),
  verifies("execute.not_simulated", "a tool without a simulation says so, for free", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["totvs"] });
    const tools = await session.tools({ server: "totvs" });
    const free = tools.find(({ input_schema }) => (input_schema.required ?? []).length === 0);
    const result = await session.execute({ name: free?.name ?? "", arguments: {} });
    expect(refuse(result).code).toBe("not_simulated");
    expect(await world.used()).toBe(0);
  }),
  verifies(["execute.refusal", "pay.decline"], "a declined card is a result", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const result = await session.execute(declined);
    expect(result).toMatchObject({ success: false, data: null, provider: "stripe" });
    expect(refuse(result)).toMatchObject({ code: "card_declined", provider_code: "generic_decline" });
    expect(await world.used()).toBe(1);
  }),
  verifies("send.queued", "a queued call is done and waited for", async (world) => {
    const session = await world.session();
    const queued = await session.send(pix);
    expect(queued).toMatchObject({
      tool: "codespar_pay",
      status: "queued",
      queued_at: "2026-11-21T12:00:00.000Z",
    });
    const call = await world.codespar.toolCalls.wait(queued.tool_call_id);
    expect(call).toMatchObject({ id: queued.tool_call_id, status: "succeeded", result: { success: true } });
    expect(world.effects()).toHaveLength(1);
  }),
  verifies("send.accept", "only text/event-stream alone gets a stream", async (world) => {
    const session = await world.session();
    const path = `/v1/sessions/${session.id}/send`;
    const kinds = [];
    for (const accept of [
      undefined,
      "*/*",
      "application/json",
      "application/json, text/event-stream",
      "text/event-stream",
    ]) {
      const { status, headers } = await world.wire("POST", path, { body: pix, headers: { accept } });
      kinds.push(`${status} ${headers["content-type"]}`);
    }
    const json = "202 application/json";
    expect(kinds).toEqual([json, json, json, json, "200 text/event-stream"]);
  }),
  verifies("send.checks", "a send that cannot be is refused before it is queued", async (world) => {
    const session = await world.session();
    const bad = { name: "codespar_pay", arguments: { method: "pix", amount: -1, currency: "BRL" } } as const;
    await expect(session.send(bad)).rejects.toMatchObject({ code: "invalid_arguments", status: 400 });
    await expect(session.sendStream(bad).result()).rejects.toMatchObject({
      code: "invalid_arguments",
      status: 400,
    });
    await expect(world.client({ apiKey: "csk_test_nobody" }).sessions.get(session.id)).rejects.toMatchObject({
      status: 401,
    });
    expect([await world.used(), world.sandbox.calls.length]).toEqual([0, 0]);
  }),
  verifies("stream.events", "a stream shows a call from start to end", async (world) => {
    const session = await world.session();
    const stream = session.sendStream(pix);
    expect(await listTypes(stream)).toEqual(["tool_call.started", "tool_call.routed", "tool_call.completed"]);
    expect(succeed(await stream.result()).amount).toBe(5000);
  }),
  verifies("stream.refusal", "a refusal completes the stream", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe"] });
    const stream = session.sendStream(declined);
    expect((await listTypes(stream)).at(-1)).toBe("tool_call.completed");
    expect(refuse(await stream.result()).code).toBe("card_declined");
  }),
  verifies("stream.failure", "a call that nobody took fails the stream", async (world) => {
    world.sandbox.faults.set("asaas", { down: true });
    const session = await world.codespar.sessions.create({ servers: ["asaas"] });
    const stream = session.sendStream(pix);
    expect((await listTypes(stream)).at(-1)).toBe("tool_call.failed");
    await expect(stream.result()).rejects.toMatchObject({
      code: "provider_unavailable",
      providers: [{ id: "asaas" }],
    });
  }),
  verifies("stream.progress", "an NF-e shows its stages", async (world) => {
    const session = await world.session();
    const stages = [];
    for await (const event of session.sendStream(nfe))
      if (event.type === "tool_call.progress") stages.push(event.data.stage);
    expect(stages).toEqual(["validating", "signing", "transmitting", "authorizing"]);
  }),
  verifies("stream.partials", "quotes arrive carrier by carrier", async (world) => {
    const session = await world.session();
    const stream = session.sendStream({ name: "codespar_ship", arguments: { action: "quote", ...parcel } });
    const partials = (await listTypes(stream)).filter((type) => type === "tool_call.partial");
    expect(partials).toHaveLength(2);
    const { quotes } = succeed(await stream.result());
    expect(new Set(quotes?.map(({ carrier }) => carrier)).size).toBeGreaterThanOrEqual(2);
  }),
  verifies("stream.replay", "events are read again from where a reader left off", async (world) => {
    const session = await world.session();
    const stream = session.sendStream(pix);
    const all = [];
    for await (const event of stream) all.push(event);
    const { tool_call_id } = await stream.result();
    const again = [];
    for await (const event of world.codespar.toolCalls.events(tool_call_id)) again.push(event);
    expect(again).toEqual(all);
    const rest = [];
    for await (const event of world.codespar.toolCalls.events(tool_call_id, { lastEventId: 1 }))
      rest.push(event);
    expect(rest).toEqual(all.slice(1));
    expect(world.effects()).toHaveLength(1);
    expect(await world.used()).toBe(1);
    const path = `/v1/tool-calls/${tool_call_id}/events`;
    const bad = await world.wire("GET", path, { headers: { "last-event-id": "x" } });
    expect(bad.status).toBe(400);
  }),
  verifies("stream.leaving", "a call goes on when its reader leaves", async (world) => {
    const session = await world.session();
    let id = "";
    for await (const event of session.sendStream(pix)) {
      if (event.type === "tool_call.started") id = event.data.tool_call_id;
      break;
    }
    expect((await world.codespar.toolCalls.wait(id)).status).toBe("succeeded");
    expect(world.effects()).toHaveLength(1);
  }),
  verifies("stream.unicode", "texts arrive as they were sent", async (world) => {
    const name = 'Ação 株式会社 🇧🇷 Ünï\u0000\u2028 "\\';
    const session = await world.session("brazilian", { name });
    expect((await world.codespar.sessions.get(session.id)).metadata).toEqual({ name });
    const message = `Oi ${name} `.repeat(100);
    const sent = session.sendStream({ ...whatsapp, arguments: { ...whatsapp.arguments, message } });
    expect((await sent.result()).success).toBe(true);
    expect(JSON.stringify(world.effects().at(-1)?.arguments)).toContain(JSON.stringify(message).slice(1, -1));
  }),
];
