import { metaToolNames } from "@codespar/contract";
import { expect } from "vitest";
import { pix, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

export const sessionCases = [
  verifies(
    "sessions.create",
    "a session over servers and a preset has both, once each",
    async ({ codespar }) => {
      const session = await codespar.sessions.create({ servers: ["stripe", "asaas"], preset: "mexican" });
      expect(session.id).toMatch(/^ses_/);
      expect(session.status).toBe("active");
      expect(session.servers.map(({ id }) => id).sort()).toEqual(
        ["asaas", "conekta", "estafeta", "facturapi", "mercadopago", "skydropx", "stripe", "twilio"].sort(),
      );
      expect(session.servers.find(({ id }) => id === "stripe")).toEqual({
        id: "stripe",
        name: "Stripe",
        status: "connected",
      });
      expect([session.created_at, session.expires_at]).toEqual([
        "2026-11-21T12:00:00.000Z",
        "2026-11-21T12:30:00.000Z",
      ]);
    },
  ),
  verifies("sessions.get", "a session is picked up by its id", async ({ codespar }) => {
    const metadata = { tenant_id: "loja-1", pedido: "Nº 7" };
    const made = await codespar.sessions.create({ servers: ["asaas"], metadata, user_id: "user-9" });
    const same = await codespar.sessions.get(made.id);
    expect({ ...same }).toEqual({ ...made });
    expect([same.metadata, same.user_id]).toEqual([metadata, "user-9"]);
    expect(succeed(await same.execute(pix)).amount).toBe(5000);
  }),
  verifies("sessions.list", "sessions are listed newest first, by status, in pages", async (world) => {
    const made = [];
    for (let index = 0; index < 5; index++) made.push(await world.session());
    await made[1]?.close();
    const ids = made.map(({ id }) => id).reverse();
    const listed = [];
    for await (const { id } of world.codespar.sessions.list({ limit: 2 })) listed.push(id);
    expect(listed).toEqual(ids);
    const closed = await world.codespar.sessions.list({ status: "closed" });
    expect(closed.data.map(({ id }) => id)).toEqual([made[1]?.id]);
    expect((await world.codespar.sessions.list({ status: "active" })).data).toHaveLength(4);
  }),
  verifies("sessions.close", "a session is closed once, and closing it again is fine", async (world) => {
    const session = await world.session();
    await session.close();
    await session.close();
    expect((await world.codespar.sessions.get(session.id)).status).toBe("closed");
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "session_closed", status: 409 });
    await expect(session.tools()).rejects.toMatchObject({ code: "session_closed" });
  }),
  verifies("sessions.expiry", "a session lives for 30 minutes after its last use", async (world) => {
    const session = await world.session();
    await world.sandbox.clock.advance("29m");
    await session.execute(pix);
    await world.sandbox.clock.advance("29m");
    expect((await world.codespar.sessions.get(session.id)).status).toBe("active");
    await session.tools();
    await world.sandbox.clock.advance("30m");
    expect((await world.codespar.sessions.get(session.id)).status).toBe("expired");
    expect((await world.codespar.sessions.list({ status: "expired" })).data).toHaveLength(1);
    await expect(session.execute(pix)).rejects.toMatchObject({
      code: "session_expired",
      status: 410,
      expired_at: "2026-11-21T13:28:00.000Z",
    });
  }),
  verifies("sessions.counter", "a session counts its calls", async (world) => {
    const session = await world.session();
    await session.execute(pix, { idempotencyKey: "one" });
    await session.execute(pix, { idempotencyKey: "one" });
    await session.execute(pix);
    expect((await world.codespar.sessions.get(session.id)).tool_calls).toBe(2);
  }),
  verifies("tools.list", "meta-tools come first, then native tools", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["asaas"] });
    const tools = await session.tools();
    expect(
      tools
        .slice(0, 6)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...metaToolNames].sort());
    const native = tools.slice(6);
    expect(native.length).toBeGreaterThan(0);
    expect(native.every(({ kind, server }) => kind === "native" && server === "asaas")).toBe(true);
  }),
  verifies("tools.filter", "tools are narrowed down", async (world) => {
    const session = await world.session();
    expect((await session.tools({ kind: "meta" })).map(({ kind }) => kind)).toEqual(Array(6).fill("meta"));
    const ofAsaas = await session.tools({ server: "asaas" });
    expect(ofAsaas.every(({ server }) => server === "asaas")).toBe(true);
    const found = await session.tools({ q: "whatsapp" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan((await session.tools()).length);
    expect(await session.tools({ server: "stripe" })).toEqual([]);
  }),
  verifies("tools.schemas", "every tool of every server has what a model needs", async (world) => {
    const session = await world.session("all");
    for (const tool of await session.tools()) {
      expect(tool.description, tool.name).toMatch(/\S/);
      expect(tool.input_schema, tool.name).toMatchObject({ type: "object" });
      expect(["read", "quote", "send", "moves_money", "fiscal"], tool.name).toContain(tool.risk);
    }
  }),
  verifies("connections.list", "a session lists its servers", async (world) => {
    const session = await world.session();
    const { data, total, session_id } = await session.connections();
    expect([total, session_id]).toEqual([session.servers.length, session.id]);
    expect(data.find(({ id }) => id === "asaas")).toMatchObject({
      name: "Asaas",
      category: "payments",
      countries: ["BR"],
      status: "connected",
      connected: true,
      tools_count: expect.any(Number),
    });
  }),
];
