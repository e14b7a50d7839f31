import { expect } from "vitest";
import { nfe, pix, refuse, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

const declined = {
  name: "codespar_pay",
  arguments: { method: "credit_card", amount: 700, currency: "BRL", card_token: "tok_chargeDeclined" },
} as const;

export const recordCases = [
  verifies(["log.row", "log.detail"], "a row says everything about a call", async (world) => {
    const session = await world.codespar.sessions.create({
      preset: "brazilian",
      metadata: { tenant_id: "a" },
      user_id: "u",
    });
    world.sandbox.faults.set("asaas", { down: true });
    const result = await session.execute(pix, { idempotencyKey: "order-1" });
    const {
      result: stored,
      arguments: args,
      ...row
    } = await world.codespar.toolCalls.get(result.tool_call_id);
    expect(row).toEqual({
      id: result.tool_call_id,
      tool: "codespar_pay",
      server: "codespar",
      provider: "mercadopago",
      session_id: session.id,
      metadata: { tenant_id: "a" },
      user_id: "u",
      status: "succeeded",
      idempotency_key: "order-1",
      amount: 5000,
      currency: "BRL",
      attempts: [
        { provider: "asaas", outcome: "unavailable", reason: "down", at: "2026-11-21T12:00:00.000Z" },
        { provider: "mercadopago", outcome: "succeeded", at: "2026-11-21T12:00:00.000Z" },
      ],
      error: null,
      billed: true,
      called_at: "2026-11-21T12:00:00.000Z",
      completed_at: "2026-11-21T12:00:00.000Z",
      duration_ms: 0,
    });
    expect(stored).toEqual(result);
    expect(args).toEqual(pix.arguments);
    const { data } = await world.codespar.toolCalls.list();
    expect(data).toEqual([row]);
    await expect(world.codespar.toolCalls.get("tc_nobody")).rejects.toMatchObject({ code: "not_found" });
  }),
  verifies("log.filter", "the log is filtered by every column that it has", async (world) => {
    const one = await world.session("brazilian", { tenant_id: "a", "a.b[c]": "é&=" });
    const two = await world.codespar.sessions.create({
      servers: ["stripe"],
      metadata: { tenant_id: "b" },
      user_id: "ana",
    });
    await one.execute(pix, { idempotencyKey: "one" });
    await world.sandbox.clock.advance("1m");
    await one.execute(whatsapp);
    await two.execute(declined);
    const count = async (query: Parameters<typeof world.codespar.toolCalls.list>[0]) =>
      (await world.codespar.toolCalls.list(query)).data.length;
    expect(await count({})).toBe(3);
    expect(await count({ session_id: one.id })).toBe(2);
    expect(await count({ tool: "codespar_pay" })).toBe(2);
    expect(await count({ provider: "stripe" })).toBe(1);
    expect(await count({ server: "codespar" })).toBe(3);
    expect(await count({ server: "stripe" })).toBe(0);
    expect(await count({ user_id: "ana" })).toBe(1);
    expect(await count({ currency: "BRL" })).toBe(2);
    expect(await count({ amount: pix.arguments.amount })).toBe(1);
    expect(await count({ billed: true })).toBe(3);
    expect(await count({ billed: false })).toBe(0);
    expect(await count({ status: "refused" })).toBe(1);
    expect(await count({ metadata: { tenant_id: "a" } })).toBe(2);
    expect(await count({ metadata: { tenant_id: "a", "a.b[c]": "é&=" } })).toBe(2);
    expect(await count({ metadata: { tenant_id: "a", other: "x" } })).toBe(0);
    expect(await count({ idempotency_key: "one" })).toBe(1);
    expect(await count({ since: "2026-11-21T12:01:00Z" })).toBe(2);
    expect(await count({ until: "2026-11-21T09:01:00-03:00" })).toBe(1);
    expect(await count({ session_id: one.id, tool: "codespar_pay", status: "refused" })).toBe(0);
  }),
  verifies("log.pages", "the log is read in pages", async (world) => {
    const session = await world.session();
    const ids = [];
    for (let index = 0; index < 7; index++) ids.unshift((await session.execute(whatsapp)).tool_call_id);
    const read = [];
    for await (const { id } of world.codespar.toolCalls.list({ limit: 3 })) read.push(id);
    expect(read).toEqual(ids);
    const page = await world.codespar.toolCalls.list({ limit: 3 });
    expect(page.data).toHaveLength(3);
    expect(page.next_cursor).not.toBeNull();
  }),
  verifies("log.retention", "after a day the row is left", async (world) => {
    const session = await world.session();
    const { tool_call_id } = await session.execute(pix);
    await world.sandbox.clock.advance("25h");
    const call = await world.codespar.toolCalls.get(tool_call_id);
    expect(call).toMatchObject({
      status: "succeeded",
      amount: 5000,
      provider: "asaas",
      result: null,
      arguments: null,
    });
    expect(JSON.stringify((await world.codespar.events.list()).data)).not.toContain("br.gov.bcb.pix");
  }),
  verifies("usage.totals", "usage adds up", async (world) => {
    const session = await world.session();
    await session.execute(pix);
    await session.execute(whatsapp);
    await world.sandbox.clock.advance("12h");
    await (await world.session()).execute(whatsapp);
    expect(await world.codespar.usage.get({ tool_calls: false })).toEqual({
      period: { start: "2026-11-01T00:00:00Z", end: "2026-11-30T23:59:59Z" },
      quota: 2_000_000,
      used: 3,
      remaining: 1_999_997,
      percentage: 0,
      breakdown: { codespar_pay: 1, codespar_notify: 2 },
      daily: [
        { date: "2026-11-21", count: 2 },
        { date: "2026-11-22", count: 1 },
      ],
    });
  }),
  verifies("usage.rows", "usage lists the calls, whole and in pages", async (world) => {
    const session = await world.session("brazilian", { tenant_id: "a" });
    const ids = [];
    for (let index = 0; index < 5; index++) ids.unshift((await session.execute(whatsapp)).tool_call_id);
    const whole = await world.codespar.usage.get();
    expect(whole.tool_calls?.map(({ id }) => id)).toEqual(ids);
    expect(whole.tool_calls?.[0]).toEqual({
      id: ids[0],
      tool: "codespar_notify",
      provider: "z-api",
      session_id: session.id,
      metadata: { tenant_id: "a" },
      called_at: "2026-11-21T12:00:00.000Z",
    });
    const first = await world.codespar.usage.get({ limit: 3 });
    const second = await world.codespar.usage.get({ limit: 3, cursor: first.next_cursor ?? "" });
    expect([...(first.tool_calls ?? []), ...(second.tool_calls ?? [])]).toEqual(whole.tool_calls);
    expect(second.next_cursor).toBeNull();
  }),
  verifies("usage.groups", "usage is grouped by tenant", async (world) => {
    for (const [tenant, calls] of [
      ["a", 3],
      ["b", 1],
      [undefined, 2],
    ] as const) {
      const session = await world.session("brazilian", tenant === undefined ? {} : { tenant_id: tenant });
      for (let call = 0; call < calls; call++) await session.execute(whatsapp);
    }
    const { groups } = await world.codespar.usage.get({ group_by: "tenant_id", tool_calls: false });
    expect(groups).toEqual([
      { value: "a", count: 3 },
      { value: null, count: 2 },
      { value: "b", count: 1 },
    ]);
    const proto = await world.codespar.usage.get({ group_by: "constructor", tool_calls: false });
    expect(proto.groups).toEqual([{ value: null, count: 6 }]);
  }),
  verifies("usage.period", "a month is asked for by its name", async (world) => {
    await (await world.session()).execute(whatsapp);
    await world.sandbox.clock.advance("20d");
    expect((await world.codespar.usage.get()).used).toBe(0);
    const november = await world.codespar.usage.get({ period: "2026-11" });
    expect([november.used, november.tool_calls?.length]).toEqual([1, 1]);
    expect((await world.codespar.usage.get({ period: "2024-02" })).period.end).toBe("2024-02-29T23:59:59Z");
  }),
  verifies("servers.list", "the catalogue is listed and filtered", async (world) => {
    const all = await world.codespar.servers.list();
    expect(all.total).toBe(57);
    const total = async (query: Parameters<typeof world.codespar.servers.list>[0]) =>
      (await world.codespar.servers.list(query)).total;
    expect(await total({ category: "payments" })).toBeGreaterThan(5);
    expect(await total({ country: "CL" })).toBeGreaterThan(1);
    expect(await total({ q: "pix" })).toBeGreaterThan(3);
    expect(await total({ q: "no such thing" })).toBe(0);
    const pages = [];
    for await (const { id } of world.codespar.servers.list({ limit: 20 })) pages.push(id);
    expect(new Set(pages).size).toBe(57);
    const inter = (await world.codespar.servers.list({ category: "banking" })).data.map(({ id }) => id);
    expect(inter).toContain("inter");
  }),
  verifies("servers.get", "a server is read by its id", async (world) => {
    expect(await world.codespar.servers.get("nuvem-fiscal")).toMatchObject({
      id: "nuvem-fiscal",
      category: "fiscal",
      countries: ["BR"],
    });
    await expect(world.codespar.servers.get("nuvem")).rejects.toMatchObject({
      code: "not_found",
      suggestions: ["nuvem-fiscal"],
    });
  }),
  verifies("servers.attach", "every server can be attached and used by name", async (world) => {
    const session = await world.session("all");
    expect(session.servers).toHaveLength(57);
    expect(session.servers.filter(({ status }) => status !== "connected")).toEqual([]);
    const tools = await session.tools({ kind: "native" });
    expect(new Set(tools.map(({ server }) => server)).size).toBe(57);
    const { data } = await session.connections();
    for (const { id, tools_count } of data) {
      expect([id, tools.filter(({ server }) => server === id).length]).toEqual([id, tools_count]);
    }
  }),
  verifies(["events.list", "events.real", "events.sandbox"], "what happens becomes events", async (world) => {
    const session = await world.session("brazilian", { tenant_id: "a" });
    const paid = succeed(await session.execute(pix));
    await session.execute({ ...pix, arguments: { ...pix.arguments, reference: "sandbox:never_pays" } });
    await session.execute(nfe);
    await session.execute(whatsapp);
    await world.sandbox.clock.advance("20m");
    await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", payment_id: paid.payment_id },
    });
    await world.sandbox.clock.advance("2h");
    const { data } = await world.codespar.events.list({ limit: 100 });
    const types = data.map(({ type }) => type);
    for (const type of [
      "payment.confirmed",
      "payment.expired",
      "payment.refunded",
      "invoice.authorized",
      "message.sent",
      "message.delivered",
      "message.read",
      "tool_call.completed",
    ] as const) {
      expect(types, type).toContain(type);
    }
    expect(data.every(({ livemode, id }) => !livemode && id.startsWith("evt_"))).toBe(true);
    const confirmed = data.find(({ type }) => type === "payment.confirmed");
    expect(confirmed).toMatchObject({
      session_id: session.id,
      metadata: { tenant_id: "a" },
      data: { payment_id: paid.payment_id },
    });
    expect((await world.codespar.events.list({ type: "payment.confirmed" })).data).toEqual([confirmed]);
    expect(
      (await world.codespar.events.list({ since: "2026-11-21T12:19:00Z", type: "payment.confirmed" })).data,
    ).toEqual([]);
    const paged = [];
    for await (const { id } of world.codespar.events.list({ limit: 2 })) paged.push(id);
    expect(paged).toEqual(data.map(({ id }) => id));
    expect(world.sandbox.events.map(({ id }) => id)).toEqual(paged.toReversed());
  }),
  verifies("events.real", "a refusal and a failure become events as well", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe", "nuvem-fiscal"] });
    expect(refuse(await session.execute(declined)).code).toBe("card_declined");
    const rejected = {
      ...nfe,
      arguments: {
        ...nfe.arguments,
        items: [{ description: "sandbox:reject:778", quantity: 1, unit_amount: 100 }],
      },
    };
    expect(refuse(await session.execute(rejected)).code).toBe("invoice_rejected");
    world.sandbox.faults.set("stripe", { down: true });
    await session.execute(pix).catch(() => {});
    const types = (await world.codespar.events.list()).data.map(({ type }) => type);
    for (const type of ["payment.failed", "invoice.rejected", "tool_call.failed"] as const)
      expect(types, type).toContain(type);
  }),
  verifies(["discover.find", "discover.attached"], "tools are found by what they do", async (world) => {
    const session = await world.session();
    const discover = async (args: object) =>
      succeed(await session.execute({ name: "codespar_discover", arguments: args })).matches;
    for (const query of ["cobrar com pix", "charge with pix", "cobrar por pix"]) {
      const matches = await discover({ query });
      expect(matches[0]?.connected, query).toBe(true);
      const connected = matches.map((match) => match.connected);
      expect(connected).toEqual([...connected].sort((a, b) => Number(b) - Number(a)));
      expect(await discover({ query })).toEqual(matches);
    }
    const chile = await discover({ country: "CL", domain: "logistics", limit: 20 });
    expect(chile.map(({ server }) => server)).toContain("chilexpress");
    expect((await discover({ query: "nota fiscal", limit: 1 })).length).toBe(1);
  }),
];
